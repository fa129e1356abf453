import Gradebook
import Testing

@testable import Exports

@Suite struct MarkRuleTests {
  @Test(
    arguments: [
      (0.285, 2, "0.29"), (0.2849, 2, "0.28"), (1.005, 2, "1.01"), (2.675, 2, "2.68"),
      (0.1 + 0.2, 2, "0.3"), (1.0 / 3, 2, "0.33"), (5.5, 0, "6"), (0.5, 0, "1"), (0.4, 0, "0"),
      (0.004, 2, "0"), (0.005, 2, "0.01"), (9.995, 2, "10"), (1234567.891, 1, "1234567.9"),
      (0.00001, 5, "0.00001"), (10, 2, "10"), (0, 2, "0"), (4.35 * 100, 2, "435"),
      (0.999, 2, "1"),
    ] as [(Double, Int, String)]) func marksAreRoundedHalfAwayFromZeroAsWritten(
      mark: Double, decimals: Int, text: String
    )
  {
    var rule = MarkRule()
    rule.decimals = decimals
    #expect(rule.text(mark) == text)
    #expect(rule.text(mark, sign: .comma) == text.replacing(".", with: ","))
    #expect(Double(text) != nil)
  }

  @Test func whatNobodyHasConfirmedCountsAsTheRuleSays() {
    let student = SmallClass.student("Ada", score: 1, provisional: 0.5, waiting: 2)
    let sure = SmallClass.student("Bob", score: 1)
    let marks = SmallClass.marks([student, sure])
    func mark(_ unconfirmed: MarkRule.Unconfirmed) -> [Double?] {
      var rule = MarkRule()
      rule.unconfirmed = unconfirmed
      return [student, sure].map { rule.mark(of: $0, in: marks) }
    }
    #expect(mark(.counted) == [1.5, 1])
    #expect(mark(.left) == [1, 1])
    #expect(mark(.withoutMark) == [nil, 1])
  }

  @Test func marksAreScaledToAMaximum() {
    let student = SmallClass.student("Ada", score: 9.5)
    let marks = SmallClass.marks([student], maximum: 20)
    var rule = MarkRule()
    rule.maximum = 6
    #expect(rule.text(rule.mark(of: student, in: marks) ?? 0) == "2.85")
    rule.decimals = 1
    #expect(rule.text(rule.mark(of: student, in: marks) ?? 0) == "2.9")
  }

  @Test func whoHandedNothingInHasNoMarkUnlessZeroIsAskedFor() {
    let missing = SmallClass.student("Ada")
    var unreadable = SmallClass.student("Bob")
    unreadable.standing = .unreadable
    let marks = SmallClass.marks([missing, unreadable])
    var rule = MarkRule()
    #expect(rule.mark(of: missing, in: marks) == nil)
    rule.missingIsZero = true
    #expect(rule.mark(of: missing, in: marks) == 0)
    #expect(rule.mark(of: unreadable, in: marks) == nil)
  }
}
