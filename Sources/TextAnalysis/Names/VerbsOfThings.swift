/// What named things do in a text: `4 emits 198 t`, `A takes 5 kWh`.
struct VerbsOfThings {
  private let nouns: Set<String>
  private let stems: Set<String>

  /// - Parameter quantities: names of what is asked of the things.
  init(quantities: [String]) {
    nouns = Set(quantities.flatMap { TextTokens($0).words.map(\.singular) })
    stems = Set(nouns.compactMap(QuantityWords.stem))
  }

  /// Beside verbs of all things, a word in `s` that is of a quantity and not its name: what has
  /// emissions emits.
  func contains(_ word: String) -> Bool {
    if word == "is" || word == "was" || Lexicon.english.kinds(of: word).contains(.verb) {
      return true
    }
    return word.hasSuffix("s") && !nouns.contains(word.singular)
      && QuantityWords.stem(word).map(stems.contains) == true
  }
}
