import Exercises
import SmallExercises
import Testing

@testable import Grading

@Suite struct TemperatureGradingTests {
  private static func absolute(_ text: String) -> MarkingRules {
    MarkingRules(tolerance: .absolute(AuthorFormula(text, line: 1)))
  }

  private static func range(_ low: String, _ high: String) -> MarkingRules {
    MarkingRules(tolerance: .range(AuthorFormula(low, line: 1), AuthorFormula(high, line: 1)))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var expect: String
    var unit: String?
    var rules = MarkingRules()
    var right: [String]
    var wrong: [String]
    var testDescription: String { expect }
  }

  /// A model answer, how near it must be, and what is right and what is not.
  static let cases = [
    Case(
      expect: "20 °C", rules: absolute("0.5 K"),
      right: ["20 °C", "19.5 °C", "20.5 °C", "293.3 K", "68 °F", "15 °C + 5 K"],
      wrong: ["19.4 °C", "20.6 °C", "20 K", "20 °F", "-20 °C", "70 °F"]),
    Case(
      expect: "0 °C", rules: absolute("1 °F"), right: ["0.5 °C", "32.9 °F", "273.6 K"],
      wrong: ["0.6 °C", "33.1 °F", "0 K"]),
    Case(
      expect: "68 °F", rules: absolute("1 °F"), right: ["69 °F", "67 °F", "20.5 °C"],
      wrong: ["69.1 °F", "20.6 °C", "20 °F"]),
    Case(
      expect: "68 °F", rules: absolute("0.5 K"), right: ["68.9 °F"], wrong: ["69 °F"]),
    Case(
      expect: "10 K", rules: absolute("0.5 °C"), right: ["10.5 K", "9.5 K", "18 Δ°F"],
      wrong: ["200 K", "10.6 K", "10 °C"]),
    Case(
      expect: "30 °C - 20 °C", rules: absolute("1 °F"), right: ["10.5 K", "30 °C - 20 °C"],
      wrong: ["10.6 K", "10 °C"]),
    Case(
      expect: "293.15 K", unit: "°C", rules: absolute("0.5 °C"), right: ["20 °C", "293 K"],
      wrong: ["20.6 °C", "20 K"]),
    Case(
      expect: "20 °C", rules: range("18 °C", "22 °C"), right: ["18 °C", "22 °C", "295 K"],
      wrong: ["17.9 °C", "22.1 °C"]),
    Case(
      expect: "20 °C", rules: range("18", "295 K"), right: ["18 °C", "21.8 °C"],
      wrong: ["17.9 °C", "21.9 °C"]),
    Case(
      expect: "10 K", rules: range("9 °C", "11 °C"), right: ["9 K", "11 K"],
      wrong: ["8.9 K", "283 K"]),
    Case(
      expect: "30 °C - 20 °C", rules: range("5 °C", "15 °C"), right: ["6 K"], wrong: ["16 K"]),
    // A share is one of the figure, and at least one of 10 degrees.
    Case(
      expect: "40 °C", right: ["40.2 °C", "313.3 K"], wrong: ["40.3 °C", "39.7 °C", "40 K"]),
    Case(expect: "0 °C", right: ["0.05 °C", "32.09 °F"], wrong: ["0.06 °C", "32.2 °F"]),
    Case(
      expect: "50 °F", rules: MarkingRules(tolerance: .relative(0.1)), right: ["55 °F", "45 °F"],
      wrong: ["55.1 °F"]),
    Case(
      expect: "21.37 °C", rules: MarkingRules(tolerance: .figures(2)),
      right: ["21.4 °C", "21.1 °C"],
      wrong: ["22 °C"]),
    Case(
      expect: "[20, 30] °C", rules: absolute("0.5 K"), right: ["[20.4, 29.6] °C"],
      wrong: ["[20, 31] °C", "[20, 30] K"]),
    // Ten times as many degrees is no slip of the decimal point.
    Case(expect: "1 °C", rules: absolute("15 K"), right: ["10 °C"], wrong: ["17 °C"]),
  ]

  @Test(arguments: cases) func aToleranceIsADifference(_ item: Case) throws {
    let answer = SmallExercise.answer("x", item.expect, unit: item.unit, rules: item.rules)
    let reference = SmallExercise.reference([answer])
    try #require(reference.problems.isEmpty, "\(reference.problems)")
    for typed in item.right + item.wrong {
      let report = try #require(SmallExercise.judge(reference, "x = \(typed)").first)
      #expect((report.verdict == .correct) == item.right.contains(typed), "\(typed): \(report)")
    }
  }

  @Test(arguments: cases) func theModelAnswerIsRightAsStudentsGiveIt(_ item: Case) {
    let answer = SmallExercise.answer("x", item.expect, unit: item.unit, rules: item.rules)
    let failures = ExerciseCheck(SmallExercise.reference([answer])).modelAnswerProblems()
    #expect(failures.filter { $0.diagnostic.severity == .error }.map(\.diagnostic.message) == [])
  }

