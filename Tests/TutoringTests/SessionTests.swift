import Charts
import Diagnostics
import ExerciseFiles
import Foundation
import MarkdownReading
import NotebookFiles
import Testing

@testable import Files
@testable import NotebookGrading
@testable import TutorTerminal
@testable import Tutoring

/// A student's desk: a folder of its own with an exercise in it, and a session at work on that.
final class Desk {
  static let lamp = """
    ---
    reckon: 1
    id: lamp
    title: Lamps
    units: {query: {counted: queries}, CO2e: label}
    tables: {rooms: {file: rooms.csv, also: [df]}}
    ---
    # Lamps

    Lamps burn in two rooms.

    ## 1.1 Figures

    A lamp draws 60 W for 1000 h.

    ```question
    points: 1
    answers:
      power: {expect: 60 W, unit: kW}
      hours: {expect: 1000 h, unit: h, bare: adopt}
    hints:
      - Look at the lamp.
      - Type 60 W.
    ```

    ## 1.2 Energy

    ```question
    points: 1
    answers:
      energy: {expect: power * hours, unit: kWh}
    ```

    ## 1.3 Rooms

    ```question
    points: 1
    answers:
      room_energy:
        expect: rooms["Lamps"] * power * hours
        unit: kWh
        also: ['rooms["Energy"]']
    ```

    ## 1.4 Use

    ```question
    points: 1
    answers:
      per_day: {expect: 730 query / (365 day), unit: query/day}
    ```

    ## 1.5 Function

    ```question
    points: 1
    function: heat(power, duration)
    expect: power * duration
    unit: kWh
    tests:
      - [60 W, 10 h]
      - [2 kW, 3 h]
    ```

    ## 1.6 Poll

    ```question
    points: 0
    choose: 2
    options:
      - {text: Total light, right: yes}
      - {text: Total heat, right: yes}
      - {text: Noise}
    ```

    ## 1.7 Text

    ```question
    points: 1
    text: {sentences: 2..3}
    criteria:
      - {id: said, points: 1, person: It is said.}
    ```

    """

  static let rooms = "Room,Lamps\nHall,4\nAttic,1\n"

  /// Goes on from `lamp`.
  static let after = """
    ---
    reckon: 1
    id: after
    title: After the lamps
    requires: [lamp]
    units: {CO2e: label}
    ---
    ## 2.1 Emissions

    ```question
    points: 1
    answers:
      emissions: {expect: energy * 100 g CO2e/kWh, unit: kg CO2e}
    ```

    """

  let folder: String
  let terminal: TerminalSession
  var session: Session { terminal.session }
  private let exercise: String
  private let isInteractive: Bool
  private let edit: ((String) -> EditedText)?

