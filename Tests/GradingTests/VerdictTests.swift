import Exercises
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys
@testable import Grading

@Suite struct VerdictTests {
  private func verdict(
    _ line: String, expect: String, unit: String? = nil, rules: MarkingRules = MarkingRules()
  ) throws -> Verdict {
    let reference = SmallExercise.reference([
      SmallExercise.answer("x", expect, unit: unit, rules: rules)
    ])
    try #require(reference.problems.isEmpty)
    return try #require(SmallExercise.judge(reference, line).first).verdict
  }

  @Test(arguments: [
    ("x = 450 W", Verdict.correct), ("x = 0.45 kW", .correct), ("x = 451 W", .correct),
    ("x = 0.45", .unitMissing), ("x = 450", .wrong), ("x = 460 W", .wrong),
    ("x = 0.45 kg", .wrongUnit), ("x = 3 kg", .wrongDimension), ("", .unanswered),
    ("x = 1 kW +", .unanswered), ("x = y", .fails), ("x = \"kW\"", .wrong),
    ("x = [450, 450] * 1 W", .wrong),
  ])
  func powerIsJudgedByValueAndUnit(line: String, expected: Verdict) throws {
    #expect(try verdict(line, expect: "450 W", unit: "kW") == expected)
  }

  @Test(arguments: [
    (MarkingRules.BarePolicy.ask, Verdict.unitMissing), (.adopt, .correct),
    (.refuse, .wrongDimension),
  ])
  func bareNumberFollowsItsPolicy(policy: MarkingRules.BarePolicy, expected: Verdict) throws {
    let rules = MarkingRules(bare: policy)
    #expect(try verdict("x = 365", expect: "365 day", rules: rules) == expected)
  }

  /// A figure typed for an angle in degrees has to be one of degrees.
  @Test(arguments: [
    ("x = 52.1", Verdict.unitMissing), ("x = 52.1°", .correct), ("x = 0.90932 rad", .correct),
    ("x = 0.90932", .wrong), ("x = 1.81864 / 2", .wrong), ("x = asin(0.78908)", .correct),
    ("x = 0.90932 m / (1 m)", .correct), ("x = 52.1 rad", .wrong),
  ])
  func bareAngleIsNotReadInRadians(line: String, expected: Verdict) throws {
    #expect(try verdict(line, expect: "52.1°") == expected)
  }

  @Test func unitThatFallsShortOfBareNumbersIsAskedFor() throws {
    let rules = MarkingRules(bare: .ask)
    let reference = SmallExercise.reference([
      SmallExercise.answer("total", "6000 mug"),
      SmallExercise.answer("x", "total / (365 day)", unit: "mug/day", rules: rules),
    ])
    let reports = SmallExercise.judge(reference, "total = 6000 mug; x = total / 365")
    #expect(reports.map(\.verdict) == [.correct, .unitMissing])
  }

  @Test func unitThatFallsShortIsAdoptedWhereTheAuthorSaysSo() throws {
    let rules = MarkingRules(bare: .adopt)
    let reference = SmallExercise.reference([
      SmallExercise.answer("total", "6000 mug"),
      SmallExercise.answer("x", "total / (365 day)", unit: "mug/day", rules: rules),
    ])
    for line in [
      "total = 6000; x = total / 365", "days = 365; total = 6000; x = total / days",
      "def daily(a): days = 365; return a / days\ntotal = 6000 mug; x = daily(total)",
      "total = 6000 mug; whole = total / 365; x = whole",
    ] {
      #expect(SmallExercise.judge(reference, line).map(\.verdict) == [.correct, .correct])
    }
  }

  @Test func countedUnitsAreForgivenAndTakenOn() throws {
    let reference = SmallExercise.reference([
      SmallExercise.answer("each", "1000 token/request", unit: "token/request"),
      SmallExercise.answer("all", "each * 5 request", unit: "token"),
    ])
    let reports = SmallExercise.judge(reference, "each = 1000; all = each * 5 request")
    #expect(reports.map(\.verdict) == [.correct, .correct])
    #expect(reports[0].notices.count == 1)
  }

  @Test func strictCountsAreNotForgiven() throws {
    let rules = MarkingRules(bare: .refuse, counts: .strict)
    #expect(try verdict("x = 5", expect: "5 mug", rules: rules) == .wrongDimension)
    #expect(try verdict("x = 5 token", expect: "5 mug", rules: rules) == .wrongUnit)
  }

