import Exercises
import Grading

extension Command {
  static let debrief = Command(
    "debrief", argument: "1.2.3", "what a full answer has, once a question is finished",
    completes: { session, _ in session.questionIDs }, run: { $0.debrief($1) })
}

/// The debriefing of a question, and when it may be read.
extension Session {
  /// Whether the due date of the exercise is over.
  private var isPastDue: Bool { exercise.isPastDue(at: now) }

  /// Whether a question's debriefing may be read: it is finished, or nothing can be handed in any
  /// more. What is right only on an earlier error is not finished, since the debriefing would give
  /// that one away; nor is a text with a figure that contradicts what was computed, or with fewer
  /// sentences than are asked.
  static func mayDebrief(
    _ question: Question, _ report: QuestionReport, isDue: Bool, isPastDue: Bool = false
  ) -> Bool {
    isPastDue || report.isSkipped || question.tutored.isFinished(question, report, isDue: isDue)
  }

  /// Whether nothing is left to do in a question.
  func isFinished(_ question: Question) -> Bool {
    Self.mayDebrief(
      question, report(on: question), isDue: exercise.due != nil, isPastDue: isPastDue)
  }

  /// `:debrief`, of the question at hand or of one by its number.
  func debrief(_ id: String) -> [SessionEvent] {
    var question = self.question
    if !id.isEmpty {
      guard let other = exercise.question(id) else {
        return told(
          SessionDiagnostics.unknownQuestion(
            id, known: exercise.questions.map(\.id), command: "debrief"))
      }
      question = other
    }
    guard let text = question.debrief else { return [.debrief(.noDebrief(question.id))] }
    guard isFinished(question) else {
      return [.debrief(.debriefLater(question, isDue: exercise.due != nil))]
    }
    return [.gap, .debriefing(question, text)]
  }
}
