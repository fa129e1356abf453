import Exercises
import Grading

/// The reports on questions, each made once for a state of the notebook: tracing the cause of a
/// wrong answer is dear, and a line asks for every report several times.
struct KeptReports {
  private var reports: [String: QuestionReport] = [:]
  /// Questions judged so far.
  private(set) var judgements = 0

  public mutating func report(on question: Question, by grader: Grader) -> QuestionReport {
    if let report = reports[question.id] { return report }
    let report = grader.report(on: question)
    reports[question.id] = report
    judgements += 1
    return report
  }

  mutating func forget(_ questions: some Sequence<Question>) {
    for question in questions { reports[question.id] = nil }
  }
}
