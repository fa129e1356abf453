import Foundation
import TerminalTesting
import Testing

/// `reckon release`, and what students do with what it writes.
@Suite struct ReleaseCommandTests {
  private static let terminal = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent",
  ]

  /// The program at the first question of an exercise that was handed out.
  private func open(_ id: String, in folder: String) throws -> PseudoTerminal {
    var environment = Self.terminal
    environment["RECKON_EXERCISES"] = folder
    let terminal = try PseudoTerminal.spawn(
      "/bin/sh",
      [
        "-c", "cd \"$1\" && exec \"$2\" open \"$3\"", "sh", folder, BuiltProgram.path("reckon"), id,
      ],
      environment: environment, columns: 200)
    try terminal.expect("Your student id")
    try terminal.expect(": ")
    try terminal.send("\r")
    try terminal.expect("› ")
    return terminal
  }

  @Test func aGradedReleaseTellsFormsAndIsGradedByTheFullExercise() throws {
    let desk = try Desk()
    let run = try desk.run("release", "chatgpt-footprint", "--graded", "-o", "handout/week 1")
    #expect(run.status == 0)
    #expect(run.output.contains("No model answer is in it."))
    let folder = desk.path + "/handout/week 1"
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == ["chatgpt-footprint.md", "course.md", "principles.csv", "usage.csv"])
    #expect(try desk.run("lint", folder + "/chatgpt-footprint.md").status == 0)

    let terminal = try open("chatgpt-footprint", in: folder)
    #expect(terminal.hasShown("What is right of them is told after handing in."))
    for (line, said) in [
      ("total_number_queries = 1 kg", "query is asked for"),
      ("total_number_queries = usage[\"Number of queries\"].sum()", "Noted, in query"),
      ("total_character_year = 3", "Noted, in character"),
      ("total_token_year = total_character_year / 4", "Noted, in token"),
      ("average_query_size = ghost / 2", "`ghost` is not known"),
      (":skip", "cannot be skipped"), (":status", "0 of 2 answered"),
      (":submit", "Hand in chatgpt-footprint.answers.md"),
    ] {
      try terminal.send(line + "\r")
      try terminal.expect(said)
      try terminal.expect("› ")
    }
    #expect(!terminal.hasShown("Right."))
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))

    let check = try desk.run(
      "check", "--json", folder + "/chatgpt-footprint.answers.md", "--exercises", folder)
    #expect(check.output.contains("\"released\": \"graded\", \"score\": 0"))
    #expect(!check.output.contains("\"correct\"") && check.output.contains("\"unchecked\""))
    // By the release itself nothing is marked.
    let none = try desk.run("grade", folder, "--into", "no.sqlite", "--exercises", folder)
    #expect(none.errors.contains("is what"))
    #expect(try desk.query("SELECT name FROM answer", of: "no.sqlite") == [])
    #expect(
      try desk.run("simulate", folder + "/chatgpt-footprint.md", "-o", "class").status == 65)
    // By the full exercise the sum is right, and the made-up figure is not.
    let graded = try desk.run("grade", folder, "--into", "book.sqlite")
    #expect(graded.status == 0 && graded.output.contains("1 graded"))
    #expect(
      try desk.query(
        "SELECT name, verdict FROM answer WHERE verdict IN ('correct', 'wrong')", of: "book.sqlite"
      ) == [
        "[name:\"total_number_queries\" verdict:\"correct\"]",
        "[name:\"total_character_year\" verdict:\"wrong\"]",
      ])
  }

  @Test func aSealedReleaseTellsRightFromWrong() throws {
    let desk = try Desk()
    try desk.write(Desk.kettle, to: "kettle.md")
    let run = try desk.run("release", "./kettle.md", "--sealed", "-o", "handout", timeout: 300)
    #expect(run.status == 0)
    #expect(run.output.contains("A seal keeps"))
    let folder = desk.path + "/handout"
    let text = try String(contentsOfFile: folder + "/kettle.md", encoding: .utf8)
    #expect(text.contains("released: sealed") && !text.contains("heat_capacity"))
    let terminal = try open("kettle", in: folder)
    for (line, said) in [
      ("power = 1 kW", "Not right yet"), ("power = 2.1 kW", "Right."),
      ("power = 1.5 kg * 4.18 kJ/kg/K * 80 K / (4 min)", "Right."),
      (":status", "1 of 1 point so far"),
      ("power = 2.09\rkW", "its unit is missing"),
    ] {
      try terminal.send(line + "\r")
      try terminal.expect(said)
      try terminal.expect("› ")
    }
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    let check = try desk.run(
      "check", "--json", folder + "/kettle.answers.md", "--exercises", folder)
    #expect(check.output.contains("\"released\": \"sealed\", \"score\": 1"))
  }

  @Test func aPracticeReleaseIsTheExerciseItself() throws {
    let desk = try Desk()
    #expect(try desk.run("release", "epfl-estimate", "--practice", "-o", "handout").status == 0)
    for name in ["epfl-estimate.md", "chatgpt-footprint.md", "usage.csv"] {
      #expect(
        try Data(contentsOf: URL(filePath: desk.path + "/handout/" + name))
          == Data(contentsOf: URL(filePath: desk.exercises + "/" + name)))
    }
    #expect(try desk.run("lint", "handout/epfl-estimate.md").status == 0)
  }

  @Test func requiredAnswersComeFromTheStudentsNotebookAlone() throws {
    let desk = try Desk()
    #expect(try desk.run("release", "epfl-estimate", "--graded", "-o", "handout").status == 0)
    let folder = desk.path + "/handout"
    let terminal = try open("epfl-estimate", in: folder)
    #expect(terminal.hasShown("asks for may be used here once"))
    try terminal.send("token_per_student_per_year = total_token_year\r")
    try terminal.expect("`total_token_year` is not known")
    try terminal.expect("› ")
    try terminal.send("\u{4}")
    _ = try terminal.waitForExit()
    try desk.write(
      Desk.notebook("total_token_year = 5 token"), to: "handout/chatgpt-footprint.answers.md")
    try desk.write(
      Desk.notebook("token_per_student_per_year = total_token_year")
        .replacingOccurrences(of: "chatgpt-footprint", with: "epfl-estimate"),
      to: "handout/epfl-estimate.answers.md")
    let check = try desk.run(
      "check", "--json", "handout/epfl-estimate.answers.md", "--exercises", "handout")
    #expect(
      check.output.contains("\"name\": \"token_per_student_per_year\", \"verdict\": \"unchecked\""))
  }

  @Test func nothingIsWrittenOver() throws {
    let desk = try Desk()
    try desk.write(Desk.kettle, to: "kettle.md")
    let own = try desk.run("release", "./kettle.md", "--graded", "-o", ".", "--force")
    #expect(own.status == 2 && own.errors.contains("is the exercise itself"))
    #expect(try String(contentsOfFile: desk.path + "/kettle.md", encoding: .utf8) == Desk.kettle)
    #expect(try desk.run("release", "./kettle.md", "--graded", "-o", "out").status == 0)
    let again = try desk.run("release", "./kettle.md", "--graded", "-o", "out")
    #expect(again.status == 2 && again.errors.contains("is there already"))
    #expect(try desk.run("release", "./kettle.md", "--graded", "-o", "out", "--force").status == 0)
    let twice = try desk.run("release", "out/kettle.md", "--graded", "-o", "other")
    #expect(twice.status == 65 && twice.errors.contains("what students get of an exercise"))
    #expect(try desk.run("release", "./kettle.md", "-o", "none").status == 2)
  }

  @Test func remarksOfAuthorsStayBehind() throws {
    let desk = try Desk()
    try desk.write(
      Desk.kettle.replacingOccurrences(
        of: "A kettle brings", with: "<!-- It is 2.09 kW. -->\nA kettle <!-- really -->brings"),
      to: "kettle.md")
    #expect(try desk.run("release", "./kettle.md", "--graded", "-o", "out").status == 0)
    let text = try String(contentsOfFile: desk.path + "/out/kettle.md", encoding: .utf8)
    #expect(!text.contains("2.09") && !text.contains("really") && text.contains("A kettle brings"))
  }

  private static let mixed = """
    ---
    reckon: 1
    id: mixed
    title: Mixed
    tables: {runs: runs.csv}
    ---
    ## 1 Which
    ```question
    points: 1
    choose: 1
    options:
      - {text: "Alpha <!-- SECRET1 -->", right: yes}
      - {text: Beta}
    hints:
      - Look again. <!-- SECRET2 -->
    ```

    ## 2 Double
    Define `double(x)`.

    ```question
    points: 2
    function: double(x)
    expect: 2 * x
    tests: [[3]]
    ```

    ```chart
    kind: scatter
    title: Runs  # SECRET3
    x: runs["Volume"]  # SECRET4
    y: runs["Amount"]
    ```

    ```show
    lower = runs["Volume"].sum()  # SECRET5
    ---
    In all {lower}.
    ```

    """

  @Test func remarksInHintsOptionsChartsAndShownTextsStayBehindToo() throws {
    let desk = try Desk()
    try desk.write(Self.mixed, to: "mixed.md")
    try desk.write("Volume [mL],Amount [mmol]\n1,2\n3,4\n", to: "runs.csv")
    #expect(try desk.run("release", "./mixed.md", "--graded", "-o", "out").status == 0)
    let text = try String(contentsOfFile: desk.path + "/out/mixed.md", encoding: .utf8)
    #expect(!text.contains("SECRET"), "\(text)")
    #expect(text.contains("Alpha") && text.contains("Look again."))
    #expect(text.contains("In all {lower}.") && text.contains("title: Runs"))
    #expect(try desk.run("lint", "out/mixed.md").status == 0)
  }

  @Test func choicesAndFunctionsAreNotedAndWaitAndAreCheckedBesideTheirNotebook() throws {
    let desk = try Desk()
    try desk.write(Self.mixed, to: "mixed.md")
    try desk.write("Volume [mL],Amount [mmol]\n1,2\n3,4\n", to: "runs.csv")
    #expect(try desk.run("release", "./mixed.md", "--graded", "-o", "out").status == 0)
    let terminal = try open("mixed", in: desk.path + "/out")
    for (line, said) in [
      ("1", "whether it is right is told after handing in"),
      (":goto 2", "Define"), ("def double(x) = 5 * x", "Noted"),
      (":status", "2 of 2 answered, 2 told after handing in"),
    ] {
      try terminal.send(line + "\r")
      try terminal.expect(said)
      try terminal.expect("› ")
    }
    for word in ["not right", "complete", "✓", "0 of 2 points"] {
      #expect(!terminal.hasShown(word), "\(word)")
    }
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
    let check = try desk.run("check", "out/mixed.answers.md")
    #expect(check.errors == "" && check.output.contains("Mixed"))
    // A full exercise beside a notebook is one that the notebook brings.
    try desk.write(Self.mixed, to: "own/mixed.md")
    try desk.write("Volume [mL],Amount [mmol]\n1,2\n", to: "own/runs.csv")
    try desk.write(
      "---\nreckon: 1\nexercise: mixed\n---\n## 1\n- [x] Alpha\n", to: "own/mixed.answers.md")
    #expect(try desk.run("check", "own/mixed.answers.md").status == 65)
  }

  @Test func noGraderIsMadeOfWhatStudentsGet() throws {
    let desk = try Desk()
    try desk.write(Desk.kettle, to: "kettle.md")
    #expect(try desk.run("release", "./kettle.md", "--graded", "-o", "out").status == 0)
    for format in ["gradescope", "prairielearn"] {
      let made = try desk.run("export", "--as", format, "out/kettle.md", "-o", format)
      #expect(made.status == 65)
      #expect(made.errors.contains("what students get of an exercise"))
    }
  }
}
