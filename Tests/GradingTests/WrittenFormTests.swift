import Exercises
import SmallExercises
import Testing

@testable import Grading

/// Right numbers that have to be written with so many figures or decimals.
@Suite struct WrittenFormTests {
  private func report(
    _ lines: String, _ form: MarkingRules.WrittenForm, expect: String, unit: String? = nil,
    tolerance: MarkingRules.Tolerance = .relative(0.05), shares: [Verdict: Double] = [:],
    bare: MarkingRules.BarePolicy = .ask
  ) throws -> AnswerReport {
    var rules = MarkingRules(tolerance: tolerance, bare: bare, shares: shares)
    rules.written = form
    let reference = SmallExercise.reference([
      SmallExercise.answer("x", expect, unit: unit, rules: rules)
    ])
    try #require(reference.problems.isEmpty)
    return try #require(SmallExercise.judge(reference, lines).first)
  }

  // MARK: What is typed

  @Test(arguments: [
    ("0.30", true), ("0.300", false), ("0.3", false), (".30", true), ("3.0e-1", true),
    ("3.00e-1", false), ("3.0 * 10^-1", true), ("3.0 × 10⁻¹", true), ("3 * 10^-1", false),
    ("(0.30)", true), ("--0.30", true), ("00.30", true), ("30%", true), ("30.0%", false),
  ])
  func figuresCountAsTyped(typed: String, meets: Bool) throws {
    let report = try report("x = \(typed)", .figures(2), expect: "0.3")
    #expect(report.verdict == (meets ? .correct : .otherForm))
    #expect(report.share == (meets ? 1 : 0.5))
  }

  @Test(arguments: [
    (1, false), (2, true), (3, true), (4, true), (5, false),
  ])
  func zerosAtTheEndOfAWholeNumberMayCountOrNot(figures: Int, meets: Bool) throws {
    for typed in ["1200", "1'200", "1_200", "-(-1200)"] {
      let report = try report("x = \(typed)", .figures(figures), expect: "1200")
      #expect((report.verdict == .correct) == meets)
    }
    #expect(try self.report("x = 1200.", .figures(4), expect: "1200").verdict == .correct)
    #expect(try self.report("x = 1200.", .figures(3), expect: "1200").verdict == .otherForm)
  }

  @Test(arguments: [
    ("0.30 kg", true), ("0.3 kg", false), ("0.300 kg", false), ("300 g", false),
    ("300.00 g", true), ("3.00e2 g", true), ("0.30 * 1 kg", true), ("(0.30) * 1 kg", true),
    ("30.00e-2 kg", true), ("1 kg", false),
  ])
  func decimalsCountAsTypedInWhateverUnit(typed: String, meets: Bool) throws {
    let report = try report(
      "x = \(typed)", .decimals(2), expect: typed == "1 kg" ? "1 kg" : "0.3 kg")
    #expect((report.verdict == .otherForm) == !meets)
  }

  @Test func onlyItsOwnStatementCounts() throws {
    let right = try report("y = 0.5; x = 0.30 kg; z = 7", .decimals(2), expect: "0.3 kg")
    #expect(right.verdict == .correct)
    let other = try report("y = 0.50; x = 0.3 kg; z = 0.70", .decimals(2), expect: "0.3 kg")
    #expect(other.verdict == .otherForm)
  }

  // MARK: What is computed

  @Test(arguments: [
    ("1 / 3", MarkingRules.WrittenForm.decimals(2), false), ("round(1 / 3, 2)", .decimals(2), true),
    ("round(1 / 3, 3)", .decimals(2), false), ("round(1 / 3, 1)", .decimals(2), true),
    ("0.1 + 0.23", .decimals(2), true), ("1 / 3", .figures(3), false),
    ("round(1 / 3, 3)", .figures(3), true), ("round(1 / 3, 4)", .figures(3), false),
  ])
  func aComputedValueIsItsOwnRounding(
    formula: String, form: MarkingRules.WrittenForm, meets: Bool
  ) throws {
    let report = try report("x = \(formula)", form, expect: "1 / 3", tolerance: .relative(0.2))
    #expect((report.verdict == .correct) == meets)
    #expect((report.verdict == .otherForm) == !meets)
  }

  /// A name is no unit: what is computed with it is not typed.
  @Test func anotherNameIsComputed() throws {
    let report = try report("y = 0.3; x = 1 * y", .figures(2), expect: "0.3")
    #expect(report.verdict == .correct)
  }

  /// In the unit in which it comes out, or that asked for, in which it is shown.
  @Test(arguments: [
    ("round(100 L * 52.6845 Wh/L, 2)", true), ("round(100 L * 52.6845 Wh/L to kWh, 2)", true),
    ("100 L * 52.684512 Wh/L", false), ("5268.45 Wh to kWh", false), ("5270 Wh to kWh", true),
  ])
  func aComputedValueStandsInItsUnit(formula: String, meets: Bool) throws {
    let report = try report("x = \(formula)", .decimals(2), expect: "5.268 kWh")
    #expect((report.verdict == .correct) == meets)
  }

  // MARK: Columns

