import Diagnostics
import Grading

/// What students are told on a platform, in alphabetical order. Model answers are never in it.
enum AdapterWording {
  static let empty = "Nothing was handed in."

  static func late(due: String) -> String {
    "Handed in after the due date (\(plainLine(due))); your teachers decide what that means."
  }

  static func nothingFor(_ exercise: String) -> String {
    "Nothing that was handed in answers the exercise `\(exercise)`."
  }

  /// What is said of the answers to a question.
  static func output(of report: QuestionReport) -> String {
    var lines: [String] = []
    if report.isSkipped { lines.append("Skipped: the model answer was shown, for no points.") }
    for answer in report.answers {
      let name = answer.name.isEmpty ? "" : "\(answer.name): "
      lines.append(withoutControls(name + answer.message))
      lines += answer.notices.map { "  " + withoutControls($0) }
      lines += (answer.criteria ?? []).map { "- " + withoutControls($0.wholeMessage) }
      lines += (answer.points ?? []).filter { !$0.message.isEmpty }.map { point in
        "- \(withoutControls(point.call)): \(withoutControls(point.message))"
      }
    }
    if report.hintCost > 0 { lines.append("Taken off: \(Points.hints(report) ?? "").") }
    if report.provisional > 0 {
      lines.append("\(Points.counted(report.provisional)) of it to be confirmed by a person.")
    }
    if report.waiting > 0 { lines.append(capitalised(Points.waiting(report.waiting)) + ".") }
    return lines.joined(separator: "\n")
  }

  static func remark(_ name: String, _ sentence: String) -> String {
    "\(plainLine(String(name.prefix(200)))): \(withoutControls(sentence))"
  }

  static func standing(_ graded: GradedSubmission) -> String {
    var text = "\(Points.text(graded.points)) of \(Points.counted(graded.maximum))"
    if graded.provisional > 0 {
      text += ", of which \(Points.provisional(graded.provisional)) by a person"
    }
    if graded.waiting > 0 { text += "; \(Points.waiting(graded.waiting))" }
    return text + "."
  }
}