  @Test func exactUnitPolicyTakesNoOther() throws {
    let rules = MarkingRules(units: .exact)
    #expect(try verdict("x = 450 W", expect: "450 W", unit: "kW", rules: rules) == .wrongUnit)
    #expect(try verdict("x = 0.45 kW", expect: "450 W", unit: "kW", rules: rules) == .correct)
  }

  @Test func unitsMayBeLeftOutOfConsideration() throws {
    let rules = MarkingRules(units: .none)
    #expect(try verdict("x = 0.45 kg", expect: "450 W", unit: "kW", rules: rules) == .correct)
  }

  @Test func acceptedUnitIsReadAsTheOneAskedFor() throws {
    let rules = MarkingRules(accepts: [AuthorFormula("mug/day", line: 1)])
    #expect(try verdict("x = 5 mug/day", expect: "5 mug", rules: rules) == .correct)
    #expect(try verdict("x = 35 mug/week", expect: "5 mug", rules: rules) == .correct)
  }

  @Test(arguments: [
    ("x = 0.0026 g", Verdict.correct), ("x = 0.00264518 g", .correct), ("x = 0.0027 g", .wrong),
    ("x = 2.6 mg", .correct), ("x = 0.0025 g", .wrong),
  ])
  func significantFiguresAreThoseOfTheReference(line: String, expected: Verdict) throws {
    let rules = MarkingRules(tolerance: .figures(2))
    let expect = "0.0026451844961240312 g"
    #expect(try verdict(line, expect: expect, rules: rules) == expected)
  }

  @Test func numberRoundedTooFarEarnsHalf() throws {
    #expect(try verdict("x = 0.0026 g", expect: "0.0026451844961 g") == .rounded)
    #expect(try verdict("x = 0.003 g", expect: "0.0026451844961 g") == .wrong)
    #expect(try verdict("x = 0.001 g * 2.6", expect: "0.0026451844961 g") == .wrong)
  }

  @Test(arguments: [
    (MarkingRules.Tolerance.factor(2), "x = 15 kg", Verdict.correct),
    (.factor(2), "x = 25 kg", .wrong),
    (.factor(20), "x = 100 kg", .wrong), (.factor(20), "x = 90 kg", .correct),
    (.absolute(AuthorFormula("500 g", line: 1)), "x = 10.4 kg", .correct),
    (.absolute(AuthorFormula("500 g", line: 1)), "x = 10.6 kg", .wrong),
    (
      .range(AuthorFormula("9 kg", line: 1), AuthorFormula("12000 g", line: 1)), "x = 12 kg",
      .correct
    ),
    (.range(AuthorFormula("9 kg", line: 1), AuthorFormula("12000 g", line: 1)), "x = 8 kg", .wrong),
  ])
  func otherTolerancesApply(
    tolerance: MarkingRules.Tolerance, line: String, expected: Verdict
  ) throws {
    let rules = MarkingRules(tolerance: tolerance)
    #expect(try verdict(line, expect: "10 kg", rules: rules) == expected)
  }

  @Test func zeroIsComparedAbsolutely() throws {
    #expect(try verdict("x = 0 kg", expect: "0 kg") == .correct)
    #expect(try verdict("x = 1e-3 kg", expect: "0 kg") == .wrong)
  }

  @Test func authorMayChangeAShare() throws {
    let rules = MarkingRules(shares: [.unitMissing: 1])
    let reference = SmallExercise.reference([
      SmallExercise.answer("x", "450 W", unit: "kW", rules: rules)
    ])
    let report = try #require(SmallExercise.judge(reference, "x = 0.45").first)
    #expect(report.verdict == .unitMissing)
    #expect(report.share == 1)
  }

  @Test func bareNumberTakesItsUnitOnWhateverItsValue() throws {
    let reference = SmallExercise.reference([
      SmallExercise.answer("power", "450 W", unit: "kW"),
      SmallExercise.answer("energy", "power * 2 h", unit: "kWh"),
    ])
    let reports = SmallExercise.judge(reference, "power = 3; energy = power * 2 h")
    #expect(reports.map(\.verdict) == [.wrong, .follows])
  }
}

