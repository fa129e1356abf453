import Dates
import ExerciseFiles
import Foundation
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Reports
@testable import TextLayout

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
