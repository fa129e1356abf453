import Dates
import Exercises

/// The due date: how it is said, when the student is reminded of it, and what is marked as late.
extension Session {
  /// What a question's answers are, as far as a change of them counts as work.
  struct AnswerState: Equatable {
    var isSkipped: Bool
    var verdicts: [Verdict]
    var shares: [Double]
    var formulas: [String?]
    var reply: String?
    var ticks: [String]
  }

  var due: Moment? { exercise.dueMoment }
  var now: Moment { environment.clock.now() }
  var zone: Zone { environment.clock.zone }

  private var dueDate: DueDate? { due.map { DueDate(due: $0, now: now, zone: zone) } }
  var duePhase: DueDate.Phase? { dueDate?.phase }

  /// When it is due, or was; nothing where it never is.
  ///
  /// - Parameter isOpening: whether to say what holds after the due date.
  func dueLines(isOpening: Bool = false) -> [SessionEvent] {
    dueDate.map { [.due($0, isOpening: isOpening)] } ?? []
  }

  /// Questions that were changed after the due date, in the order of the exercise.
  var lateQuestions: [String] {
    let late = file.late(after: due)
    return exercise.questions.map(\.id).filter { late[$0] != nil }
  }

  /// What is said once, when the due date comes near and when it has passed.
  func reminderLines() -> [SessionEvent] {
    guard let due = dueDate, due.phase > toldOfDue else { return [] }
    toldOfDue = due.phase
    switch due.phase {
    case .far: return []
    case .lastHour, .lastMinutes: return [.date(.dueSoon(due))]
    case .over:
      // What was kept until now may be said.
      recompute()
      return [.date(.dueNow)]
    }
  }

  // MARK: Late work

  /// How the answers stand, where a change of them would be late.
  func answerStates() -> [AnswerState]? {
    duePhase == .over ? exercise.questions.map(state(ofAnswersTo:)) : nil
  }

  private func state(ofAnswersTo question: Question) -> AnswerState {
    let report = self.report(on: question)
    return AnswerState(
      isSkipped: report.isSkipped, verdicts: report.answers.map(\.verdict),
      shares: report.answers.map(\.share),
      formulas: report.answers.map { $0.key.flatMap { sheet.text(of: $0) } },
      reply: file.reply(toQuestion: question.id),
      ticks: file.ticks(inQuestion: question.id).filter(\.isTicked).map(\.text))
  }

  /// Notes the questions whose answers are others than before the line at hand, the first time
  /// that this happens after the due date. What a change brings with it elsewhere counts too.
  func markLateWork() -> [SessionEvent] {
    guard let before = statesBeforeLine, let now = answerStates() else { return [] }
    var marked: [String] = []
    let known = file.late(after: due)
    for (question, (old, new)) in zip(exercise.questions, zip(before, now))
    where old != new && known[question.id] == nil { marked.append(question.id) }
    guard !marked.isEmpty else { return [] }
    file.markLate(marked, at: self.now, exercise: exercise.id)
    return [.date(.markedLate(marked))]
  }
}
