/// A piece of a text that may hold formulas.
public enum MathPiece: Hashable, Sendable {
  /// As it stands, backslashes and code included.
  case text(String)
  /// `typed` is all of it, with its marks.
  case formula(MathFormula, typed: String)
}

/// Parts a text in Markdown into its formulas and what stands between them.
///
/// Formulas are `$…$`, `$$…$$`, `\(…\)`, and `\[…\]` on lines of its own. Code is left alone, and so is
/// what a backslash guards. As in other programs that know formulas in Markdown, an opening `$` stands
/// before no space and after no letter or digit, and the next `$` closes it, which stands after no
/// space and before no letter or digit: sums of money are no formulas.
public func mathPieces(_ text: String) -> [MathPiece] {
  let bytes = Array(text.utf8)
  guard mayHoldFormulas(bytes) else { return text.isEmpty ? [] : [.text(text)] }
  var scan = FormulaScan(bytes)
  scan.run()
  return scan.pieces
}

/// Whether there is a mark in UTF-8 that may open a formula.
@inlinable public func mayHoldFormulas(_ bytes: some Sequence<UInt8>) -> Bool {
  var previous: UInt8 = 0
  for byte in bytes {
    if byte == UInt8(ascii: "$") { return true }
    if previous == UInt8(ascii: "\\"), byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
      return true
    }
    previous = byte
  }
  return false
}

/// Goes through a text from mark to mark.
struct FormulaScan {
  private let bytes: [UInt8]
  private(set) var pieces: [MathPiece] = []
  private var place = 0
  private var textStart = 0

  /// Bytes of a formula, with room for what the reader of formulas refuses.
  private static let longest = 5000

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() {
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "`"): skipCode()
      case UInt8(ascii: "\\"): backslash()
      case UInt8(ascii: "$"): dollar()
      case UInt8(ascii: "<"): skipAddress()
      default: place += 1
      }
    }
    flush(to: bytes.count)
  }

  // MARK: Marks

  /// Passes over a run of backquotes, and over the code that it opens.
  private mutating func skipCode() {
    let length = run(of: UInt8(ascii: "`"), at: place)
    var end = place + length
    while let next = bytes[end...].firstIndex(of: UInt8(ascii: "`")) {
      let other = run(of: UInt8(ascii: "`"), at: next)
      end = next + other
      if other == length {
        place = end
        return
      }
    }
    place += length
  }

  /// Passes over an address in angle brackets.
  private mutating func skipAddress() {
    let inner = bytes[(place + 1)...].prefix(500).prefix {
      $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: ">")
    }
    let isAddress =
      inner.contains(UInt8(ascii: ":")) && inner.endIndex < bytes.count
      && bytes[inner.endIndex] == UInt8(ascii: ">")
    place = isAddress ? inner.endIndex : place + 1
  }

  private mutating func backslash() {
    guard place + 1 < bytes.count else {
      place += 1
      return
    }
    let isDisplay = bytes[place + 1] == UInt8(ascii: "[")
    guard isDisplay ? opensLine(place) : bytes[place + 1] == UInt8(ascii: "("),
      let end = end(of: isDisplay ? "\\]" : "\\)", from: place + 2), hasContent(place + 2, end),
      !isDisplay || closesLine(end + 2)
    else {
      place += 2
      return
    }
    take(place + 2, end, isDisplay: isDisplay, marks: 2)
  }

  private mutating func dollar() {
    let count = run(of: UInt8(ascii: "$"), at: place)
    if count == 2, let end = end(of: "$$", from: place + 2), hasContent(place + 2, end),
      end + 2 >= bytes.count || bytes[end + 2] != UInt8(ascii: "$")
    {
      return take(place + 2, end, isDisplay: true, marks: 2)
    }
    guard count == 1, place + 1 < bytes.count else {
      place += count
      return
    }
    if bytes[place + 1] == UInt8(ascii: "`"), let end = end(of: "`$", from: place + 2),
      hasContent(place + 2, end)
    {
      return take(place + 2, end, isDisplay: false, marks: 2)
    }
    guard !isSpace(place + 1), place == 0 || !isWord(bytes[place - 1]),
      let end = end(of: "$", from: place + 1), !isSpace(end - 1),
      end + 1 >= bytes.count || !isWord(bytes[end + 1]) && !"${".utf8.contains(bytes[end + 1]),
      hasContent(place + 1, end), !isMoney(place + 1, end)
    else {
      place += 1
      return
    }
    take(place + 1, end, isDisplay: false, marks: 1)
  }

  private mutating func take(_ start: Int, _ end: Int, isDisplay: Bool, marks: Int) {
    let after = end + marks
    flush(to: place)
    pieces.append(
      .formula(
        MathFormula(String(decoding: bytes[start..<end], as: UTF8.self), isDisplay: isDisplay),
        typed: String(decoding: bytes[place..<after], as: UTF8.self)))
    place = after
    textStart = after
  }

  private mutating func flush(to end: Int) {
    guard textStart < end else { return }
    pieces.append(.text(String(decoding: bytes[textStart..<end], as: UTF8.self)))
  }

  // MARK: Looking

  private func run(of byte: UInt8, at place: Int) -> Int {
    bytes[place...].prefix { $0 == byte }.count
  }

  /// Where the closing mark stands: the first that no backslash guards.
  private func end(of mark: String, from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    var place = start
    let last = min(bytes.count, start + Self.longest)
    while place + mark.count <= last {
      if bytes[place...].starts(with: mark) { return place }
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Whether a letter, a digit or a command stands there.
  private func hasContent(_ start: Int, _ end: Int) -> Bool {
    start < end
      && bytes[start..<end].contains { isWord($0) || $0 == UInt8(ascii: "\\") || $0 >= 0x80 }
  }

  /// Whether it begins with a sum and goes on in words: `$5k and US$`.
  private func isMoney(_ start: Int, _ end: Int) -> Bool {
    guard isDigit(bytes[start]) else { return false }
    let inner = bytes[start..<end]
    if inner.contains(where: { "\\^_={}+<>".utf8.contains($0) }) { return false }
    let words = inner.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
    return words.count { $0.first.map { isWord($0) && !isDigit($0) } ?? false } > 1
  }

  private func opensLine(_ place: Int) -> Bool {
    let before = bytes[..<place].last { $0 != UInt8(ascii: " ") }
    return before == nil || before == UInt8(ascii: "\n")
  }

  private func closesLine(_ place: Int) -> Bool {
    guard place < bytes.count else { return true }
    let after = bytes[place...].first { $0 != UInt8(ascii: " ") }
    return after == nil || after == UInt8(ascii: "\n")
  }

  private func isSpace(_ place: Int) -> Bool {
    let byte = bytes[place]
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