  init(
    _ exercise: String = "lamp", notebook: String? = nil,
    of other: (id: String, text: String)? = nil,
    isInteractive: Bool = false, width: Int = 80, exercises: [String: String] = [:],
    edit: ((String) -> EditedText)? = nil
  ) throws {
    folder = "/tmp/rk-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    self.exercise = exercise
    self.isInteractive = isInteractive
    self.edit = edit
    for (name, text) in [
      ("lamp.md", Self.lamp), ("rooms.csv", Self.rooms), ("after.md", Self.after),
      ("stair.md", Self.stair), ("trip.md", Self.trip),
    ] + exercises.map({ ($0.key + ".md", $0.value) }) {
      try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
    if let notebook {
      try notebook.write(
        toFile: NotebookPath.path(of: exercise, in: folder), atomically: true, encoding: .utf8)
    }
    if let other {
      try other.text.write(
        toFile: NotebookPath.path(of: other.id, in: folder), atomically: true, encoding: .utf8)
    }
    terminal = try Self.terminal(exercise, folder, isInteractive, width, edit)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static func terminal(
    _ exercise: String, _ folder: String, _ isInteractive: Bool, _ width: Int = 80,
    _ edit: ((String) -> EditedText)? = nil
  ) throws -> TerminalSession {
    let library = ExerciseLibrary(folders: [folder])
    let loaded = try #require(library.load(exercise).exercise)
    let opened = OpenedExercise(
      loaded, required: library.required(by: loaded).compactMap(\.exercise))
    try #require(opened.problems.isEmpty)
    return TerminalSession(
      opened, notebook: NotebookPath.path(of: exercise, in: folder), isInteractive: isInteractive,
      width: width, edit: edit)
  }

  /// A second session on the same notebook.
  func another() throws -> TerminalSession {
    try Self.terminal(exercise, folder, isInteractive)
  }

  var path: String { NotebookPath.path(of: exercise, in: folder) }

  /// The notebook on disk; empty where there is none.
  var file: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  func overwrite(_ text: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  /// Types a line and returns what is shown.
  @discardableResult
  func type(_ line: String, isPasted: Bool = false) -> String {
    terminal.handle(line, isPasted: isPasted).map(\.plain).joined(separator: "\n")
  }

  @discardableResult
  func type(lines: [String]) -> String {
    lines.map { type($0) }.joined(separator: "\n")
  }

  var welcome: String { terminal.welcome().map(\.plain).joined(separator: "\n") }
  var prompt: String { terminal.prompt.plain }

  /// The text between two headings of the file, or from the last heading on.
  func section(_ id: String) -> String {
    guard let start = file.range(of: "## \(id) ")?.upperBound else { return "" }
    let rest = file[start...]
    return String(rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)])
  }
}

@Suite struct SessionTests {
  @Test func everyAcceptedLineIsOnDiskBeforeItsOutputIsShown() throws {
    let desk = try Desk()
    #expect(!FileManager.default.fileExists(atPath: desk.path))
    for line in ["power = 60 W", "hours = 1000 h", "spare = 3", "spare * 2", "unit trip = 12 km"] {
      desk.type(line)
      #expect(desk.file.contains("\n\(line)\n"))
    }
  }

  @Test func whatIsRefusedIsNotKept() throws {
    let desk = try Desk()
    desk.type("power = 60 W")
    let before = desk.file
    #expect(desk.type("energy = power + 3 s").contains("error: "))
    #expect(desk.type("x = oops").contains("error: "))
    #expect(desk.type("x = 1 2").contains("error: "))
    #expect(desk.file == before)
  }

  @Test func aRedefinitionTakesThePlaceOfTheOldLine() throws {
    let desk = try Desk()
    desk.type(lines: ["power = 6 W", "hours = 1000 h", "energy = power * hours"])
    let shown = desk.type("power = 60 W")
    #expect(shown.contains("energy recomputed; 1.2 is right now."))
    #expect(!desk.file.contains("power = 6 W"))
    let lines = desk.file.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex(of: "power = 60 W"))
    #expect(lines[place + 1] == "hours = 1000 h")
  }

  @Test func aStatementGoesToTheQuestionThatAsksForIt() throws {
    let desk = try Desk()
    desk.type(lines: [
      "room_energy = rooms[\"Lamps\"] * 60 kWh", "power = 60 W", "mine = 1",
      "def heat(p, t) = p * t",
    ])
    #expect(desk.section("1.3").contains("room_energy ="))
    #expect(desk.section("1.1").contains("power = 60 W\nmine = 1"))
    #expect(desk.section("1.5").contains("def heat(p, t) = p * t"))
  }

  @Test func aColumnUnderTheTablesOtherNameAnswersAndIsReplacedUnderEither() throws {
    let desk = try Desk()
    #expect(desk.type("df[\"Energy\"] = df[\"Lamps\"] * 6 kWh").contains("✗ room_energy"))
    let shown = desk.type("rooms[\"Energy\"] = rooms[\"Lamps\"] * 60 kWh")
    #expect(shown.contains("✓ room_energy  Right."))
    #expect(desk.section("1.3").contains("rooms[\"Energy\"] = rooms[\"Lamps\"] * 60 kWh"))
    #expect(!desk.file.contains("df["))
  }

