import Dates
import Exercises
import Grading
import TextLayout

/// The due date: how it is said, when the student is reminded of it, and what is marked as late.
extension Session {
  /// How near the due date is; each is said once.
  enum DuePhase: Int, Comparable {
    case far, lastHour, lastMinutes, over

    static func < (left: DuePhase, right: DuePhase) -> Bool { left.rawValue < right.rawValue }

    init(due: Moment, now: Moment) {
      let left = due.seconds - now.seconds
      self = left <= 0 ? .over : left <= 600 ? .lastMinutes : left < 3600 ? .lastHour : .far
    }
  }

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
  var now: Moment { surroundings.clock.now() }
  var zone: Zone { surroundings.clock.zone }

  var duePhase: DuePhase? { due.map { DuePhase(due: $0, now: now) } }

  /// When it is due, or was; nothing where it never is.
  ///
  /// - Parameter isOpening: whether to say what holds after the due date.
  func dueLines(isOpening: Bool = false) -> [StyledText] {
    guard let due, let phase = duePhase else { return [] }
    var sentence = DateWording.due(due, now: now, in: zone)
    switch phase {
    case .over:
      if isOpening { sentence += " " + NotebookDateWording.goesOnLate }
      return wrapped(StyledText(sentence, .warning), width: width)
    case .lastHour, .lastMinutes:
      return wrapped(StyledText(sentence, .warning), width: width)
    case .far: return wrapped(StyledText(sentence), width: width)
    }
  }

  /// Questions that were changed after the due date, in the order of the exercise.
  var lateQuestions: [String] {
    let late = file.late(after: due)
    return exercise.questions.map(\.id).filter { late[$0] != nil }
  }

  /// What is said once, when the due date comes near and when it has passed.
  func reminderLines() -> [StyledText] {
    guard let due, let phase = duePhase, phase > toldOfDue else { return [] }
    toldOfDue = phase
    switch phase {
    case .far: return []
    case .lastHour, .lastMinutes:
      return wrapped(
        NotebookDateWording.dueSoon(DateWording.due(due, now: now, in: zone)), width: width)
    case .over:
      // What was kept until now may be said.
      recompute()
      return wrapped(NotebookDateWording.dueNow, width: width)
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
  func markLateWork() -> [StyledText] {
    guard let before = statesBeforeLine, let now = answerStates() else { return [] }
    var marked: [String] = []
    let known = file.late(after: due)
    for (question, (old, new)) in zip(exercise.questions, zip(before, now))
    where old != new && known[question.id] == nil {
      marked.append(question.id)
    }
    guard !marked.isEmpty else { return [] }
    var late = file.late
    for id in marked { late[id] = self.now }
    file.late = late
    return wrapped(NotebookDateWording.markedLate(marked), width: width)
  }
}

extension Exercise {
  /// When it is due; nil where it never is.
  public var dueMoment: Moment? { due.flatMap { Moment($0) } }

  /// Whether its due date lies before a moment; never, where it has none.
  public func isPastDue(at now: Moment) -> Bool {
    dueMoment.map { $0 < now } ?? false
  }
}
