import Foundation
import TerminalTesting
import Testing

@testable import ErrorDiagnosis
@testable import Files

/// The eight programming questions as students answer them, graded from files.
@Suite struct CheckTests {
  private static let chatbot = "chatbot-model-analysis"
  private static let footprint = "chatgpt-footprint"
  private static let estimate = "epfl-estimate"

  // MARK: The contract

  @Test func theReportHasTheKeysThatOtherProgramsReadAndNoOthers() throws {
    let verdicts: Set = [
      "unanswered", "fails", "correct", "follows", "unit-missing", "wrong-unit", "rounded",
      "wrong-dimension", "wrong", "partly", "unchecked",
    ]
    let text =
      Answers.chatbot.replacing("450 W", with: "0.450").replacing("260 g CO2e/kWh", with: "1 +")
      + "\n## 1.3.1\n> Model 1 is good.\n\n## 1.3.2a\n- [x] Accuracy\n- [x] Output speed\n"
    let checked = try Student().check(Self.chatbot, text)
    let object = checked.object
    #expect(
      Set(object.keys).isSuperset(of: [
        "reckon", "exercise", "score", "maxScore", "questions", "provisional", "waiting",
      ]))
    #expect(object["reckon"] as? Int == 1)
    #expect(object["exercise"] as? String == Self.chatbot)
    #expect(object["maxScore"] as? Double == 10)
    let questions = try #require(object["questions"] as? [[String: Any]])
    #expect(
      questions.map { $0["id"] as? String } == [
        "1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.3.1", "1.3.2", "1.3.2a", "1.3.2b", "1.4.1",
      ])
    var sum = 0.0
    for question in questions {
      let score = try #require(question["score"] as? Double)
      let maximum = try #require(question["maxScore"] as? Double)
      #expect(0 <= score && score <= maximum)
      sum += score
      for answer in try #require(question["answers"] as? [[String: Any]]) {
        #expect(Set(answer.keys).isSuperset(of: ["name", "verdict", "cause", "message"]))
        #expect(verdicts.contains(try #require(answer["verdict"] as? String)))
      }
    }
    #expect(abs(sum - (object["score"] as? Double ?? -1)) < 1e-6)
    // The input was one line, and so is the output.
    #expect(checked.run.output.split(separator: "\n").count == 1)
  }

  @Test func whatCouldNotBeReadStandsInTheReportWithItsLine() throws {
    let text = """
      ---
      exercise: \(Self.chatbot)
      hints: {1.2.1: two}
      ---
      ## 1.2.1
      ```python
      gpu_power = 450 W
      ```
      ## 1.2.2
      ```reckon
      training_emissions = = 3
      ```
      ## 1.3.1
      Model 1 is good.
      ## 1.3.2
      \(String(repeating: "word ", count: 400_000))
      ## 1.4.9
      > A text.
      """
    let student = try Student()
    let checked = try student.check(Self.chatbot, text)
    let problems = try #require(checked.object["problems"] as? [[String: Any]])
    let found = problems.map { problem in
      let place = "\(problem["line"] ?? "") \(problem["question"] as? String ?? "-")"
      return "\(place) \(problem["severity"] ?? "")"
    }
    #expect(
      found == [
        "3 - warning", "6 1.2.1 warning", "11 1.2.2 error", "14 1.3.1 warning", "15 1.3.2 error",
        "18 1.4.9 warning",
      ])
    #expect(problems.allSatisfy { ($0["message"] as? String)?.hasSuffix(".") == true })
    // The same stands on the screen and in what is made of the notebook.
    let name = Self.chatbot + ".answers.md"
    let screen = try student.run(["check", name])
    #expect(screen.output.contains("and 3 more mistakes, in lines 14, 15, 18"))
    #expect(try student.run(["check", name, name]).output.contains("6 lines with a mistake"))
    #expect(try student.run(["convert", name, "--to", "md"]).output.contains("- Line 18: "))
  }

  @Test func bytesThatAreNoTextStandInTheReport() throws {
    let student = try Student()
    let name = Self.chatbot + ".answers.md"
    try student.write(
      name, bytes: Array("---\nexercise: \(Self.chatbot)\n---\n\n# d".utf8) + [0xE9, 0x0A])
    let checked = try CheckedNotebook(try student.run(["check", "--json", name]))
    let problems = try #require(checked.object["problems"] as? [[String: Any]])
    #expect(problems.first?["line"] as? Int == 5)
  }

  #if os(Linux)
    /// As they come out of a zip of another system.
    @Test func aFileWhoseNameIsNotUTF8IsCheckedAndConverted() throws {
      let student = try Student()
      let text = Answers.notebook(Self.chatbot, [("1.2.1", "gpu_power = 450 W")])
      for name in [[0x73, 0xF6], [0x73, 0xE4], [0xFF, 0xC3, 0xB6, 0xC3]] as [[UInt8]] {
        let path = Array((student.folder + "/").utf8) + name + Array(".answers.md".utf8) + [0]
        let file = fopen(path.map { CChar(bitPattern: $0) }, "w")
        fputs(text, file)
        fclose(file)
      }
      let program = try ReckonProgram.path()
      func run(_ arguments: String) throws -> ProgramRun {
        try ProgramRun.run(
          "/bin/sh", ["-c", "\(program) \(arguments)"],
          environment: ["HOME": student.folder, "RECKON_EXERCISES": student.exercises],
          in: student.folder)
      }
      let all = try run("check *.answers.md")
      #expect(all.errors == "")
      for name in ["s\\xF6", "s\\xE4", "\\xFFö\\xC3"] {
        #expect(all.output.contains(name + ".answers.md  0.17 of 10 points"))
      }
      let one = try CheckedNotebook(try run("check --json s*.md | head -n 1"))
      #expect(one.verdict("gpu_power") == "correct")
      #expect(try run("convert s*.md --to md").status == 2)
      #expect(try run("convert [!s]*.md --to md").output.contains("gpu_power = 450 W"))
    }
  #endif

  /// A slip in one key of the head does not cost the others.
  @Test(arguments: [
    "student: {id: 1, name: Ada: L}", "student: {id: 1", "tries: [1", "name: \"Ada", "\tx: y",
  ])
  func aHeadThatIsNoYAMLIsToldAndTheExerciseIsFoundAllTheSame(_ slip: String) throws {
    for head in ["exercise: \(Self.chatbot)\n\(slip)", "\(slip)\nexercise: \(Self.chatbot)"] {
      let student = try Student()
      try student.write("mine.answers.md", "---\n\(head)\n---\n## 1.2.1\n")
      let run = try student.run(["check", "mine.answers.md"])
      #expect(run.status == 1)
      #expect(
        run.output.replacing("\n ", with: "").contains(
          "The head of the notebook cannot be read from here on"))
    }
  }

  @Test func aSkippedQuestionIsMarkedAndLaterOnesBuildOnTheModel() throws {
    let sections = [
      ("1.2.2", "training_emissions = 3 kg"),
      ("1.2.4", "total_emissions = training_emissions + inference_emissions"),
    ]
    let text = Answers.notebook(Self.chatbot, sections)
      .replacing("\n---\n", with: "\nskipped: [1.2.2, 1.2.3]\n---\n")
    let checked = try Student().check(Self.chatbot, text)
    #expect(checked.verdict("total_emissions") == "correct")
    #expect(checked.verdict("training_emissions") == "wrong")
    #expect(checked.verdict("inference_emissions") == "unanswered")
    let questions = try #require(checked.object["questions"] as? [[String: Any]])
    let skipped = questions.filter { $0["skipped"] as? Bool == true }
    #expect(skipped.map { $0["id"] as? String } == ["1.2.2", "1.2.3"])
    #expect(checked.object["score"] as? Double == 1)
  }

  @Test func whatIsSkippedFallsShort() throws {
    let text =
      Answers.notebook(Self.footprint, []).replacing(
        "\n---\n", with: "\nskipped: [2.1.1, 2.2.1]\n---\n")
    #expect(try Student().check(Self.footprint, text).run.status == 1)
  }

  @Test func aChoiceHasItsOptionsAndTheirReasonsOnceTheyMayBeKnown() throws {
    let tea = """
      ---
      reckon: 1
      id: tea
      title: Tea
      ---
      ## 1.1 Heat
      ```question
      points: 1
      choose: 2
      options: [{text: Volume, right: yes, because: Heated.}, {text: Kettle, right: if argued}, Mug]
      ```

      """
    func options(_ ticks: String) throws -> (object: [String: Any], options: [[String: Any]]) {
      let student = try Student()
      try student.write("tea.md", tea)
      try student.write("a.md", "---\nexercise: tea\n---\n## 1.1\n" + ticks)
      let run = try student.run(["check", "--json", "--exercise", "./tea.md", "a.md"])
      let checked = try CheckedNotebook(run)
      let questions = try #require(checked.object["questions"] as? [[String: Any]])
      let answers = try #require(questions.first?["answers"] as? [[String: Any]])
      return (checked.object, try #require(answers.first?["options"] as? [[String: Any]]))
    }
    let partly = try options("- [x] Volume\n- [x] Mug\n")
    #expect(partly.object["score"] as? Double == 0.5)
    #expect(partly.options.map { $0["ticked"] as? Bool } == [true, false, true])
    #expect(partly.options.allSatisfy { Set($0.keys) == ["text", "ticked"] })
    let done = try options("- [x] Volume\n- [x] Kettle\n")
    #expect(done.object["score"] as? Double == 0.5)
    #expect(done.object["waiting"] as? Double == 0.5)
    #expect(done.options.map { $0["text"] as? String } == ["Volume", "Kettle", "Mug"])
    #expect(done.options[0]["right"] as? Bool == true)
    #expect(done.options[0]["because"] as? String == "Heated.")
    #expect(done.options[1]["right"] is NSNull)
    #expect(done.options[2]["right"] as? Bool == false)
  }

  @Test func aColumnHasAVerdictARowAndAFunctionOneAPoint() throws {
    let rows = try Student().check(
      Self.chatbot,
      Answers.notebook(
        Self.chatbot, [("1.2.2", "training_emissions = [117000, 46800, 1, 66690] * 1 kg CO2e")]))
    let column = try #require(rows.answers.first { $0.name == "training_emissions" })
    #expect(column.verdict == "wrong")
    #expect(column.rows == ["correct", "correct", "wrong", "correct"])
    #expect(column.message.contains("Model 3"))

    let half = try Student().check(
      Self.estimate,
      Answers.notebook(
        Self.estimate,
        [
          (
            "2.3.2",
            "def yearly_carbon_emissions_chatgpt(a, b, c) = (3000 if a > 1000 else 120 if a > 100 else 24) * b * c"
          )
        ]))
    let function = try #require(half.answers.first { $0.name.hasPrefix("yearly") })
    #expect(function.verdict == "partly")
    // `if` takes no column.
    #expect(
      function.points?.map { $0["verdict"] as? String }
        == ["correct", "correct", "correct", "wrong", "fails"])
    for point in function.points ?? [] {
      #expect((point["call"] as? String)?.hasPrefix("yearly_carbon_emissions_chatgpt(") == true)
      #expect(point["message"] is String)
    }
    #expect(try half.score("2.3.2") == 0.6)
    let mean = try Student().check(
      Self.estimate,
      Answers.notebook(
        Self.estimate,
        [("2.3.2", "def yearly_carbon_emissions_chatgpt(a, b, c) = where(a > 300, 1, a) * b * c")]))
    let last = try #require(mean.answers.first { $0.name.hasPrefix("yearly") }?.points?.last)
    #expect(last["rows"] as? [String] == ["correct", "correct", "wrong"])
  }
}

