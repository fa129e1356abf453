import ErrorDiagnosis
import Exercises
import Formulas
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys
@testable import Grading

/// Bare numbers that are right in another unit than the one asked for.
@Suite struct OtherUnitTests {
  private func report(
    _ line: String, expect: String, unit: String? = nil, share: Double? = 0.5,
    units: MarkingRules.UnitPolicy = .convert, bare: MarkingRules.BarePolicy = .ask
  ) throws -> AnswerReport {
    var rules = MarkingRules(units: units, bare: bare)
    if let share { rules.shares[.otherUnit] = share }
    let reference = SmallExercise.reference([
      SmallExercise.answer("x", expect, unit: unit, rules: rules)
    ])
    try #require(reference.problems.isEmpty)
    return try #require(SmallExercise.judge(reference, line).first)
  }

  @Test(arguments: [
    ("x = 6.24", "6.24 atm", "torr", "atm"), ("x = 0.19", "190 Wh/km", "Wh/km", "kWh/km"),
    ("x = 450", "450 W", "kW", "W"), ("x = 4.5e2", "450 W", "kW", "W"),
    ("x = -450", "-450 W", "kW", "W"), ("x = 25", "25 mT", "T", "mT"),
    ("x = 293.15", "20 °C", nil, "K"), ("x = 68", "20 °C", nil, "°F"),
    ("x = 20.1", "293.25 K", nil, "°C"), ("x = 0.9093", "52.1°", nil, "rad"),
    ("x = 52.1", "52.1°", "rad", "°"), ("x = 60", "60 token/min", "token/s", "token/min"),
    ("x = 250", "250 g CO2e", "kg CO2e", "g CO2e"),
    ("x = [10, 20, 40]", "models[\"Time (h)\"]", "day", "h"),
  ])
  func earnTheShareThatTheAuthorGives(
    _ line: String, _ expect: String, _ unit: String?, _ meant: String
  ) throws {
    let report = try report(line, expect: expect, unit: unit)
    let asked = try #require(report.cause?.units.first)
    #expect(report.verdict == .otherUnit)
    #expect(report.share == 0.5)
    #expect(report.cause?.kind == .unit)
    #expect(report.cause?.units == [asked, meant])
    #expect(
      report.message
        == "The number is right in \(meant), but without its unit it is read in \(asked), which is"
        + " asked for: add `\(meant)`.")
    // What is said to be added makes it right.
    let typed = line.replacing("x = ", with: "x = (") + ") * 1 \(meant)"
    let mended = meant.contains("°") && meant != "°" ? line + " \(meant)" : typed
    #expect(try self.report(mended, expect: expect, unit: unit).verdict == .correct)
  }

  @Test(arguments: ["x = 6.24", "x = 450"])
  func areWrongAsEverWhereTheAuthorGivesNone(line: String) throws {
    let expect = line == "x = 450" ? "450 W" : "6.24 atm"
    let report = try report(
      line, expect: expect, unit: line == "x = 450" ? "kW" : "torr", share: nil)
    #expect(report.verdict == .wrong)
    #expect(report.share == 0)
  }

  @Test(arguments: [
    // Typed with a unit, computed, of one figure, or right nowhere.
    "x = 450 kW", "x = 45 * 10", "y = 450; x = y", "x = 457", "x = 5e2",
  ])
  func areTypedBareWithTwoFigures(line: String) throws {
    let report = try report(line, expect: "450 W", unit: "kW")
    #expect(report.verdict == .wrong)
  }

  @Test func ofOneFigureMayBeChance() throws {
    #expect(try report("x = 5e2", expect: "500 W", unit: "kW").verdict == .wrong)
    #expect(try report("x = 5.0e2", expect: "500 W", unit: "kW").verdict == .otherUnit)
  }

  @Test func areRightInTheUnitAskedForFirst() throws {
    #expect(try report("x = 0.45", expect: "450 W", unit: "kW").verdict == .unitMissing)
    #expect(try report("x = 0.45 kg", expect: "450 W", unit: "kW").verdict == .wrongUnit)
  }

  @Test func areRefusedWithAllBareNumbers() throws {
    let refused = try report("x = 450", expect: "450 W", unit: "kW", bare: .refuse)
    #expect(refused.verdict == .wrongDimension)
    let ignored = try report("x = 450", expect: "450 W", unit: "kW", units: .none)
    #expect(ignored.verdict == .wrong)
  }

  @Test func areConvertedWhereOneUnitAloneIsTaken() throws {
    let report = try report("x = 450", expect: "450 W", unit: "kW", units: .exact)
    #expect(report.message.hasSuffix("add `W to kW`."))
  }

  /// Later formulas read the number in the unit asked for, as they do with any bare number.
  @Test func areReadInTheUnitAskedForByLaterFormulas() throws {
    var rules = MarkingRules()
    rules.shares[.otherUnit] = 0.5
    let reference = SmallExercise.reference([
      SmallExercise.answer("power", "450 W", unit: "kW", rules: rules),
      SmallExercise.answer("energy", "power * 2.5 h", unit: "kWh"),
    ])
    let reports = SmallExercise.judge(reference, "power = 450; energy = power * 2.5 h")
    #expect(reports.map(\.verdict) == [.otherUnit, .follows])
    #expect(reports[0].value?.text() == "450 kW")
  }

  /// What an author has foreseen is said in the author's words, and earns the share all the same.
  @Test func keepWhatTheAuthorSaysOfThem() throws {
    var rules = MarkingRules()
    rules.shares[.otherUnit] = 0.3
    var exercise = SmallExercise.exercise([
      .values([SmallExercise.answer("x", "450 W", unit: "kW", rules: rules)])
    ])
    exercise.questions[0].misconceptions = [
      Misconception(when: AuthorFormula("450 kW", line: 1), say: "Mind the prefix.")
    ]
    let compiled = CompiledExercise(exercise, units: UnitSystem())
    let report = try #require(SmallExercise.judge(compiled, "x = 450").first)
    #expect(report.verdict == .otherUnit)
    #expect(report.share == 0.3)
    #expect(report.message == "Mind the prefix.")
  }
}
