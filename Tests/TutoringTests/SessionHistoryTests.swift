import Foundation
import Testing

@testable import NotebookFiles
@testable import Tutoring

/// What cannot be taken back is noted as it is done, in a history that nothing at the prompt shortens.
@Suite struct SessionHistoryTests {
  private static let time = "2030-11-27T09:30:00Z"

  private func harness(
    _ exercise: String = "stair", at time: String = time, files: [String: String] = [:]
  ) throws -> SessionHarness {
    var setting = SessionHarness.Setting()
    setting.exercise = exercise
    setting.files = files
    setting.clock = SetClock(time)
    return try SessionHarness(setting)
  }

  /// The entries of the file on disk, without their times and digests.
  private func entries(_ harness: SessionHarness) -> [String] {
    NotebookFile(text: harness.file, name: "").history.map {
      $0.split(separator: " ").dropFirst().dropLast().joined(separator: " ")
    }
  }

  private func joined(_ text: String) -> String { text.replacing(/\s+/, with: " ") }

  @Test func skipsAndHintsThatCostAreEntries() throws {
    let harness = try harness()
    // The first time it says what a hint costs.
    harness.type(lines: [":hint", ":hint", ":hint", ":goto 1.3", ":skip", ":skip"])
    #expect(entries(harness) == ["hint 1.1 1", "hint 1.1 2", "skip 1.3"])
    #expect(NotebookFile(text: harness.file, name: "").takenBack(exercise: "stair").isEmpty)
    #expect(harness.file.contains("\"\(Self.time) skip 1.3 "))
  }

  @Test func nothingAtThePromptTakesAnEntryAway() throws {
    let harness = try harness()
    harness.type(lines: [
      "height = 2 m", ":hint", ":hint", "mass = 1 kg", ":goto 1.3", ":skip", ":skip",
    ])
    let before = NotebookFile(text: harness.file, name: "").history
    #expect(before.count == 2)
    harness.type(lines: [":undo", ":undo", ":undo", ":redo", ":goto 1.1", ":reset", ":undo"])
    try harness.reopen()
    harness.type(lines: ["height = 3 m", ":undo"])
    let file = NotebookFile(text: harness.file, name: "")
    #expect(file.history == before)
    #expect(file.takenBack(exercise: "stair").isEmpty)
  }

  @Test func freeHintsAndWrongAnswersAreNone() throws {
    let harness = try harness("lamp")
    harness.type(lines: ["power = 1 W", ":hint", ":hint", "power = 2 W"])
    #expect(harness.file.contains("hints: "))
    #expect(entries(harness).isEmpty)
    #expect(harness.file.hasPrefix("---\nreckon: 1\n"))
  }

  @Test func aChangeAfterTheDueDateIsOne() throws {
    let late = SessionHarness.lamp.replacing(
      "title: Lamps", with: "title: Lamps\ndue: 2030-11-01T00:00:00Z")
    let harness = try harness("lamp", files: ["lamp.md": late])
    harness.type(lines: ["power = 60 W", "power = 61 W"])
    #expect(entries(harness) == ["late 1.1"])
    let text = harness.file.replacing(/late: .*\n/, with: "")
    let file = NotebookFile(text: text, name: "")
    #expect(file.takenBack(exercise: "lamp").map(\.subject) == ["1.1"])
  }

  @Test func whatWasTakenOutOfTheFileIsToldAsItIsOpened() throws {
    let harness = try harness()
    harness.type(lines: [":goto 1.3", ":skip", ":skip"])
    try harness.file.replacing("skipped: [\"1.3\"]\n", with: "").write(
      toFile: harness.path, atomically: true, encoding: .utf8)
    // The session that is open sees it with the next line, and another as it begins.
    let told = "1.3 was skipped on Wednesday 27 November 2030 at 09:30 UTC"
    #expect(joined(harness.type(lines: [":status"])).contains(told))
    try harness.reopen()
    #expect(joined(harness.welcome).contains(told))
    // It may be skipped again, and is worked on as any other question until then.
    harness.type(lines: [":goto 1.3", ":skip", ":skip"])
    #expect(entries(harness) == ["skip 1.3", "skip 1.3"])
    #expect(NotebookFile(text: harness.file, name: "").takenBack(exercise: "stair").isEmpty)
  }
}
