import Testing

@testable import TextAnalysis

/// What is found out of a word once has to hold in every text that has it.
@Suite struct VocabularyTests {
  private static let texts = [
    "The patients take an extra dose of 5 mg.", "die Dosis ist 5 mg und die Pumpe war an",
    "la dose est de 5 mg et les malades die", "Die dose, die doses: DIE 2 models and two Models",
  ]

  /// Each word with what the lexicon of its text has of it.
  private func words(_ text: TextTokens) -> [String] {
    text.tokens.filter { $0.known != nil }.map {
      "\($0.spelling) \($0.word ?? "") \($0.kinds.rawValue) \($0.mayBeginNumber) \($0.isCapitalised)"
    }
  }

  @Test func wordMeansInEachTextWhatTheLanguageOfTheTextHasOfIt() {
    let vocabulary = Vocabulary()
    let known = (Self.texts + Self.texts.reversed()).map { words(TextTokens($0, vocabulary)) }
    let new = (Self.texts + Self.texts.reversed()).map { words(TextTokens($0)) }
    #expect(known == new)
    let article = known[0].first { $0.hasPrefix("an ") }
    #expect(article != nil && article != known[1].first { $0.hasPrefix("an ") })
  }

  @Test func wordsBeyondTheLimitAreReadAndNotKept() {
    let vocabulary = Vocabulary(limit: 2)
    let text = TextTokens("one house two houses two", vocabulary)
    #expect(text.tokens.map { $0.known?.place } == [0, 1, nil, nil, nil])
    #expect(words(text) == words(TextTokens("one house two houses two")))
  }

  @Test func whatIsFoundOutOfAWordIsFoundOutOnceWhereTheVocabularyKeepsIt() {
    let vocabulary = Vocabulary(limit: 1)
    var memory = WordMemory<String>()
    var times = 0
    for spelling in ["house", "tree", "house", "tree"] {
      let word = vocabulary.word(spelling)
      let found = memory.of(word) {
        times += 1
        return word.text
      }
      #expect(found == spelling)
    }
    #expect(times == 3)
  }

  @Test func termIsFoundWhateverWasReadBefore() {
    let terms = SearchTerms(
      ["emission", "wristband", "non-maleficence", "safe*", "Model 2", "35 °C"],
      spelling: Spelling(words: ["emission", "wristband"], stems: []))
    let vocabulary = Vocabulary()
    let texts = [
      "emmissions of model 2", "a wrist band is safer", "nonmaleficence at 35 °C",
      "emissions at 36 °C with a wrist", "band of model two",
    ]
    func found(_ text: TextTokens) -> [[Range<Int>]] {
      let names = NumberedNames(
        text, names: KnownNames([NumberedNames.Name("Model 2")].compactMap { $0 }))
      let search = TermSearch(text, names: names, terms: terms)
      return ["emission", "wristband", "non-maleficence", "safe*", "Model 2", "35 °C"].map {
        search.mentions(ofAnyOf: [$0])
      }
    }
    let counts = texts.map { found(TextTokens($0, vocabulary)).map(\.count) }
    #expect(
      counts == [
        [1, 0, 0, 0, 1, 0], [0, 1, 0, 1, 0, 0], [0, 0, 1, 0, 0, 1], [1, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 1, 0],
      ])
    #expect(texts.map { found(TextTokens($0, vocabulary)) } == texts.map { found(TextTokens($0)) })
  }
}
