import Diagnostics
import Exercises
import Formulas
import Grading
import NotebookFiles
import Tutoring

/// What a converted notebook says beside what the notebook and the session say, in alphabetical
/// order.
enum ConversionWording {
  static func asked(_ text: String) -> String { "Asked for the question session: \(text)" }

  /// The heading above what stands under no question of the exercise.
  static func besides(_ id: String?) -> String {
    id.map { "\($0) (no question of this exercise)" } ?? "Before the first question"
  }

  static let columns = (question: "Question", state: "State", points: "Points")

  static func defined(_ definition: Transcript.Definition) -> String {
    switch definition {
    case .function(let name): "The function `\(name)` is defined."
    case .superseded(let name): "A line further on gives `\(name)` its value."
    case .undrawn: "There are too many charts in this notebook; this one is left out."
    case .unit(let name): "`\(name)` is now a unit."
    }
  }

  static func kind(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "Error"
    case .warning: "Warning"
    case .notice: "Note"
    }
  }

  static func leftOut(_ count: Int) -> String {
    "\(count) more line\(count == 1 ? " is" : "s are") not shown: the notebook holds too many."
  }

  static let pictureMissing = "is not there, or cannot be read"

  static let pictureOutside = "is not within the exercise's folder"

  static let pictureTooLarge = "is too large to be shown here"

  static let pictureUnknown = "is no PNG, JPEG, GIF, WebP or SVG"

  static let picturesTooMany = "is left out: the pictures are too large together"

  /// How the notebook draws the charts of a question.
  static func plot(_ question: String) -> String { ":plot \(question)" }

  static func madeFrom(_ notebook: ConvertedNotebook) -> String {
    let digest = CheckWording.inShort(digest: notebook.digest)
    return
      "Made by Reckon from `\(notebook.source)`, judged by `\(notebook.exerciseFile)`\(digest)."
  }

  static func more(_ count: Int) -> String { "and \(count) more row\(count == 1 ? "" : "s")" }

  static let notRight = "not right"

  static let overview = "Questions, how they stand, and their points"

  static func problem(_ located: LocatedDiagnostic) -> String {
    "Line \(located.line): \(located.diagnostic.message)"
  }

  static let problems = "What could not be read in the notebook"

  static let right = "right"

  static let row = "Row"

  /// Of a question, what it has earned and what waits.
  static func score(_ report: QuestionReport) -> String {
    if report.isPractice { return "practice" }
    if report.maximum == 0 { return "not graded" }
    var parts = ["\(Points.text(report.score)) of \(Points.counted(report.maximum))"]
    if report.provisional > 0 { parts.append(Points.provisional(report.provisional)) }
    if let hints = Points.hints(report) { parts.append(hints) }
    if report.waiting > 0 { parts.append(Points.waiting(report)) }
    return parts.joined(separator: ", ")
  }

  static let skipped =
    "Skipped: the model answer has taken the place of what was missing, for no points."

  static func state(_ report: QuestionReport, isLate: Bool) -> String {
    state(report) + (isLate ? ", changed after the due date" : "")
  }

  private static func state(_ report: QuestionReport) -> String {
    if report.isSkipped { return "skipped" }
    if report.isDone { return report.waitsForPerson ? Points.waits(report) : "done" }
    return report.isStarted ? "begun" : "not begun"
  }

  public static func student(_ student: NotebookFile.Student) -> String? {
    let (id, name) = (plainLine(student.id), plainLine(student.name))
    if name.isEmpty { return id.isEmpty ? nil : id }
    return id.isEmpty ? name : "\(name) (\(id))"
  }

  /// What a box before an option says to who cannot see it.
  static func ticked(_ isTicked: Bool) -> String { isTicked ? "ticked" : "not ticked" }

  static func total(_ report: ExerciseReport) -> String {
    var parts = [Points.standing(report)]
    let open = report.questions.count { !$0.isDone && $0.maximum > 0 }
    if open > 0 { parts.append("\(open) question\(open == 1 ? "" : "s") left") }
    let skipped = report.questions.count { $0.isSkipped }
    if skipped > 0 { parts.append("\(skipped) skipped") }
    return parts.joined(separator: ", ")
  }

  static let toTry = "Try:"

  static func undrawn(_ title: String) -> String {
    "The chart \(title.isEmpty ? "" : "\"\(title)\" ")is drawn once its values are there."
  }

  static let value = "Value"

  static let verdict = "Verdict"
}