  /// An answer for which a tolerance in degrees should be given, and one that says enough.
  @Test(
    arguments: [
      ("0 °C", nil, MarkingRules(), true), ("-3 °C", nil, MarkingRules(), true),
      ("40 °C", nil, MarkingRules(), false),
      ("0 °C", nil, absolute("0.5 K"), false), ("0 °F", nil, MarkingRules(), true),
      ("40 °C", "K", MarkingRules(), true), ("40 °C", "K", absolute("1 K"), false),
      ("300 K", nil, MarkingRules(), false), ("10 K", nil, MarkingRules(), false),
      ("20 °C", nil, MarkingRules(tolerance: .factor(2)), true),
      ("0 °C", nil, MarkingRules(tolerance: .figures(2)), true),
      ("20 °C", nil, range("18 °C", "22 °C"), false),
    ] as [(String, String?, MarkingRules, Bool)])
  func aShareOfAlmostNothingIsWarnedOf(
    expect: String, unit: String?, rules: MarkingRules, isWarned: Bool
  ) {
    let answer = SmallExercise.answer("x", expect, unit: unit, rules: rules)
    let failures = ExerciseCheck(SmallExercise.reference([answer])).modelAnswerProblems()
    #expect(failures.map(\.diagnostic.id) == (isWarned ? ["temperature-tolerance"] : []))
  }

  static let given = [
    ("mass", "2 kg"), ("heat_capacity", "4.18 kJ/(kg K)"), ("cold", "15 °C"), ("hot", "65 °C"),
    ("amount", "2.5 mol"), ("volume", "0.05 m^3"), ("gain", "7.25 K"),
  ].map { Given(name: $0.0, formula: AuthorFormula($0.1, line: 1)) }

  /// Model answer, its unit, what is typed, and the cause.
  static let slips: [(String, String?, String, String)] = [
    ("20 °C", nil, "20 K", "unit K °C"), ("20 °C", nil, "293.15 °C", "unit °C K"),
    ("68 °F", nil, "20 °F", "unit °F °C"), ("68 °F", nil, "68 °C", "unit °C °F"),
    ("293.15 K", nil, "20 K", "unit K °C"), ("10 K", nil, "10 °C", "unit °C K"),
    ("[20, 30] °C", nil, "[20, 30] K", "unit K °C"), ("20 °C", nil, "25 °C", "-"),
    (
      "mass * heat_capacity * (hot - cold)", "kJ", "2 kg * (65 °C - 15 °C)",
      "factor-missing heat_capacity"
    ),
    (
      "mass * heat_capacity * (hot - cold)", "kJ", "4.18 kJ/(kg K) * (65 °C - 15 °C)",
      "factor-missing mass"
    ),
    ("mass * heat_capacity * (hot - cold)", "kJ", "4.18 * 50", "factor-missing mass"),
    (
      "mass * heat_capacity * (hot - cold)", "kJ", "2 kg * 4.18 kJ/kg/°C * (65 °C to K)",
      "term-missing cold"
    ),
    ("mass * heat_capacity * (hot - cold)", "kJ", "2 * 4.18 * 65", "term-missing cold"),
    ("mass * heat_capacity * (hot - cold)", "kJ", "2 * 4.18 * 80", "sign cold"),
    ("mass * heat_capacity * (hot - cold)", "kJ", "2 * 4.18 * 323.15", "offset hot cold"),
    ("mass * heat_capacity * (hot - cold)", "kJ", "418 J", "scale"),
    (
      "mass * heat_capacity * (hot - cold)", "kJ", "2 kg * 4.18 kJ/(kg K) * (15 °C - 65 °C)",
      "sign"
    ),
    (
      "amount * gas_constant * (cold to K) / volume", "kPa",
      "gas_constant * (15 °C to K) * 1 mol / (0.05 m^3)", "factor-missing amount"
    ),
    (
      "amount * gas_constant * (cold to K) / volume", "kPa",
      "2.5 mol * gas_constant * 15 K / (0.05 m^3)", "offset cold"
    ),
    (
      "amount * gas_constant * (cold to K) / volume", "kPa",
      "2.5 mol * gas_constant * (65 °C to K) / (0.05 m^3)", "other-name hot cold"
    ),
    ("cold + gain", nil, "15 °C - 7.25 K", "sign gain"),
    ("cold + gain", nil, "22.25 K", "unit K °C"),
    (
      "cold + gain", nil, "65 °C + 7.25 K",
      "other-name hot cold"
    ),
    ("hot - cold", nil, "15 °C - 65 °C", "sign"),
  ]

  @Test(arguments: slips) func aTemperatureHindersNoCause(
    expect: String, unit: String?, typed: String, expected: String
  ) throws {
    let answer = SmallExercise.answer("x", expect, unit: unit)
    let reference = SmallExercise.reference([answer], given: Self.given)
    try #require(reference.problems.isEmpty, "\(reference.problems)")
    let report = try #require(SmallExercise.judge(reference, "x = \(typed)").first)
    #expect(report.share == 0)
    let cause = report.cause.map {
      ([$0.kind.rawValue] + $0.names + $0.units).joined(separator: " ")
    }
    #expect(cause ?? "-" == expected, "\(report.message)")
    #expect(!report.message.contains("wrong sign") || expected.hasPrefix("sign"))
  }
}
