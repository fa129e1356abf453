import Exercises
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys
@testable import Grading

/// A question with options `a`, `b` (right), `c`, `d` (right if argued) and `e`, `f`, `g` (wrong).
private func choice(_ count: ChoiceAnswer.Count) -> ChoiceAnswer {
  let credits: [(String, ChoiceAnswer.Option.Credit)] = [
    ("a", .right), ("b", .right), ("c", .rightIfArgued), ("d", .rightIfArgued), ("e", .wrong),
    ("f", .wrong), ("g", .wrong),
  ]
  return ChoiceAnswer(
    count: count,
    options: credits.map { ChoiceAnswer.Option(text: $0, credit: $1, because: "why \($0)") })
}

private func report(
  on choice: ChoiceAnswer, ticked: [String], points: Double = 1, isPractice: Bool = false,
  hints: Int = 0, hintCost: Double = 0, isPastDue: Bool = false
) throws -> QuestionReport {
  var exercise = SmallExercise.exercise([.choice(choice)])
  exercise.questions[0].points = points
  exercise.questions[0].isPractice = isPractice
  exercise.questions[0].hints = ["One.", "Two."]
  exercise.questions[0].hintCost = hintCost
  let reference = CompiledExercise(exercise, units: UnitSystem())
  let grader = Grader(
    reference, sheet: reference.makeSheet(), written: ["1.1": .choices(ticked)],
    hints: ["1.1": hints], isPastDue: isPastDue)
  return try #require(grader.report().questions.first)
}

@Suite struct ChoiceTests {
  struct Case: CustomTestStringConvertible {
    var count: ChoiceAnswer.Count
    var ticked: String
    var verdict: Verdict
    var earned: Double
    var waiting: Double

    init(
      _ count: ChoiceAnswer.Count, _ ticked: String, _ verdict: Verdict, _ earned: Double,
      _ waiting: Double = 0
    ) {
      (self.count, self.ticked, self.verdict) = (count, ticked, verdict)
      (self.earned, self.waiting) = (earned, waiting)
    }
    var texts: [String] { ticked.map { String($0) } }
    var testDescription: String { "\(count) \(ticked)" }
  }

  static let cases: [Case] = [
    Case(.exactly(2), "", .unanswered, 0),
    Case(.exactly(2), "ab", .correct, 1),
    Case(.exactly(2), "ae", .partly, 0.5),
    Case(.exactly(2), "ef", .wrong, 0),
    // Fewer than asked for is not finished, whatever is ticked.
    Case(.exactly(2), "a", .partly, 0.5),
    Case(.exactly(2), "e", .partly, 0),
    // Each beyond the number takes a part off, so that ticking all earns nothing.
    Case(.exactly(2), "abe", .partly, 0.5),
    Case(.exactly(2), "abef", .wrong, 0),
    Case(.exactly(2), "abcdefg", .wrong, 0),
    Case(.exactly(3), "abef", .partly, 1.0 / 3),
    // An option that has to be argued for takes a right one's place.
    Case(.exactly(2), "ac", .unchecked, 0.5, 0.5),
    Case(.exactly(2), "cd", .unchecked, 0, 1),
    Case(.exactly(2), "ce", .partly, 0, 0.5),
    Case(.exactly(2), "abc", .partly, 0.5),
    Case(.exactly(2), "acd", .partly, 0, 0.5),
    Case(.exactly(1), "a", .correct, 1),
    Case(.exactly(1), "c", .unchecked, 0, 1),
    Case(.exactly(1), "ab", .wrong, 0),
    // All that apply: the share of the right ones, less the share of the wrong ones.
    Case(.any, "ab", .correct, 1),
    Case(.any, "a", .partly, 0.5),
    Case(.any, "abe", .partly, 2.0 / 3),
    Case(.any, "abefg", .wrong, 0),
    Case(.any, "abcdefg", .wrong, 0),
    Case(.any, "ae", .partly, 0.5 - 1.0 / 3),
    Case(.any, "efg", .wrong, 0),
    Case(.any, "abcd", .correct, 1),
    Case(.any, "ac", .unchecked, 0.5, 0.5),
    Case(.any, "c", .partly, 0, 0.5),
  ]

  @Test(arguments: cases)
  func aTickEarnsItsPartAndOneTooManyTakesItOff(_ test: Case) throws {
    let report = try report(on: choice(test.count), ticked: test.texts)
    let answer = try #require(report.answers.first)
    #expect(answer.verdict == test.verdict)
    #expect(abs(report.score - test.earned) < 1e-12)
    #expect(abs(report.waiting - test.waiting) < 1e-12)
    #expect(report.isDone == (test.verdict == .correct || test.verdict == .unchecked))
  }

  @Test(arguments: [ChoiceAnswer.Count.any, .exactly(1), .exactly(2), .exactly(3), .exactly(6)])
  func noTicksEarnMoreThanTheMarkOrLessThanNothing(_ count: ChoiceAnswer.Count) throws {
    let choice = choice(count)
    for ticks in 0..<(1 << 7) {
      let mark = ChoiceMark(choice, ticked: (0..<7).filter { ticks & (1 << $0) != 0 })
      #expect(mark.earned >= 0 && mark.waiting >= 0)
      #expect(mark.earned + mark.waiting <= 1 + 1e-12)
    }
  }

