import Testing
import TextAnalysis

/// Criteria that say the same are told once.
@Suite struct RepeatedCriteriaTests {
  private func report(_ message: String, met: Bool? = false) -> CriterionReport {
    CriterionReport(id: "x", kind: .mentions, met: met, points: 1, message: message)
  }

  @Test func whatIsSaidTwiceInARowIsSaidOnceWithItsCount() {
    let another = CriteriaWording.another
    let said = [
      report("A."), report(another), report(another), report("B.", met: nil),
      report("B.", met: nil), report("B.", met: nil),
    ].saidOnce.map(\.message)
    #expect(
      said == [
        "A.", "Not named yet: 2 other things that a full answer has.", "B (3 criteria).",
      ])
  }

  @Test func whatDiffersInItsFindingStaysApart() {
    #expect([report("A.", met: true), report("A.")].saidOnce.count == 2)
  }
}