/// Heads that cannot be read, of notebooks and of exercises: the line is named, and never that there
/// is no exercise.
@Suite struct BrokenHeadTests {
  private static let body = "## 1\n```reckon\nx = 5 kg\n```\n"

  private func student(exerciseTitle: String = "Prose") throws -> Student {
    let student = try Student()
    try FileManager.default.createDirectory(
      atPath: student.path("shelf"), withIntermediateDirectories: true)
    try student.write(
      "shelf/lesson.md",
      "---\nreckon: 1\nid: prose\ntitle: \(exerciseTitle)\n---\n## 1 X\n```question\npoints: 1\n"
        + "answers: {x: 5 kg}\n```\n")
    return student
  }

  private func said(_ run: ProgramRun) -> String {
    run.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: [
    ("exercise: prose\nstudent: {id: 1, name: Ada: L}", 3), ("exercise: prose\nname: \"Ada", 3),
    ("exercise: prose\n\tstudent: x", 3), ("exercise: prose\ntries: {1: [}", 3),
  ])
  func aNotebookIsReadAllTheSameAndTheLineIsNamed(_ head: String, _ line: Int) throws {
    let student = try student()
    try student.write("mine.answers.md", "---\n\(head)\n---\n" + Self.body)
    let run = try student.run(["check", "--exercises", "shelf", "mine.answers.md"])
    #expect(run.status == 0)
    #expect(run.output.contains("mine.answers.md:\(line): warning: The head of the notebook"))
    #expect(run.output.contains("1 of 1 point"))
  }

