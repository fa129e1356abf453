/// What the words of a quantity's name are told by.
extension QuantityWords {
  /// Letters that related words share at their beginning, at most.
  private static let stemLength = 5

  /// What the words of a name are told by; what it is divided by does not name it.
  static func stems(_ name: String) -> [String] {
    let text = TextTokens(name.replacing("_", with: " "))
    let end = text.indices.dropFirst().first { text.isWord($0, .per) } ?? text.indices.upperBound
    return text.indices.prefix(end).compactMap { index in
      text.word(index).flatMap {
        stem($0.singular) ?? acronym($0, text[index].spelling)
          ?? ($0.utf8.count == 3 && text[index].kinds.isEmpty ? $0 : nil)
      }
    }
  }

  /// What has a saving saves: `save` and `saved` for a short name in `ing`.
  static func verbs(_ name: String) -> [String] {
    TextTokens(name.replacing("_", with: " ")).words.flatMap { word -> [String] in
      guard word.hasSuffix("ing"), (6...7).contains(word.utf8.count) else { return [] }
      return ["e", "ed"].map { word.dropLast(3) + $0 }
    }
  }

  /// The word of a name that the others qualify: the level of a level behind the barrier.
  static func head(_ name: String) -> String? {
    let text = TextTokens(name.replacing("_", with: " "))
    let end = text.indices.dropFirst().first { text.isWord($0, [.preposition, .per]) }
    return stems(end.map { text.original(0..<$0) } ?? name).last
  }

  /// A short name in capitals, such as `COP`, which is looked for as it is.
  private static func acronym(_ word: String, _ spelling: String) -> String? {
    (2...4).contains(spelling.count) && spelling.allSatisfy { $0.isASCII && $0.isUppercase }
      ? word : nil
  }

  /// The beginning that a word shares with related ones; nil where it tells nothing.
  static func stem(_ word: String) -> String? {
    guard word.utf8.count >= 4 || word.contains(where: \.isNumber),
      Lexicon.english.kinds(of: word).isDisjoint(
        with: WordKinds.grammar.subtracting(.modifier).union([.statistic, .plural]))
    else { return nil }
    // What is emitted are emissions, as what is transmitted is a transmission.
    let letters = Array(word.utf8)
    let mit = Array("mit".utf8)
    let place = letters.indices.dropLast(2).first { letters[$0...].starts(with: mit) }
    let start = place.map { word.prefix($0) + "miss" }
    return String((start ?? word[...]).prefix(stemLength))
  }
}
