import Exercises
import Grading

/// What is said of reports in a few words, in alphabetical order.
enum ReportWording {
  static func left(_ report: QuestionReport) -> String {
    let open = report.answers.filter { $0.share < 1 && $0.verdict != .unchecked }
    if report.isSkipped { return "skipped" }
    if report.isDone {
      let waits = report.waitsForPerson ? Points.waits(report) : nil
      return [Points.hints(report), waits].compactMap { $0 }.joined(separator: ", ")
    }
    if !report.isStarted { return "not begun" }
    if let answer = report.answers.first, let choice = answer.choice { return left(answer, choice) }
    return open.map { answer in
      guard let criteria = answer.criteria else { return answer.name }
      let count = criteria.count { $0.met == false && $0.kind != .length }
      return count == 1 ? "1 criterion" : "\(count) criteria"
    }.joined(separator: ", ")
  }

  /// What is to be done still at a choice, in a few words.
  static func left(_ answer: AnswerReport, _ choice: ChoiceReport) -> String {
    if choice.isHalfMade, let asked = choice.asked {
      return "\(choice.tickedCount) of \(asked) chosen"
    }
    return answer.share > 0 ? "partly right" : "not right yet"
  }

  static func points(_ report: QuestionReport) -> String {
    if report.isPractice { return " (practice)." }
    if report.maximum == 0 { return "." }
    if report.waiting > 0, report.score == 0 {
      return report.isUntold
        ? "; what is right is told after handing in." : "; a person will read it."
    }
    let hints = Points.hints(report).map { ", \($0)" } ?? ""
    let waiting = report.waiting > 0 ? ", \(Points.waiting(report))" : ""
    return ": \(Points.text(report.score)) of \(Points.counted(report.maximum))\(waiting)\(hints)."
  }

  /// How many questions are answered, and how.
  static func progress(_ questions: [QuestionReport]) -> String {
    // Points are counted of those that count; practice is told beside them.
    let counted = questions.filter(\.isCounted)
    let others = questions.filter { !$0.isCounted }
    guard counted.isEmpty || others.isEmpty else {
      return progress(counted)
        + "; \(others.count(where: \.isDone)) of \(others.count) not counted"
    }
    let done = questions.filter(\.isDone)
    let skipped = done.count(where: \.isSkipped)
    let waiting = done.count(where: \.waitsForPerson)
    var parts = ["\(done.count) of \(questions.count) answered"]
    let right = done.count - skipped - waiting
    if waiting + skipped > 0, right > 0 { parts.append("\(right) right") }
    let untold = done.count(where: \.isUntold)
    if waiting > untold { parts.append("\(waiting - untold) waiting for a person") }
    if untold > 0 { parts.append("\(untold) told after handing in") }
    if skipped > 0 { parts.append("\(skipped) skipped") }
    return parts.joined(separator: ", ")
  }

  /// Points, and how many questions are left.
  static func standing(_ report: ExerciseReport) -> String {
    let left = report.questions.count { $0.isCounted && !$0.isDone }
    let points = Points.standing(report)
    return left == 0 ? points : "\(points), \(left) question\(left == 1 ? "" : "s") left"
  }

  static func worth(_ question: Question) -> String {
    if question.isPractice { return "practice" }
    if question.points == 0 { return question.isProgramming ? "" : "not graded" }
    return Points.counted(question.points)
  }
}