  @Test(arguments: ["exercise prose", "exercise: [prose]", "exercise: {prose: 1}"])
  func aNotebookThatDoesNotSayItsExerciseIsToldAboutThat(head: String) throws {
    let student = try student()
    try student.write("mine.answers.md", "---\n\(head)\n---\n" + Self.body)
    for command in [["check"], ["convert", "--to", "md"]] {
      let run = try student.run(command + ["--exercises", "shelf", "mine.answers.md"])
      #expect(run.status == 65)
      #expect(said(run).contains("mine.answers.md:2: warning: "))
      #expect(
        said(run).contains("does not say which exercise it answers, and none is called `mine`"))
      #expect(!run.errors.contains("There is no exercise"))
    }
  }

  @Test(arguments: [
    ["check", "prose.answers.md"], ["convert", "prose.answers.md", "--to", "md"],
    ["open", "prose"], ["preview", "prose"], ["lint", "prose"], ["lint", "lesson"],
  ])
  func anExerciseWhoseHeadCannotBeReadIsNamedWithItsLine(command: [String]) throws {
    let student = try student(exerciseTitle: "Pro: se: x")
    try student.write("prose.answers.md", "---\nexercise: prose\n---\n" + Self.body)
    let run = try student.run(command + ["--exercises", "shelf"])
    #expect(run.status == 65)
    #expect(run.errors.hasPrefix("shelf/lesson.md:4: error: "))
    #expect(!run.errors.contains("There is no exercise"))
  }
}

