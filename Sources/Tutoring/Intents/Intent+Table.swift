/// What plain words mean. An entry says what is wanted, whether it is done at once, and in which
/// words it is asked for; words that only fill, and words for the same thing, need not be repeated
/// (`PlainWords`), and neither need what a language says with the same words in the same order
/// (`PlainLanguage`).
extension Intent {
  struct Entry {
    let intent: Intent
    private let phrases: [PlainLanguage.Name: [String]]

    init(_ action: Action, _ english: String, fr: String = "", de: String = "", it: String = "") {
      self.init(action, .shows, english, fr: fr, de: de, it: it)
    }

    init(
      _ action: Action, _ manner: Manner, _ english: String, fr: String = "", de: String = "",
      it: String = ""
    ) {
      intent = Intent(action, manner)
      phrases = [.english: english, .french: fr, .german: de, .italian: it].mapValues {
        $0.split(whereSeparator: { "\n,".contains($0) }).map { String($0.drop { $0 == " " }) }
      }
    }

    /// What is said in one language.
    func phrases(_ language: PlainLanguage.Name) -> [String] { phrases[language] ?? [] }
  }

  static var entries: [Entry] { helping + going + looking + changing }
}
