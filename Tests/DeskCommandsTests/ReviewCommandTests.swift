import Foundation
import TerminalTesting
import Testing

/// Persons review at a terminal, and each other's work.
@Suite struct ReviewCommandTests {
  private let desk: Desk

  private static let essay = """
    ---
    reckon: 1
    id: essay
    title: Essay
    ---
    ## 1 Heat
    Say what makes a kettle warm.

    ```question
    points: 2
    text: {}
    criteria:
      - {id: cause, points: 0.5, mentions: [[resistance, resistor]], asks: what the current meets}
      - {id: argued, points: 1.5, person: The steps follow from one another.}
    ```

    """

  init() throws {
    desk = try Desk()
    desk.set("RECKON_EXERCISES", desk.path + "/exercises")
    try desk.write(Self.essay, to: "exercises/essay.md")
    let texts = [
      "A resistor of wire.", "Current heats the resistance, as it always does.", "No idea at all.",
      "The wire glows and so the water boils.",
    ]
    for (number, text) in texts.enumerated() {
      try desk.write(
        "---\nreckon: 1\nexercise: essay\n---\n## 1\n> \(text)\n",
        to: "class/s\(number)/essay.answers.md")
    }
    #expect(try desk.run("grade", "class").status == 0)
  }

  private func marks(_ book: String = "gradebook.sqlite") throws -> [String] {
    try desk.query(
      "SELECT student, score, provisional, waiting FROM mark ORDER BY student", of: book)
  }

