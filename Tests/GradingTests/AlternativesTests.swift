import Exercises
import Formulas
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys
@testable import Grading

/// Answers of which several values are right.
@Suite struct AlternativesTests {
  private static func answer(
    _ name: String, _ expect: String, or others: [String], unit: String? = nil,
    rules: MarkingRules = MarkingRules()
  ) -> ValueAnswer {
    var answer = SmallExercise.answer(name, expect, unit: unit, rules: rules)
    answer.alternatives = others.map { AuthorFormula($0, line: 1) }
    return answer
  }

  private static func report(
    _ line: String, _ expect: String, or others: [String], unit: String? = nil,
    rules: MarkingRules = MarkingRules()
  ) throws -> AnswerReport {
    let reference = SmallExercise.reference([
      answer("x", expect, or: others, unit: unit, rules: rules)
    ])
    try #require(reference.problems.isEmpty)
    return try #require(SmallExercise.judge(reference, line).first)
  }

  @Test(arguments: [
    ("x = 2 s", Verdict.correct), ("x = -3 s", .correct), ("x = 7 s", .correct),
    ("x = -3000 ms", .correct), ("x = 2.009 s", .correct), ("x = -3.014 s", .correct),
    ("x = -3.02 s", .wrong), ("x = 2.02 s", .wrong), ("x = -3", .unitMissing),
    ("x = -3 kg", .wrongUnit), ("x = 3 s", .wrong), ("x = -2 s", .wrong), ("x = 0 s", .wrong),
    ("x = -1 s - 2 s", .correct),
  ])
  func areRightByTheSameTolerance(line: String, expected: Verdict) throws {
    #expect(try Self.report(line, "2 s", or: ["-3 s", "7000 ms"]).verdict == expected)
  }

  @Test func areRoundedToo() throws {
    let report = try Self.report("x = -3.3 s", "2 s", or: ["-10 s / 3"])
    #expect(report.verdict == .rounded)
  }

  @Test func mayBeMadeOfTheAnswerItself() throws {
    #expect(try Self.report("x = -2 s", "2 s", or: ["-x"]).verdict == .correct)
  }

  @Test func ofColumnsAreRightAsAWhole() throws {
    func judged(_ line: String) throws -> AnswerReport {
      try Self.report(line, "[1, 2, 3] s", or: ["[4, 5, 6] s"])
    }
    #expect(try judged("x = [4, 5, 6] s").verdict == .correct)
    let mixed = try judged("x = [1, 5, 3] s")
    #expect(mixed.verdict == .wrong)
    #expect(mixed.rows == [.correct, .wrong, .correct])
    #expect(try judged("x = [4, 5, 3] s").rows == [.correct, .correct, .wrong])
  }

  @Test(arguments: [
    ("x = -2.9 s", "Not right yet: it is too small."),
    ("x = -4 s", "Not right yet: it is too large."),
    ("x = 1.9 s", "Not right yet: it is too small."),
  ])
  func areWhatAWrongOneIsComparedWithWhereTheyAreNearer(_ line: String, _ said: String) throws {
    #expect(try Self.report(line, "2 s", or: ["-3 s"]).message == said)
  }

  @Test func areHeldToTheirForm() throws {
    var rules = MarkingRules()
    rules.written = .decimals(1)
    #expect(try Self.report("x = -3.0 s", "2 s", or: ["-3 s"], rules: rules).verdict == .correct)
    #expect(try Self.report("x = -3 s", "2 s", or: ["-3 s"], rules: rules).verdict == .otherForm)
  }

  /// What is computed from another accepted value is right, and no error began there.
  @Test func areNoErrorForWhatFollows() throws {
    let reference = SmallExercise.reference([
      Self.answer("root", "2 s", or: ["-3 s"]), SmallExercise.answer("other", "5 m"),
      SmallExercise.answer("way", "root * 4 m/s"), SmallExercise.answer("all", "way + other"),
    ])
    func judged(_ lines: String) -> [AnswerReport] { SmallExercise.judge(reference, lines) }
    let right = judged("root = -3 s; other = 5 m; way = root * 4 m/s; all = way + other")
    #expect(right.map(\.verdict) == [.correct, .correct, .correct, .correct])
    #expect(right[2].message == "Right.")
    #expect(right[2].cause == nil)
    // Of two that differ from the model's, one is an error.
    let both = judged("root = -3 s; other = 7 m; way = root * 4 m/s; all = root * 4 m/s + other")
    #expect(both.map(\.verdict) == [.correct, .wrong, .correct, .follows])
    #expect(both[3].cause?.names == ["other"])
    #expect(both[3].message.contains("`other`"))
    #expect(!both[3].message.contains("root"))
    let wrong = judged("root = -4 s; way = root * 4 m/s")
    #expect(wrong[2].verdict == .follows)
    #expect(wrong[2].cause?.names == ["root"])
  }

  /// A text that quotes the value that the student has is right with it.
  @Test(arguments: [("It takes 7 s.", true), ("It takes 2 s.", true), ("It takes 6 s.", false)])
  func mayBeQuoted(_ text: String, _ isMet: Bool) throws {
    let figures = TextAnswer.Criterion(
      id: "root", points: 1, kind: .figures([.init(AuthorFormula("root", line: 1))], atLeast: 1))
    let exercise = SmallExercise.exercise([
      .values([Self.answer("root", "2 s", or: ["7 s"])]),
      .text(TextAnswer(sentences: nil, criteria: [figures], modelAnswers: [])),
    ])
    let compiled = CompiledExercise(exercise, units: UnitSystem())
    let sheet = compiled.makeSheet()
    _ = sheet.load(Parser.parse("root = 7 s").statements)
    let grader = Grader(compiled, sheet: sheet, written: ["1.2": .text(text)])
    let report = grader.report(on: exercise.questions[1])
    #expect(report.answers[0].criteria?.map(\.met) == [isMet])
  }

  /// On the student's own values only the model's formula is known.
  @Test func areThoseOfTheModelsValueAlone() throws {
    var answer = try #require(
      SmallExercise.reference([Self.answer("x", "2 s", or: ["-3 s"])]).answerKey.answer(named: "x"))
    #expect(answer.accepted.count == 2)
    answer.value = .quantity(5, answer.unit)
    #expect(!answer.accepts(.quantity(-3, answer.unit)))
    #expect(answer.accepts(.quantity(5, answer.unit)))
  }
}
