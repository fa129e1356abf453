import Foundation
import TerminalTesting
import Testing

/// The command that writes a class, run as a program.
@Suite struct SimulateCommandTests {
  private let scratch: TemporaryFolder

  init() throws { scratch = try TemporaryFolder() }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private func run(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun.run(
      BuiltProgram.path("reckon-desk"),
      ["simulate", "chatgpt-footprint", "--exercises", Self.root + "/Exercises"] + arguments,
      in: scratch.path, timeout: 60)
  }

  private func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: scratch.path + "/" + folder)) ?? [])
      .sorted()
  }

  private func lines(_ file: String) throws -> [Substring] {
    try String(contentsOfFile: scratch.path + "/" + file, encoding: .utf8).split(separator: "\n")
  }

  @Test func aClassHasNotebooksARosterAndTimes() throws {
    let run = try run("-n", "6", "-o", "class")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("6 notebooks"))
    #expect(names("class") == ["simulated.txt", "students.csv", "submissions", "times.csv"])
    let students = names("class/submissions")
    try #require(students.count == 6)
    #expect(names("class/submissions/\(students[0])") == ["chatgpt-footprint.answers.md"])
    let roster = try lines("class/students.csv")
    try #require(roster.count == 1 + 6 + 2)
    #expect(roster[0] == "id,name,email")
    let times = try lines("class/times.csv")
    #expect(times.count == 1 + 6)
    #expect(times.dropFirst().allSatisfy { $0.hasSuffix("Z") })
  }

  @Test(arguments: [
    ("flat", ".chatgpt-footprint.answers.md"), ("folders", ""),
    ("moodle", "_assignsubmission_file"),
  ])
  func notebooksLieAsAskedFor(_ layout: String, _ end: String) throws {
    let run = try run("-n", "20", "-o", "class", "--layout", layout, "--troubles")
    #expect(run.status == 0)
    let names = names("class/submissions")
    #expect(names.count == 20)
    #expect(names.count { $0.hasSuffix(end) } >= 19)
  }

  @Test func aFolderOfOthersIsLeftAsItIs() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path + "/class", withIntermediateDirectories: false)
    try "mine".write(toFile: scratch.path + "/class/a.txt", atomically: true, encoding: .utf8)
    let run = try run("-n", "2", "-o", "class")
    #expect(run.status == 2)
    #expect(
      run.errors.contains(
        "The folder class is not empty, and was not made by `reckon simulate`"))
    #expect(names("class") == ["a.txt"])
  }

  @Test func aFolderOfItsOwnIsWrittenAnew() throws {
    #expect(try run("-n", "5", "-o", "class").status == 0)
    #expect(try run("-n", "3", "--seed", "2", "-o", "class").status == 0)
    #expect(names("class/submissions").count == 3)
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    try "mine".write(toFile: scratch.path + "/file", atomically: true, encoding: .utf8)
    let onFile = try run("-n", "2", "-o", "file")
    #expect(onFile.status == 2)
    #expect(onFile.errors.contains("file is there, and is not a folder."))
    let nowhere = try run("-n", "2", "-o", "/proc/class")
    #expect(nowhere.status == 74)
    #expect(!nowhere.errors.isEmpty)
    #expect(try run("-n", "0", "-o", "class").status == 2)
  }
}