@Suite struct ColumnTests {
  private let reference = SmallExercise.reference([
    SmallExercise.answer(
      "energy", "models[\"Time (h)\"] * 2 kW", unit: "kWh", also: ["models[\"Energy\"]"])
  ])

  @Test(arguments: [
    "energy = models[\"Time (h)\"] * 2 kW",
    "models[\"Energy\"] = df[\"Time (h)\"] * 2000 W",
    "energy = [20, 40, 80] * 1 kWh",
    "energy = [72, 144, 288] * 1 MJ",
  ])
  func columnIsRightUnderAnyNameAndUnit(line: String) throws {
    let report = try #require(SmallExercise.judge(reference, line).first)
    #expect(report.verdict == .correct)
    #expect(report.rows == [.correct, .correct, .correct])
  }

  @Test func rowsThatAreOffAreNamed() throws {
    let report = try #require(
      SmallExercise.judge(reference, "energy = [20, 41, 80] * 1 kWh").first)
    #expect(report.verdict == .wrong)
    #expect(report.share == 0)
    #expect(report.rows == [.correct, .wrong, .correct])
    #expect(report.message.contains("B"))
    #expect(!report.message.contains("A,"))
  }

  @Test func singleValueInPlaceOfAColumnIsTold() throws {
    let report = try #require(SmallExercise.judge(reference, "energy = 20 kWh").first)
    #expect(report.verdict == .wrong)
    #expect(report.message.contains("3 values"))
  }

  @Test func bareColumnLacksItsUnit() throws {
    let report = try #require(SmallExercise.judge(reference, "energy = [20, 40, 80]").first)
    #expect(report.verdict == .unitMissing)
  }

  @Test func missingCellIsNeverRight() {
    #expect(!Tolerance.factor(2).accepts(.nan, 1))
  }
}

@Suite struct FunctionTests {
  private let reference = CompiledExercise(
    SmallExercise.exercise([
      .function(
        FunctionAnswer(
          name: "brew", parameters: ["power", "time"],
          expect: AuthorFormula("power * time", line: 1),
          unit: AuthorFormula("kWh", line: 1),
          points: [
            [AuthorFormula("2 kW", line: 1), AuthorFormula("3 h", line: 1)],
            [AuthorFormula("1 kW", line: 1), AuthorFormula("1 h", line: 1)],
          ]))
    ]), units: UnitSystem())

  @Test(arguments: [
    ("def brew(power, time) = power * time", Verdict.correct),
    ("brew(p, t) = t * p", .correct),
    ("def brew(p, t):\n    energy = p * t\n    return energy", .correct),
    ("def brew(p, t) = p * t ** 2 / (1 h)", .partly),
    ("def brew(p, t) = p * t * 2", .wrong),
    ("def brew(p, t) = p + t", .fails),
    ("def brew(p) = p", .fails),
    ("brew = 3 kWh", .wrong),
    ("", .unanswered),
  ])
  func functionIsJudgedOnItsTestPoints(text: String, expected: Verdict) throws {
    let report = try #require(SmallExercise.judge(reference, text).first)
    #expect(report.verdict == expected)
    if expected == .partly { #expect(report.share == 0.5) }
  }
}

@Suite struct ReferenceTests {
  @Test func messagesNeverHoldTheReferenceValue() throws {
    let reference = SmallExercise.reference([SmallExercise.answer("x", "437 W", unit: "kW")])
    for line in [
      "x = 1 kW", "x = 4370 W", "x = 0.4", "x = 3 kg", "x = 437 kg", "x = 0.2185 kW", "x = -437 W",
      "x = [1, 2]", "x = 0.4371 m",
    ] {
      let report = try #require(SmallExercise.judge(reference, line).first)
      #expect(report.verdict != .correct)
      #expect(!report.message.contains("437"), "\(line): \(report.message)")
    }
  }

  @Test func authorsMistakesAreReported() {
    let reference = SmallExercise.reference([
      SmallExercise.answer("a", "450 W", unit: "kWh"),
      SmallExercise.answer("b", "450 W +", unit: "kW"),
      SmallExercise.answer("c", "nothing * 2"),
      SmallExercise.answer("d", "450 W", unit: "3 kW"),
    ])
    #expect(reference.problems.count == 4)
  }

