import Foundation
import TerminalTesting
import Testing

/// `check --watch` at a terminal and without one, and what becomes of a notebook that is saved by
/// other programs.
@Suite struct WatchTests {
  private static let name = "chatgpt-footprint.answers.md"

  private func start(_ student: Student, _ arguments: [String]) throws -> PseudoTerminal {
    let terminal = try student.sitDown(
      ["check", "--watch"] + arguments, extra: ["TZ": "Europe/Zurich"])
    try terminal.expect("Ctrl-C stops.")
    return terminal
  }

  private func stop(_ terminal: PseudoTerminal, status: Int32) throws {
    try terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .exited(status))
  }

  @Test func everySaveIsCheckedAndWhatChangedIsSaid() throws {
    let student = try Student()
    try student.write(Self.name, Answers.footprint)
    let terminal = try start(student, [Self.name])
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}[H\u{1B}[2J"))
    #expect(terminal.hasShown("2 of 2 points"))

    // Written anew beside and renamed, as many editors do.
    let wrong = Answers.footprint.replacing("kW * 1.2", with: "kW")
    try #require(wrong != Answers.footprint)
    try student.write(Self.name, wrong)
    try terminal.expect("footprint_per_token is no longer right; 1 point, 2 before.")
    try terminal.expect("Ctrl-C stops.")

    // Written in place, in two steps.
    let path = student.path(Self.name)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    let bytes = Data(Answers.footprint.utf8)
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: bytes.prefix(100))
    usleep(60_000)
    try handle.write(contentsOf: bytes.dropFirst(100))
    try handle.close()
    try terminal.expect("Since the last save: footprint_per_token is right now; 2 points")
    try terminal.expect("Ctrl-C stops.")
    #expect(!terminal.hasShown("is gone"))

    // Away for a moment.
    try FileManager.default.moveItem(atPath: path, toPath: path + "~")
    usleep(400_000)
    try wrong.write(toFile: path + "~", atomically: false, encoding: .utf8)
    try FileManager.default.moveItem(atPath: path + "~", toPath: path)
    try terminal.expect("footprint_per_token is no longer right")
    #expect(!terminal.hasShown("does not exist"))
    try stop(terminal, status: 1)
  }

  @Test func theStatusIsThatOfTheLastReport() throws {
    let student = try Student()
    try student.write(Self.name, "")
    let terminal = try start(student, [Self.name])
    try student.write(Self.name, Answers.footprint)
    try terminal.expect("2 points, 0 before")
    try terminal.expect("Ctrl-C stops.")
    try stop(terminal, status: 0)
  }

  @Test func aFileThatIsGoneIsToldAndSeenWhenItComesBack() throws {
    let student = try Student()
    try student.write(Self.name, Answers.footprint)
    let terminal = try start(student, [Self.name])
    try FileManager.default.removeItem(atPath: student.path(Self.name))
    try terminal.expect("does not exist")
    try terminal.expect("Ctrl-C stops.")
    try student.write(Self.name, Answers.footprint)
    try terminal.expect("no answer changed")
    try terminal.expect("Ctrl-C stops.")
    try FileManager.default.removeItem(atPath: student.path(Self.name))
    try terminal.expect("does not exist")
    try stop(terminal, status: 65)
  }

  @Test func theExerciseAndNotebooksOfRequiredOnesAreWatchedToo() throws {
    let student = try Student()
    let copy = student.path("course")
    try FileManager.default.copyItem(atPath: student.exercises, toPath: copy)
    try student.write(Self.name, Answers.footprint)
    try student.write("epfl-estimate.answers.md", Answers.estimate)
    let terminal = try start(
      student, ["--exercises", "course", "epfl-estimate.answers.md", Self.name])
    try student.write(Self.name, Answers.footprint.replacing("kW * 1.2", with: "kW"))
    try terminal.expect("\(Self.name), since the last save: footprint_per_token is no")
    try terminal.expect("Ctrl-C stops.")
    let exercise = copy + "/chatgpt-footprint.md"
    let text = try String(contentsOfFile: exercise, encoding: .utf8)
    try text.replacing("title: ChatGPT footprint", with: "title: ChatGPT footprint\ndue: 2020-")
      .write(toFile: exercise, atomically: true, encoding: .utf8)
    try terminal.expect("`due`")
    try terminal.expect("Ctrl-C stops.")
    try stop(terminal, status: 1)
  }

  @Test func aNotebookThatIsOnlyRequiredIsWatchedToo() throws {
    let student = try Student()
    try student.write(Self.name, Answers.footprint)
    try student.write(
      "epfl-estimate.answers.md",
      Answers.estimate.replacing("= footprint_per_token", with: "= 0.0026452 g CO2e/token"))
    let terminal = try start(student, ["epfl-estimate.answers.md"])
    #expect(terminal.hasShown("2 of 6 points"))
    try student.write(Self.name, Answers.footprint.replacing("= time_per_token", with: "= = 1"))
    try terminal.expect("Since the last save: ")
    try terminal.expect("Ctrl-C stops.")
    try stop(terminal, status: 1)
  }

  @Test func forOtherProgramsThereIsAnObjectASave() throws {
    let student = try Student()
    try student.write(Self.name, Answers.footprint)
    let terminal = try student.sitDown(["check", "--watch", "--json", Self.name])
    try terminal.expect("\"score\": 2, \"maxScore\": 2")
    try terminal.expect("\"questionsAsked\": []}")
    try student.write(Self.name, Answers.footprint.replacing("kW * 1.2", with: "kW"))
    try terminal.expect("\"score\": 1, \"maxScore\": 2")
    try stop(terminal, status: 1)
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}[2J"))
  }
}

