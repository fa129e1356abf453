import Exercises
import Quantities
import SmallExercises
import Testing

@testable import AnswerKeys
@testable import ErrorDiagnosis
@testable import Grading

/// A function that is asked for, and judged on points of which some have columns.
private func reference(
  _ head: String = "brew", _ parameters: [String] = ["mugs", "heat", "volume"],
  expect: String = "mugs * heat * volume", unit: String = "kWh",
  points: [[String]] = [
    ["2", "100 Wh/L", "0.25 L"], ["3", "0.12 kWh/L", "200 mL"],
    ["[1, 2, 5]", "90 Wh/L", "0.3 L"],
  ]
) -> CompiledExercise {
  CompiledExercise(
    SmallExercise.exercise([
      .values([SmallExercise.answer("mug_volume", "0.25 L")]),
      .function(
        FunctionAnswer(
          name: head, parameters: parameters, expect: AuthorFormula(expect, line: 1),
          unit: AuthorFormula(unit, line: 1),
          points: points.map { $0.map { AuthorFormula($0, line: 1) } })),
    ]), units: UnitSystem())
}

private func judge(_ text: String, _ reference: CompiledExercise = reference()) throws
  -> AnswerReport
{
  try #require(SmallExercise.judge(reference, text).last)
}

@Suite struct FunctionJudgementTests {
  @Test(arguments: [
    "def brew(mugs, heat, volume) = mugs * heat * volume",
    "def brew(n, h, v) = n * (h * v) to J",
    "def brew(n, h, v):\n    energy = h * v\n    all = energy * n\n    return all",
  ])
  func aColumnIsComparedRowByRow(_ text: String) throws {
    let report = try judge(text)
    #expect(report.verdict == .correct)
    #expect(report.points?.last?.rows == [.correct, .correct, .correct])
    #expect(report.points?.first?.rows == nil)
  }

  @Test func aColumnOfATableMayBeAnArgument() throws {
    let reference = reference(points: [
      ["models[\"Time (h)\"] / (1 h)", "90 Wh/L", "0.3 L"], ["2", "1 Wh/L", "3 L"],
    ])
    #expect(reference.problems.isEmpty)
    let right = try judge("def brew(a, b, c) = a * b * c", reference)
    #expect(right.verdict == .correct)
    let wrong = try judge("def brew(a, b, c) = where(a > 30, 1, 2) * b * c", reference)
    #expect(wrong.points?.first?.rows == [.wrong, .wrong, .wrong])
  }

  @Test func thePointsThatFailAreShownWithWhatIsWrongAndNeverTheResult() throws {
    let report = try judge("def brew(a, b, c) = a * b * c if a < 3 else 7 kWh")
    #expect(report.verdict == .partly)
    let points = try #require(report.points)
    #expect(points.map(\.verdict) == [.correct, .wrong, .fails])
    #expect(points[1].call == "brew(3, 0.12 kWh/L, 200 mL)")
    #expect(points[1].message.hasPrefix("Not right yet"))
    #expect(points[2].message.contains("this is a column of them. Try `where("))
    for point in points { #expect(!point.message.contains("72")) }
  }

  @Test func aFunctionForSingleNumbersIsToldToTakeColumns() throws {
    let report = try judge("def brew(a, b, c) = a * b * c if a > 0 else 0 kWh")
    #expect(report.verdict == .partly)
    #expect(report.message.contains("right for single numbers, and not yet for a column"))
    #expect(report.message.contains("`where(condition, a, b)`"))
    #expect(try judge("def brew(a, b, c) = where(a > 0, a, 0) * b * c").verdict == .correct)
    let first = try judge("def brew(a, b, c) = where(a > 0, a, 0).max() * b * c")
    #expect(first.message.contains("`max` works on a column of numbers"))
  }

  @Test func rowsOfAnArgumentAreNotCalledByATablesNames() throws {
    let report = try judge("def brew(a, b, c) = where(a > 4, 1, a) * b * c")
    let last = try #require(report.points?.last)
    #expect(last.rows == [.correct, .correct, .wrong])
    #expect(last.message == "Not right yet in row 3; the other rows are right.")
  }
}

@Suite struct FunctionCauseTests {
  @Test(arguments: [
    ("def brew(a, b, c) = b * c", "`mugs` is left out", "factor-missing"),
    ("def brew(a, b, c) = a * b * c / 1000", "Leave `/ 1000` out", "scale"),
    ("def brew(a, b, c) = -a * b * c", "sign", "sign"),
    ("def brew(a, b, c) = a * a * b * c", "mugs", "factor-extra"),
  ])
  func theCauseIsSoughtOnColumnsAsOnNumbers(
    _ text: String, _ said: String, _ cause: String
  ) throws {
    let report = try judge(text)
    #expect(report.cause?.kind.rawValue == cause)
    #expect(report.message.contains(said), "\(report.message)")
  }

  @Test func theCauseIsSoughtWhereColumnsAloneAreTried() throws {
    let reference = reference(points: [["[1, 2, 5]", "[90 Wh/L, 80 Wh/L, 70 Wh/L]", "0.3 L"]])
    #expect(reference.problems.isEmpty)
    let report = try judge("def brew(a, b, c) = a * b", reference)
    #expect(report.verdict == .wrongDimension || report.verdict == .wrong)
    #expect(report.cause?.names == ["volume"])
  }

