import Testing

@testable import TextAnalysis

@Suite struct SpellingTests {
  private let spelling = Spelling(
    words: [
      "accuracy", "accurate", "clay", "kiwi", "computer", "emission", "energy", "freedom",
      "processor", "produce",
      "rebound",
    ], stems: ["manufactur", "sustainab"])

  @Test(arguments: [
    ("acuracy", "accuracy"), ("acurate", "accurate"), ("emmission", "emission"),
    ("emisson", "emission"), ("emisison", "emission"), ("rebond", "rebound"),
    ("freedum", "freedom"), ("manufacuring", "manufacturing"),
    ("sustanability", "sustainability"), ("akcuracy", "accuracy"),
    ("caly", "clay"), ("kiwis", "kiwi"),
  ])
  func slipOfTheFingerIsCorrected(_ word: String, _ meant: String) {
    #expect(spelling.corrected(word) == meant)
  }

  @Test(arguments: [
    "mission", "omission", "compute", "computed", "product", "professor", "accuracy", "enery",
    "reduce", "manufactures", "inaccurate", "acurasy", "freedoms",
  ])
  func anotherWordIsLeftAsItIs(_ word: String) {
    #expect(spelling.corrected(word) == word)
  }

  @Test func wordBetweenTwoIsLeftAsItIs() {
    let spelling = Spelling(words: ["planting", "plantong"], stems: [])
    #expect(spelling.corrected("plantung") == "plantung")
  }
}
