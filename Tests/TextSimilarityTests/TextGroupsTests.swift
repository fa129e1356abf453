import Testing

@testable import TextSimilarity

/// Which texts are alike.
@Suite struct TextGroupsTests {
  private func groups(_ texts: [String]) -> [[Int]] { TextGroups(texts).groups.map(\.members) }

  @Test func textsWithTheSameWordsAreAGroupWhateverTheirOrderAndEndings() {
    #expect(
      groups([
        "Why do we multiply by the number of GPUs?", "What is a token?",
        "why multiply with the numbers of gpus", "Is the exam open book?",
        "Do we have to multiply by the number of GPUs",
      ]).first == [0, 2, 4])
  }

  @Test(arguments: [
    [
      "Pourquoi multiplier par le nombre de GPU ?", "Faut-il multiplier par le nombre de GPUs",
      "pourquoi on multiplie par le nombre de gpus",
    ],
    [
      "Warum muss man durch die Fläche teilen?", "warum teilt man durch die Flache",
      "Muss man hier durch die Fläche teilen",
    ],
    ["Perché si divide per l'area?", "perche dividere per l'area", "Si divide per l’area?"],
  ])
  func anyLanguageWithLatinLettersWillDo(_ texts: [String]) {
    #expect(groups(texts + ["Something else altogether"]).first == [0, 1, 2])
  }

  @Test func unlikeTextsStandAlone() {
    let texts = [
      "What is the efficiency of a data centre?", "Is the deadline on Sunday?",
      "How do I type a square root?", "Which table has the emissions?", "Can I work in a group?",
    ]
    #expect(groups(texts) == [[0], [1], [2], [3], [4]])
  }

  @Test func theCentreIsTheTextThatIsMostLikeTheOthers() {
    let group = TextGroups([
      "number of GPUs", "Why is there a number of GPUs in the formula?", "the number of GPUs",
      "Where is the number of GPUs?",
    ]).groups[0]
    #expect(group.members.count >= 3)
    #expect(group.members.contains(group.centre))
    #expect(group.centre != 1)
  }

  @Test func textsWithoutWordsAreNoGroup() {
    #expect(groups(["", "???", "", "…"]).allSatisfy { $0.count == 1 })
    #expect(groups([]) == [])
  }

  @Test func everyTextIsInOneGroup() {
    let texts = (0..<600).map { "question \($0 % 50) about thing \($0 % 7) and word \($0 % 13)" }
    #expect(groups(texts).reduce(0) { $0 + $1.count } == 600)
  }
}
