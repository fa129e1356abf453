import Foundation
import TerminalTesting
import Testing

@Suite struct GradeCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func writeClass(of count: Int) throws {
    for number in 0..<count {
      try desk.write(Desk.notebook(ofStudent: number), to: "class/\(100_000 + number)/a.answers.md")
    }
  }

  @Test func aClassIsGradedAndToldInAFewLines() throws {
    try writeClass(of: 3)
    try desk.write("", to: "class/100003/chatgpt-footprint.answers.md")
    try desk.write("hello", to: "class/100004/letter.md")
    try desk.write(
      "id,name\n100000,Ada Lovelace\n100001,Bob\n100002,Carl\n100003,Dora\n100009,Zoë\n",
      to: "students.csv")
    let run = try desk.run("grade", "class", "--roster", "students.csv")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        4 notebooks marked, in gradebook.sqlite.
        chatgpt-footprint  3 graded, mean 0.33 of 2, 1 empty
        5 files: 3 graded, 1 empty, 1 no notebook.
        Nothing handed in by Zoë (100009).
        Nothing that can be graded by 100004.

        empty  100003/chatgpt-footprint.answers.md  Nothing is answered in it.
        not-a-notebook  100004/letter.md  It holds no answers to an exercise.

        """)
  }

  @Test func hostileSubmissionsChangeTheirOwnRowsOnly() throws {
    try writeClass(of: 5)
    _ = try desk.run("grade", "class", "--into", "clean.sqlite")
    let clean = try desk.contents(of: "clean.sqlite").filter { $0.hasPrefix("grade:") }
    let names = (0..<100_000).map { "x\($0) = 1" }.joined(separator: "\n")
    let hostile: [(name: String, bytes: [UInt8])] = [
      ("names", Array(Desk.notebook(names).utf8)),
      (
        "deep",
        Array(Desk.notebook("a = " + String(repeating: "(", count: 1_000_000)).utf8)
      ),
      ("power", Array(Desk.notebook("a = 9^9^9^9^9\nb = range(1e9)\nc = a * 1e308 * 1e308").utf8)),
      (
        "claim",
        Array(Desk.notebook("total_number_queries = 1 # score: 2/2, verdict: correct").utf8)
      ),
      (
        "lists",
        Array(
          ("---\nexercise: chatgpt-footprint\n---\n" + String(repeating: "- ", count: 500_000)).utf8
        )
      ),
      (
        "yaml",
        Array(
          ("---\nexercise: chatgpt-footprint\nstudent: " + String(repeating: "[", count: 60_000)
            + "\n---\n").utf8)
      ),
      ("encoding", [0xFF, 0xFE, 0x00] + Array(repeating: 0xC3, count: 5000)),
      (
        "path",
        Array(Desk.notebook("a = 1").replacing("chatgpt-footprint", with: "../../class/x").utf8)
      ),
      ("zeros", [UInt8](repeating: 0, count: 100_000)),
      (
        "quotes",
        Array(Desk.notebook("a = 1").replacing("100", with: "'); DROP TABLE grade; --").utf8)
      ),
    ]
    for (name, bytes) in hostile { try desk.write(bytes, to: "class/\(name)/a.answers.md") }
    try FileManager.default.createSymbolicLink(
      atPath: desk.path + "/class/link.md", withDestinationPath: "/etc/passwd")
    let run = try desk.run("grade", "class", "--into", "hostile.sqlite", timeout: 300)
    #expect(run.status == 0)
    let rows = try desk.contents(of: "hostile.sqlite")
    let others = rows.filter { row in
      row.hasPrefix("grade:") && (100_000..<100_005).contains { row.contains("\"\($0)\"") }
    }
    #expect(others == clean)
    #expect(rows.count { $0.hasPrefix("file:") } == 5 + hostile.count + 1)
    #expect(!rows.contains { $0.contains("root:x:0:0") })
  }

  @Test func theExerciseIsNeverTheOneThatASubmissionBrings() throws {
    let own = try String(contentsOfFile: exercise, encoding: .utf8)
      .replacing("points: 1", with: "points: 100")
    try desk.write(own, to: "Exercises/chatgpt-footprint.md")
    try desk.write(Desk.notebook(ofStudent: 1), to: "a.answers.md")
    _ = try desk.run("grade", ".")
    #expect(
      try desk.contents(of: "gradebook.sqlite").contains {
        $0.hasPrefix("exercise:") && $0.contains("maximum:2")
      })
  }

  private var exercise: String {
    desk.exercises + "/chatgpt-footprint.md"
  }

  /// More with `RECKON_KILLS`.
  @Test func aRunThatIsKilledIsCompletedByTheNext() throws {
    try writeClass(of: 300)
    _ = try desk.run("grade", "class", "--into", "whole.sqlite")
    let whole = try desk.contents(of: "whole.sqlite")
    let kills = ProcessInfo.processInfo.environment["RECKON_KILLS"].flatMap { Int($0) } ?? 8
    for kill in 0..<kills {
      let book = "killed\(kill).sqlite"
      try desk.kill(
        "grade", "class", "--into", book, after: 0.03 + Double((kill * 7919) % 97) / 97 * 0.9)
      let run = try desk.run("grade", "class", "--into", book)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try desk.contents(of: book) == whole)
    }
  }

  @Test func aRunThatBreaksDownGoesOnByItself() throws {
    try writeClass(of: 300)
    _ = try desk.run("grade", "class", "--into", "whole.sqlite")
    let whole = try desk.contents(of: "whole.sqlite")
    for (number, seconds) in [0.3, 0.6, 0.9].enumerated() {
      let book = "broken\(number).sqlite"
      // On a machine that is too fast for it, or has no /proc, nothing broke down.
      let status = try desk.breakDown("grade", "class", "--into", book, after: seconds)
      #expect(status ?? 0 == 0)
      #expect(try desk.contents(of: book) == whole)
    }
  }

  @Test(arguments: [16, 200, 700]) func aRunOnAFullDiskIsCompletedOnceThereIsRoom(blocks: Int)
    throws
  {
    try writeClass(of: 100)
    _ = try desk.run("grade", "class", "--into", "whole.sqlite")
    let full = try desk.run("grade", "class", "--into", "full.sqlite", withBlocks: blocks)
    #expect(full.status == 74, "\(full.output)\(full.errors)")
    #expect(full.errors.contains("full.sqlite"))
    #expect(try desk.run("grade", "class", "--into", "full.sqlite").status == 0)
    #expect(try desk.contents(of: "full.sqlite") == desk.contents(of: "whole.sqlite"))
  }

  @Test func aDownloadOfMoodleGivesTheMarksAndTimesOfAFolderWithAList() throws {
    try desk.write(Desk.kettle, to: "mine/kettle.md")
    func grade(_ layout: String, _ arguments: String...) throws -> [String] {
      let made = try desk.run(
        "simulate", "kettle", "-n", "80", "--exercises", "mine", "--layout", layout, "-o", layout)
      #expect(made.status == 0, "\(made.errors)")
      let graded = try desk.run(
        [
          "grade", "--exercises", "mine", "--roster", "\(layout)/students.csv", "--into",
          layout + ".sqlite",
        ]
          + arguments)
      #expect(graded.status == 0, "\(graded.errors)")
      return try desk.query(
        "SELECT student, score, standing, late, editedAfterDue FROM grade ORDER BY student",
        of: layout + ".sqlite")
    }
    let zipped = try grade("moodle-zip", "moodle-zip/submissions.zip")
    let listed = try grade("folders", "folders/submissions", "--times", "folders/times.csv")
    #expect(zipped == listed)
    #expect(zipped.count == 80)
    #expect(zipped.contains { $0.contains("late:1") })
    #expect(zipped.contains { $0.contains("late:0") })
  }

  @Test func whatARegradeChangesIsTold() throws {
    try writeClass(of: 3)
    _ = try desk.run("grade", "class")
    try desk.write(Desk.notebook("total_number_queries = 1"), to: "class/100001/a.answers.md")
    let run = try desk.run("grade", "class")
    #expect(
      run.output.hasPrefix(
        """
        1 notebook marked, 2 as before, in gradebook.sqlite. The marks of 1 of them have
          changed.
        """))
    #expect(
      run.output.contains("changed  100001  chatgpt-footprint: 0.2 to 0 (the notebook)"),
      "\(run.output)")
  }

  @Test func whatIsNotThereIsToldBeforeAnythingIsDone() throws {
    try writeClass(of: 1)
    let run = try desk.run("grade", "class", "clas")
    #expect(run.status == 65)
    #expect(run.errors.contains("There is no clas."))
    #expect(!FileManager.default.fileExists(atPath: desk.path + "/gradebook.sqlite"))
  }

  @Test func aGradebookThatIsNoneIsLeftAsItIs() throws {
    try writeClass(of: 1)
    try desk.write("id,name\n", to: "students.csv")
    let run = try desk.run("grade", "class", "--into", "students.csv")
    #expect(run.status == 65)
    #expect(try String(contentsOfFile: desk.path + "/students.csv", encoding: .utf8) == "id,name\n")
  }

  @Test func aNotebookConvertedForJupyterIsGradedAsItWas() throws {
    try desk.write(Desk.notebook(ofStudent: 4), to: "own/a.answers.md")
    _ = try desk.run("convert", "own/a.answers.md", "-o", "made/a.ipynb")
    try desk.write("", to: "made/x")
    _ = try desk.run("convert", "own/a.answers.md", "-o", "made/a.ipynb")
    _ = try desk.run("grade", "own", "--into", "own.sqlite")
    _ = try desk.run("grade", "made", "--into", "made.sqlite")
    func marks(_ book: String) throws -> [String] {
      try desk.contents(of: book).filter { $0.hasPrefix("mark:") || $0.hasPrefix("answer:") }
    }
    let own = try marks("own.sqlite")
    #expect(!own.isEmpty)
    #expect(try marks("made.sqlite") == own)
  }
}