  @Test func undoTakesChangesBackOneByOneOnDiskToo() throws {
    let desk = try Desk()
    desk.type("power = 60 W")
    let first = desk.file
    desk.type("power = 7 W")
    #expect(desk.type(":undo").contains("Taken back: power = 7 W"))
    // A count of tries may differ, the work may not.
    #expect(desk.section("1.1") == "Figures\n```reckon\npower = 60 W\n```\n" || desk.file == first)
    desk.type(":undo")
    #expect(!desk.file.contains("power"))
    #expect(desk.type(":undo").contains("nothing to take back"))
  }

  @Test func resetClearsTheQuestionAndUndoBringsItBack() throws {
    let desk = try Desk()
    desk.type(lines: ["power = 60 W", "hours = 1000", "energy = power * hours"])
    #expect(desk.type(":reset").contains("Your answers to 1.1 are cleared."))
    #expect(!desk.file.contains("power = 60 W"))
    #expect(desk.file.contains("energy = power * hours"))
    #expect(desk.type(":reset").contains("nothing to clear in 1.1"))
    desk.type(":undo")
    #expect(desk.file.contains("power = 60 W"))
    #expect(desk.type("energy").contains("60"))
  }

  @Test func aBlankLineInAPasteDoesNothing() throws {
    let desk = try Desk(isInteractive: true)
    desk.type(":back")
    desk.type("power = 60 W", isPasted: true)
    desk.type("hours = 1000 h", isPasted: true)
    #expect(desk.type("", isPasted: true).isEmpty)
    #expect(desk.type("   ", isPasted: true).isEmpty)
    #expect(desk.prompt.hasPrefix("1.1 "))
  }

  @Test func enterGoesOnFromAFinishedQuestionAndFromNoOther() throws {
    let desk = try Desk(isInteractive: true)
    desk.type("")  // the student's id
    #expect(desk.type("").isEmpty)
    desk.type("power = 60 W")
    #expect(desk.type("").isEmpty)
    #expect(desk.type("hours = 1000 h").contains("Enter goes on to 1.2 Energy."))
    desk.type("1 + 1")
    #expect(desk.type("").contains("1.2 Energy"))
    #expect(desk.prompt.hasPrefix("1.2 "))
    #expect(desk.type("").isEmpty)
    desk.type(":back")
    desk.type(":why")
    #expect(desk.type("").contains("1.2 Energy"))
  }

  private static func owned(_ exercise: String, _ id: String) -> String {
    "---\nexercise: \(exercise)\nstudent: {id: \"\(id)\", name: Ada}\n---\n"
  }

  @Test func theStudentIsKnownFromANotebookBesideThisOne() throws {
    let desk = try Desk(of: ("other", Self.owned("other", "345678")), isInteractive: true)
    #expect(desk.welcome.contains("You are Ada (345678), as in other.answers.md; `:student`"))
    #expect(desk.prompt.hasPrefix("1.1"))
    #expect(desk.file.isEmpty)
    desk.type("power = 60 W")
    #expect(desk.file.contains("student: {id: \"345678\", name: Ada}"))
  }

  @Test func notebooksOfTwoStudentsTellNothing() throws {
    let desk = try Desk(of: ("other", Self.owned("other", "345678")), isInteractive: true)
    try Self.owned("third", "1").write(
      toFile: desk.folder + "/third.answers.md", atomically: true, encoding: .utf8)
    #expect(try desk.another().prompt.plain.contains("Your student id"))
  }

  @Test(arguments: ["power = 60 W", "sqrt(4)"])
  func aFormulaIsNoIDAndNoName(_ line: String) throws {
    let desk = try Desk(isInteractive: true)
    #expect(desk.type(line).contains("That is no id"))
    #expect(desk.prompt.hasPrefix("1.1"))
    #expect(desk.file.contains(line))
    #expect(!desk.file.contains("student:"))
    let other = try Desk(isInteractive: true)
    other.type("345678")
    #expect(other.type("power = 60 W").contains("That is no name"))
    #expect(other.file.contains("345678") && other.file.contains("\npower = 60 W"))
  }

