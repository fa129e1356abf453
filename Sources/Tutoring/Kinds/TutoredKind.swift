import Exercises
import Formulas
import Grading
import LineEditing

/// What a session does with one kind of question; what it does not say is as for questions that
/// formulas answer.
protocol TutoredKind {
  /// What a line does that is no command; nil where it is a statement.
  func take(_ line: String, in session: Session) -> [SessionEvent]?
  /// What an empty line does before it goes on to the next question; nil for nothing.
  func takeEmptyLine(in session: Session) -> [SessionEvent]?
  /// What may stand at the cursor; nil where it is what may stand in a formula.
  func completion(of before: String, in session: Session) -> Completion?
  /// What there is of the answer so far, shown with the question.
  func answerSoFar(to question: Question, in session: Session) -> [SessionEvent]
  /// How an answer comes about, or what was found of it.
  ///
  /// - Parameter last: the name or column that was judged last, where it may be meant.
  func why(of question: Question, last: Worksheet.Key?, in session: Session) -> [SessionEvent]
  /// What the model answer comes to.
  func modelAnswer(in session: Session) -> [SessionEvent]
  /// Whether nothing is left to do.
  ///
  /// - Parameter isDue: whether the exercise has a due date.
  func isFinished(_ question: Question, _ report: QuestionReport, isDue: Bool) -> Bool
}

extension TutoredKind {
  func take(_ line: String, in session: Session) -> [SessionEvent]? { nil }
  func takeEmptyLine(in session: Session) -> [SessionEvent]? { nil }
  func completion(of before: String, in session: Session) -> Completion? { nil }
  func answerSoFar(to question: Question, in session: Session) -> [SessionEvent] { [] }
  func modelAnswer(in session: Session) -> [SessionEvent] { [] }

  func why(
    of question: Question, last: Worksheet.Key?, in session: Session
  ) -> [SessionEvent] {
    session.keyToExplain(of: question, last: last).map { session.why($0, row: nil) }
      ?? [.help(.nothingToExplain(question))]
  }

  // What is right only on an earlier error is not finished.
  func isFinished(_ question: Question, _ report: QuestionReport, isDue: Bool) -> Bool {
    report.isDone && !report.answers.contains { $0.verdict == .follows }
  }
}

extension Question {
  var tutored: any TutoredKind {
    switch body {
    case .values(let answers): TutoredValues(answers: answers)
    case .function(let function): function
    case .choice(let choice): choice
    case .text(let text): text
    case .reading: TutoredReading()
    }
  }
}

private struct TutoredValues: TutoredKind {
  let answers: [ValueAnswer]

  func modelAnswer(in session: Session) -> [SessionEvent] {
    answers.compactMap { session.answerKey.answer(named: $0.name) }.flatMap {
      answer -> [SessionEvent] in
      let own = ShownValue(value: answer.value, rowNames: answer.rowNames)
      return [.modelValue(name: answer.spec.name, own)]
        + answer.alternatives.map {
          .modelAlternative(ShownValue(value: $0, rowNames: answer.rowNames))
        }
    }
  }
}

extension FunctionAnswer: TutoredKind {
  func modelAnswer(in session: Session) -> [SessionEvent] { [.modelFunction(self)] }
}

private struct TutoredReading: TutoredKind {
  func isFinished(_ question: Question, _ report: QuestionReport, isDue: Bool) -> Bool { true }
}
