import Exercises
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys
@testable import ErrorDiagnosis

/// The cause that is named for a wrong value, on formulas of many forms.
@Suite struct CauseSearchTests {
  static let given = [
    ("pace", "5.25 min/km"), ("distance", "12 km"), ("share", "0.15"), ("price", "3.5"),
    ("crew", "8"), ("teams", "8"), ("power", "450 W"), ("duration", "2 h"),
    ("intensity", "260 g CO2e/kWh"), ("side", "3.72 m"), ("flow", "9 L/min"), ("heat", "35 Wh/L"),
    ("cost", "120 h"), ("rest", "7.5 h"),
  ].map { Given(name: $0.0, formula: AuthorFormula($0.1, line: 1)) }

  private func cause(
    _ formula: String, expect: String, unit: String? = nil
  ) throws -> (cause: Cause?, message: String) {
    let answer = SmallExercise.answer("x", expect, unit: unit)
    let reference = SmallExercise.reference([answer], given: Self.given)
    try #require(reference.problems.isEmpty, "\(reference.problems)")
    let report = try #require(SmallExercise.judge(reference, "x = \(formula)").first)
    #expect(report.share < 1)
    return (report.cause, report.message)
  }

  /// What may be left out is a conversion, and no figure of the model's.
  @Test(arguments: [
    ("450 * 24 * 2", false), ("0.45 * 24 * 24", true), ("0.45 * 24 * 60", true),
    ("day_hours = 24; x = 450 * day_hours", false), ("0.45 * hours * 24", true),
  ])
  func aFigureOfTheModelIsNoConversion(formula: String, saysLeaveOut: Bool) throws {
    let reference = SmallExercise.reference(
      [SmallExercise.answer("x", "power * hours", unit: "kWh")],
      given: [
        Given(name: "power", formula: AuthorFormula("450 W", line: 1)),
        Given(name: "hours", formula: AuthorFormula("24 h", line: 1)),
      ])
    let lines = formula.contains("x =") ? formula : "hours = 24; x = " + formula
    let report = try #require(SmallExercise.judge(reference, lines).first)
    #expect(report.share == 0)
    #expect(report.message.contains("leave") == saysLeaveOut)
  }

  private func describe(_ cause: Cause?) -> String {
    guard let cause else { return "-" }
    var text = cause.kind.rawValue
    for name in cause.names { text += " [\(name)]" }
    for slip in cause.further {
      text += " and \(slip.kind.rawValue)"
      for name in slip.names { text += " [\(name)]" }
    }
    return text
  }

  /// Model answer, its unit, what is typed, and the cause.
  static let slips: [(String, String, String, String)] = [
    ("power * duration", "kWh", "450 W", "factor-missing [duration]"),
    ("power * duration", "kWh", "450 W * 2 h / 1000", "scale"),
    ("power * duration", "kWh", "900", "scale"),
    ("power * duration", "kWh", "0.45 * 2 * 60 kWh", "scale"),
    ("power * duration", "kWh", "450 W * (2 h)^2", "factor-extra [duration]"),
    ("power * duration", "kWh", "450 W / (2 h)", "inverted [duration]"),
    ("power * duration", "kWh", "-0.9 kWh", "sign"),
    ("power * duration", "kWh", "450 W * 7.5 h", "other-name [rest] [duration]"),
    ("power * duration * intensity", "g CO2e", "450 W * 2 h", "factor-missing [intensity]"),
    ("power * duration * intensity", "g CO2e", "0.45 * 2 * 260 * 1000", "scale"),
    (
      "power * duration * intensity", "g CO2e", "450 * 2 * 1.0",
      "factor-missing [intensity]"
    ),
    ("distance / pace", "km^2/min", "12 km * 5.25 min/km", "inverted [pace]"),
    ("distance * pace", "min", "12 km / (5.25 min/km)", "inverted [pace]"),
    ("1 / pace", "km/h", "5.25 min/km", "inverted [pace]"),
    ("1 / pace", "km/h", "0.1905", "scale"),
    ("flow * 6 min * heat", "kWh", "9 L/min * 35 Wh/L", "factor-missing"),
    ("flow * duration * heat", "kWh", "9 * 2 * 35 / 1000", "scale"),
    ("crew * price", "", "3.500", "factor-missing [crew]"),
    ("crew * teams * price", "", "28.000", "factor-missing [crew] [teams]"),
    ("share * 200", "", "15 * 200", "percent [share]"),
    ("share * 200", "", "0.0015 * 200", "percent [share]"),
    ("cost + rest", "h", "120 h", "term-missing [rest]"),
    ("cost + rest", "h", "120 h - 7.5 h", "sign [rest]"),
    ("cost - rest", "h", "120 h + 7.5 h", "sign [rest]"),
    ("cost + rest", "h", "120 h + 15 h", "factor-extra [rest]"),
    ("cost + rest", "h", "127.5 min", "scale"),
    ("cost + rest", "h", "120 h + 7.5 min", "unit [rest]"),
    ("power * (cost + rest)", "kWh", "450 W * 120 h", "term-missing [rest]"),
    ("power * cost + power * rest", "kWh", "54.00 kWh", "term-missing [power] [rest]"),
    ("side^2", "m^2", "3.72 m", "power [side]"),
    ("side^2", "m^2", "(3.72 m)^3", "power [side]"),
    ("models[\"Time (h)\"] * power", "kWh", "[4500, 9000, 18000]", "scale"),
    ("models[\"Time (h)\"] * power", "kWh", "models[\"Time (h)\"] * 1 W", "factor-missing [power]"),
    ("models[\"Time (h)\"].sum()", "h", "models[\"Time (h)\"].mean()", "aggregate"),
    ("models[\"Time (h)\"].mean()", "h", "models[\"Time (h)\"].sum()", "aggregate"),
    ("models[\"Time (h)\"].mean()", "h", "models[\"Time (h)\"].median()", "aggregate"),
    ("models[\"Time (h)\"].sum()", "h", "models[\"Time (h)\"]", "aggregate"),
    ("models[\"Time (h)\"]", "h", "models[\"Time (h)\"].sum()", "aggregate"),
    ("power * duration", "kWh", "450 W * 2 h * 1.37", "factor-extra"),
    ("power * duration", "kWh", "450 W * 2 h + 30 Wh", "term-extra"),
    ("power * duration", "kWh", "450 W * 3 h", "number [duration]"),
  ]

