import Dates
import ExerciseFiles
import Foundation
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Reports
@testable import TextLayout

/// A small exercise, and a notebook of it.
struct Lamps {
  static let exercise = """
    ---
    reckon: 1
    id: lamp
    title: Lamps
    units: {CO2e: label}
    ---
    # Lamps

    Lamps burn.

    ## 1.1 Power

    What does a lamp draw?

    ```question
    points: 1
    answers:
      power: {expect: 60 W, unit: kW}
      hours: {expect: 1000 h, unit: h, bare: adopt, tolerance: 2 h}
    hints:
      - Look at the lamp.
    ```

    ## 1.2 Energy

    ```question
    points: 2
    answers:
      energy: {expect: power * hours, unit: kWh, sigfigs: 2}
    ```

    ## 1.3 Heat

    ```question
    points: 1
    function: heat(power, duration)
    expect: power * duration
    unit: kWh
    tests:
      - [60 W, 10 h]
    ```

    ## 1.4 Poll

    ```question
    points: 0
    choose: any
    options:
      - {text: Light, right: yes, because: It is seen.}
      - {text: Noise}
    ```

    ## 1.5 Text

    ```question
    points: 1
    text: {sentences: 1..3}
    criteria:
      - {id: said, points: 1, person: It is said.}
    ```

    """

  static let notebook = """
    ---
    exercise: lamp
    ---
    ## 1.1
    ```reckon
    power = 0.06
    hours = 1000
    ```

    ## 1.2
    ```reckon
    energy = power * hours * 1000
    spare = = 3
    ```

    ## 1.5
    > Words.
    """

  let opened: OpenedExercise
  let graded: GradedNotebook

  init(exercise: String = Self.exercise, notebook: String = Self.notebook) throws {
    let folder = "/tmp/rk-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try exercise.write(toFile: folder + "/lamp.md", atomically: true, encoding: .utf8)
    let loaded = ExerciseLoader().load(path: folder + "/lamp.md")
    opened = OpenedExercise(try #require(loaded.exercise), problems: loaded.problems)
    try #require(opened.problems.isEmpty)
    graded = opened.compiled.grade(NotebookFile(text: notebook, name: "lamp.answers.md"))
  }

  func check(
    width: Int, unicode: Bool = true, rows: Int = 24, late: [String: Moment] = [:]
  ) -> String {
    let clock = WallClock(zone: .utc) { Moment("2030-12-02T08:00:00Z") ?? Moment(seconds: 0) }
    // What it is judged by stands at the end, with a path that is another each time.
    let basis = CheckText(width: width, unicode: unicode).basis(opened).count
    return CheckText(width: width, unicode: unicode, rows: rows + basis, clock: clock).lines(
      graded.grader.report(), opened: opened, file: "lamp.answers.md",
      problems: graded.problems, late: late
    ).dropLast(basis).map(\.plain).joined(separator: "\n")
  }

  func preview(width: Int, unicode: Bool = true, student: Bool = false) -> String {
    PreviewText(
      opened, student: student ? graded : nil, width: width, unicode: unicode, colour: false
    ).lines().map(\.plain).joined(separator: "\n")
  }
}
