import Exercises
import Grading

/// What is said of a question in short.
enum TaskWording {
  /// Whether there is something left, and of a text how long it is to be.
  static func state(_ report: QuestionReport, of question: Question) -> String {
    guard case .text(let text) = question.body, let sentences = text.sentences else {
      return state(report)
    }
    let range = Set([sentences.lowerBound, sentences.upperBound]).sorted().map { "\($0)" }
    let isOne = sentences.upperBound == 1
    return "\(state(report)), \(range.joined(separator: " to ")) sentence\(isOne ? "" : "s")"
  }

  private static func state(_ report: QuestionReport) -> String {
    if report.isSkipped { return "skipped" }
    let rest = ReportWording.left(report)
    guard !report.isDone else { return rest.isEmpty ? "answered" : "answered, \(rest)" }
    guard report.isStarted, report.answers.count > 1 else { return "in short" }
    let left = report.answers.count { $0.share < 1 && $0.verdict != .unchecked }
    return "\(left) of \(report.answers.count) left"
  }
}
