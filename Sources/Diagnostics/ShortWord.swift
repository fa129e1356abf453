/// A word of at most 16 bytes, as two numbers, which are compared and hashed faster than a text.
public struct ShortWord: Equatable, Sendable {
  private let first: UInt64
  private let second: UInt64

  /// Nil for an empty word, a longer one, and one with a zero byte.
  public init?(_ word: String) {
    let count = word.utf8.count
    guard (1...16).contains(count) else { return nil }
    var halves = (UInt64(0), UInt64(0))
    var shift: UInt64 = 0
    for byte in word.utf8 {
      // It could not be told from none at the end.
      if byte == 0 { return nil }
      if shift < 64 {
        halves.0 |= UInt64(byte) << shift
      } else {
        halves.1 |= UInt64(byte) << (shift - 64)
      }
      shift += 8
    }
    (first, second) = halves
  }

  /// Spread over all bits, by the multiplication of Fibonacci hashing (Knuth, The Art of Computer
  /// Programming, volume 3, section 6.4).
  public var hash: Int {
    let mixed = (first ^ second &* 0xFF51_AFD7_ED55_8CCD) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}

/// Words that are known from the start, each by its place in a list. Those of a formula are looked up
/// several times each, for which a dictionary of texts is too slow.
public struct WordIndex: Sendable {
  private var places: [(word: ShortWord, index: Int)?]
  /// Words that are long, or that have other spellings of the same characters.
  private let others: [String: Int]

  /// - Parameter words: each once.
  public init(_ words: [String]) {
    var size = 16
    while size < words.count * 4 { size *= 2 }
    places = Array(repeating: nil, count: size)
    var others: [String: Int] = [:]
    for (index, key) in words.enumerated() {
      guard let word = ShortWord(key), key.utf8.allSatisfy({ $0 < 0x80 }) else {
        others[key] = index
        continue
      }
      var place = word.hash
      while places[place & (size - 1)] != nil { place += 1 }
      places[place & (size - 1)] = (word, index)
    }
    self.others = others
  }

  /// The place of a word in the list; nil where it is not there.
  public subscript(word: String) -> Int? {
    guard let short = ShortWord(word) else { return others.isEmpty ? nil : others[word] }
    var place = short.hash
    while let known = places[place & (places.count - 1)] {
      if known.word == short { return known.index }
      place += 1
    }
    return others.isEmpty || word.utf8.allSatisfy { $0 < 0x80 } ? nil : others[word]
  }
}