  @Test func givenNamesServeTheModelAnswerOnly() throws {
    let reference = SmallExercise.reference(
      [SmallExercise.answer("x", "factor * 2 kW")],
      given: [Given(name: "factor", formula: AuthorFormula("3", line: 1))])
    #expect(reference.problems.isEmpty)
    let report = try #require(SmallExercise.judge(reference, "x = factor * 2 kW").first)
    #expect(report.verdict == .fails)
  }

  @Test func modelAnswersOfASoundExercisePassTheirReplay() {
    let reference = SmallExercise.reference([
      SmallExercise.answer("power", "450 W", unit: "kW"),
      SmallExercise.answer("each", "1000 token/request", rules: MarkingRules(bare: .adopt)),
      SmallExercise.answer("all", "models[\"Time (h)\"] * power", unit: "kWh", also: ["df[\"E\"]"]),
    ])
    #expect(ExerciseCheck(reference).modelAnswerProblems().map(\.diagnostic.message) == [])
  }
}

@Suite struct PercentageTests {
  @Test(arguments: [
    ("x = 25 %", Verdict.correct), ("x = 0.25", .correct), ("x = 25", .unitMissing),
    ("x = 26", .wrong),
  ])
  func percentageMayBeTypedAsAShare(line: String, expected: Verdict) throws {
    let reference = SmallExercise.reference([SmallExercise.answer("x", "25 %", unit: "%")])
    #expect(SmallExercise.judge(reference, line).map(\.verdict) == [expected])
    #expect(ExerciseCheck(reference).modelAnswerProblems().isEmpty)
  }

  @Test func acceptedUnitIsNotTakenForARoundedNumber() throws {
    let rules = MarkingRules(accepts: [AuthorFormula("L/week", line: 1)])
    let reference = SmallExercise.reference([
      SmallExercise.answer("x", "54.3 L/mug", rules: rules)
    ])
    #expect(SmallExercise.judge(reference, "x = 54 L/week").map(\.verdict) == [.wrong])
  }

  @Test func unitThatIsKnownCannotBeDeclaredAnew() {
    var exercise = SmallExercise.exercise([])
    exercise.units = [UnitDeclaration(name: "day", kind: .counted)]
    let reference = CompiledExercise(exercise, units: UnitSystem())
    #expect(reference.problems.map(\.diagnostic.id) == ["unit-known"])
  }
}

/// A column of which one row has no figure.
@Suite struct MissingRowTests {
  private func report(_ line: String) throws -> AnswerReport {
    var exercise = SmallExercise.exercise([
      .values([SmallExercise.answer("x", "acids[\"c\"] / 10", unit: "mM")])
    ])
    exercise.tables = [
      DataTable(
        name: "acids", also: [],
        columns: [
          DataColumn(heading: "Acid", cells: .texts(["Acetic", "Formic", "Lactic"])),
          DataColumn(
            heading: "c", unit: AuthorFormula("mM", line: 1), cells: .numbers([100, .nan, 200])),
        ], rowCount: 3)
    ]
    let reference = CompiledExercise(exercise, units: UnitSystem())
    try #require(reference.problems.isEmpty)
    return try #require(SmallExercise.judge(reference, line).first)
  }

  @Test(arguments: [
    ("x = acids[\"c\"] / 10", Verdict.correct, "Right."),
    ("x = acids[\"c\"] * 0.1 + 0 mM", .correct, "Right."),
    ("x = [10, 0, 20] * (1 mM)", .wrong, "Not right yet in Formic; the other rows are right."),
  ])
  func isRightWhereItIsMissingInBoth(_ line: String, _ verdict: Verdict, _ said: String) throws {
    let report = try report(line)
    #expect(report.verdict == verdict)
    #expect(report.message == said)
  }

  @Test func isToldRowByRow() throws {
    #expect(try report("x = acids[\"c\"] / 10").rows == [.correct, .correct, .correct])
    #expect(try report("x = [10, 0, 20] * (1 mM)").rows == [.correct, .wrong, .correct])
    #expect(try report("x = acids[\"c\"] / 30 + 1 mM").rows == [.wrong, .correct, .wrong])
  }

  /// The row without a figure is none of the others that are right.
  @Test func countsForNothingInWhatIsSaidOfTheRest() throws {
    #expect(try !report("x = acids[\"c\"] / 30 + 1 mM").message.contains("other rows"))
  }
}