  @Test func aCommandLeavesAnOpenLine() throws {
    let desk = try Desk()
    desk.type("power = (20 W")
    let shown = desk.type(":status")
    #expect(shown.contains("The line that was still open is left out."))
    #expect(shown.contains("1.2  Energy"))
    #expect(desk.prompt.hasPrefix("1.1"))
    #expect(!desk.file.contains("20 W"))
  }

  @Test func theEndOfInputAtAUnitEndsOnlyThatQuestion() throws {
    let desk = try Desk(isInteractive: true)
    desk.type(lines: ["", "power = 0.06"])
    #expect(desk.prompt.contains("unit?"))
    #expect(desk.terminal.end().map(\.plain) == ["It stays without a unit."])
    #expect(!desk.session.isOver)
    #expect(desk.terminal.end().map(\.plain).joined().contains("Until next time."))
    #expect(desk.session.isOver)
  }

  @Test func withoutATerminalABlankLineNeverGoesOn() throws {
    let desk = try Desk(isInteractive: false)
    #expect(desk.prompt.hasPrefix("1.1 "))
    let shown = desk.type(lines: ["power = 60 W", "hours = 1000 h"])
    #expect(shown.contains("`:next` goes on to 1.2 Energy."))
    #expect(desk.type("").isEmpty)
    #expect(desk.prompt.hasPrefix("1.1 "))
  }

  @Test func anOpenBracketContinuesOnTheNextLine() throws {
    let desk = try Desk()
    #expect(desk.type("power = (20 W").isEmpty)
    #expect(desk.prompt.contains("…"))
    #expect(desk.type("+ 40 W)").contains("✓ power  Right."))
    #expect(desk.file.contains("power = (20 W\n+ 40 W)"))
    #expect(desk.prompt.hasPrefix("1.1 1/2"))
  }

  @Test func anIndentedFunctionIsReadToItsReturn() throws {
    let desk = try Desk()
    desk.type("def heat(p, t):")
    desk.type("    e = p * t")
    #expect(desk.prompt.contains("…"))
    #expect(desk.type("    return e").contains("✓ heat"))
    #expect(desk.section("1.5").contains("def heat(p, t):\n    e = p * t\n    return e"))
    #expect(desk.type(":goto 1.5").contains("1.5 Function"))
    #expect(desk.prompt.contains("✓"))
  }

  @Test func ctrlCDropsWhatWasBegunAndNothingElse() throws {
    let desk = try Desk()
    desk.type("power = 60 W")
    desk.type("x = (1 +")
    #expect(desk.terminal.interrupt().isEmpty)
    #expect(desk.prompt.hasPrefix("1.1 "))
    #expect(desk.type("2 * 3").contains("6"))
    desk.type("energy = 60")
    #expect(desk.prompt.contains("unit?"))
    _ = desk.terminal.interrupt()
    #expect(desk.prompt.hasPrefix("1.1 "))
    #expect(desk.file.contains("power = 60 W"))
    #expect(!desk.file.contains("x = "))
  }

  @Test func theEndOfInputTriesAnOpenStatementAndLeaves() throws {
    let desk = try Desk()
    desk.type("def heat(p, t):")
    desk.type("  return p * t")
    _ = desk.terminal.end()
    #expect(desk.session.isOver)
    #expect(desk.section("1.5").contains("return p * t"))
  }

  @Test func theStudentIsAskedOnceAndMayAnswerLater() throws {
    let desk = try Desk(isInteractive: true)
    #expect(desk.prompt.contains("Your student id"))
    #expect(!desk.session.remembersLines)
    desk.type("345678")
    #expect(desk.prompt.contains("Your name"))
    desk.type("Ada \"Lovelace\": {x}")
    #expect(desk.prompt.hasPrefix("1.1 "))
    #expect(desk.file.contains("345678"))
    let again = try desk.another()
    #expect(again.prompt.plain.hasPrefix("1.1 "))

    let shy = try Desk(isInteractive: true)
    shy.type("")
    #expect(shy.prompt.hasPrefix("1.1 "))
    let inHaste = try Desk(isInteractive: true)
    inHaste.type(":quit")
    #expect(inHaste.session.isOver)
  }