  @Test func eachRowIsWrittenByItself() throws {
    let report = try report(
      "x = [0.30, 0.3, 1 / 3] * 1 kg", .decimals(2), expect: "[0.3, 0.3, 0.333] kg")
    #expect(report.verdict == .otherForm)
    #expect(report.rows == [.correct, .otherForm, .otherForm])
    #expect(
      report.message
        == "The numbers are right, but 2 decimals are asked for, and B and C are not written so.")
    let right = try self.report(
      "x = [0.30, 0.30, 0.33] * 1 kg", .decimals(2), expect: "[0.3, 0.3, 0.333] kg")
    #expect(right.verdict == .correct)
    #expect(right.rows == [.correct, .correct, .correct])
  }

  // MARK: Verdicts

  @Test(arguments: [
    ("x = 0.31 kg", Verdict.correct), ("x = 0.4 kg", .wrong), ("x = 0.3 m", .wrongUnit),
    ("x = 0.30 kg/m", .wrongUnit), ("x = y", .fails), ("", .unanswered),
    ("x = 3 m", .wrongDimension),
  ])
  func nothingElseIsCalledOtherForm(line: String, expected: Verdict) throws {
    let report = try report(line, .decimals(2), expect: "0.3 kg")
    #expect(report.verdict == expected)
  }

  @Test func aWrongNumberSaysNothingOfItsForm() throws {
    let report = try report("x = 0.4567 kg", .decimals(2), expect: "0.3 kg")
    #expect(report.verdict == .wrong)
    #expect(report.notices.isEmpty)
    #expect(!report.message.contains("decimals"))
  }

  @Test func theLowerShareCountsWhereTheUnitIsMissingToo() throws {
    func judged(_ unit: Double, _ form: Double, _ line: String) throws -> AnswerReport {
      try report(
        line, .decimals(2), expect: "0.3 kg",
        shares: [.unitMissing: unit, .otherForm: form])
    }
    let both = try judged(0.8, 0.3, "x = 0.3")
    #expect(both.verdict == .unitMissing)
    #expect(both.message.contains("its unit is missing"))
    #expect(both.share == 0.3)
    #expect(
      both.notices == [
        "Besides, it is written with 1 decimal, and 2 are asked for; zeros at its end count."
      ])
    #expect(try judged(0.2, 0.3, "x = 0.3").share == 0.2)
    #expect(try judged(0.8, 0.3, "x = 0.30").share == 0.8)
    #expect(try judged(0.8, 0.3, "x = 0.30").notices.isEmpty)
  }

  @Test func whatFollowsIsHeldToItsFormToo() throws {
    var rules = MarkingRules()
    rules.written = .decimals(1)
    let reference = SmallExercise.reference([
      SmallExercise.answer("power", "450 W"),
      SmallExercise.answer("energy", "power * 3.333 h", unit: "kWh", rules: rules),
    ])
    let reports = SmallExercise.judge(reference, "power = 333 W; energy = power * 3.333 h")
    #expect(reports.map(\.verdict) == [.wrong, .follows])
    #expect(reports[1].share == 0.5)
    #expect(reports[1].notices.count == 1)
  }

  @Test func anAuthorMayForgiveTheForm() throws {
    let report = try report(
      "x = 0.3 kg", .decimals(2), expect: "0.3 kg", shares: [.otherForm: 1])
    #expect(report.verdict == .otherForm)
    #expect(report.share == 1)
  }

  @Test func aNumberThatIsTakenOnKeepsItsNotice() throws {
    let report = try report("x = 0.3", .decimals(2), expect: "0.3 kg", bare: .adopt)
    #expect(report.verdict == .otherForm)
    #expect(report.notices.count == 1)
  }

  // MARK: What is said

  @Test(
    arguments: [
      (
        "0.2645", .figures(3),
        "The number is right, but it is written with 4 figures, and 3 are asked for."
      ),
      (
        "0.26", .figures(1),
        "The number is right, but it is written with 2 figures, and 1 is asked for."
      ),
      (
        "0.26", .figures(3),
        "The number is right, but it is written with 2 figures, and 3 are asked for; zeros at its"
          + " end count."
      ),
      (
        "0.26", .decimals(0),
        "The number is right, but it is written with 2 decimals, and none is asked for."
      ),
      (
        "0.264 + 0.0005", .decimals(2),
        "The number is right, but it is not rounded, and 2 decimals are asked for: `round(…, 2)`"
          + " does it."
      ),
      (
        "0.264 + 0.0005", .figures(3),
        "The number is right, but it is not rounded, and 3 figures are asked for: `round(…, 3)`"
          + " does it."
      ),
      (
        "0.264 + 0.0005", .decimals(0),
        "The number is right, but it is not rounded, and a whole number is asked for: `round(…)`"
          + " does it."
      ),
    ] as [(String, MarkingRules.WrittenForm, String)])
  func whatWasAskedForAndFoundIsSaid(
    _ typed: String, _ form: MarkingRules.WrittenForm, _ said: String
  ) throws {
    let report = try report(
      "x = \(typed)", form, expect: "0.2645", tolerance: .absolute(AuthorFormula("0.3", line: 1)))
    #expect(report.message == said)
  }

  @Test(arguments: [
    (1, "with at least 2 figures, and 1 is asked for."),
    (5, "with at most 4 figures, and 5 are asked for; zeros at its end count."),
  ])
  func figuresOfAWholeNumberAreSaidWithTheirBounds(_ figures: Int, _ said: String) throws {
    let report = try report("x = 1200", .figures(figures), expect: "1200")
    #expect(report.message == "The number is right, but it is written " + said)
  }

  @Test func whatIsShownInTheUnitAskedForIsRoundedInIt() throws {
    let report = try report("x = 100 L * 52.6845123 Wh/L", .figures(3), expect: "5.268 kWh")
    #expect(
      report.message
        == "The number is right, but it is not rounded, and 3 figures are asked for: `round(… to"
        + " kWh, 2)` does it.")
  }
}
