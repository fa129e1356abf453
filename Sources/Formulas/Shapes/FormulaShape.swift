import Diagnostics
import Quantities

/// A line apart from its numbers: `# kW * # h to MJ`. Lines of one shape are computed in one way.
///
/// What a digit could decide is no number of a shape but belongs to its text: exponents, the digits of
/// words such as `CO2`, and whatever is not made of digits and a point alone.
struct FormulaShape {
  /// The line with `#` in the place of each number.
  private(set) var text: [UInt8] = []
  private(set) var numbers: [Double] = []
  /// Where the numbers stand in the line.
  private(set) var places: [Span] = []
  private(set) var hash: UInt64 = 0

  /// Bytes of a line whose shape is looked at.
  private static let longest = 200
  static let numberLimit = 16

  /// Takes a line in; what was known of another is dropped. False for one that has no shape.
  mutating func read(_ line: String) -> Bool {
    numbers.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    guard line.utf8.count <= Self.longest else { return false }
    return line.utf8.withContiguousStorageIfAvailable { read($0) } ?? false
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isFine = true
    // Of one size for every line, so that nothing is allocated.
    text = Array(unsafeUninitializedCapacity: bytes.count) { text, count in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      func add(_ byte: UInt8) {
        text[count] = byte
        count += 1
        // FNV-1a
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
      var before = Before()
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        guard byte.isDigit || byte == UInt8(ascii: ".") else {
          // What only a marked line can have, and what is read in more ways than one.
          if byte == UInt8(ascii: "#") || byte >= 0x80 { isFine = false }
          add(byte)
          before.pass(byte)
          index += 1
          continue
        }
        let start = index
        while index < bytes.count, bytes[index].isDigit || bytes[index] == UInt8(ascii: ".") {
          index += 1
        }
        let digits = UnsafeBufferPointer(rebasing: bytes[start..<index])
        if before.fixesDigits || Self.isBase(index, in: bytes) {
          for digit in digits { add(digit) }
        } else if let number = number(digits, end: index, in: bytes) {
          add(UInt8(ascii: "#"))
          numbers.append(number)
          places.append(Span(start, index))
        } else {
          isFine = false
        }
        before.pass(digits[digits.count - 1])
      }
      self.hash = hash
    }
    return isFine && !numbers.isEmpty
  }

  /// The last characters before a place, blanks apart.
  private struct Before {
    private var last: UInt8 = 0
    private var next: UInt8 = 0
    private var isBlank = false

    @inline(__always)
    mutating func pass(_ byte: UInt8) {
      isBlank = byte == UInt8(ascii: " ")
      if !isBlank { (next, last) = (last, byte) }
    }

    /// Whether digits belong to the text: those of a word, of an exponent, and those behind a sign
    /// that stands behind a word, as in `s-2`.
    var fixesDigits: Bool {
      if !isBlank, Self.isWord(last) { return true }
      if last == UInt8(ascii: "-") || last == UInt8(ascii: "+") {
        return next == UInt8(ascii: "^") || next == UInt8(ascii: "*")
          || !isBlank && Self.isWord(next)
      }
      return last == UInt8(ascii: "^") || last == UInt8(ascii: "*") && next == last
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit }
  }

  /// Whether what ends here is raised to a power.
  private static func isBase(_ end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var next = end
    while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    guard next < bytes.count else { return false }
    return bytes[next] == UInt8(ascii: "^")
      || bytes[next] == UInt8(ascii: "*") && next + 1 < bytes.count
        && bytes[next + 1] == bytes[next]
  }

  /// A number that ends where its digits do, with no other behind it.
  private func number(
    _ digits: UnsafeBufferPointer<UInt8>, end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Double? {
    guard digits[digits.count - 1] != UInt8(ascii: "."), numbers.count < Self.numberLimit else {
      return nil
    }
    if end < bytes.count {
      // 0x1F, 0b1, 3x10^8, 2e6, 1_000, 10'000
      switch bytes[end] | 0x20 {
      case UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b"), UInt8(ascii: "e"): return nil
      default: break
      }
      if bytes[end] == UInt8(ascii: "_") || bytes[end] == UInt8(ascii: "'") { return nil }
      var next = end
      while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
      if next < bytes.count, bytes[next].isDigit || bytes[next] == UInt8(ascii: ".") { return nil }
    }
    return PlainNumber(digits)?.value
  }
}
