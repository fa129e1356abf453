import Dates
import ExerciseFiles
import Foundation
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Reports
@testable import TextLayout

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

    Derived hints
    `energy`

    1. `energy` is an energy, in kWh.
    2. What goes into `energy`: `power` and `hours`.
    3. A power (`power`) and a time (`hours`) go together: they give `energy`.

    ────────────────────────────────────────────────────────────────────────────────
    1.3 Heat  1 point

    Model answer
      def heat(power, duration) = power * duration
        (60 W, 10 h) → 0.6 kWh

    Derived hints
    `heat`

    1. `heat` is an energy, in kWh.
    2. What goes into `heat`: `power` and `duration`.
    3. A power (`power`) and a time (`duration`) go together: they give `heat`.

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

    Derived hints
    `energy`

    1. `energy` is an energy, in kWh.
    2. What goes into `energy`: `power` and
       `hours`.
    3. A power (`power`) and a time
       (`hours`) go together: they give
       `energy`.

    ────────────────────────────────────────
    1.3 Heat  1 point

    Model answer
      def heat(power, duration) = power *
          duration
        (60 W, 10 h) → 0.6 kWh

    The student's answer  0/1
      heat  unanswered

    Derived hints
    `heat`

    1. `heat` is an energy, in kWh.
    2. What goes into `heat`: `power` and
       `duration`.
    3. A power (`power`) and a time
       (`duration`) go together: they give
       `heat`.

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