  @Test(arguments: slips)
  func slipIsNamed(expect: String, unit: String, typed: String, expected: String) throws {
    let found = try cause(typed, expect: expect, unit: unit.isEmpty ? nil : unit)
    #expect(describe(found.cause) == expected, "\(typed): \(found.message)")
  }

  @Test(arguments: [
    "0.98 kWh", "0.91 kWh", "1.7 kWh", "0 kWh", "3 kWh", "2.37 kWh", "sqrt(7) * 1 kWh",
    "(450 W)^2 * 3 h / (7 W)",
  ])
  func nothingIsGuessed(typed: String) throws {
    let found = try cause(typed, expect: "power * duration", unit: "kWh")
    #expect(found.cause == nil, "\(found.message)")
  }

  /// Or two, where they are exactly what is left without the factor.
  @Test func typedNumberNeedsThreeFigures() throws {
    let expect = "power * duration * intensity"
    #expect(try cause("0.91 g CO2e", expect: expect, unit: "g CO2e").cause == nil)
    #expect(
      describe(try cause("0.90 g CO2e", expect: expect, unit: "g CO2e").cause)
        == "factor-missing [intensity]")
    #expect(
      describe(try cause("0.900 g CO2e", expect: expect, unit: "g CO2e").cause)
        == "factor-missing [intensity]")
  }

  @Test func slipThatGoesAgainstTheNamesOfTheFormulaIsNotNamed() throws {
    let reference = SmallExercise.reference([
      SmallExercise.answer("a", "1000 h"), SmallExercise.answer("x", "a * 3 kW", unit: "kWh"),
    ])
    // 1000 h left out and a thousand times too small come to the same number.
    let typed = SmallExercise.judge(reference, "a = 1000 h; x = 3.000 kWh")
    #expect(typed[1].cause == Cause(.factorMissing, names: ["a"]))
    let named = SmallExercise.judge(reference, "a = 1000 h; x = a * 3 W")
    #expect(named[1].cause == Cause(.scale, factor: 1e-3, units: ["W"]))
  }

  @Test func authorsMisconceptionComesFirst() throws {
    var exercise = SmallExercise.exercise(
      [.values([SmallExercise.answer("x", "power * duration", unit: "kWh")])], given: Self.given)
    exercise.questions[0].misconceptions = [
      Misconception(when: AuthorFormula("power", line: 1), say: "That is power alone.")
    ]
    let reference = CompiledExercise(exercise, units: UnitSystem())
    let report = try #require(SmallExercise.judge(reference, "x = 450 W").first)
    #expect(report.cause == Cause(.author))
    #expect(report.message == "That is power alone.")
  }

  @Test func misconceptionMayBeMeantForOneAnswer() throws {
    var exercise = SmallExercise.exercise([
      .values([SmallExercise.answer("a", "20 m"), SmallExercise.answer("b", "30 m")])
    ])
    exercise.questions[0].misconceptions = [
      Misconception(
        when: AuthorFormula("12.34 m", line: 1), say: "No.", answer: SourcedText("b", line: 1))
    ]
    let reports = SmallExercise.judge(
      CompiledExercise(exercise, units: UnitSystem()), "a = 12.34 m; b = 12.34 m")
    #expect(reports.map(\.cause) == [nil, Cause(.author)])
    exercise.questions[0].misconceptions[0].answer?.text = "c"
    let problems = AuthorFormulaCheck(CompiledExercise(exercise, units: UnitSystem())).problems
    #expect(problems.map(\.diagnostic.id) == ["misconception-for"])
  }

  @Test func givenFigureIsNeverSaid() throws {
    for (expect, unit, typed, _) in Self.slips {
      let message = try cause(typed, expect: expect, unit: unit.isEmpty ? nil : unit).message
      for figure in ["450", "260", "0.15", "3.72", "120", "7.5", "35"] where !typed.contains(figure)
      {
        #expect(!message.contains(figure), "\(message)")
      }
    }
  }
}