/// A name that is nearly one that is asked for, in a notebook that was edited by hand.
@Suite struct NearAnswerTests {
  private func problems(_ lines: String) throws -> [String] {
    let student = try Student()
    try student.write(
      "lesson.md",
      """
      ---
      reckon: 1
      id: lesson
      title: Lesson
      ---
      ## 1 X
      ```question
      points: 1
      answers:
        gpu_power: {expect: 450 W, also: [card_power]}
        carbon_intensity: 260 g/kWh
      ```
      """)
    try student.write(
      "lesson.answers.md", "---\nexercise: lesson\n---\n## 1\n```reckon\n\(lines)\n```\n")
    let run = try student.run(["check", "--json", "--exercise", "./lesson.md", "lesson.answers.md"])
    let found = try CheckedNotebook(run).object["problems"] as? [[String: Any]]
    return try #require(found).compactMap { $0["message"] as? String }
  }

  @Test(arguments: [
    ("GPU_power", "gpu_power"), ("gpu_pwer", "gpu_power"), ("power_gpu", "gpu_power"),
    ("carbonIntensity", "carbon_intensity"), ("Carbon_intensities", "carbon_intensity"),
  ])
  func isTold(_ name: String, _ asked: String) throws {
    #expect(
      try problems("\(name) = 3 kg") == [
        "`\(name)` answers no question, and `\(asked)` is asked for."
      ])
  }

  @Test(arguments: [
    "gpu_power = 3 W\nGPU_power = 3 W", "card_power = 3 W\nGPU_power = 3 W", "x = 3",
  ])
  func isNotToldWhereTheAnswerIsThere(lines: String) throws {
    #expect(try problems(lines) == [])
  }
}
