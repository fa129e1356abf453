import Foundation
import Testing

@testable import Tutoring

/// What happens to the notebook's folder while a session is at work, and what no line shows.
@Suite struct SessionTests {
  @Test func aNotebookThatIsDeletedMeanwhileIsWrittenAgainWhole() throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    try FileManager.default.removeItem(atPath: harness.path)
    harness.type("hours = 1000 h")
    #expect(harness.section("1.1").contains("power = 60 W\nhours = 1000 h\n"))
  }

  @Test func aSecondSessionOnTheSameNotebookIsTold() throws {
    let harness = try SessionHarness()
    let second = try harness.another()
    let welcome = second.welcome().map(\.plain).joined(separator: "\n")
    #expect(welcome.contains("open in another session too"))
    _ = second.handle("power = 60 W")
    harness.type("hours = 1000 h")
    #expect(harness.section("1.1").contains("power = 60 W\nhours = 1000 h\n"))
  }

  @Test func aFolderThatCannotBeWrittenKeepsTheSessionAlive() throws {
    let harness = try SessionHarness()
    try FileManager.default.removeItem(atPath: harness.folder)
    let shown = harness.type("power = 60 W")
    #expect(shown.contains("✓ power  Right."))
    #expect(shown.replacing("\n ", with: "").contains("Your line is kept in this session"))
    try FileManager.default.createDirectory(
      atPath: harness.folder, withIntermediateDirectories: true)
    #expect(!harness.type("hours = 1000 h").contains("error"))
    #expect(harness.section("1.1").contains("power = 60 W\nhours = 1000 h\n"))
  }

  @Test func leavingSaysThatTheLastLinesAreNotSaved() throws {
    let harness = try SessionHarness()
    try FileManager.default.removeItem(atPath: harness.folder)
    harness.type("power = 60 W")
    #expect(harness.type(":quit").contains("could not be saved"))
  }

  @Test func aNotebookOfAnotherExerciseIsNotWorkedOn() throws {
    let harness = try SessionHarness(notebook: "---\nexercise: cooking\n---\n")
    #expect(!harness.session.canStart)
  }

  @Test func idAndNameAreNoLinesToRemember() throws {
    let session = try SessionHarness(isInteractive: true).session
    #expect(!session.remembersLines)
    _ = session.handle("345678")
    #expect(!session.remembersLines)
    _ = session.handle("Ada")
    #expect(session.remembersLines)
  }

  @Test func aNotebookThatGrewLineByLineReplaysWhole() throws {
    let harness = try SessionHarness()
    // More than the text that is parsed at once, in one section.
    let long = "sum([" + String(repeating: "1, ", count: 1333) + "1])"
    for index in 0..<30 { harness.type("x\(index) = \(long)") }
    try harness.reopen()
    #expect(harness.type("x29").contains("1334"))
    #expect(harness.type("x0").contains("1334"))
  }
}
