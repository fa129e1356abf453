import Foundation
import Testing

@testable import Files
@testable import NotebookGrading
@testable import TutorTerminal
@testable import Tutoring

@Suite struct SessionTests {
  @Test func everyAcceptedLineIsOnDiskBeforeItsOutputIsShown() throws {
    let harness = try SessionHarness()
    #expect(!FileManager.default.fileExists(atPath: harness.path))
    for line in ["power = 60 W", "hours = 1000 h", "spare = 3", "spare * 2", "unit trip = 12 km"] {
      harness.type(line)
      #expect(harness.file.contains("\n\(line)\n"))
    }
  }

  @Test func whatIsRefusedIsNotKept() throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    let before = harness.file
    #expect(harness.type("energy = power + 3 s").contains("error: "))
    #expect(harness.type("x = oops").contains("error: "))
    #expect(harness.type("x = 1 2").contains("error: "))
    #expect(harness.file == before)
  }

  @Test func aRedefinitionTakesThePlaceOfTheOldLine() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 6 W", "hours = 1000 h", "energy = power * hours"])
    let shown = harness.type("power = 60 W")
    #expect(shown.contains("energy recomputed; 1.2 is right now."))
    #expect(!harness.file.contains("power = 6 W"))
    let lines = harness.file.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex(of: "power = 60 W"))
    #expect(lines[place + 1] == "hours = 1000 h")
  }

  @Test func aStatementGoesToTheQuestionThatAsksForIt() throws {
    let harness = try SessionHarness()
    harness.type(lines: [
      "room_energy = rooms[\"Lamps\"] * 60 kWh", "power = 60 W", "mine = 1",
      "def heat(p, t) = p * t",
    ])
    #expect(harness.section("1.3").contains("room_energy ="))
    #expect(harness.section("1.1").contains("power = 60 W\nmine = 1"))
    #expect(harness.section("1.5").contains("def heat(p, t) = p * t"))
  }

  @Test func aColumnUnderTheTablesOtherNameAnswersAndIsReplacedUnderEither() throws {
    let harness = try SessionHarness()
    #expect(harness.type("df[\"Energy\"] = df[\"Lamps\"] * 6 kWh").contains("✗ room_energy"))
    let shown = harness.type("rooms[\"Energy\"] = rooms[\"Lamps\"] * 60 kWh")
    #expect(shown.contains("✓ room_energy  Right."))
    #expect(harness.section("1.3").contains("rooms[\"Energy\"] = rooms[\"Lamps\"] * 60 kWh"))
    #expect(!harness.file.contains("df["))
  }

  @Test func undoTakesChangesBackOneByOneOnDiskToo() throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    let first = harness.file
    harness.type("power = 7 W")
    #expect(harness.type(":undo").contains("Taken back: power = 7 W"))
    // A count of tries may differ, the work may not.
    #expect(
      harness.section("1.1") == "Figures\n```reckon\npower = 60 W\n```\n" || harness.file == first)
    harness.type(":undo")
    #expect(!harness.file.contains("power"))
    #expect(harness.type(":undo").contains("nothing to take back"))
  }

  @Test func resetClearsTheQuestionAndUndoBringsItBack() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 60 W", "hours = 1000", "energy = power * hours"])
    #expect(harness.type(":reset").contains("Your answers to 1.1 are cleared."))
    #expect(!harness.file.contains("power = 60 W"))
    #expect(harness.file.contains("energy = power * hours"))
    #expect(harness.type(":reset").contains("nothing to clear in 1.1"))
    harness.type(":undo")
    #expect(harness.file.contains("power = 60 W"))
    #expect(harness.type("energy").contains("60"))
  }

  @Test func aBlankLineInAPasteDoesNothing() throws {
    let harness = try SessionHarness(isInteractive: true)
    harness.type(":back")
    harness.type("power = 60 W", isPasted: true)
    harness.type("hours = 1000 h", isPasted: true)
    #expect(harness.type("", isPasted: true).isEmpty)
    #expect(harness.type("   ", isPasted: true).isEmpty)
    #expect(harness.prompt.hasPrefix("1.1 "))
  }

  @Test func enterGoesOnFromAFinishedQuestionAndFromNoOther() throws {
    let harness = try SessionHarness(isInteractive: true)
    harness.type("")  // the student's id
    #expect(harness.type("").isEmpty)
    harness.type("power = 60 W")
    #expect(harness.type("").isEmpty)
    #expect(harness.type("hours = 1000 h").contains("Enter goes on to 1.2 Energy."))
    harness.type("1 + 1")
    #expect(harness.type("").contains("1.2 Energy"))
    #expect(harness.prompt.hasPrefix("1.2 "))
    #expect(harness.type("").isEmpty)
    harness.type(":back")
    harness.type(":why")
    #expect(harness.type("").contains("1.2 Energy"))
  }

  private static func owned(_ exercise: String, _ id: String) -> String {
    "---\nexercise: \(exercise)\nstudent: {id: \"\(id)\", name: Ada}\n---\n"
  }

  @Test func theStudentIsKnownFromANotebookBesideThisOne() throws {
    let harness = try SessionHarness(
      of: ("other", Self.owned("other", "345678")), isInteractive: true)
    #expect(harness.welcome.contains("You are Ada (345678), as in other.answers.md; `:student`"))
    #expect(harness.prompt.hasPrefix("1.1"))
    #expect(harness.file.isEmpty)
    harness.type("power = 60 W")
    #expect(harness.file.contains("student: {id: \"345678\", name: Ada}"))
  }

  @Test func notebooksOfTwoStudentsTellNothing() throws {
    let harness = try SessionHarness(
      of: ("other", Self.owned("other", "345678")), isInteractive: true)
    try Self.owned("third", "1").write(
      toFile: harness.folder + "/third.answers.md", atomically: true, encoding: .utf8)
    #expect(try harness.another().prompt.plain.contains("Your student id"))
  }

  @Test(arguments: ["power = 60 W", "sqrt(4)"])
  func aFormulaIsNoIDAndNoName(_ line: String) throws {
    let harness = try SessionHarness(isInteractive: true)
    #expect(harness.type(line).contains("That is no id"))
    #expect(harness.prompt.hasPrefix("1.1"))
    #expect(harness.file.contains(line))
    #expect(!harness.file.contains("student:"))
    let other = try SessionHarness(isInteractive: true)
    other.type("345678")
    #expect(other.type("power = 60 W").contains("That is no name"))
    #expect(other.file.contains("345678") && other.file.contains("\npower = 60 W"))
  }

  @Test func aCommandLeavesAnOpenLine() throws {
    let harness = try SessionHarness()
    harness.type("power = (20 W")
    let shown = harness.type(":status")
    #expect(shown.contains("The line that was still open is left out."))
    #expect(shown.contains("1.2  Energy"))
    #expect(harness.prompt.hasPrefix("1.1"))
    #expect(!harness.file.contains("20 W"))
  }

  @Test func theEndOfInputAtAUnitEndsOnlyThatQuestion() throws {
    let harness = try SessionHarness(isInteractive: true)
    harness.type(lines: ["", "power = 0.06"])
    #expect(harness.prompt.contains("unit?"))
    #expect(harness.terminal.end().map(\.plain) == ["It stays without a unit."])
    #expect(!harness.session.isOver)
    #expect(harness.terminal.end().map(\.plain).joined().contains("Until next time."))
    #expect(harness.session.isOver)
  }

  @Test func withoutATerminalABlankLineNeverGoesOn() throws {
    let harness = try SessionHarness(isInteractive: false)
    #expect(harness.prompt.hasPrefix("1.1 "))
    let shown = harness.type(lines: ["power = 60 W", "hours = 1000 h"])
    #expect(shown.contains("`:next` goes on to 1.2 Energy."))
    #expect(harness.type("").isEmpty)
    #expect(harness.prompt.hasPrefix("1.1 "))
  }

  @Test func anOpenBracketContinuesOnTheNextLine() throws {
    let harness = try SessionHarness()
    #expect(harness.type("power = (20 W").isEmpty)
    #expect(harness.prompt.contains("…"))
    #expect(harness.type("+ 40 W)").contains("✓ power  Right."))
    #expect(harness.file.contains("power = (20 W\n+ 40 W)"))
    #expect(harness.prompt.hasPrefix("1.1 1/2"))
  }

  @Test func anIndentedFunctionIsReadToItsReturn() throws {
    let harness = try SessionHarness()
    harness.type("def heat(p, t):")
    harness.type("    e = p * t")
    #expect(harness.prompt.contains("…"))
    #expect(harness.type("    return e").contains("✓ heat"))
    #expect(harness.section("1.5").contains("def heat(p, t):\n    e = p * t\n    return e"))
    #expect(harness.type(":goto 1.5").contains("1.5 Function"))
    #expect(harness.prompt.contains("✓"))
  }

  @Test func ctrlCDropsWhatWasBegunAndNothingElse() throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    harness.type("x = (1 +")
    #expect(harness.terminal.interrupt().isEmpty)
    #expect(harness.prompt.hasPrefix("1.1 "))
    #expect(harness.type("2 * 3").contains("6"))
    harness.type("energy = 60")
    #expect(harness.prompt.contains("unit?"))
    _ = harness.terminal.interrupt()
    #expect(harness.prompt.hasPrefix("1.1 "))
    #expect(harness.file.contains("power = 60 W"))
    #expect(!harness.file.contains("x = "))
  }

  @Test func theEndOfInputTriesAnOpenStatementAndLeaves() throws {
    let harness = try SessionHarness()
    harness.type("def heat(p, t):")
    harness.type("  return p * t")
    _ = harness.terminal.end()
    #expect(harness.session.isOver)
    #expect(harness.section("1.5").contains("return p * t"))
  }

  @Test func theStudentIsAskedOnceAndMayAnswerLater() throws {
    let harness = try SessionHarness(isInteractive: true)
    #expect(harness.prompt.contains("Your student id"))
    #expect(!harness.session.remembersLines)
    harness.type("345678")
    #expect(harness.prompt.contains("Your name"))
    harness.type("Ada \"Lovelace\": {x}")
    #expect(harness.prompt.hasPrefix("1.1 "))
    #expect(harness.file.contains("345678"))
    let again = try harness.another()
    #expect(again.prompt.plain.hasPrefix("1.1 "))

    let shy = try SessionHarness(isInteractive: true)
    shy.type("")
    #expect(shy.prompt.hasPrefix("1.1 "))
    let inHaste = try SessionHarness(isInteractive: true)
    inHaste.type(":quit")
    #expect(inHaste.session.isOver)
  }

  @Test func anOutsideEditIsReadAnewAndNothingIsLost() throws {
    let harness = try SessionHarness()
    harness.type("power = 6 W")
    try harness.overwrite(
      harness.file.replacing("power = 6 W", with: "power = 60 W  # mended in an editor")
        + "\nA remark of mine.\n")
    let shown = harness.type("hours = 1000 h")
    #expect(shown.contains("changed outside this session"))
    #expect(shown.contains("✓ 1.1 is complete"))
    #expect(harness.file.contains("power = 60 W  # mended in an editor"))
    #expect(harness.file.contains("A remark of mine."))
    #expect(harness.file.contains("hours = 1000 h"))
  }

  @Test func aNotebookThatIsDeletedMeanwhileIsWrittenAgainWhole() throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    try FileManager.default.removeItem(atPath: harness.path)
    harness.type("hours = 1000 h")
    #expect(harness.file.contains("power = 60 W"))
    #expect(harness.file.contains("hours = 1000 h"))
  }

  @Test func aNotebookOfAnotherExerciseIsRefusedAndLeftUntouched() throws {
    let text = "---\nreckon: 1\nexercise: cooking\n---\n## 1.1 Eggs\n```reckon\npower = 1 W\n```\n"
    let harness = try SessionHarness(notebook: text, isInteractive: true)
    #expect(!harness.session.canStart)
    #expect(harness.welcome.replacing("\n ", with: "").contains("of `cooking`, not of `lamp`"))
    #expect(harness.file == text)
  }

  @Test func aBrokenLineIsShownWithItsPlaceWhileTheRestCounts() throws {
    let text = """
      ---
      exercise: lamp
      ---
      ## 1.1
      ```reckon
      power = 60 W
      hours = = 3
      ```

      ## 1.4
      ```reckon
      per_day = oops / 3
      ```
      """
    let harness = try SessionHarness(notebook: text)
    let welcome = harness.welcome
    #expect(welcome.contains("lamp.answers.md:7: error: "))
    #expect(welcome.contains("lamp.answers.md:12: error: "))
    #expect(welcome.ranges(of: "lamp.answers.md:7: error: ").count == 1)
    #expect(harness.type(":status").contains("hours"))
    #expect(harness.type("power").contains("60 W"))
    harness.type("hours = 1000 h")
    #expect(harness.file.contains("hours = = 3"))
    #expect(harness.type(":status").contains("1/1"))
  }

  @Test func aSecondSessionOnTheSameNotebookIsTold() throws {
    let harness = try SessionHarness()
    let second = try harness.another()
    let welcome = second.welcome().map(\.plain).joined(separator: "\n")
    #expect(welcome.contains("open in another session too"))
    _ = second.handle("power = 60 W")
    harness.type("hours = 1000 h")
    #expect(harness.file.contains("power = 60 W"))
    #expect(harness.file.contains("hours = 1000 h"))
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
    #expect(harness.file.contains("power = 60 W\nhours = 1000 h"))
  }

  @Test func leavingSaysWhetherAllIsSaved() throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    #expect(harness.type(":quit").contains("Until next time. Your work is in"))
    let lost = try SessionHarness()
    try FileManager.default.removeItem(atPath: lost.folder)
    lost.type("power = 60 W")
    #expect(lost.type(":quit").contains("could not be saved"))
  }

  @Test func aNotebookThatGrewLineByLineReplaysWhole() throws {
    let harness = try SessionHarness()
    // More than the text that is parsed at once, in one section.
    let long = "sum([" + String(repeating: "1, ", count: 1333) + "1])"
    for index in 0..<30 { harness.type("x\(index) = \(long)") }
    let again = try harness.another()
    #expect(again.handle("x29").map(\.plain).joined().contains("1334"))
    #expect(again.handle("x0").map(\.plain).joined().contains("1334"))
  }
}
