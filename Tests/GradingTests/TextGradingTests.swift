import Exercises
import Formulas
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys
@testable import Grading

/// What a text earns, and what is said of it.
@Suite struct TextGradingTests {
  private static let criteria: [TextAnswer.Criterion] = [
    .init(id: "rooms", points: 0.5, kind: .mentions([["A"], ["secret word"]]), asks: "two words"),
    .init(
      id: "times", points: 0.5,
      kind: .figures(
        [
          .init(AuthorFormula("models[\"Time (h)\"]", line: 1)),
          .init(AuthorFormula("total", line: 1)),
        ],
        atLeast: 2)),
    .init(id: "why", points: 1, kind: .person("It is argued."), asks: "your reasons"),
  ]

  private func exercise(hintCost: Double = 0) -> Exercise {
    var exercise = SmallExercise.exercise([
      .values([
        SmallExercise.answer("power", "2 kW"),
        SmallExercise.answer("total", "power * 100 h", unit: "kWh"),
      ]),
      .text(TextAnswer(sentences: 1...2, criteria: Self.criteria, modelAnswers: [])),
    ])
    exercise.questions[1].points = 2
    exercise.questions[1].hints = ["A hint."]
    exercise.questions[1].hintCost = hintCost
    return exercise
  }

  private func report(
    _ text: String, statements: String = "", hints: Int = 0, hintCost: Double = 0
  ) throws -> QuestionReport {
    let reference = CompiledExercise(exercise(hintCost: hintCost), units: UnitSystem())
    try #require(reference.problems.isEmpty)
    let sheet = reference.makeSheet()
    _ = sheet.load(
      Parser.parse(statements).items.compactMap { item -> Statement? in
        if case .statement(let statement) = item { return statement }
        return nil
      })
    let grader = Grader(
      reference, sheet: sheet, written: ["1.2": .text(text)], hints: ["1.2": hints])
    return grader.report(on: reference.exercise.questions[1])
  }

  private let full = "Room A has the secret word, with a time of 10 h and a total of 200 kWh."

  @Test func fullTextWaitsForAPersonAndHasItsPointsProvisionally() throws {
    let report = try report(full)
    #expect(report.answers[0].verdict == .unchecked)
    #expect(report.score == 0)
    #expect(report.provisional == 1)
    #expect(report.waiting == 1)
    #expect(report.isDone)
    #expect(report.answers[0].criteria?.map(\.met) == [true, true, nil, true])
    #expect(
      report.answers[0].criteria?.map(\.kind.rawValue) == [
        "mentions", "figures", "person", "length",
      ])
  }

  @Test func partOfTheCriteriaIsPartly() throws {
    let report = try report("Room A has the secret word.")
    #expect(report.answers[0].verdict == .partly)
    #expect(report.answers[0].share == 0.5)
    #expect(report.score == 0)
    #expect(report.provisional == 0.5)
    #expect(!report.isDone)
  }

  @Test(arguments: ["", "  \n ", "It rains."])
  func textWithNothingOfItMeetsNone(_ text: String) throws {
    let report = try report(text)
    #expect(report.provisional == 0)
    #expect(report.answers[0].criteria?.contains { $0.met == true && $0.kind != .length } == false)
    #expect(report.answers[0].verdict == (text.contains("r") ? .partly : .unanswered))
    #expect(report.waiting == (text.contains("r") ? 1 : 0))
    #expect(!report.isDone)
  }

  @Test func hintIsTakenOffWhatTheTextWouldAdd() throws {
    let report = try report(full, hints: 1, hintCost: 0.1)
    #expect(abs(report.hintCost - 0.2) < 1e-9)
    #expect(abs(report.provisional - 0.8) < 1e-9)
    #expect(try self.report("It rains.", hints: 1, hintCost: 0.1).hintCost == 0)
  }

  @Test func valuesThatFollowFromAnEarlierErrorMayBeQuoted() throws {
    let text = "Room A has the secret word, with a time of 10 h and a total of 300 kWh."
    #expect(try report(text).answers[0].verdict == .partly)
    let own = "power = 3 kW\ntotal = power * 100 h"
    #expect(try report(text, statements: own).answers[0].verdict == .unchecked)
    // What is wrong by itself is no source.
    #expect(try report(text, statements: "total = 300 kWh").answers[0].verdict == .partly)
  }

  @Test func termsThatWouldGiveTheAnswerAreNotNamed() throws {
    let message = try report("It rains.").answers[0].criteria?[0].message ?? ""
    #expect(message.contains("two words"))
    #expect(!message.contains("secret"))
  }

  @Test func contradictionNamesTheRowAndTheWrittenFigure() throws {
    let criteria = try report("B has a time of 35 h.").answers[0].criteria
    #expect(
      criteria?[1].contradictions == [
        "You give B a time of 35 h, which does not agree with what was computed."
      ])
    #expect(criteria?[1].met == false)
  }

  @Test func nothingThatIsSaidHoldsAReferenceValue() throws {
    for text in ["It rains.", "B has a time of 35 h.", "Room A has the secret word."] {
      let answer = try report(text).answers[0]
      let said =
        [answer.message] + (answer.criteria ?? []).flatMap { [$0.message] + $0.contradictions }
      for value in ["10 h", "20 h", "40 h", "200"] {
        #expect(said.allSatisfy { !$0.contains(value) })
      }
    }
  }

  @Test func modelAnswersAreReplayedAgainstTheirCriteria() {
    func failures(_ answers: [TextAnswer.ModelAnswer]) -> [String] {
      var exercise = exercise()
      exercise.questions[1].body = .text(
        TextAnswer(sentences: nil, criteria: Self.criteria, modelAnswers: answers))
      return ExerciseCheck(CompiledExercise(exercise, units: UnitSystem())).textProblems()
        .map { "\($0.line) \($0.diagnostic.id)" }
    }
    #expect(
      failures([
        .init(level: .full, text: full), .init(level: .partial, text: "Of A: the secret word."),
        .init(level: .weak, text: "It rains."), .init(level: .other("other"), text: "x"),
      ]) == [])
    #expect(
      failures([.init(level: .full, text: "It rains.", line: 7)]) == ["7 full-answer-falls-short"])
    #expect(failures([.init(level: .weak, text: full, line: 8)]) == ["8 weak-answer-meets-all"])
    #expect(
      failures([.init(level: .partial, text: "It rains.", line: 9)])
        == ["9 partial-answer-meets-none"])
    #expect(failures([.init(level: .partial, text: full, line: 9)]) == ["9 weak-answer-meets-all"])
  }

  @Test func moreFiguresThanThereAreIsAMistakeOfTheAuthor() {
    var exercise = exercise()
    exercise.questions[1].body = .text(
      TextAnswer(
        sentences: nil,
        criteria: [
          .init(
            id: "f", points: 1,
            kind: .figures([.init(AuthorFormula("models[\"Time (h)\"]", line: 3))], atLeast: 4))
        ], modelAnswers: []))
    let problems = CompiledExercise(exercise, units: UnitSystem()).problems
    #expect(problems.map(\.diagnostic.id) == ["figures-too-few"])
    #expect(problems.map(\.line) == [3])
  }

  @Test func hugeTextIsReadInBoundedTime() throws {
    let start = ContinuousClock.now
    _ = try report(String(repeating: "So A has 35 h, B has 36 h and ", count: 1000))
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
