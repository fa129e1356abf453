import Diagnostics
import ExerciseFiles
import Exercises
import Foundation
import Notebook
import Testing

@testable import Reports

/// A small exercise, and a notebook of it.
private struct Lamps {
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
  let replay: Replay

  init(notebook: String = Self.notebook) throws {
    let folder = "/tmp/rk-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.exercise.write(toFile: folder + "/lamp.md", atomically: true, encoding: .utf8)
    let loaded = ExerciseLoader().load(path: folder + "/lamp.md")
    opened = OpenedExercise(try #require(loaded.exercise), problems: loaded.problems)
    try #require(opened.problems.isEmpty)
    replay = Replay(NotebookFile(text: notebook, name: "lamp.answers.md"), opened.reference)
  }

  func check(width: Int, unicode: Bool = true) -> String {
    CheckText(width: width, unicode: unicode).lines(
      replay.grader.report(), exercise: opened.exercise, file: "lamp.answers.md",
      problems: replay.problems
    ).map(\.plain).joined(separator: "\n")
  }

  func preview(width: Int, unicode: Bool = true, student: Bool = false) -> String {
    PreviewText(
      opened, student: student ? replay : nil, width: width, unicode: unicode, colour: false
    ).lines().map(\.plain).joined(separator: "\n")
  }
}

@Suite struct ReportTextTests {
  @Test func checkTellsWhatIsDoneWhatIsLeftAndWhatIsOff() throws {
    #expect(try Lamps().check(width: 80) == "GOLDEN80")
  }

  @Test func checkFitsANarrowWindow() throws {
    #expect(try Lamps().check(width: 40) == "GOLDEN40")
  }

  @Test func previewShowsEachQuestionWithItsModelAnswer() throws {
    #expect(try Lamps().preview(width: 80) == "GOLDENP80")
  }

  @Test func previewFitsANarrowWindowWithAStudentBeside() throws {
    #expect(try Lamps().preview(width: 40, student: true) == "GOLDENP40")
  }

  @Test(arguments: [20, 40, 60, 80, 120])
  func noLineIsWiderThanTheWindow(_ width: Int) throws {
    let lamps = try Lamps()
    for text in [lamps.check(width: width), lamps.preview(width: width, student: true)] {
      for line in text.split(separator: "\n") { #expect(displayWidth(String(line)) <= width) }
    }
  }

  @Test func whereUnicodeIsNotShownThereIsNone() throws {
    let lamps = try Lamps()
    let text = lamps.check(width: 80, unicode: false)
      + lamps.preview(width: 80, unicode: false, student: true)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func oneLineStandsForAFileAmongSeveral() throws {
    let lamps = try Lamps()
    let line = CheckText(width: 80, unicode: true)
      .line(lamps.replay.grader.report(), file: "a.md", problems: 1)
    #expect(line.plain == "GOLDENLINE")
  }

  @Test func theJSONReportOfAnEmptyNotebookHasAllItsKeys() throws {
    let lamps = try Lamps(notebook: "")
    let text = CheckJSON.value(lamps.replay.grader.report(), file: "a \"b\".md").text
    #expect(text.hasPrefix("GOLDENJSON"))
  }
}
