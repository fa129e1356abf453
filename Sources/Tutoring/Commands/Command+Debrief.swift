import Exercises
import Grading
import TextLayout

extension Command {
  static let debrief = Command(
    "debrief", argument: "1.2.3", "what a full answer has, once a question is finished",
    completes: { session, _ in session.questionIDs },
    run: { $0.debrief($1) })
}

/// The debriefing of a question, and when it may be read.
extension Session {
  /// Whether the due date of the exercise is over.
  private var isPastDue: Bool { exercise.isPastDue(at: now) }

  /// Whether a question's debriefing may be read: it is finished, or nothing can be handed in any
  /// more. What is right only on an earlier error is not finished, since the debriefing would give
  /// that one away; nor is a text with a figure that contradicts what was computed, or with fewer
  /// sentences than are asked. A graded text in which a machine can judge nothing is finished by a
  /// few words, so that its debriefing waits for the due date, where there is one.
  static func mayDebrief(
    _ question: Question, _ report: QuestionReport, isDue: Bool, isPastDue: Bool = false
  ) -> Bool {
    if isPastDue || report.isSkipped { return true }
    switch question.body {
    case .reading: return true
    case .values, .function, .choice:
      return report.isDone && !report.answers.contains { $0.verdict == .follows }
    case .text(let text):
      let isJudged = text.criteria.contains { criterion in
        switch criterion.kind {
        case .mentions, .figures: true
        case .person: false
        }
      }
      return report.isDone && !report.hasObjections
        && (isJudged || question.countedPoints == 0 || !isDue)
    }
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
    guard let text = question.debrief else {
      return [.debrief(.noDebrief(question.id))]
    }
    guard isFinished(question) else {
      return [.debrief(.debriefLater(question, isDue: exercise.due != nil))]
    }
    return [.gap, .debriefing(question, text)]
  }
}
