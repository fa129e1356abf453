import ExerciseFiles
import Foundation
import NotebookFiles
import ShippedExercises
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

  /// How a session is opened.
  struct Setting {
    var exercise = "lamp"
    /// Files of its folder beside the small exercises, by name.
    var files: [String: String] = [:]
    var isInteractive = false
    var unicode = true
    var isAccessible = false
    var width = 80
    var height = 24
    /// Nil for the system's.
    var clock: SetClock?
    /// What the student's editor makes of a text; nil where there is no editor.
    var edit: ((String) -> EditedText)?
  }

  let folder: String
  private var opened: TerminalSession?
  var session: Session { terminal.session }
  private let setting: Setting
  private let zips: ZipRecorder

  init(_ setting: Setting) throws {
    folder = "/tmp/rk-" + UUID().uuidString.prefix(8)
    self.setting = setting
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let files = Self.exercises.merging(setting.files) { $1 }
    for (name, text) in files {
      try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
    zips = ZipRecorder()
    opened = try Self.terminal(setting, folder, zips)
  }

  /// At work; there is one at any time but while it is opened again.
  var terminal: TerminalSession {
    guard let opened else { preconditionFailure("no session is open") }
    return opened
  }

  convenience init(
    _ exercise: String = "lamp", notebook: String? = nil,
    of other: (id: String, text: String)? = nil,
    isInteractive: Bool = false, width: Int = 80, exercises: [String: String] = [:],
    edit: ((String) -> EditedText)? = nil
  ) throws {
    var files: [String: String] = [:]
    for (id, text) in exercises { files["\(id).md"] = text }
    if let notebook { files["\(exercise).answers.md"] = notebook }
    if let other { files["\(other.id).answers.md"] = other.text }
    try self.init(
      Setting(
        exercise: exercise, files: files, isInteractive: isInteractive, width: width, edit: edit))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let exercises = [
    "lamp.md": lamp, "rooms.csv": rooms, "after.md": after, "stair.md": stair, "trip.md": trip,
  ]

  private static func terminal(
    _ setting: Setting, _ folder: String, _ zips: ZipRecorder
  ) throws -> TerminalSession {
    let opened = try opened(setting.exercise, folder)
    try #require(opened.problems.isEmpty)
    var environment = Session.Environment(
      isInteractive: setting.isInteractive, unicode: setting.unicode, edit: setting.edit)
    environment.submissions = zips.submissions
    environment.isAccessible = setting.isAccessible
    if let clock = setting.clock { environment.clock = clock.clock }
    return TerminalSession(
      Session(
        opened, notebook: NotebookPath.path(of: setting.exercise, in: folder),
        environment: environment),
      screen: TerminalSession.Screen(
        unicode: setting.unicode, colour: false, width: { setting.width },
        height: { setting.height }))
  }

  private static func opened(_ id: String, _ folder: String) throws -> OpenedExercise {
    if ShippedExercises.ids.contains(id) { return try ShippedExercises.open(id) }
    let library = ExerciseLibrary(folders: [folder])
    let loaded = library.load(id)
    let exercise = try #require(loaded.exercise)
    return OpenedExercise(
      exercise, course: loaded.course,
      required: library.required(by: exercise).compactMap(\.exercise))
  }

  /// A second session on the same notebook.
  func another() throws -> TerminalSession {
    try Self.terminal(setting, folder, zips)
  }

  /// Leaves, and opens the notebook again.
  func reopen() throws {
    opened = nil
    opened = try another()
  }

  /// What was put into zips, by the path.
  var zipped: [String: [SubmissionFolder.File]] { zips.zips }

  var path: String { NotebookPath.path(of: setting.exercise, in: folder) }

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
