import Dates
import ExerciseFiles
import Foundation
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Reports
@testable import TextLayout

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

@Suite struct ReportTextTests {
  private static let check80 = """
    Lamps  lamp.answers.md
    ◐ 1.1 Power   0.75/1
        power: The number is right in kW, but its unit is missing: add `kW`.
        hours: Taken as 1000 h. Typed with its unit, it would be checked.
    ◐ 1.2 Energy  0/2
        energy: Not right yet: leave `* 1000` out, for units are converted for you.
    · 1.3 Heat    0/1         to do
    · 1.4 Poll    not graded  to do
    – 1.5 Text    0/1         waits for a person

    lamp.answers.md:13: error: `=` was not expected here.
      │ spare = = 3
      │         ^

    0.75 of 5 points so far, 1 waits for a person.
    Done: 1 of 5. Left: 1.1, 1.2, 1.3, 1.4. In doubt: power.
    """

  private static let check40 = """
    Lamps  lamp.answers.md
    ◐ 1.1 Power   0.75/1
        power: The number is right in kW,
          but its unit is missing: add `kW`.
        hours: Taken as 1000 h. Typed with
          its unit, it would be checked.
    ◐ 1.2 Energy  0/2
        energy: Not right yet: leave `*
          1000` out, for units are converted
          for you.
    · 1.3 Heat    0/1         to do
    · 1.4 Poll    not graded  to do
    – 1.5 Text    0/1         waits for a p…

    lamp.answers.md:13: error: `=` was not
      expected here.
      │ spare = = 3
      │         ^

    0.75 of 5 points so far, 1 waits for a
    person.
    Done: 1 of 5. Left: 1.1, 1.2, 1.3, 1.4.
    In doubt: power.
    """

  /// Where there is no room, what is off is named, and nothing is longer than its line.
  private static let check15Rows = """
    Lamps  lamp.answers.md
    ◐ 1.1 Power   0.75/1      late
        power: The number is right in kW, but its unit is missing: add `kW`.
        hours: Taken as 1000 h. Typed with its unit, it would be checked.
    ◐ 1.2 Energy  0/2         mend energy
    · 1.3 Heat    0/1         to do
    · 1.4 Poll    not graded  to do
    – 1.5 Text    0/1         late, waits for a person

    lamp.answers.md:13: `=` was not expected here.

    0.75 of 5 points so far, 1 waits for a person.
    Done: 1 of 5. Left: 1.1, 1.2, 1.3, 1.4. In doubt: power.
    It was due Sunday 1 December 2030, 23:59, 8 hours 1 minute ago. Changed after
    that: 1.1, 1.5.
    """

  private static let preview80 = """
    Lamps  lamp, 5 points
    Lamps burn.

    ────────────────────────────────────────────────────────────────────────────────
    1.1 Power  1 point
    What does a lamp draw?

    Model answer
      power = 60 W
        0.06 kW
        in kW; within 0.5 %
      hours = 1000 h
        1000 h
        in h; within 2 h; bare numbers taken

    Hint 1
    Look at the lamp.

    ────────────────────────────────────────────────────────────────────────────────
    1.2 Energy  2 points

    Model answer
      energy = power * hours
        60 kWh
        in kWh; to 2 significant figures

    ────────────────────────────────────────────────────────────────────────────────
    1.3 Heat  1 point

    Model answer
      def heat(power, duration) = power * duration
        (60 W, 10 h) → 0.6 kWh

    ────────────────────────────────────────────────────────────────────────────────
    1.4 Poll  not graded

    All that apply
      ✓ Light  It is seen.
      · Noise

    ────────────────────────────────────────────────────────────────────────────────
    1.5 Text  1 point

    Criteria
      said  1  a person looks: It is said.
    """

  private static let preview40 = """
    Lamps  lamp, 5 points
    Lamps burn.

    ────────────────────────────────────────
    1.1 Power  1 point
    What does a lamp draw?

    Model answer
      power = 60 W
        0.06 kW
        in kW; within 0.5 %
      hours = 1000 h
        1000 h
        in h; within 2 h; bare numbers taken

    The student's answer  0.75/1
      power  unit-missing  power = 0.06
        0.06 kW
        The number is right in kW, but its
        unit is missing: add `kW`.
      hours  correct  hours = 1000
        1000 h
        Taken as 1000 h. Typed with its
        unit, it would be checked.

    Hint 1
    Look at the lamp.

    ────────────────────────────────────────
    1.2 Energy  2 points

    Model answer
      energy = power * hours
        60 kWh
        in kWh; to 2 significant figures

    The student's answer  0/2
      energy  wrong  energy = power * hours
        * 1000
        60'000 kWh
        Not right yet: leave `* 1000` out,
        for units are converted for you.

    ────────────────────────────────────────
    1.3 Heat  1 point

    Model answer
      def heat(power, duration) = power *
          duration
        (60 W, 10 h) → 0.6 kWh

    The student's answer  0/1
      heat  unanswered

    ────────────────────────────────────────
    1.4 Poll  not graded

    All that apply
      ✓ Light  It is seen.
      · Noise

    The student's answer  not graded
      1.4  unanswered

    ────────────────────────────────────────
    1.5 Text  1 point

    Criteria
      said  1  a person looks: It is said.

    The student's answer  waits for a person
    (1)
      1.5  unchecked
        Noted. It waits for a person to read
        it.
        Words.
      ? said    Waits for a person to read
                it.
      ✓ length  1 sentence, as asked.

    0.75 of 5 points, 1 waits for a person
    """

