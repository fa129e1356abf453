import Testing

@testable import TextAnalysis

@Suite struct LexiconTests {
  @Test(arguments: Language.all.indices)
  func eachWordIsEnteredOnce(_ language: Int) {
    let words = Language.all[language].kinds.flatMap { $0.words.split(separator: " ") }
    let counts = Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    #expect(counts.filter { $0.value > 1 }.keys.sorted() == [])
  }

  /// What an exercise is about comes with the exercise.
  @Test(arguments: [
    "accuracy", "beam", "bridge", "carbon", "climate", "co2", "co2e", "deflection", "emissions",
    "emits", "emitted", "ghg", "gpt", "gpu", "greenhouse", "llama", "llm", "model", "models",
    "moment",
    "pendulum", "pollutes", "pollution", "pump", "sdg", "server", "stress", "user", "users",
  ])
  func wordOfASubjectIsNotKnown(_ word: String) {
    #expect(Lexicon.english.kinds(of: word).isEmpty)
    #expect(Lexicon.english.unit(word) == nil)
    #expect(Lexicon.english.cardinal(word) == nil)
  }

  @Test(arguments: [
    ("queries", "query"), ("classes", "class"), ("boxes", "box"), ("uses", "use"), ("gpus", "gpu"),
    ("cpus", "cpu"), ("modulus", "modulus"), ("plus", "plus"), ("analysis", "analysis"),
    ("glass", "glass"), ("beams", "beam"), ("is", "is"),
  ])
  func pluralLosesItsEnding(_ word: String, _ singular: String) {
    #expect(word.singular == singular)
  }

  @Test(arguments: [
    ("third", false, 3), ("thirds", true, 3), ("half", false, 2), ("quarters", true, 4),
    ("tiers", false, 3), ("tiers", true, 3), ("sevenths", true, 7), ("second", false, nil),
    ("half", true, nil), ("beam", false, nil),
  ])
  func partOfAWholeHasItsDenominator(_ word: String, _ isPlural: Bool, _ number: Int?) {
    #expect(Lexicon.english.denominator(word, isPlural: isPlural) == number)
  }
}
