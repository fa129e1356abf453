import Exercises

/// What was found of a notebook as it stands, kept until a change reaches it: tracing the cause of
/// a wrong answer is dear, and a line at the prompt asks for every report several times.
public final class ReportCache {
  private var answers: [String: AnswerReport] = [:]
  private var questions: [String: QuestionReport] = [:]
  /// Of the sheet that they are true of.
  private var revision = -1
  /// Questions that were marked so far.
  public private(set) var markings = 0

  public init() {}

  func report(of name: String, at revision: Int, _ judge: () -> AnswerReport) -> AnswerReport {
    move(to: revision)
    let report = answers[name] ?? judge()
    answers[name] = report
    return report
  }

  func report(
    on question: Question, at revision: Int, _ mark: () -> QuestionReport
  ) -> QuestionReport {
    move(to: revision)
    if let known = questions[question.id] { return known }
    markings += 1
    let report = mark()
    questions[question.id] = report
    return report
  }

  /// Forgets all of a sheet that has changed without a word of what.
  private func move(to revision: Int) {
    guard self.revision != revision else { return }
    (answers, questions) = ([:], [:])
    self.revision = revision
  }

  /// Takes what still holds for true of a sheet that has changed, and forgets the rest.
  ///
  /// - Parameters:
  ///   - answerHolds: tells it of an answer by its name.
  ///   - questionHolds: tells it of a question by its id.
  func move(
    to revision: Int, keeping answerHolds: (String) -> Bool, _ questionHolds: (String) -> Bool
  ) {
    self.revision = revision
    answers = answers.filter { !$1.holdsFailure && answerHolds($0) }
    questions = questions.filter { id, report in
      !report.answers.contains(where: \.holdsFailure) && questionHolds(id)
    }
  }

  func forget(question: String) { questions[question] = nil }

  /// For a change of which nobody knows what it reaches.
  public func forgetAll() { (answers, questions) = ([:], [:]) }
}

extension AnswerReport {
  /// Whether a formula fails: what is said of that may name any other name of the sheet.
  fileprivate var holdsFailure: Bool {
    verdict == .fails || points?.contains { $0.verdict == .fails } == true
  }
}