  @Test func everyKeyIsThereAfterAKill() throws {
    let keys = ["y", "h", "\r", "n", "y", "\r", "y"]
    let kept = [1, 2, 2, 3, 4, 4, 5]
    for count in 1...keys.count {
      try? FileManager.default.removeItem(atPath: desk.path + "/book.sqlite")
      #expect(try desk.run("grade", "class", "--into", "book.sqlite").status == 0)
      let terminal = try desk.terminal("review", "book.sqlite", "--as", "Rea")
      try terminal.expect("? keys")
      for key in keys.prefix(count) {
        try terminal.send(key)
        try terminal.expect("? keys")
      }
      let process = try #require(terminal.process)
      kill(process, SIGKILL)
      _ = try terminal.waitForExit()
      #expect(
        try desk.query("SELECT count(*) AS n FROM review", of: "book.sqlite")
          == ["[n:\(kept[count - 1])]"], "after \(count) keys")
    }
  }

  @Test func theTerminalIsLeftAsItWasFound() throws {
    for (keys, isSignal) in [("q", false), ("\u{3}", false), ("", true)] {
      let terminal = try desk.terminal("review", "--as", "Rea")
      let before = try terminal.modes()
      try terminal.expect("0 of 4 done")
      if isSignal { kill(try #require(terminal.process), SIGTERM) } else { try terminal.send(keys) }
      let ending = try terminal.waitForExit()
      #expect(ending == (isSignal ? .signalled(SIGTERM) : .exited(0)))
      let after = try terminal.modes()
      #expect(after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag)
    }
  }

  @Test func aPastePressesNoKeys() throws {
    let terminal = try desk.terminal("review", "--as", "Rea")
    try terminal.expect("0 of 4 done")
    try terminal.send("\u{1B}[200~yyynnn\ryyy\n\u{1B}[201~")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.hasShown("Nothing was decided."))
  }

  @Test func aPasteAsACommentIsOneCommentAndNothingMore() throws {
    let terminal = try desk.terminal("review", "--as", "Rea")
    try terminal.expect("? keys")
    try terminal.send("c")
    try terminal.expect("comment")
    try terminal.send("\u{1B}[200~One line.\nAnother.\nA third.\n\u{1B}[201~\r")
    try terminal.expect("“One line. Another. A third.”")
    try terminal.expect("? keys")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(
      try desk.query("SELECT comment FROM review", of: "gradebook.sqlite")
        == ["[comment:\"One line. Another. A third.\"]"])
  }

  @Test func theTaskIsShownWithItsModelAnswer() throws {
    let terminal = try desk.terminal("review", "--as", "Rea")
    try terminal.expect("? keys")
    try terminal.send("t")
    try terminal.expect("Say what makes a kettle warm.")
    try terminal.send("x")
    try terminal.expect("? keys")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func aFolderThatCannotBeWrittenIsReadAllTheSame() throws {
    let folder = desk.path + "/shelf"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: desk.path + "/gradebook.sqlite", toPath: folder + "/book.sqlite")
    #expect(try desk.shell("chmod 555 shelf; chmod 444 shelf/book.sqlite; id -u") != "")
    defer { _ = try? desk.shell("chmod 755 shelf") }
    let told = try desk.run("review", "shelf/book.sqlite", "--status")
    #expect(told.output.contains("4 answers"))
  }

  @Test func twoReviewersMergeAndSettleWhereTheyDiffer() throws {
    try FileManager.default.copyItem(
      atPath: desk.path + "/gradebook.sqlite", toPath: desk.path + "/theirs.sqlite")
    for (book, name, keys) in [
      ("gradebook.sqlite", "Rea", "yy\ryy\ryy\ryy\r"), ("theirs.sqlite", "Sam", "yy\ryn\ryy\ryy\r"),
    ] {
      let terminal = try desk.terminal("review", book, "--as", name)
      try terminal.expect("? keys")
      for key in keys {
        try terminal.send(String(key))
        try terminal.expect("? keys")
      }
      try terminal.send("q")
      #expect(try terminal.waitForExit() == .exited(0))
      #expect(terminal.hasShown("What you decided on 4 answers is kept, as \(name)."))
    }
    let merged = try desk.run("review", "--merge", "theirs.sqlite")
    #expect(merged.status == 1)
    #expect(merged.output.contains("8 decisions from theirs.sqlite, by Sam."))
    #expect(merged.output.contains("1 answer was judged differently"))
    let terminal = try desk.terminal("review", "--differences", "--as", "Rea")
    try terminal.expect("Rea 1.5")
    try terminal.send("p")
    try terminal.expect("points, 0 to 1.5")
    try terminal.send("1\r")
    try terminal.expect("All is decided here")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    let scores = try desk.query(
      "SELECT score FROM mark WHERE waiting = 0 AND provisional = 0 ORDER BY score",
      of: "gradebook.sqlite")
    #expect(scores == ["[score:1.5]", "[score:2.0]", "[score:2.0]", "[score:2.0]"])
    // The other copy learns of it.
    #expect(try desk.run("review", "theirs.sqlite", "--merge", "gradebook.sqlite").status == 0)
    #expect(try marks() == marks("theirs.sqlite"))
  }

  @Test func aDecisionWithoutTheScreenIsExplained() throws {
    let decided = try desk.run(
      "review", "--as", "Rea", "--student", "s2", "--question", "1", "--part", "argued", "--points",
      "0.5", "--why", "Honest.", "--comment", "Read chapter 2 again.")
    #expect(decided.status == 0, "\(decided.errors)")
    #expect(decided.output == "s2: 0.5 of 2 at 1, 0 before.\n")
    let told = try desk.run("grade", "--explain", "s2").output
    #expect(told.contains("Rea gave 0.5 on"))
    #expect(told.contains("Honest."))
    #expect(told.contains("Read chapter 2 again."))
  }

  @Test func whatIsMistypedIsSaidAndDecidesNothing() throws {
    let cases: [([String], String)] = [
      (["--student", "nobody", "--question", "1", "--points", "1"], "Nobody in the gradebook"),
      (
        ["--student", "s1", "--question", "9", "--points", "1"],
        "There is no answer at question `9`"
      ),
      (["--student", "s1", "--question", "1", "--part", "x", "--points", "1"], "no part `x`"),
      (["--student", "s1", "--question", "1", "--points", "3"], "3 is no number of points for it"),
      (["--student", "s1", "--points", "1"], "Name the --student and the --question"),
      (["--merge", "gradebook.sqlite"], "is this gradebook itself"),
      (["--merge", "none.sqlite"], "There is no gradebook none.sqlite"),
      (["--question", "9"], "There is no answer at question `9`"),
    ]
    for (arguments, message) in cases {
      let run = try desk.run(["review", "--as", "Rea"] + arguments)
      #expect(run.status != 0)
      #expect(run.errors.contains(message), "\(arguments): \(run.errors)")
    }
    #expect(try desk.query("SELECT * FROM review", of: "gradebook.sqlite") == [])
  }
}
