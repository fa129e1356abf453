import ExerciseFiles
import Foundation
import Grading
import Testing

@testable import Files
@testable import NotebookGrading
@testable import TutorTerminal
@testable import Tutoring

/// A student at an exercise of a course with dates, at a time that the test sets.
final class DueHarness {
  let folder: String
  let clock: SetClock
  private var terminal: TerminalSession
  var session: Session { terminal.session }
  private let width: Int
  /// What was put into zips, by path.
  private(set) var zips: [String: [SubmissionFolder.File]] = [:]
  var zipOutcome = SubmissionFolder.ZipOutcome.made

  private static let exercise = """
    ---
    reckon: 1
    id: lamp
    title: Lamps
    due: 2030-12-01T23:59:00Z
    ---
    Lamps burn.

    ## 1.1 Power
    ```question
    points: 1
    answers:
      power: {expect: 60 W}
    ```

    ## 1.2 Energy
    ```question
    points: 1
    answers:
      energy: {expect: power * 10 h, unit: kWh}
    ```

    ## 1.3 Text
    ```question
    points: 1
    text: {sentences: 1..3}
    criteria:
      - {id: said, points: 1, person: It is said.}
    ```

    ```debrief
    One might have said so.
    ```

    """

  private static let course = """
    ---
    reckon: 1
    title: Light & shade
    exercises: [other, lamp]
    calendar:
      - {date: 2030-11-20, what: First lesson}
      - {date: 2030-12-09T10:00:00Z, what: Last moment for questions, for: questions}
      - {date: 2030-12-16, until: 2030-12-20, what: Exams}
    ---
    Text.
    """

  init(
    at time: String = "2030-11-28T19:59:00Z", isDue: Bool = true, hasCourse: Bool = true,
    width: Int = 80,
    notebook: String? = "---\nexercise: lamp\nstudent: {id: \"345678\", name: Ada}\n---\n"
  ) throws {
    folder = NSTemporaryDirectory() + "due-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    clock = SetClock(time)
    self.width = width
    var exercise = Self.exercise
    if !isDue { exercise.replace("due: 2030-12-01T23:59:00Z\n", with: "") }
    try exercise.write(toFile: folder + "/lamp.md", atomically: true, encoding: .utf8)
    if hasCourse {
      try Self.course.write(toFile: folder + "/course.md", atomically: true, encoding: .utf8)
    }
    if let notebook {
      try notebook.write(
        toFile: folder + "/lamp.answers.md", atomically: true, encoding: .utf8)
    }
    terminal = try Self.terminal(folder, clock, width)
    session.environment.submissions = submissions
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static func terminal(
    _ folder: String, _ clock: SetClock, _ width: Int
  ) throws -> TerminalSession {
    let library = ExerciseLibrary(folders: [folder])
    let loaded = library.load("lamp")
    let exercise = try #require(loaded.exercise)
    let opened = OpenedExercise(exercise, course: loaded.course)
    try #require(opened.problems.isEmpty)
    var environment = Session.Environment(isInteractive: true, unicode: true)
    environment.clock = clock.clock
    return TerminalSession(
      Session(opened, notebook: folder + "/lamp.answers.md", environment: environment),
      screen: TerminalSession.Screen(unicode: true, colour: false, width: { width }))
  }

  private var submissions: SubmissionFolder {
    SubmissionFolder(
      standing: { path in
        path.hasSuffix("other.answers.md")
          ? SubmissionFolder.NotebookStatus(
            report: ExerciseReport(exercise: "other", questions: []), studentID: "111")
          : nil
      },
      zip: { [unowned self] files, path in
        zips[path.split(separator: "/").last.map(String.init) ?? ""] = files
        return zipOutcome
      })
  }

  /// Leaves, and opens the notebook again.
  func reopen() throws {
    terminal = try Self.terminal(folder, clock, width)
    session.environment.submissions = submissions
  }

  var path: String { folder + "/lamp.answers.md" }
  var file: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  var welcome: String { terminal.welcome().map(\.plain).joined(separator: "\n") }

  /// Types a line and returns what is shown, without the folder's path.
  @discardableResult
  func type(_ line: String) -> String {
    terminal.handle(line).map(\.plain).joined(separator: "\n").replacing(folder + "/", with: "")
  }
}