/// Dates and handing in, from the first line to the file on disk.
@Suite struct DueCommandTests {
  private func course(_ student: Student, due: String) throws -> String {
    let copy = student.path("course")
    try FileManager.default.copyItem(atPath: student.exercises, toPath: copy)
    let file = copy + "/course.md"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing(
      "title: Responsible software", with: "title: Responsible software\ndue: \(due)"
    )
    .write(toFile: file, atomically: true, encoding: .utf8)
    return copy
  }

  @Test(arguments: [
    ("Europe/Zurich", "Due Monday 1 December 2149, 23:59"),
    ("Asia/Kolkata", "Due Tuesday 2 December 2149, 04:29"),
    ("America/New_York", "Due Monday 1 December 2149, 17:59"), ("UTC", "22:59"),
  ])
  func theDueDateIsInTheZoneOfTheReader(_ zone: String, _ shown: String) throws {
    let student = try Student()
    _ = try course(student, due: "2149-12-01T23:59:00+01:00")
    let terminal = try student.sitDown(["list", "--exercises", "course"], extra: ["TZ": zone])
    try terminal.expect(shown)
    try terminal.expect("days")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func lateWorkIsTakenMarkedAndReported() throws {
    let student = try Student()
    _ = try course(student, due: "2020-12-01T23:59:00+01:00")
    let open = try student.run(
      ["open", "chatgpt-footprint", "--exercises", "course"],
      input: "total_token_year = 1 token\n:ask Why four?\n")
    #expect(open.output.contains("It was due Tuesday 1 December 2020"))
    #expect(open.output.contains("2.1.1 is marked as late."))
    let name = "chatgpt-footprint.answers.md"
    let check = try student.run(["check", "--exercises", "course", name])
    #expect(check.output.contains("Changed after"))
    let json = try CheckedNotebook(
      try student.run(["check", "--json", "--exercises", "course", name]))
    #expect(json.object["due"] as? String == "2020-12-01T23:59:00+01:00")
    let questions = try #require(json.object["questions"] as? [[String: Any]])
    #expect(questions.map { $0["late"] as? Bool } == [true, nil])
    let asked = try #require(json.object["questionsAsked"] as? [[String: Any]])
    #expect(asked.map { $0["text"] as? String } == ["Why four?"])
    #expect(asked.map { $0["question"] as? String } == ["2.1.1"])
    let preview = try student.run(
      ["preview", "chatgpt-footprint", "--exercises", "course", "--as", name])
    #expect(preview.output.contains("late, "))
    #expect(preview.output.contains("Questions for the session"))
    #expect(preview.output.contains("Why four?"))
  }

  @Test func severalNotebooksAreHandedInAsOneZip() throws {
    let student = try Student()
    try student.write("chatgpt-footprint.answers.md", Answers.footprint)
    let run = {
      try student.run(
        ["open", "epfl-estimate"],
        input: ":student\n34/5678\nAda\nnumber_students = 7500\n:submit\n")
    }
    let first = try run()
    #expect(first.output.contains("Made responsible-software-34-5678.zip"))
    #expect(first.output.contains("chatgpt-footprint.answers.md  2 of 2 points"))
    #expect(try run().output.contains("Made anew: responsible-software-34-5678.zip"))
    let zip = student.path("responsible-software-34-5678.zip")
    for (name, text) in try unpacked(zip) { #expect(student.read(name) == text) }

    try student.write("responsible-software-34-5678.zip", "mine")
    #expect(try run().output.contains("is there already"))
    #expect(student.read("responsible-software-34-5678.zip") == "mine")
  }

  /// What another program reads of a zip; where there is no Python, what our own tests of zips say
  /// must do.
  private func unpacked(_ zip: String) throws -> [(String, String)] {
    let python = "/usr/bin/python3"
    guard FileManager.default.isExecutableFile(atPath: python) else { return [] }
    let script = """
      import json, sys, zipfile
      z = zipfile.ZipFile(sys.argv[1])
      assert z.testzip() is None
      print(json.dumps([[n, z.read(n).decode()] for n in z.namelist()]))
      """
    let run = try ProgramRun.run(python, ["-c", script, zip], in: "/tmp")
    try #require(run.status == 0, "\(run.errors)")
    let pairs = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String]])
    #expect(pairs.map { $0[0] } == ["chatgpt-footprint.answers.md", "epfl-estimate.answers.md"])
    return pairs.map { ($0[0], $0[1]) }
  }
}
