/// Corrects words of a text that are a slip of the finger away from a word that is looked for:
/// `acurate`, `emmissions`, `enviroment`.
///
/// Only long words, one edit, the first and the last letter in place: `mission` is not `emission`,
/// `compute` not `computer`. A letter is put for another only where both are vowels or sound alike,
/// so that a professor is no processor. A word that is looked for itself is never made another.
struct Spelling {
  private let words: Set<String>
  /// Beginnings of words that are looked for.
  private let stems: Set<String>
  private let longWords: [[UInt8]]
  private let longStems: [[UInt8]]

  private static let shortest = 7

  /// - Parameters:
  ///   - words: in the singular.
  ///   - stems: what all words that begin so are looked for by.
  init(words: Set<String>, stems: Set<String>) {
    self.words = words
    self.stems = stems
    longWords = words.map { Array($0.utf8) }.filter { $0.count >= Self.shortest }
    longStems = stems.map { Array($0.utf8) }.filter { $0.count >= Self.shortest }
  }

  /// The word that is meant, in the singular; the word itself where none is near, or several are.
  func corrected(_ word: String) -> String {
    // `taxis`, which is no singular as `basis` is
    if word.hasSuffix("is"), words.contains(String(word.dropLast())) {
      return String(word.dropLast())
    }
    let letters = Array(word.utf8)
    guard (4..<40).contains(letters.count), !words.contains(word),
      !stems.contains(where: word.hasPrefix), Lexicon.english.kinds(of: word).isEmpty
    else { return word }
    // Of shorter words only letters in turn are a slip, and one for two: `wieght`, `buble`.
    if letters.count < Self.shortest,
      let swapped = words.first(where: { Self.isSlipOfShort(letters, Array($0.utf8)) })
    {
      return swapped
    }
    var found = Set(longWords.filter { Self.isNear(letters[...], $0) })
    for stem in longStems {
      for length in stem.count - 1...stem.count + 1 where length <= letters.count {
        if Self.isNear(letters[..<length], stem) { found.insert(stem + letters[length...]) }
      }
    }
    guard found.count == 1, let one = found.first else { return word }
    return String(decoding: one, as: UTF8.self)
  }

  /// Whether one edit within the word makes the one the other.
  private static func isNear(_ word: ArraySlice<UInt8>, _ other: [UInt8]) -> Bool {
    // A final `e` is easily left out, and added.
    let e = UInt8(ascii: "e")
    if abs(word.count - other.count) == 1, word.starts(with: other) || other.starts(with: word) {
      return (word.count > other.count ? word.last : other.last) == e
    }
    guard abs(word.count - other.count) <= 1, word.first == other.first, word.last == other.last
    else { return false }
    return isOneEdit(Array(word), other) { first, second in
      alike.contains { $0.contains(first) && $0.contains(second) }
    }
  }

  private static func isSlipOfShort(_ word: [UInt8], _ other: [UInt8]) -> Bool {
    guard word.first == other.first, other.count < shortest else { return false }
    if word.count == other.count { return isOneEdit(word, other) { _, _ in false } }
    guard word.count + 1 == other.count, word.count >= 5 else { return false }
    return other.indices.dropFirst().contains { place in
      other[place] == other[place - 1] && other[..<place] + other[(place + 1)...] == word[...]
    }
  }

  private static let alike = [Set("aeiouy".utf8), Set("cskz".utf8)]

  /// Whether a letter left out, added, put for another or two letters in turn tell two words apart.
  static func isOneEdit(
    _ left: [UInt8], _ right: [UInt8], mayReplace: (UInt8, UInt8) -> Bool
  ) -> Bool {
    guard left != right else { return false }
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    var start = 0
    while start < short.count, short[start] == long[start] { start += 1 }
    if long.count == short.count + 1 { return short[start...].elementsEqual(long[(start + 1)...]) }
    guard long.count == short.count else { return false }
    if short[(start + 1)...].elementsEqual(long[(start + 1)...]) {
      return mayReplace(short[start], long[start])
    }
    return start + 1 < short.count && short[start] == long[start + 1]
      && short[start + 1] == long[start]
      && short[(start + 2)...].elementsEqual(long[(start + 2)...])
  }
}
