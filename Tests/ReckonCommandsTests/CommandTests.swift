import Foundation
import TerminalTesting
import Testing

@Suite struct CommandTests {
  // MARK: eval

  @Test func evalPrintsTheValueOfItsArgument() throws {
    let run = try Student().run([
      "eval", "unit token; 1 / (107.5 token/s) * 8 * 0.407 kW * 1.2 * 262 g/kWh",
    ])
    #expect(run.output == "0.00264518 g/token\n")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func evalJoinsItsArguments() throws {
    #expect(try Student().run(["eval", "3", "kW", "*", "2", "h"]).output == "6 kWh\n")
    #expect(try Student().run(["eval", "-3 + 1"]).output == "-2\n")
  }

  /// Words alone are told without the parser of commands; with an option they go through it.
  @Test(arguments: ["3 kW * 90 min to kWh", "1 m + 2 s", "10e6 W"])
  func evalSaysTheSameWhicheverWayItsArgumentsAreRead(_ formula: String) throws {
    let plain = try Student().run(["eval", formula])
    let parsed = try Student().run(["eval", "--", formula])
    #expect(plain.output == parsed.output)
    #expect(plain.errors == parsed.errors)
    #expect(plain.status == parsed.status)
  }

  @Test(arguments: [
    ["open"], ["open", "a", "b"], ["check", "--nothing"], ["eval", "--nothing", "1"],
  ])
  func argumentsThatDoNotFitAreTold(_ arguments: [String]) throws {
    let run = try Student().run(arguments)
    #expect(run.errors.contains("reckon \(arguments[0])") || run.errors.contains("error: "))
    #expect(run.status != 0)
  }

  @Test func aLongFileOfShortLinesIsComputedToItsEnd() throws {
    let lines = (1...25_000).map { "\($0) kW * 2 h to MJ\n" }
    let run = try Student().run(["eval"], input: lines.joined())
    #expect(run.output.hasSuffix("180'000 GJ\n") || run.output.hasSuffix("180'000 MJ\n"))
    #expect(run.output.split(separator: "\n").count == 25_000)
    #expect(run.errors == "")
  }

  @Test func evalReadsStandardInputWithNamesAndOpenBrackets() throws {
    let run = try Student().run(
      ["eval"], input: "power = 3 kW\npower * (\n 2 h)\n\n# a remark\npower to W\n")
    #expect(run.output == "3 kW\n6 kWh\n3000 W\n")
    #expect(run.status == 0)
  }

  @Test func evalSaysWhereAStatementThatDrawsBelongs() throws {
    let run = try Student().run(["eval", "plot([1, 2], [3, 4])"])
    #expect(run.output == "")
    #expect(run.errors.contains("note: `plot` draws a chart in the notebook of an exercise"))
    #expect(run.status == 0)
    #expect(try Student().run(["eval", "plot([1, 2], 3 kg + 2 m)"]).status == 1)
  }

  @Test func resultsGoToStandardOutputAndErrorsToStandardError() throws {
    let run = try Student().run(["eval"], input: "1 m\n1 m + 2 s\n2 m\n")
    #expect(run.output == "1 m\n2 m\n")
    #expect(run.errors.hasPrefix("input:2: error: "))
    #expect(run.errors.contains("│ 1 m + 2 s"))
    #expect(run.status == 1)
  }