  @Test(arguments: ["ab", "ef", "abe", "ac"])
  func aPollIsNotedAndNeverCalledRightOrWrong(_ ticked: String) throws {
    let report = try report(
      on: choice(.exactly(2)), ticked: ticked.map { String($0) }, points: 0)
    let answer = try #require(report.answers.first)
    #expect(answer.verdict == .unchecked)
    #expect(answer.message == "Noted.")
    #expect(report.score == 0 && report.waiting == 0)
    #expect(report.isDone)
    #expect(answer.choice?.showsReasons == true)
    #expect(!answer.notices.joined().contains("argue"))
  }

  @Test func aPollWithTooFewTicksIsNotDone() throws {
    let report = try report(on: choice(.exactly(2)), ticked: ["a"], points: 0)
    #expect(!report.isDone)
    #expect(report.answers.first?.message == "1 of 2 chosen; 1 more is asked for.")
    #expect(report.answers.first?.choice?.showsReasons == false)
  }

  @Test func practiceIsJudgedThoughItCountsForNothing() throws {
    let report = try report(
      on: choice(.exactly(2)), ticked: ["a", "e"], points: 0, isPractice: true)
    #expect(report.answers.first?.verdict == .partly)
    #expect(report.score == 0)
  }

  @Test(arguments: [("ab", true), ("ac", true), ("ae", false), ("a", false), ("ef", false)])
  func reasonsAreShownOnlyOnceNothingCanBeWonByThem(_ ticked: String, _ shows: Bool) throws {
    let texts = ticked.map { String($0) }
    let now = try report(on: choice(.exactly(2)), ticked: texts)
    #expect(now.answers.first?.choice?.showsReasons == shows)
    let late = try report(on: choice(.exactly(2)), ticked: texts, isPastDue: true)
    #expect(late.answers.first?.choice?.showsReasons == true)
  }

  @Test(arguments: cases)
  func noMessageSaysWhichOptionsAreRight(_ test: Case) throws {
    var choice = choice(test.count)
    for index in choice.options.indices { choice.options[index].text += "pple pie" }
    let ticked = test.texts.map { $0 + "pple pie" }
    let answer = try #require(try report(on: choice, ticked: ticked).answers.first)
    #expect(!answer.message.contains("pie"))
  }

  @Test func anOptionToBeArguedForIsNamedAsSuch() throws {
    let answer = try #require(
      try report(on: choice(.exactly(2)), ticked: ["a", "c"]).answers.first)
    #expect(answer.message == "1 of your 2 fits: 50 % of the mark so far.")
    #expect(
      answer.notices == [
        "`c` is acceptable if you argue for it: a person will read that."
      ])
  }

  @Test func ticksAreKnownWhateverTheirCaseSpacesAndSigns() throws {
    let choice = ChoiceAnswer(
      count: .exactly(2),
      options: ["Accuracy (%)", "C", "C++", "Total  CO2e"].map {
        ChoiceAnswer.Option(text: $0, credit: .right)
      })
    let ticks = ChoiceTicks(
      ["accuracy %", "total co2e", "TOTAL CO2E", "c++", "Speed", "Speed", "C#"], among: choice)
    #expect(ticks.options == [0, 2, 3])
    #expect(ticks.unmatched == ["Speed", "C#"])
  }

  @Test func ticksOfOptionsThatAreNoMoreAreToldAndCostNothing() throws {
    let found = try report(on: choice(.exactly(2)), ticked: ["a", "a", "old", "b"])
    #expect(found.answers.first?.verdict == .correct)
    #expect(found.answers.first?.notices.first?.contains("`old` is ticked") == true)
    let alone = try report(on: choice(.exactly(2)), ticked: ["old\u{1B}[31m"])
    #expect(alone.answers.first?.verdict == .unanswered)
    #expect(alone.answers.first?.notices.first?.contains("\u{1B}") == false)
  }

  @Test func inPracticeHintsCostNothing() throws {
    let report = try report(
      on: choice(.exactly(2)), ticked: ["a", "b"], points: 2, isPractice: true, hints: 2,
      hintCost: 0.1)
    #expect(report.score == 2)
    #expect(report.hintCost == 0)
  }

  @Test(arguments: [
    ("ab", 0.8, 0.0, 0.2), ("ae", 0.3, 0.0, 0.2), ("ac", 0.3, 0.5, 0.2), ("cd", 0.0, 0.8, 0.2),
    ("ef", 0.0, 0.0, 0.0),
  ])
  func hintsAreTakenOffWhatIsEarnedAndThenOffWhatWaits(
    _ ticked: String, _ score: Double, _ waiting: Double, _ cost: Double
  ) throws {
    let report = try report(
      on: choice(.exactly(2)), ticked: ticked.map { String($0) }, hints: 2, hintCost: 0.1)
    #expect(abs(report.score - score) < 1e-12)
    #expect(abs(report.waiting - waiting) < 1e-12)
    #expect(abs(report.hintCost - cost) < 1e-12)
  }
}
