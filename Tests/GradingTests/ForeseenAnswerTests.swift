import Exercises
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys

/// Answers that an author has foreseen.
@Suite struct ForeseenAnswerTests {
  private func message(
    _ line: String, when: String, expect: String = "5 kg",
    tolerance: MarkingRules.Tolerance = .relative(0.005)
  ) throws -> String {
    var exercise = SmallExercise.exercise([
      .values([SmallExercise.answer("x", expect, rules: MarkingRules(tolerance: tolerance))])
    ])
    exercise.questions[0].misconceptions = [
      Misconception(when: AuthorFormula(when, line: 1), say: "Foreseen.", answer: nil)
    ]
    let reference = CompiledExercise(exercise, units: UnitSystem())
    try #require(reference.problems.isEmpty)
    return try #require(SmallExercise.judge(reference, line).first).message
  }

  @Test(arguments: [
    ("0", "x = 0"), ("0", "x = 0 kg"), ("0 kg", "x = 0 g"), ("0 kg", "x = 3 kg - 3000 g"),
    ("7 kg", "x = 7"), ("7 kg", "x = 7.02 kg"), ("7 kg", "x = 7020 g"), ("7 m", "x = 7.02 m"),
    ("7 m", "x = 7.02"), ("7 mug", "x = 7.02 kg"), ("-7 kg", "x = -7 kg"),
  ])
  func foreseenAnswerIsMatchedAsLooselyAsTheAnswer(when: String, line: String) throws {
    #expect(try message(line, when: when) == "Foreseen.")
  }

  @Test(arguments: [
    ("0", "x = 0.1 kg"), ("7 kg", "x = 7.1 kg"), ("7 m", "x = 7 s"), ("7 kg", "x = -7 kg"),
    ("5.1 kg", "x = 5.01 kg"),
  ])
  func otherAnswersAreNotForeseen(when: String, line: String) throws {
    #expect(try message(line, when: when) != "Foreseen.")
  }

  /// A number that is typed is foreseen where it is near; of what is computed, the slip that it
  /// has comes first, save where it is the very value that is foreseen.
  @Test(arguments: [
    ("x = 2.00 kg", "2.005 kg", true), ("x = mass", "2.005 kg", false), ("x = mass", "2 kg", true),
    ("x = mass * 3.2 - 1 kg", "5.42 kg", true),
  ])
  func aSlipOfWhatIsComputedComesBeforeWhatIsNearlyForeseen(
    line: String, when: String, isForeseen: Bool
  ) throws {
    let given = [("mass", "2 kg"), ("gain", "2.5")].map {
      Given(name: $0.0, formula: AuthorFormula($0.1, line: 1))
    }
    var exercise = SmallExercise.exercise(
      [.values([SmallExercise.answer("x", "mass * gain")])], given: given)
    exercise.questions[0].misconceptions = [
      Misconception(when: AuthorFormula(when, line: 1), say: "Foreseen.", answer: nil)
    ]
    let reference = CompiledExercise(exercise, units: UnitSystem())
    let own = line.replacing("mass", with: "mass * 1")
    let report = try #require(SmallExercise.judge(reference, "mass = 2 kg\n\(own)").first)
    #expect((report.message == "Foreseen.") == isForeseen, "\(report.message)")
  }

  @Test func strictToleranceIsStrictHereToo() throws {
    let strict = MarkingRules.Tolerance.relative(1e-6)
    #expect(try message("x = 7.0001 kg", when: "7 kg", tolerance: strict) != "Foreseen.")
    #expect(try message("x = 7 kg", when: "7 kg", tolerance: strict) == "Foreseen.")
  }
}