  @Test func noCauseIsNamedWhereTheModelTakesRowsTogether() throws {
    let reference = reference(
      "share", ["part", "whole"], expect: "part / max(whole)", unit: "%",
      points: [["[3, 5, 9]", "[10, 30, 20]"], ["[1, 2]", "[7, 4]"]])
    #expect(reference.problems.isEmpty)
    let report = try judge("def share(a, b) = 2 * a / max(b)", reference)
    #expect(report.verdict == .wrong)
    #expect(report.cause == nil)
    #expect(report.message.contains("Not right yet"))
  }

  @Test(arguments: [
    "def brew(n, h, v) = n * h * mug_volume",
    "def brew(n, h, v):\n    water = n * mug_volume\n    return water * h",
  ])
  func aNameFromOutsideIsToldByItsName(_ function: String) throws {
    let report = try judge("mug_volume = 0.25 L\n\(function)")
    #expect(report.cause == Cause(.otherName, names: ["mug_volume"]))
    #expect(report.message.contains("computes with `mug_volume`, a name from outside"))
    #expect(report.message.contains("never with its parameter `v`"))
  }

  @Test func anOutsideNameThatDoesNotExplainItIsNotBlamed() throws {
    let report = try judge(
      "mug_volume = 0.25 L\ndef brew(n, h, v) = n * h * mug_volume * 3")
    #expect(report.cause?.kind != .otherName || report.message.contains("never") == false)
    #expect(!report.message.contains("from outside"))
  }

  @Test func parametersInAnotherOrderAreTold() throws {
    let reference = reference(
      "rate", ["energy", "time"], expect: "energy / time", unit: "kW",
      points: [["3 kWh", "2 h"], ["5 MJ", "20 min"]])
    let report = try judge("def rate(time, energy) = energy / time", reference)
    #expect(
      report.message.contains("`def rate(energy, time) =` and your formula"), "\(report.message)")
    let left = GradingTests.reference(
      "left", ["power", "loss"], expect: "power * (1 - loss)", unit: "kW",
      points: [["3 kW", "10 %"], ["500 W", "0.25"]])
    let own = try judge("def left(l, p) = p * (1 - l)", left)
    #expect(own.message.contains("`def left(p, l) =` and your formula"), "\(own.message)")
  }

  @Test func aParameterThatIsNeverUsedIsTold() throws {
    let report = try judge("def brew(n, h, v) = n * h * 17.77 L + 3 kWh")
    #expect(report.message.contains("Its parameter `v` is never used."), "\(report.message)")
  }

  @Test(arguments: [
    ("def brew(a, b, c) = print(a * b * c)", "print"),
    ("def brew(a, b, c) = a * brew(a - 1, b, c)", "Functions call one another too many times"),
    ("def brew(a, b) = a * b", "asked for with 3 parameters (mugs, heat, volume), and yours has 2"),
    ("brew = 3 kWh", "is asked for as a function"),
  ])
  func aFunctionThatGivesNothingSaysWhy(_ text: String, _ said: String) throws {
    let report = try judge(text)
    #expect(report.share == 0)
    #expect(report.message.contains(said), "\(report.message)")
  }

  @Test func theAuthorsWordComesFirst() throws {
    var exercise = reference().exercise
    exercise.questions[1].misconceptions = [
      Misconception(when: AuthorFormula("heat * volume", line: 1), say: "That is one mug.")
    ]
    let report = try judge(
      "def brew(a, b, c) = b * c", CompiledExercise(exercise, units: UnitSystem()))
    #expect(report.cause == Cause(.author))
    #expect(report.message.hasSuffix("That is one mug."))
  }
}

@Suite struct LongModelAnswerTests {
  @Test func aLongColumnPassesItsReplayInEveryManner() {
    let count = 30_000
    var exercise = SmallExercise.exercise([
      .values([
        SmallExercise.answer("twice", "2 * long[\"Time\"]", unit: "min", also: ["long[\"Twice\"]"])
      ])
    ])
    exercise.tables = [
      DataTable(
        name: "long",
        columns: [
          DataColumn(
            heading: "Time", unit: AuthorFormula("h", line: 1),
            cells: .numbers((0..<count).map { Double($0) }))
        ], rowCount: count)
    ]
    let reference = CompiledExercise(exercise, units: UnitSystem())
    #expect(reference.problems.isEmpty)
    #expect(ExerciseCheck(reference).modelAnswerProblems().map(\.diagnostic.message) == [])
  }

  @Test func aLongColumnThatIsJudgedAmissIsStillTold() {
    let count = 30_000
    var exercise = SmallExercise.exercise([
      .values([
        SmallExercise.answer(
          "twice", "long[\"Share\"]", unit: "%",
          rules: MarkingRules(
            tolerance: .range(AuthorFormula("0", line: 1), AuthorFormula("9", line: 1))))
      ])
    ])
    exercise.tables = [
      DataTable(
        name: "long",
        columns: [
          DataColumn(heading: "Share", cells: .numbers((1...count).map { Double($0) }))
        ], rowCount: count)
    ]
    let reference = CompiledExercise(exercise, units: UnitSystem())
    #expect(!ExerciseCheck(reference).modelAnswerProblems().isEmpty)
  }
}
