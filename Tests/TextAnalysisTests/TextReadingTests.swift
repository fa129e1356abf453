import Testing

@testable import TextAnalysis

@Suite struct TextSentenceTests {
  @Test(arguments: [
    ("One. Two! Three?", 3), ("No full stop", 1), ("It emits 17.5 t, i.e. 3 t more.", 1),
    ("About approx. 17 t vs. 18 t.", 1), ("It emits 17 t. It is clean.", 2),
    ("lazy writer. small letters. no capitals", 3), ("1. First\n2. Second\n3. Third", 3),
    ("- one\n- two", 2), ("A line that is\nwrapped by an editor.", 1),
    ("One line\nAnother line", 2),
    ("Really?! Yes...", 2), ("He said \"yes.\" Then he left.", 2), ("", 0), ("...", 0),
    ("Models, e.g. Model 2, etc. Then more.", 2), ("See 1.3.1 for that.", 1),
    ("It has (85.2 %). Fine.", 2), ("| Model | t |\n|---|---|\n| 1 | 3 |\n| 2 | 4 |", 2),
    ("It drives 38 km/h. The car is slow.", 2), ("It is 35 °C. Above it falls.", 2),
    ("It flows at 5 mL/min. The rest stays.", 2), ("Sand: 8 min. Loam: 66 min.", 2),
    ("flat: 1.9 MWh\nfarm: 9.6 MWh", 2),
    ("model 1 has 85.2\nmodel 2 has 78.4", 2), ("the flat takes 1.9 MWh and\nthe farm 9.6 MWh", 1),
    ("<ul><li>one</li><li>two</li><li>three</li></ul>", 3),
  ])
  func sentencesAreCountedAsAReaderWould(_ text: String, _ count: Int) {
    #expect(TextSentences(TextTokens(text)).count == count)
  }

  @Test func partsBetweenSemicolonsMayCountAsSentences() {
    let sentences = TextSentences(TextTokens("Model 1: a; Model 2: b; Model 3: c; Model 4: d."))
    #expect(sentences.fits(4...6))
    #expect(sentences.fits(1...1))
    #expect(!sentences.fits(5...6))
  }
}

@Suite struct TermSearchTests {
  private func finds(_ term: String, in text: String) -> Bool {
    let tokens = TextTokens(text)
    let names = NumberedNames(
      tokens,
      names: KnownNames(["Model 1", "Model 2", "Model 3", "Model 4"].compactMap { .init($0) }),
      verbs: VerbsOfThings(quantities: ["emissions"]))
    return !TermSearch(tokens, names: names, terms: SearchTerms([term]))
      .mentions(ofAnyOf: [term]).isEmpty
  }

  @Test(arguments: [
    ("Model 3", "model 3"), ("Model 3", "the third model"), ("Model 3", "Model #3"),
    ("Model 3", "M3"), ("Model 3", "model three"), ("Model 3", "Model no. 3"),
    ("Model 3", "model3"),
    ("Model 3", "Models 1, 3 and 4"), ("Model 3", "models 1-4"), ("Model 3", "models 1 to 4"),
    ("Model 3", "the first and the third model"), ("Model 3", "the 3rd model"),
    ("Model 3", "Model 3's accuracy"), ("Model 3", "Model-3"), ("Model 3", "models 2/3"),
    ("Model 3", "model 2 and 3"), ("Model 3", "Model\u{A0}3"),
    ("Model 3", "the second model; the third one"), ("Model 3", "models I, II and III"),
    ("Model 3", "Modèle 3"), ("Model 3", "Modle 3"), ("Model 1", "Model I beats Model II"),
    ("Model 3", "| Model | A |\n|---|---|\n| 3 | 5 |"), ("Model 3", "3 emits more, of all models"),
    ("Model 3", "the first model is slow, the third is not"), ("GPU", "two GPUs"),
    ("CO2", "CO₂"), ("CO2", "co2"), ("CO2", "CO²"), ("non-maleficence", "nonmaleficence"),
    ("non-maleficence", "Non maleficence"), ("query", "queries"), ("class", "classes"),
    ("model", "model’s"), ("café", "Cafe"), ("carbon footprint", "carbon-footprints"),
    ("sustainab*", "unsure of sustainability"), ("rebound", "the \"rebound\" effect"),
    ("end of life", "end-of-life"),
  ])
  func termIsFoundAsPeopleWriteIt(_ term: String, _ text: String) {
    #expect(finds(term, in: text))
  }

  @Test(arguments: [
    ("harm", "harmony"), ("safety", "unsafety"), ("Model 3", "3 models"), ("Model 3", "Model 31"),
    ("Model 3", "Models 1 and 2, 3 t"), ("Model 3", "Model 1.3"), ("CO2", "co 3"),
    ("end of life", "life of the end"), ("Model 3", "30 of the third party"),
    ("common good", "common. It is good"), ("Model 1", "model 10-4"), ("flask D", "the flask"),
    ("12 °C", "35 °C"),
    ("Model 1", "the model I chose"),
    ("Model 3", "Modest 3"), ("Model 3", "| Month | A |\n|---|---|\n| 3 | 5 |"),
    ("Model 3", "Take 3 cups, and a model"),
    ("Model 2", "The first model won, Model 4 is the second"),
    ("Model 3", "two values: the second, then the third is it"), ("common good", "so common. Good"),
  ])
  func otherWordsAreNotTakenForIt(_ term: String, _ text: String) {
    #expect(!finds(term, in: text))
  }
}

@Suite struct CopiedTextTests {
  private let prompt = """
    The figure sets the accuracy of each model against its total emissions. In one sentence per
    model, say what its main strength is. Quote figures.
    """

  private func isAllCopied(_ reply: String) -> Bool {
    let tokens = TextTokens(reply)
    return CopiedText(tokens, TextSentences(tokens), from: CopiedRuns(of: [prompt])).isAll
  }

  @Test(arguments: [
    "The figure sets the accuracy of each model against its total emissions.",
    "in one sentence per model say what its main strength is",
    "The figure sets the accuracy of each model against its total emissions. Quote figures.",
    "the accuracy of each model against its\ntotal emissions",
  ])
  func textOfTheQuestionIsACopy(_ reply: String) {
    #expect(isAllCopied(reply))
  }

  @Test(arguments: [
    "Model 1 is the most accurate.",
    "The accuracy of each model differs, Model 1 has the best one.",
    "Quote figures. I would rather say that Model 1 is best.", "",
  ])
  func ownWordsAreNone(_ reply: String) {
    #expect(!isAllCopied(reply))
  }
}