  @Test func checkTellsWhatIsDoneWhatIsLeftAndWhatIsOff() throws {
    #expect(try Lamps().check(width: 80) == Self.check80)
  }

  @Test func checkFitsANarrowWindow() throws {
    #expect(try Lamps().check(width: 40) == Self.check40)
  }

  @Test func checkOfLateWorkFitsASmallScreen() throws {
    let due = "2030-12-01T23:59:00Z"
    let lamps = try Lamps(
      exercise: Lamps.exercise.replacing("title: Lamps", with: "title: Lamps\ndue: \(due)"))
    let late = try #require(Moment("2030-12-02T07:00:00Z"))
    #expect(
      lamps.check(width: 80, rows: 16, late: ["1.1": late, "1.5": late]) == Self.check15Rows)
  }

  @Test func whatItIsJudgedByIsNamed() throws {
    let lamps = try Lamps()
    let lines = CheckText(width: 200, unicode: true).basis(lamps.opened).map(\.plain)
    let (file, digest) = (lamps.opened.exercise.file, lamps.opened.digest)
    #expect(digest.count == 64)
    #expect(lines == ["Judged by \(file) (sha256 \(digest.prefix(12)))."])
    let other = try Lamps(exercise: Lamps.exercise + "\n")
    #expect(other.opened.digest != digest)
  }

  @Test func previewShowsEachQuestionWithItsModelAnswer() throws {
    #expect(try Lamps().preview(width: 80) == Self.preview80)
  }

  @Test func previewFitsANarrowWindowWithAStudentBeside() throws {
    #expect(try Lamps().preview(width: 40, student: true) == Self.preview40)
  }

  @Test(arguments: [40, 60, 80, 120])
  func noLineIsWiderThanTheWindow(_ width: Int) throws {
    let lamps = try Lamps()
    for text in [lamps.check(width: width), lamps.preview(width: width, student: true)] {
      for line in text.split(separator: "\n") { #expect(displayWidth(String(line)) <= width) }
    }
  }

  @Test func whereUnicodeIsNotShownThereIsNone() throws {
    let lamps = try Lamps()
    let text =
      lamps.check(width: 80, unicode: false)
      + lamps.preview(width: 80, unicode: false, student: true)
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func oneLineStandsForAFileAmongSeveral() throws {
    let lamps = try Lamps()
    let line = CheckText(width: 80, unicode: true)
      .line(lamps.graded.grader.report(), file: "a.md", problems: 1)
    #expect(
      line.plain == "a.md  0.75 of 5 points, 1 waits for a person, 3 questions left"
        + "  off: power, energy  1 line with a mistake")
  }

  @Test func theJSONReportOfAnEmptyNotebookHasAllItsKeys() throws {
    let lamps = try Lamps(notebook: "")
    let file = lamps.opened.exercise.file
    let text = CheckJSON.value(
      lamps.graded.grader.report(), opened: lamps.opened, file: "a \"b\".md"
    ).text
    #expect(
      text.hasPrefix(
        #"{"reckon": 1, "exercise": "lamp", "exerciseFile": "\#(file)", "exerciseDigest": "#
          + #""sha256:\#(lamps.opened.digest)", "file": "a \"b\".md", "score": 0, "maxScore": 5, "#
          + #""provisional": 0, "waiting": 0, "questions": [{"id": "1.1", "score": 0, "#
          + #""maxScore": 1, "answers": [{"name": "power", "verdict": "unanswered", "#
          + #""cause": null, "message": "Not answered yet."}"#))
  }
}

/// What hints cost, and what was skipped.
@Suite struct HelpReportTests {
  private static let exercise = Lamps.exercise
    .replacing("hints:\n", with: "hint_cost: 10%\nskip: yes\nhints:\n")
    .replacing("- Look at the lamp.", with: "- Look at the lamp.\n  - Type 60 W.")

  private func lamps(_ head: String, _ power: String) throws -> Lamps {
    try Lamps(
      exercise: Self.exercise,
      notebook: "---\nexercise: lamp\n\(head)\n---\n## 1.1\n```reckon\npower = \(power)\n"
        + "hours = 1000 h\n```\n## 1.2\n```reckon\nenergy = power * hours\n```\n")
  }

  private func json(_ lamps: Lamps) -> String {
    CheckJSON.value(lamps.graded.grader.report(), opened: lamps.opened).text
  }

  @Test(arguments: [
    ("hints: {'1.1': 1}", "60 W", "✓ 1.1 Power   0.9/1       0.1 for a hint", "2.9 of 5 points"),
    ("hints: {'1.1': 2}", "60 W", "✓ 1.1 Power   0.8/1       0.2 for 2 hints", "2.8 of 5 points"),
    // No more hints than there are, and no more than was earned.
    ("hints: {'1.1': 99}", "60 W", "✓ 1.1 Power   0.8/1       0.2 for 2 hints", "2.8 of 5 points"),
    ("hints: {'1.2': 3}", "60 W", "✓ 1.2 Energy  2/2", "3 of 5 points"),
    ("tries: {'1.1': 9}", "60 W", "✓ 1.1 Power   1/1\n", "3 of 5 points"),
  ])
  func whatHintsHaveTakenOffStandsBesideTheScore(
    _ head: String, _ power: String, _ line: String, _ total: String
  ) throws {
    let shown = try lamps(head, power).check(width: 80)
    #expect(shown.contains(line))
    #expect(shown.contains(total))
  }

  @Test func hintsTakeNoMoreThanWasEarned() throws {
    let text = Self.exercise.replacing("hint_cost: 10%", with: "hint_cost: 80%")
    let lamps = try Lamps(
      exercise: text,
      notebook:
        "---\nexercise: lamp\nhints: {'1.1': 2}\n---\n## 1.1\n```reckon\npower = 60 W\n```\n")
    #expect(
      lamps.check(width: 80).contains("1.1 Power   0/1         to do: hours; 0.5 for 2 hints"))
    #expect(json(lamps).contains("\"score\": 0, \"maxScore\": 1, \"hintCost\": 0.5,"))
  }

  @Test func aSkippedQuestionIsShownAsSuchAndItsAnswersKeepTheirVerdicts() throws {
    let lamps = try lamps("skipped: ['1.1']", "7 W")
    let shown = lamps.check(width: 80)
    #expect(shown.contains("» 1.1 Power   0/1         skipped\n✓ 1.2 Energy  2/2\n"))
    #expect(!shown.contains("power:"))
    #expect(shown.hasSuffix("Done: 1 of 5. Left: 1.3, 1.4, 1.5. Skipped: 1.1."))
    let object = json(lamps)
    #expect(
      object.contains("\"maxScore\": 1, \"skipped\": true, \"answers\": [{\"name\": \"power\""))
    #expect(object.contains("\"verdict\": \"wrong\""))
    #expect(object.ranges(of: "\"skipped\"").count == 1)
  }

  @Test func onALineForAFileSkippedAnswersAreNotOff() throws {
    let lamps = try lamps("skipped: ['1.1']", "7 W")
    let line = CheckText(width: 80, unicode: true)
      .line(lamps.graded.grader.report(), file: "a.md", problems: 0).plain
    #expect(!line.contains("off:"))
  }

  @Test func thePreviewSaysWhatHelpCosts() throws {
    let shown = try Lamps(exercise: Self.exercise).preview(width: 80)
    #expect(shown.contains("Each hint takes 10 % of the points off. Students may skip"))
    #expect(!(try Lamps().preview(width: 80)).contains("Each hint takes"))
  }
}

