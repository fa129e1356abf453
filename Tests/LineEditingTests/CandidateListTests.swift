import LineEditing
import Testing

@testable import TextLayout

@Suite struct CandidateListTests {
  @Test func columnsAreReadDownwards() {
    let list = CandidateList(width: 14)
    #expect(list.lines(of: ["one", "two", "three", "four"]) == ["one    three", "two    four"])
  }

  @Test func wideCharactersTakeTwoColumns() {
    let list = CandidateList(width: 12)
    #expect(list.lines(of: ["日本", "kg", "µg"]) == ["日本  µg", "kg"])
  }

  @Test(arguments: [2, 10, 40, 60, 80, 200], [1, 5, 54, 3000])
  func noLineIsAsWideAsTheTerminalAndNoListTooLong(width: Int, count: Int) {
    let list = CandidateList(width: width)
    let lines = list.lines(of: (1...count).map { "quantity_\($0)" })
    #expect(lines.count <= 12)
    #expect(lines.allSatisfy { displayWidth($0) < width })
  }

  @Test func aLongListTellsHowManyWereLeftOut() {
    let labels = (10...49).map { "q\($0)" }
    #expect(
      CandidateList(width: 10, rows: 3).lines(of: labels) == [
        "q10  q12", "q11  q13", "… and 36…",
      ])
    #expect(
      CandidateList(width: 20, rows: 3).lines(of: labels) == [
        "q10  q12  q14  q16", "q11  q13  q15  q17", "… and 32 more",
      ])
    #expect(
      CandidateList(width: 20, rows: 3, unicode: false).lines(of: labels).last
        == "... and 32 more")
  }

  @Test func noCandidatesGiveNoLines() {
    #expect(CandidateList(width: 80).lines(of: []) == [])
  }
}
