import ExerciseFiles
import Exercises
import Foundation
import Testing

@testable import AnswerKeys

@Suite("Loading an exercise")
struct LoadingTests {
  @Test(arguments: ["chatbot-model-analysis", "chatgpt-footprint", "epfl-estimate"])
  func findsNothingWrongWithThoseThatShip(id: String) throws {
    let loaded = ExerciseLoader().load(path: "\(shippedFolder)/\(id).md")
    #expect(loaded.summary == [])
    #expect(loaded.exercise?.id == id)
    #expect(loaded.isSound)
  }

  @Test func fillsTheModel() throws {
    let path = "\(shippedFolder)/chatbot-model-analysis.md"
    let exercise = try #require(ExerciseLoader().load(path: path).exercise)
    #expect(exercise.title == "Chatbot model analysis")
    #expect(exercise.units.contains { $0.name == "CO2e" && $0.kind == .label })
    #expect(exercise.introduction.hasPrefix("# Chatbot model analysis\n\nThe company"))
    #expect(
      exercise.questions.map(\.id) == [
        "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.3.1", "1.3.2", "1.3.2a", "1.3.2b", "1.4.1",
      ])
    let question = try #require(exercise.question("1.2.2"))
    #expect(question.title == "Training emissions")
    #expect(question.prompt.hasPrefix("How much did the training"))
    #expect(question.prompt.hasSuffix("`models[\"Training CO2e (kg)\"] = …`"))
    #expect(question.hints.count == 3)
    #expect(question.misconceptions.isEmpty)
    #expect(question.debrief?.hasPrefix("GPU hours ×") == true)
    guard case .values(let answers) = question.body else {
      Issue.record("1.2.2 asks for values")
      return
    }
    #expect(answers.map(\.name) == ["training_emissions"])
    #expect(answers[0].expect.text.hasPrefix("models[\"Training Time (GPU hours)\"] * gpu_power"))
    #expect(answers[0].unit?.text == "kg CO2e")
    #expect(answers[0].rules.tolerance == .relative(0.005))
    #expect(answers[0].also.map(\.text) == ["models[\"Training CO2e (kg)\"]"])
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    #expect(lines[answers[0].expect.line - 1].contains("expect:"))
    #expect(lines[question.line - 1] == "## 1.2.2 Training emissions")
  }

  @Test(arguments: [
    ("1'000,12 500.5,-3", [1000, 12500.5, -3] as [Double], ""),
    ("1’000 000,2,3", [1_000_000, 2, 3], ""),
    ("\"1,5\",2,3", [], "`1.5`"), ("1.000.000,2,3", [], "`1_000_000`"),
    ("n/a,2,3", [], "Leave the cell"),
  ])
  func readsCellsAsNumbersAreWritten(_ row: String, _ expected: [Double], _ help: String) throws {
    let text = """
      ---
      reckon: 1
      id: x
      title: X
      ---
      # X

      ## 1 One
      ```table t
      a [kg],b [kg],c [kg]
      \(row)
      ```
      ```question
      points: 1
      answers: {x: 5 kg}
      ```
      """
    let loaded = try load(text)
    #expect(loaded.problems.flatMap(\.diagnostic.help).first?.hasPrefix(help) ?? help.isEmpty)
    let columns = loaded.exercise?.tables.first?.columns ?? []
    let numbers = columns.compactMap { column -> Double? in
      if case .numbers(let cells) = column.cells { cells.first } else { nil }
    }
    #expect(expected.isEmpty || numbers == expected)
  }

  /// What students must not see is told however much else there is to tell.
  @Test func anErrorIsToldBehindMoreWarningsThanAreTold() throws {
    let items = (0..<260).map { "- item \($0) $x = 3" }.joined(separator: "\n")
    let loaded = try load(
      """
      ---
      reckon: 1
      id: x
      title: X
      ---
      # X

      \(items)

      Remember <!-- the solution is 3 m

      ## 1 One
      ```question
      points: 1
      answers: {x: 5 kg}
      ```
      """)
    let severities = loaded.problems.map(\.diagnostic.severity)
    #expect(severities.count { $0 == .warning } == 200)
    #expect(
      loaded.problems.filter { $0.diagnostic.severity == .error }.map(\.diagnostic.id)
        == ["comment-unclosed"])
  }

  @Test func readsTablesWithUnitsInTheirHeadings() throws {
    let path = "\(shippedFolder)/chatbot-model-analysis.md"
    let table = try #require(ExerciseLoader().load(path: path).exercise?.tables.first)
    #expect(table.rowCount == 4)
    #expect(table.rowNames == ["Model 1", "Model 2", "Model 3", "Model 4"])
    #expect(table.columns[1].heading == "Training Time (GPU hours)")
    #expect(table.columns[1].unit?.text == "GPU h")
    #expect(table.columns[2].heading == "Model Size (Parameters, in B)")
    guard case .numbers(let values) = table.columns[4].cells else {
      Issue.record("accuracy is a number")
      return
    }
    #expect(values == [85.2, 78.4, 72.1, 81.0])
  }

  @Test func keepsDatesAsTextAndEmptyCellsAsNoNumber() throws {
    let loaded = try load(
      withFrontMatter("```table t\nday,kg,\"a, \"\"b\"\"\"\n2024-01-01,1,x\n2024-01-02,,y\n```\n"))
    #expect(loaded.summary == [])
    let table = try #require(loaded.exercise?.tables.first)
    #expect(table.columns.map(\.heading) == ["day", "kg", "a, \"b\""])
    #expect(table.rowNames == ["2024-01-01", "2024-01-02"])
    guard case .numbers(let values) = table.columns[1].cells else {
      Issue.record("kg is a number")
      return
    }
    #expect(values[0] == 1)
    #expect(values[1].isNaN)
  }

  @Test(arguments: [
    ("tolerance: 0.5%", MarkingRules.Tolerance.relative(0.005)),
    ("tolerance: 0.02", .relative(0.02)),
    ("tolerance: 0.5 kg", .absolute(AuthorFormula("0.5 kg", line: 13))),
    ("tolerance: ±0.5 kg", .absolute(AuthorFormula("0.5 kg", line: 13))),
    ("tolerance: ±0.1", .absolute(AuthorFormula("0.1", line: 13))),
    ("tolerance: +-0.1", .absolute(AuthorFormula("0.1", line: 13))),
    ("tolerance: +/- 20", .absolute(AuthorFormula("20", line: 13))),
    ("sigfigs: 2", .figures(2)),
    ("within: 2x", .factor(2)),
    (
      "range: [1 kg, 2 kg]",
      .range(AuthorFormula("1 kg", line: 13), AuthorFormula("2 kg", line: 13))
    ),
  ])
  func readsEveryTolerance(line: String, expected: MarkingRules.Tolerance) throws {
    let loaded = try load(withQuestion("points: 1\nanswers:\n  a:\n    expect: 1 kg\n    \(line)"))
    #expect(loaded.summary == [])
    guard case .values(let answers) = loaded.exercise?.questions.first?.body else {
      Issue.record("there are answers")
      return
    }
    #expect(answers.first?.rules.tolerance == expected)
  }

  @Test(arguments: [("-3 s", ["-3 s"]), ("[-3 s, 2 * b]", ["-3 s", "2 * b"])])
  func readsOtherValuesThatAreAccepted(text: String, expected: [String]) throws {
    let loaded = try load(
      withQuestion("points: 1\nanswers:\n  a:\n    expect: 2 s\n    or: \(text)\n  b: 1 s"))
    #expect(loaded.summary == [])
    guard case .values(let answers) = loaded.exercise?.questions.first?.body else {
      Issue.record("there are answers")
      return
    }
    #expect(answers.map { $0.alternatives.map(\.text) } == [expected, []])
    #expect(answers[0].alternatives.allSatisfy { $0.line == 13 })
  }

  @Test(arguments: [
    ("3 figures", MarkingRules.WrittenForm.figures(3)), ("1 figure", .figures(1)),
    ("2 decimals", .decimals(2)), ("1 Decimal", .decimals(1)), ("0 decimals", .decimals(0)),
  ])
  func readsHowANumberIsWritten(text: String, expected: MarkingRules.WrittenForm) throws {
    let loaded = try load(
      withQuestion("points: 1\nwritten: \(text)\nanswers: {a: 1, b: {expect: 2, written: any}}"))
    #expect(loaded.summary == [])
    guard case .values(let answers) = loaded.exercise?.questions.first?.body else {
      Issue.record("there are answers")
      return
    }
    #expect(answers.map(\.rules.written) == [expected, nil])
  }

  @Test func readsSharesOfVerdictsThatComeOfRules() throws {
    let loaded = try load(
      withQuestion(
        "points: 1\nshares: {other-form: 80%, rounded: 0.7}\nanswers:\n"
          + "  a: {expect: 1, shares: {other-unit: 0.5}}"))
    #expect(loaded.summary == [])
    guard case .values(let answers) = loaded.exercise?.questions.first?.body else {
      Issue.record("there are answers")
      return
    }
    #expect(answers.map(\.rules.shares) == [[.rounded: 0.7, .otherForm: 0.8, .otherUnit: 0.5]])
  }

  @Test func takesFormulasAsTyped() throws {
    let loaded = try load(
      withQuestion(
        "points: 1\nanswers:\n  a: 0x10\n  b: yes\n  c: 1_000\n  d: |\n    1 +\n    2\n"))
    guard case .values(let answers) = loaded.exercise?.questions.first?.body else {
      Issue.record("there are answers")
      return
    }
    #expect(answers.map(\.expect.text) == ["0x10", "yes", "1_000", "1 +\n2"])
    #expect(answers.map(\.expect.line) == [11, 12, 13, 15])
  }

  @Test func judgesAllAnswersByTheKeysBesideThem() throws {
    let loaded = try load(
      withQuestion("points: 1\nsigfigs: 3\nanswers:\n  a: 1 W\n  b: {expect: 2 W, tolerance: 1%}"))
    #expect(loaded.summary == [])
    guard case .values(let answers) = loaded.exercise?.questions.first?.body else {
      Issue.record("there are answers")
      return
    }
    #expect(answers.map(\.rules.tolerance) == [.figures(3), .relative(0.01)])
  }

  @Test(arguments: [
    ("", "", 0.0, false), ("hint_cost: 10%\nskip: yes\n", "", 0.1, true),
    ("", "hint_cost: 0.25\nskip: yes\n", 0.25, true),
    ("hint_cost: 10%\nskip: yes\n", "hint_cost: 0\nskip: no\n", 0, false),
    ("hint_cost: 10%\n", "skip: yes\n", 0.1, true),
  ])
  func readsWhatHelpCostsFromTheQuestionElseFromTheFrontMatter(
    _ header: String, _ keys: String, _ cost: Double, _ maySkip: Bool
  ) throws {
    let loaded = try load(
      "---\nreckon: 1\nid: test\ntitle: Test\n\(header)---\n## 1.1 Text\n\nRead.\n\n## 1.2 One\n\n"
        + "```question\npoints: 1\n\(keys)answers: {a: 1 W}\n```\n")
    #expect(loaded.summary == [])
    let questions = try #require(loaded.exercise?.questions)
    #expect(questions.map(\.hintCost) == [0, cost])
    #expect(questions.map(\.maySkip) == [false, maySkip])
  }

  @Test(arguments: [
    ("", "", true), ("derived_hints: no\n", "", false), ("", "derived_hints: no\n", false),
    ("derived_hints: no\n", "derived_hints: yes\n", true),
  ])
  func readsWhetherHintsAreDerivedFromTheQuestionElseFromTheFrontMatter(
    _ header: String, _ keys: String, _ derives: Bool
  ) throws {
    let loaded = try load(
      "---\nreckon: 1\nid: test\ntitle: Test\n\(header)---\n## 1.1 One\n\n"
        + "```question\npoints: 1\n\(keys)answers: {a: 1 W}\n```\n")
    #expect(loaded.summary == [])
    #expect(loaded.exercise?.questions.map(\.derivesHints) == [derives])
  }

  @Test(arguments: ["chatbot-model-analysis", "chatgpt-footprint", "epfl-estimate"])
  func letsTheProgrammingOfThoseThatShipBeSkippedAndTheirHintsBeFree(id: String) throws {
    let exercise = try #require(
      ExerciseLoader().load(path: "\(shippedFolder)/\(id).md").exercise)
    for question in exercise.questions {
      #expect(question.maySkip == question.isProgramming)
      #expect(question.hintCost == 0)
    }
  }

  @Test func readsFunctionsChoicesAndTexts() throws {
    let path = "\(shippedFolder)/epfl-estimate.md"
    let exercise = try #require(ExerciseLoader().load(path: path).exercise)
    #expect(exercise.requires == ["chatgpt-footprint"])
    guard case .function(let function) = exercise.question("2.3.2")?.body,
      case .choice(let choice) = exercise.question("2.3.3")?.body,
      case .text(let text) = exercise.question("2.4.2")?.body
    else {
      Issue.record("questions are of the kind that their keys tell")
      return
    }
    #expect(function.parameters.count == 3)
    #expect(function.points.count == 5)
    #expect(function.points[2][2].text == "2.6 mg CO2e/token")
    #expect(choice.count == .any)
    #expect(choice.options.last?.credit == .rightIfArgued)
    #expect(text.sentences == 2...6)
    #expect(text.criteria.map(\.id) == ["energy", "embodied", "rebound", "weighed"])
    #expect(text.modelAnswers.map(\.level) == [.full, .partial, .weak])
  }

  @Test func keepsThePromptInOrderAndLeavesTheBlocksOut() throws {
    let loaded = try load(
      withFrontMatter(
        """
        Hello.

        ## 1.1 First
        Before.

        ```question
        points: 0
        options: [a, b]
        ```

        After.

        ```python
        x = 1
        ```

        ### A heading without a number

        ```chart
        kind: histogram
        x: 1 W
        ```

        ```debrief
        So it is.
        ```

        Last.

        1.2a. Second
        ------------
        Only text.
        """))
    #expect(loaded.summary == [])
    let exercise = try #require(loaded.exercise)
    #expect(exercise.introduction == "Hello.")
    let question = try #require(exercise.question("1.1"))
    #expect(
      question.prompt == """
        Before.

        After.

        ```python
        x = 1
        ```

        ### A heading without a number

        Last.
        """)
    #expect(question.debrief == "So it is.")
    var histogram = ChartSpec(kind: .histogram, line: 24)
    histogram.x = AuthorFormula("1 W", line: 26)
    histogram.series = [ChartSpec.Series()]
    #expect(question.charts == [histogram])
    #expect(question.title == "First")
  }

  @Test func goesOnAfterABlockThatIsNotClosed() throws {
    let loaded = try load(
      withFrontMatter(
        "## 1.1 A\n```question\npoints: 0\noptions: [a]\n\n```debrief\nSo.\n```\n\n## 1.2 B\nText"))
    let exercise = try #require(loaded.exercise)
    #expect(exercise.questions.map(\.id) == ["1.1", "1.2"])
    #expect(exercise.questions.first?.debrief == "So.")
    #expect(exercise.questions.last?.prompt == "Text")
  }

  @Test func takesAHeadingWithoutABlockAsReading() throws {
    let loaded = try load(withFrontMatter("## 1 Read this\nText.\n"))
    #expect(loaded.summary == [])
    guard case .reading = loaded.exercise?.questions.first?.body else {
      Issue.record("nothing is asked")
      return
    }
  }

  @Test func readsWindowsLineEndsAndAByteOrderMark() throws {
    let text = withQuestion("points: 1\nanswers: {a: 1 W}").replacing("\n", with: "\r\n")
    let loaded = try load("\u{FEFF}" + text)
    #expect(loaded.summary == [])
    #expect(loaded.exercise?.question("1.1")?.points == 1)
  }

  @Test func readsTheCourse() throws {
    let loaded = CourseLoader().load(path: "\(shippedFolder)/course.md")
    #expect(loaded.problems.map(\.diagnostic.message) == [])
    let course = try #require(loaded.course)
    #expect(course.title == "Responsible software")
    #expect(course.exercises == ["chatbot-model-analysis", "chatgpt-footprint", "epfl-estimate"])
    #expect(course.calendar.count == 4)
    #expect(course.calendar[3].until == "2024-12-20")
    #expect(course.tables.map(\.name) == ["principles"])
    #expect(course.tables.first?.rowCount == 11)
    #expect(course.background.hasPrefix("# Responsible software"))
  }
}