/// Choices, as the one who made them and the one who reads them see them.
@Suite struct ChoiceReportTests {
  private static let exercise = Lamps.exercise
    .replacing("points: 0\nchoose: any", with: "points: 1\nchoose: 2")
    .replacing(
      "  - {text: Noise}\n",
      with: "  - {text: Heat, right: yes}\n  - {text: Price, right: if argued}\n  - Noise\n")

  private func lamps(_ ticks: String) throws -> Lamps {
    try Lamps(exercise: Self.exercise, notebook: "---\nexercise: lamp\n---\n## 1.4\n\(ticks)\n")
  }

  @Test(arguments: [
    ("- [x] Light\n- [x] Heat", "✓ 1.4 Poll    1/1\n· 1.5"),
    ("- [x] Light", "◐ 1.4 Poll    0.5/1\n    1 of 2 chosen; 1 more is asked for.\n"),
    (
      "- [x] Light\n- [x] Noise",
      "◐ 1.4 Poll    0.5/1\n    1 of your 2 fits: 50 % of the mark so far.\n"
    ),
    (
      "- [x] Light\n- [x] Price",
      "– 1.4 Poll    0.5/1  waits for a person\n    1 of your 2 fits: 50 % of the mark so far."
        + " `Price` is acceptable if you\n      argue for it: a person will read that.\n"
    ),
    ("- [x] Smell", "· 1.4 Poll    0/1  to do\n    Not answered yet. `Smell` is ticked"),
  ])
  func checkSaysWhatAChoiceHasEarned(_ ticks: String, _ shown: String) throws {
    let text = try lamps(ticks).check(width: 80)
    #expect(text.contains(shown), "\(text)")
  }

  @Test func previewShowsWhatIsTickedAndWhy() throws {
    let text = try lamps("- [x] Light\n- [x] Price\n\n> It costs\n> a lot.")
      .preview(width: 80, student: true)
    #expect(text.contains("    [x] Light\n    [x] Price\n    Reason: It costs a lot.\n"))
  }
}