  /// The sentences that stand beside the result elsewhere.
  @Test func evalAsJSONHasTheNoticesOfEachLine() throws {
    let lines = ["100 km / 50 km/h", "90 + 10%", "1 + 1", "m = 3; 5 m", "bars([1, 2])"]
    let json = try Student().run(["eval", "--json"], input: lines.joined(separator: "\n") + "\n")
    let plain = try Student().run(["eval"], input: lines.joined(separator: "\n") + "\n")
    let notices = try json.output.split(separator: "\n").flatMap { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["notices"] as? [String])
    }
    #expect(notices.count == 4)
    for notice in notices {
      #expect(plain.errors.replacing("\n ", with: "").contains("note: " + notice))
    }
    #expect(json.errors == "")
  }

  @Test(arguments: [
    (["--", "x = 5; x * 2"], "10\n"), (["--", "-5", "+", "3"], "-2\n"), (["-5 + 3"], "-2\n"),
    (["1", "--", "2"], "3\n"), (["--", "--", "2"], "2\n"),
  ])
  func twoHyphensEndTheOptions(_ arguments: [String], _ output: String) throws {
    #expect(try Student().run(["eval"] + arguments).output == output)
  }

  @Test func evalAsJSONPrintsAnObjectALine() throws {
    let run = try Student().run(
      ["eval", "--json"], input: "x = 2 kW\n[1, 2] * 3 m\n1 < 2\n\"a\\\"b\"\nx + 1 s\nunit token\n")
    #expect(run.errors == "")
    #expect(run.status == 1)
    let objects = try run.output.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(objects.count == 6)
    for object in objects {
      #expect(Set(object.keys) == ["input", "value", "unit", "text", "error", "notices", "try"])
      #expect((object["notices"] as? [String])?.isEmpty == true)
    }
    #expect(objects[0]["value"] as? Double == 2)
    #expect(objects[0]["unit"] as? String == "kW")
    #expect(objects[0]["text"] as? String == "2 kW")
    #expect(objects[1]["value"] as? [Double] == [3, 6])
    #expect(objects[2]["value"] as? Bool == true)
    #expect(objects[4]["value"] is NSNull)
    #expect((objects[4]["error"] as? String)?.isEmpty == false)
  }

  @Test func evalAsJSONSaysWhatToTry() throws {
    let run = try Student().run(["eval", "--json", "--", "sqrt 2; 3M; 2 + 2"])
    let tries = try run.output.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["try"]
        as? [String]
    }
    #expect(tries == [["`sqrt(2)`"], ["`3_000_000`, if you meant millions"], []])
  }

  // MARK: Statuses

  private static let mistakes: [(arguments: [String], status: Int32)] = [
    (["eval", "1 +"], 1), (["--bogus"], 2), (["check"], 2), (["check", "--bogus", "x"], 2),
    (["list", "extra"], 2), (["open"], 2), (["preview", "--as"], 2), (["bogus"], 2),
    (["check", "nothing.answers.md"], 65), (["open", "nothing"], 65),
    (["open", "./nothing.md"], 65), (["preview", "nothing"], 65), (["lint", "nothing"], 65),
    (["lint", "./nothing.md"], 65), (["preview", "chatgpt-footprint", "--as", "nothing.md"], 65),
    (["check", "--exercise", "nothing", "some.md"], 65), (["check", "some.md"], 65),
  ]

  @Test(arguments: mistakes)
  func aMistakeIsToldOnStandardErrorWithItsStatus(_ arguments: [String], _ status: Int32) throws {
    let student = try Student()
    try student.write("some.md", "Nothing to do with it.\n")
    let run = try student.run(arguments)
    #expect(run.status == status)
    #expect(!run.errors.isEmpty)
    #expect(run.output == "")
  }

  @Test func checkExitsByWhatIsLeft() throws {
    let student = try Student()
    try student.write("chatgpt-footprint.answers.md", "")
    #expect(try student.run(["check", "chatgpt-footprint.answers.md"]).status == 1)
    try student.write("chatgpt-footprint.answers.md", Answers.footprint)
    let run = try student.run(["check", "chatgpt-footprint.answers.md"])
    #expect(run.status == 0)
    #expect(run.output.contains("2 of 2 points"))
    #expect(run.errors == "")
  }

  @Test(arguments: ["./x.md", "../x", "/etc/passwd", "x.md", ".", "a/b", "X", "$(id)"])
  func aNotebookNamesItsExerciseByIDAndNeverByAPath(_ name: String) throws {
    let student = try Student()
    try student.write(
      "x.md",
      "---\nreckon: 1\nid: x\ntitle: X\n---\n## 1 A\n```question\npoints: 1\nanswers: {a: 1}\n```\n"
    )
    try student.write("n.md", "---\nexercise: \"\(name)\"\n---\n## 1\n```reckon\na = 1\n```\n")
    let run = try student.run(["check", "n.md"])
    #expect(run.status == 65)
    #expect(run.errors.contains("is no id"))
    #expect(run.output == "")
    // The person at the keyboard may name a path.
    try student.write("n.md", "## 1\n```reckon\na = 1\n```\n")
    #expect(try student.run(["check", "--exercise", "./x.md", "n.md"]).status == 0)
  }

  @Test func aHeadWithAKeyTwiceIsToldAndItsFirstOneCounts() throws {
    let student = try Student()
    try student.write(
      "n.md", "---\nexercise: chatgpt-footprint\nexercise: epfl-estimate\n---\n")
    let run = try student.run(["check", "n.md"])
    #expect(run.status == 1)
    #expect(run.output.contains("ChatGPT footprint"))
    #expect((run.output + run.errors).contains("n.md:3: warning: `exercise` stands at the head"))
  }

  @Test func checkOfSeveralPrintsALineForEach() throws {
    let student = try Student()
    try student.write("chatgpt-footprint.answers.md", Answers.footprint)
    try student.write("b.md", "---\nexercise: chatgpt-footprint\n---\n")
    let run = try student.run(["check", "chatgpt-footprint.answers.md", "b.md", "none.md"])
    // By what it was judged may take several lines, as long as its path is.
    let judged = try #require(run.output.firstRange(of: "\nJudged by "))
    #expect(run.output[..<judged.lowerBound].split(separator: "\n").count == 2)
    #expect(run.output.contains("b.md  0 of 2 points"))
    #expect(run.errors.contains("none.md does not exist"))
    #expect(run.status == 65)
    let json = try student.run(["check", "--json", "chatgpt-footprint.answers.md", "b.md"])
    let files = try json.output.split(separator: "\n").map { line in
      (try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["file"]
        as? String
    }
    #expect(files == ["chatgpt-footprint.answers.md", "b.md"])
  }

  // MARK: Others

  @Test func listShowsTheExercisesInTheCoursesOrderWithProgress() throws {
    let student = try Student()
    try student.write("chatgpt-footprint.answers.md", Answers.footprint)
    let run = try student.run(["list"])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.first == "Responsible software")
    #expect(lines[4].hasPrefix("The dates of the course are over."))
    #expect(lines[1].hasPrefix("chatbot-model-analysis"))
    #expect(lines[2].hasSuffix("2 of 2 points"))
    #expect(lines[3].hasPrefix("epfl-estimate"))
  }

  @Test func lintShowsAnAuthorsMistakesWithFileAndLine() throws {
    let student = try Student()
    try student.write(
      "broken.md",
      """
      ---
      reckon: 1
      id: broken
      title: Broken
      ---
      ## 1.1 Q
      ```question
      points: 1
      answers:
        a: {expect: 1 m + 2 s, unit: m}
        b: {expect: 3 kW, unit: km}
      hint: no such key
      ```

      """)
    let run = try student.run(["lint", "broken.md"])
    #expect(run.status == 1)
    #expect(run.errors.contains("broken.md:10: error: "))
    #expect(run.errors.contains("broken.md:11: error: "))
    #expect(run.errors.contains("broken.md:12:"))
    #expect(run.output.hasPrefix("broken.md: "))
    #expect(run.output.contains("mistake"))
  }

  @Test func lintFindsNothingInTheShippedExercises() throws {
    let run = try Student().run(["lint"])
    #expect(run.errors == "")
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count { $0.hasSuffix(": fine") } == 4)
  }

  @Test func lintChecksTheFiguresOfACourse() throws {
    let student = try Student()
    let course = """
      ---
      reckon: 1
      title: Walks
      constants: {walk: 5 kmm}
      concrete: [{for: km, text: "{amount to kg}"}]
      ---
      """
    try student.write("course.md", course)
    let run = try student.run(["lint", "course.md"])
    #expect(run.status == 1)
    #expect(run.errors.contains("course.md:4: error: `kmm` is no unit"))
    #expect(
      run.errors.contains("course.md:5: error: Length (km) cannot be converted to mass (kg)."))
    #expect(run.output.contains("course.md: 2 mistakes"))
  }

  @Test(arguments: [("2001-02-03T10:00Z", true), ("2999-02-03T10:00Z", false)])
  func lintTellsOfADateThatIsPast(due: String, isTold: Bool) throws {
    let student = try Student()
    for (name, head) in [("late.md", "id: late\ntitle: Late"), ("course.md", "title: Course")] {
      try student.write(name, "---\nreckon: 1\n\(head)\ndue: \(due)\n---\n")
      let run = try student.run(["lint", name])
      let line = name == "late.md" ? 5 : 4
      #expect(
        run.errors.contains("\(name):\(line): warning: It was due Saturday 3 February 2001")
          == isTold)
      #expect(run.output == "\(name): fine\n")
    }
  }

  @Test func previewShowsWhatResultsComeTo() throws {
    let run = try Student().run(["preview", "epfl-estimate"])
    #expect(run.output.contains("Shown with the student's own figures"))
    #expect(run.output.contains("1.6 million km"))
  }

  @Test func previewShowsTheModelAnswers() throws {
    let run = try Student().run(["preview", "chatgpt-footprint"])
    #expect(run.status == 0)
    #expect(run.output.contains("Model answer"))
    #expect(run.output.contains("0.00264518 g CO2e/token"))
    #expect(run.output.contains("to 2 significant figures"))
    #expect(run.output.contains("Debriefing"))
    #expect(run.output.contains("Hint 1"))
  }

  @Test func previewDrawsChartsFromTheModelAnswers() throws {
    let run = try Student().run(["preview", "chatbot-model-analysis"])
    #expect(run.output.contains("cross at 17'246 users per day"))
    #expect(run.output.contains("● Model 3"))
  }

  @Test func lintComputesTheFormulasOfCharts() throws {
    let student = try Student()
    try student.write(
      "chart.md",
      "---\nreckon: 1\nid: chart\ntitle: C\n---\n## 1 A\n```chart\nkind: bars\ny: nothing\n```\n")
    let run = try student.run(["lint", "chart.md"])
    #expect(run.errors.contains("chart.md:9: error: `nothing` is not known"))
    #expect(run.status == 1)
  }

  @Test func previewPutsAStudentsAnswersBesideTheModel() throws {
    let student = try Student()
    try student.write(
      "ada.md",
      "---\nexercise: chatgpt-footprint\n---\n## 2.2.1\n```reckon\n"
        + "footprint_per_token = 5 g CO2e/token\n```\n")
    let run = try student.run(["preview", "chatgpt-footprint", "--as", "ada.md"])
    #expect(run.status == 0)
    #expect(run.output.contains("footprint_per_token  wrong"))
    #expect(run.output.contains("0 of 2 points"))
  }

  @Test(arguments: ["open", "check", "eval", "preview", "lint", "list", "convert", ""])
  func helpOfACommandShowsAnExampleOfIt(_ command: String) throws {
    let run = try Student().run([command, "--help"].filter { !$0.isEmpty })
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("\n  reckon \(command)"))
  }

  @Test func theVersionIsANumber() throws {
    let run = try Student().run(["--version"])
    #expect(run.status == 0)
    #expect(run.output.split(separator: ".").count == 3)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionScriptsAreGenerated(_ shell: String) throws {
    let run = try Student().run(["--generate-completion-script", shell])
    #expect(run.status == 0)
    #expect(run.output.contains("reckon"))
    #expect(run.output.contains("preview"))
  }

  @Test func withoutATerminalAnExerciseIsChosenAndAnsweredFromAPipe() throws {
    let student = try Student()
    let run = try student.run(
      [], input: "2\nfootprint_per_token = 0.0026 g CO2e/token\n:quit\n")
    #expect(run.status == 0)
    #expect(run.output.contains("ChatGPT footprint"))
    #expect(student.read("chatgpt-footprint.answers.md").contains("footprint_per_token = 0.0026"))
  }

  @Test func whatIsPipedHasNoEscapeCodes() throws {
    for arguments in [["list"], ["preview", "epfl-estimate"], ["open", "epfl-estimate"]] {
      let run = try Student().run(arguments, input: ":help\nx = oops\n")
      #expect(!(run.output + run.errors).contains("\u{1B}"))
    }
  }
}
