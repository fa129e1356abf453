import Foundation
import TerminalTesting
import Testing

/// What an author has: a beginning, a preview while writing, and what is wrong.
@Suite struct AuthoringTests {
  private static let name = "tea-and-kettles.md"

  private func begin() throws -> (Student, text: String) {
    let student = try Student()
    let run = try student.run(["new", "tea-and-kettles"])
    #expect(run.errors == "")
    #expect(run.status == 0)
    return (student, student.read(Self.name))
  }

  /// What was said, on one line.
  private func said(_ run: ProgramRun) -> String {
    run.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: new

  @Test func whatIsBegunWorksAndSaysWhatIsNext() throws {
    let student = try Student()
    let run = try student.run(["new", "tea-and-kettles"])
    #expect(
      run.output == """
        tea-and-kettles.md is written: a small exercise that works, to be made yours.
          reckon preview --watch tea-and-kettles.md  shows it while you write
          reckon lint tea-and-kettles.md             says what is wrong with it
          reckon open tea-and-kettles.md             is how students have it

        """)
    let lint = try student.run(["lint", Self.name])
    #expect(lint.output == "tea-and-kettles.md: fine\n")
    #expect(lint.errors == "")
    #expect(lint.status == 0)
    let text = student.read(Self.name)
    for part in [
      "answers:", "function:", "options:", "criteria:", "hints:", "misconceptions:", "```table ",
      "```chart", "```debrief", "solution:",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let open = try student.run(
      ["open", Self.name], input: "\n\nenergy_per_mug = 24 Wh/mug\n")
    #expect(open.output.contains("✓ energy_per_mug  Right."))
    // What is for authors is for nobody else.
    #expect(!open.output.contains("<!--"))
  }

  @Test func aFileThatIsThereIsNeverWrittenOver() throws {
    let (student, text) = try begin()
    try student.write(Self.name, text + "mine\n")
    let again = try student.run(["new", Self.name])
    #expect(again.status == 2)
    #expect(again.errors.contains("is there already, and is left as it is"))
    #expect(student.read(Self.name) == text + "mine\n")
    try FileManager.default.createSymbolicLink(
      atPath: student.path("link.md"), withDestinationPath: "nothing-yet.md")
    #expect(try student.run(["new", "link"]).status == 2)
    #expect(!FileManager.default.fileExists(atPath: student.path("nothing-yet.md")))
  }

  @Test(arguments: [
    ("Tea and Kettles", "`reckon new tea-and-kettles`"), ("tea_1.md", "`reckon new tea-1`"),
    ("./Tea", "`reckon new ./tea`"),
  ])
  func whatIsNoIDIsToldWithOneThatIs(_ typed: String, _ advice: String) throws {
    let student = try Student()
    let run = try student.run(["new", typed])
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot be the id of an exercise"))
    #expect(run.errors.contains(advice))
    #expect(try FileManager.default.contentsOfDirectory(atPath: student.folder).isEmpty)
  }

  @Test func aFolderThatIsMissingAndAnIDThatIsTakenAreTold() throws {
    let student = try Student()
    let missing = try student.run(["new", "lessons/tea"])
    #expect(missing.status == 74)
    #expect(said(missing).contains("There is no folder for `lessons/tea.md`."))
    let taken = try student.run(["new", "chatgpt-footprint"])
    #expect(taken.status == 0)
    #expect(said(taken).contains("has the id `chatgpt-footprint` too"))
  }

  // MARK: preview

  @Test func aPreviewIsShownAgainAtEverySave() throws {
    let (student, text) = try begin()
    let terminal = try student.sitDown(["preview", "--watch", Self.name], rows: 200)
    try terminal.expect("No mistakes at ")
    #expect(terminal.hasShown("1 Values"))
    #expect(terminal.hasShown("4 A text"))

    // Only what has changed, written beside and renamed.
    try student.write(Self.name, text.replacing("24 Wh/mug", with: "25 Wh/mug"))
    try terminal.expect("75 Wh")
    try terminal.expect("Ctrl-C stops.")

    // A formula that is wrong, saved in place.
    let path = student.path(Self.name)
    try text.replacing("mugs * energy_per_mug", with: "pots * energy_per_mug")
      .write(toFile: path, atomically: false, encoding: .utf8)
    try terminal.expect("`pots` is not known")
    try terminal.expect("Ctrl-C stops.")

    // A file that cannot be read at all, away for a while, and right again.
    try student.write(Self.name, "---\nreckon: 1\n")
    try terminal.expect("The `---` of the first line")
    try terminal.expect("1 mistake at ")
    try FileManager.default.removeItem(atPath: path)
    try terminal.expect("does not exist")
    try terminal.expect("Ctrl-C stops.")
    try student.write(Self.name, text)
    try terminal.expect("No mistakes at ")
    try terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func theTablesOfAnExerciseAreWatchedToo() throws {
    let student = try Student()
    try student.write("heads.csv", "Head,Flow [L/min]\nOld,15\nNew,6\n")
    try student.write(
      "flow.md",
      """
      ---
      reckon: 1
      id: flow
      title: Flow
      tables: {heads: heads.csv}
      ---
      ## 1 Flow
      ```question
      points: 1
      answers: {flow: 'heads["Flow"].sum()'}
      ```
      """)
    let terminal = try student.sitDown(["preview", "--watch", "flow.md"])
    try terminal.expect("21 L/min")
    try terminal.expect("Ctrl-C stops.")
    try student.write("heads.csv", "Head,Flow [L/min]\nOld,15\nNew\n")
    try terminal.expect("This row has 1 cell, but there are 2 headings.")
    // That what uses the table fails too says nothing new.
    try terminal.expect("1 mistake at ")
    try student.write("heads.csv", "Head,Flow [L/min]\nOld,15\nNew,9\n")
    try terminal.expect("24 L/min")
    try terminal.expect("No mistakes at ")
    try terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func thePicturesOfAnExerciseAreWatchedToo() throws {
    let student = try Student()
    try student.write(
      "flow.md",
      """
      ---
      reckon: 1
      id: flow
      title: Flow
      ---
      ## 1 Flow
      A ![head](head.png).
      ```question
      points: 1
      answers: {flow: 5 L/min}
      ```
      ## 2 Time
      ```question
      points: 1
      answers: {time: 5 min}
      ```
      """)
    let terminal = try student.sitDown(["preview", "--watch", "flow.md"])
    try terminal.expect("There is no picture `head.png`.")
    try terminal.expect("Ctrl-C stops.")
    func expectAgain(_ change: () throws -> Void, said: String = "No mistakes at ") throws {
      let before = terminal.output.count
      try change()
      // The question with the picture, and no other.
      try terminal.expect("1 Flow")
      try terminal.expect(said)
      try terminal.expect("Ctrl-C stops.")
      let shown = String(decoding: terminal.output.dropFirst(before), as: UTF8.self)
      #expect(!shown.contains("2 Time"))
    }
    try expectAgain { try student.write("head.png", bytes: [1, 2]) }
    try expectAgain { try student.write("head.png", bytes: [1, 2, 3]) }
    try expectAgain(
      { try FileManager.default.removeItem(atPath: student.path("head.png")) },
      said: "There is no picture")
    try terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  private static let broken = """
    ---
    reckon: 1
    id: loan
    title: Loan
    ---
    ## 1 Rent
    ```question
    points: 1
    answers: {rent: 5 kgg}
    ```
    """

  @Test(arguments: ["preview", "open"])
  func whatIsOfferedForMistakesNamesTheFileAsItWasNamed(_ command: String) throws {
    let student = try Student()
    for (file, word) in [("loan.md", "loan.md"), ("my loan.md", "'my loan.md'")] {
      try student.write(file, Self.broken)
      let run = try student.run([command, file], input: "\n\n")
      #expect(said(run).contains("`reckon lint \(word)` shows all of them"))
      #expect(try student.run(["lint", file]).errors.contains("kgg"))
    }
  }

  @Test func aFileThatIsNamedWithoutItsEndingIsOffered() throws {
    let student = try Student()
    try student.write("bridge.md", Self.broken)
    let run = try student.run(["preview", "bridge"])
    #expect(run.status == 65)
    #expect(said(run).contains("try: `reckon preview bridge.md`"))
  }

  @Test func aPointIsOne() throws {
    let student = try Student()
    try student.write("loan.md", Self.broken.replacing("kgg", with: "kg"))
    #expect(try student.run(["preview", "loan.md"]).output.contains("loan, 1 point\n"))
  }

  @Test func thePictureOfTheIntroductionIsOfferedUnderAQuestion() throws {
    let student = try Student()
    try student.write(
      "loan.md",
      Self.broken.replacing("kgg", with: "kg")
        .replacing("## 1", with: "![A plan](plan.png)\n\n## 1"))
    let run = try student.run(["open", "loan.md"], input: "\n\n:image\n")
    let output = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      output.contains(
        "This question has no picture. The introduction has one: `:image plan.png`."))
  }

  @Test func oneQuestionIsShownAlone() throws {
    let (student, _) = try begin()
    let run = try student.run(["preview", Self.name, "--question", "3"])
    #expect(run.output.contains("3 A choice"))
    #expect(!run.output.contains("2 A function"))
    let unknown = try student.run(["preview", Self.name, "--question", "9"])
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("one of 1, 2, 3 and 4"))
  }

  // MARK: lint

  /// A word that is another name's in the author's file is told in an author's words.
  @Test func lintSpeaksToAuthors() throws {
    let (student, text) = try begin()
    try student.write(
      Self.name,
      text.replacing("24 Wh/mug", with: "24 Wh/jug").replacing("mug: counted", with: "rev: counted")
        .replacing("3 mug}", with: "3}"))
    let run = try student.run(["lint", Self.name])
    #expect(run.status == 1)
    #expect(said(run).contains("note: `rev` is a unit that is seldom used"))
    #expect(said(run).contains("error: `jug` is not known: it is no name and no unit."))
    #expect(
      said(run).contains(
        "`units: {jug: counted}` in the front matter for something that is counted"))
    #expect(!run.errors.contains("unit jug"))
  }

  // MARK: Completions

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsKnowTheOptionsOfAllCommands(shell: String) throws {
    let run = try Student().run(["--generate-completion-script", shell])
    #expect(run.status == 0)
    for option in ["roster", "regrade", "seed", "watch", "answers-only"] {
      #expect(run.output.contains(option), "\(option)")
    }
  }

  // MARK: Names that are no UTF-8

  @Test func aFileWhoseNameIsNoUTF8IsFoundByEveryCommand() throws {
    let (student, text) = try begin()
    let raw: [UInt8] = Array("k".utf8) + [0xFC] + Array("che".utf8)
    func write(_ text: String, _ end: String) throws {
      let path = Array((student.folder + "/").utf8) + raw + Array(end.utf8) + [0]
      let file = try #require(
        path.withUnsafeBytes { bytes in
          bytes.bindMemory(to: CChar.self).baseAddress.flatMap { fopen($0, "w") }
        })
      fputs(text, file)
      fclose(file)
    }
    try write(text, ".md")
    try write(
      "---\nreckon: 1\nexercise: tea-and-kettles\n---\n## 1\n```reckon\nenergy_per_mug = 24 Wh/mug\n```\n",
      ".answers.md")
    // As a shell passes it on, and as it is shown.
    for command in [
      "lint k*che.md", "preview k*che.md", "check k*che.answers.md --exercise k*che.md",
      "convert k*che.answers.md --to md --exercise k*che.md",
      "lint 'k\\xFCche.md'",
    ] {
      let run = try ProgramRun.run(
        "/bin/sh", ["-c", "\"$0\" " + command, try ReckonProgram.path()],
        environment: ["HOME": student.folder, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"],
        in: student.folder, input: nil)
      #expect(run.status <= 1, "\(command): \(run.errors)")
      #expect(!run.errors.contains("does not exist"), "\(command)")
      #expect(!run.output.isEmpty)
    }
  }
}
