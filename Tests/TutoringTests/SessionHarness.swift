import ExerciseFiles
import Foundation
import NotebookFiles
import Testing

@testable import Files
@testable import NotebookGrading
@testable import TutorTerminal
@testable import Tutoring

/// A student at work: a folder of its own with an exercise in it, and a session at work on that.
final class SessionHarness {
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