  @Test func anOutsideEditIsReadAnewAndNothingIsLost() throws {
    let desk = try Desk()
    desk.type("power = 6 W")
    try desk.overwrite(
      desk.file.replacing("power = 6 W", with: "power = 60 W  # mended in an editor")
        + "\nA remark of mine.\n")
    let shown = desk.type("hours = 1000 h")
    #expect(shown.contains("changed outside this session"))
    #expect(shown.contains("✓ 1.1 is complete"))
    #expect(desk.file.contains("power = 60 W  # mended in an editor"))
    #expect(desk.file.contains("A remark of mine."))
    #expect(desk.file.contains("hours = 1000 h"))
  }

  @Test func aNotebookThatIsDeletedMeanwhileIsWrittenAgainWhole() throws {
    let desk = try Desk()
    desk.type("power = 60 W")
    try FileManager.default.removeItem(atPath: desk.path)
    desk.type("hours = 1000 h")
    #expect(desk.file.contains("power = 60 W"))
    #expect(desk.file.contains("hours = 1000 h"))
  }

  @Test func aNotebookOfAnotherExerciseIsRefusedAndLeftUntouched() throws {
    let text = "---\nreckon: 1\nexercise: cooking\n---\n## 1.1 Eggs\n```reckon\npower = 1 W\n```\n"
    let desk = try Desk(notebook: text, isInteractive: true)
    #expect(!desk.session.canStart)
    #expect(desk.welcome.replacing("\n ", with: "").contains("of `cooking`, not of `lamp`"))
    #expect(desk.file == text)
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
    let desk = try Desk(notebook: text)
    let welcome = desk.welcome
    #expect(welcome.contains("lamp.answers.md:7: error: "))
    #expect(welcome.contains("lamp.answers.md:12: error: "))
    #expect(welcome.ranges(of: "lamp.answers.md:7: error: ").count == 1)
    #expect(desk.type(":status").contains("hours"))
    #expect(desk.type("power").contains("60 W"))
    desk.type("hours = 1000 h")
    #expect(desk.file.contains("hours = = 3"))
    #expect(desk.type(":status").contains("1/1"))
  }

  @Test func aSecondSessionOnTheSameNotebookIsTold() throws {
    let desk = try Desk()
    let second = try desk.another()
    let welcome = second.welcome().map(\.plain).joined(separator: "\n")
    #expect(welcome.contains("open in another session too"))
    _ = second.handle("power = 60 W")
    desk.type("hours = 1000 h")
    #expect(desk.file.contains("power = 60 W"))
    #expect(desk.file.contains("hours = 1000 h"))
  }

  @Test func aFolderThatCannotBeWrittenKeepsTheSessionAlive() throws {
    let desk = try Desk()
    try FileManager.default.removeItem(atPath: desk.folder)
    let shown = desk.type("power = 60 W")
    #expect(shown.contains("✓ power  Right."))
    #expect(shown.replacing("\n ", with: "").contains("Your line is kept in this session"))
    try FileManager.default.createDirectory(
      atPath: desk.folder, withIntermediateDirectories: true)
    #expect(!desk.type("hours = 1000 h").contains("error"))
    #expect(desk.file.contains("power = 60 W\nhours = 1000 h"))
  }

  @Test func leavingSaysWhetherAllIsSaved() throws {
    let desk = try Desk()
    desk.type("power = 60 W")
    #expect(desk.type(":quit").contains("Until next time. Your work is in"))
    let lost = try Desk()
    try FileManager.default.removeItem(atPath: lost.folder)
    lost.type("power = 60 W")
    #expect(lost.type(":quit").contains("could not be saved"))
  }

  @Test func aNotebookThatGrewLineByLineReplaysWhole() throws {
    let desk = try Desk()
    // More than the text that is parsed at once, in one section.
    let long = "sum([" + String(repeating: "1, ", count: 1333) + "1])"
    for index in 0..<30 { desk.type("x\(index) = \(long)") }
    let again = try desk.another()
    #expect(again.handle("x29").map(\.plain).joined().contains("1334"))
    #expect(again.handle("x0").map(\.plain).joined().contains("1334"))
  }
}
