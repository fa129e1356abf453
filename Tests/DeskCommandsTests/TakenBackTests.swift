import Foundation
import TerminalTesting
import Testing

/// What a student has taken back that cannot be is told, to the student and to the desk, and changes no
/// mark.
@Suite struct TakenBackTests {
  private let desk: Desk

  private static let exercise = """
    ---
    reckon: 1
    id: kettle
    title: Kettle
    skip: yes
    hint_cost: 10%
    ---
    ## 1 Power
    A kettle brings 1.5 kg of water from 20 °C to 100 °C in 4 min. Which power is that?

    ```question
    points: 1
    answers:
      power: {expect: 1.5 kg * 4.18 kJ/kg/K * 80 K / (4 min), unit: kW}
    hints:
      - Energy a time.
    ```

    ## 2 Heat
    Say what makes it warm.

    ```question
    points: 2
    text: {}
    criteria:
      - {id: argued, points: 2, person: The steps follow from one another.}
    ```

    """

  init() throws {
    desk = try Desk()
    desk.set("RECKON_EXERCISES", desk.path + "/exercises")
    try desk.write(Self.exercise, to: "exercises/kettle.md")
    // As three students have worked: skipped, with a hint, with neither.
    for (student, lines) in [
      ("s1", ":skip\n:skip\n:goto 2\nThe current does.\n"),
      ("s2", ":hint\n:hint\npower = 2.09 kW\n:goto 2\nThe wire does.\n"),
      ("s3", "power = 2.09 kW\n:goto 2\nThe coil does.\n"),
    ] {
      try FileManager.default.createDirectory(
        atPath: desk.path + "/class/\(student)", withIntermediateDirectories: true)
      #expect(try desk.run("open", "kettle", input: Array(lines.utf8)).status == 0)
      try FileManager.default.moveItem(
        atPath: desk.path + "/kettle.answers.md", toPath: path(student))
    }
  }

  private func path(_ student: String) -> String {
    desk.path + "/class/\(student)/kettle.answers.md"
  }

  /// Changes a notebook by hand.
  private func edit(_ student: String, _ old: some RegexComponent, _ new: String) throws {
    let text = try String(contentsOfFile: path(student), encoding: .utf8)
    try #require(text.firstMatch(of: old) != nil, "\(text)")
    try text.replacing(old, with: new).write(
      toFile: path(student), atomically: true, encoding: .utf8)
  }

  private func joined(_ text: String) -> String { text.replacing(/\s+/, with: " ") }

  @Test func checkShowsTheStudentWhatTheHistorySays() throws {
    let file = "class/s1/kettle.answers.md"
    let before = try desk.run("check", file)
    #expect(!before.output.contains("was skipped on"))
    try edit("s1", /skipped: .*\n/, "")
    let run = try desk.run("check", file)
    let told = /1 was skipped on [A-Z].* UTC, and `skipped` does not say so any more/
    #expect(joined(run.output).contains(told))
    let json = try desk.run("check", "--json", file)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let problems = try #require(object["problems"] as? [[String: Any]])
    #expect(problems.count == 1)
    #expect(problems.first?["severity"] as? String == "notice")
    let message = problems.first?["message"] as? String ?? ""
    #expect(message.contains(told))
  }

  @Test func theDeskSeesItAndNoMarkChanges() throws {
    #expect(try desk.run("grade", "class").status == 0)
    #expect(
      try desk.query("SELECT count(*) AS n FROM historyRemark", of: "gradebook.sqlite") == ["[n:0]"]
    )
    #expect(!(try desk.run("debrief").output.contains("history")))
    // With its history the hint costs 0.1, and without a word of it nothing: marks go by the file.
    try edit("s1", /skipped: .*\n/, "")
    try edit("s2", /hints: .*\n/, "")
    let graded = try desk.run("grade", "class")
    #expect(graded.status == 0)
    let output = joined(graded.output)
    #expect(output.contains(/graded s1\/kettle.answers.md 1 was skipped on/))
    #expect(
      output.contains(
        /graded s2\/kettle.answers.md One hint to 1 was shown, on .*, and `hints` says none\./))
    #expect(!output.contains("s3/kettle.answers.md"))
    #expect(
      try desk.query("SELECT student, question FROM historyRemark", of: "gradebook.sqlite")
        == ["[student:\"s1\" question:\"1\"]", "[student:\"s2\" question:\"1\"]"])
    #expect(
      try desk.query(
        "SELECT student, score FROM mark WHERE question = '1' ORDER BY student",
        of: "gradebook.sqlite")
        == [
          "[student:\"s1\" score:0.0]", "[student:\"s2\" score:1.0]", "[student:\"s3\" score:1.0]",
        ])
    #expect(
      joined(try desk.run("debrief").output).contains(
        "In 2 notebooks the history and the rest do not agree"))
    let json = try desk.run("debrief", "--json").output
    #expect(json.contains("\"takenBack\": 2"))
    #expect(joined(try desk.run("grade", "--explain", "s1").output).contains("1 was skipped on"))
    #expect(!(try desk.run("grade", "--explain", "s3").output.contains("skipped")))
  }

  @Test func theReviewShowsItAtTheQuestionAndWhereTheWholeIsMeant() throws {
    try edit("s2", /hints: .*\n/, "")
    try edit("s3", /reckon: 1\n/, "reckon: 1.1\nskipped: [9]\n")
    #expect(try desk.run("grade", "class").status == 0)
    func screen(_ student: String, _ question: String) throws -> String {
      let terminal = try desk.terminal(
        "review", "--as", "Rea", "--student", student, "--question", question)
      try terminal.expect("? keys")
      try terminal.send("q")
      _ = try terminal.waitForExit()
      return joined(terminal.text)
    }
    #expect(try screen("s2", "1").contains("One hint to 1 was shown, on"))
    #expect(!(try screen("s2", "2").contains("One hint to 1")))
    #expect(try screen("s3", "2").contains("keeps a history of what was skipped"))
    #expect(!(try screen("s1", "2").contains("history")))
  }
}
