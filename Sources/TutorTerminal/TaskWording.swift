import Grading

/// What is said of a question in short.
enum TaskWording {
  /// Whether there is something left.
  static func state(_ report: QuestionReport) -> String {
    if report.isSkipped { return "skipped" }
    let rest = ReportWording.left(report)
    guard !report.isDone else { return rest.isEmpty ? "answered" : "answered, \(rest)" }
    guard report.isStarted, report.answers.count > 1 else { return "in short" }
    let left = report.answers.count { $0.share < 1 && $0.verdict != .unchecked }
    return "\(left) of \(report.answers.count) left"
  }
}
