import LineEditing
import Testing

@Suite struct CompletionInsertionTests {
  private func insertion(
    _ line: String, cursor: Int? = nil, start: Int, _ candidates: String...
  ) -> CompletionInsertion {
    CompletionInsertion(
      line: line, cursor: cursor ?? line.utf8.count,
      completion: Completion(start: start, candidates: candidates.map { .init($0) }))
  }

  @Test func aSingleCandidateReplacesWhatWasTyped() {
    #expect(insertion("2 * ma", start: 4, "mass") == .replacement(old: "ma", new: "mass"))
    #expect(insertion("co2", start: 0, "CO₂") == .replacement(old: "co2", new: "CO₂"))
  }

  @Test func theCommonBeginningOfSeveralIsFilledIn() {
    #expect(
      insertion("m", start: 0, "metre", "metric") == .replacement(old: "m", new: "metr"))
  }

  @Test func theCommonBeginningIsOfWholeCharacters() {
    // é and è share their first byte; e with an accent is not e.
    #expect(insertion("x", start: 0, "xé", "xè") == .list([.init("xé"), .init("xè")]))
    #expect(commonPrefix(of: ["e\u{301}a", "ea"]) == "")
    #expect(commonPrefix(of: ["ab", "abc", "abd"]) == "ab")
    #expect(commonPrefix(of: [String]()) == "")
  }

  @Test func aListIsShownWhereNothingCanBeFilledIn() {
    #expect(
      insertion("metr", start: 0, "metre", "metric") == .list([.init("metre"), .init("metric")]))
  }

  @Test func whatWasTypedIsNeverShortened() {
    #expect(insertion("m_e", start: 0, "mₑ", "mₚ") == .list([.init("mₑ"), .init("mₚ")]))
  }

  @Test func nothingHappensWithoutCandidatesOrWhereTheOnlyOneStands() {
    #expect(insertion("xyz", start: 0) == .nothing)
    #expect(insertion("mass", start: 0, "mass") == .nothing)
    #expect(insertion("mas", start: 0, "mass", "mass") == .replacement(old: "mas", new: "mass"))
  }

  @Test func onlyTextBeforeTheCursorCounts() {
    #expect(
      insertion("ma + 1", cursor: 2, start: 0, "mass") == .replacement(old: "ma", new: "mass"))
  }

  @Test(arguments: [(-1, 1), (2, 1), (0, 9)])
  func aPlaceOutsideTheLineDoesNothing(start: Int, cursor: Int) {
    #expect(insertion("ab", cursor: cursor, start: start, "abc") == .nothing)
  }
}
