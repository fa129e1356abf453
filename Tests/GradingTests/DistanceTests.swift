import Exercises
import SmallExercises
import Testing

@testable import Grading

/// A tolerance that is a distance, with and without a unit of its own.
@Suite struct DistanceTests {
  @Test(arguments: [
    ("7.2", nil, "0.1", "x = 7.3", true), ("7.2", nil, "0.1", "x = 7.1", true),
    ("7.2", nil, "0.1", "x = 7.31", false), ("7.2", nil, "0.1", "x = 7.09", false),
    // Bare, it is in the unit asked for.
    ("450 W", "kW", "0.01", "x = 459 W", true), ("450 W", "kW", "0.01", "x = 461 W", false),
    ("450 W", "kW", "10 W", "x = 459 W", true), ("450 W", "kW", "10 W", "x = 461 W", false),
    ("0.25", "%", "2", "x = 27%", true), ("0.25", "%", "2", "x = 28%", false),
    ("20 °C", nil, "0.5", "x = 20.4 °C", true), ("20 °C", nil, "0.5", "x = 20.6 °C", false),
    ("20 °C", nil, "0.5", "x = 293.5 K", true), ("68 °F", nil, "1", "x = 69.5 °F", false),
    ("68 °F", nil, "1", "x = 20.5 °C", true), ("52°", nil, "1", "x = 53°", true),
    ("52°", nil, "1", "x = 53.5°", false), ("0 m", nil, "0.1", "x = 0.1 m", true),
  ])
  func isInTheUnitAskedForWhereItHasNone(
    _ expect: String, _ unit: String?, _ distance: String, _ line: String, _ isRight: Bool
  ) throws {
    let rules = MarkingRules(tolerance: .absolute(AuthorFormula(distance, line: 1)))
    let reference = SmallExercise.reference([
      SmallExercise.answer("x", expect, unit: unit, rules: rules)
    ])
    #expect(reference.problems.isEmpty)
    let report = try #require(SmallExercise.judge(reference, line).first)
    #expect((report.verdict == .correct) == isRight)
  }
}
