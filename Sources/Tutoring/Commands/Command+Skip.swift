import Exercises

extension Command {
  static let skip = Command(
    "skip", "give a question up for its answer, where it is allowed"
  ) { session, _ in session.skip() }
}

/// Giving a question up for its model answer.
extension Session {
  /// Asks first, and gives the question up where the line before has asked.
  func skip() -> [SessionEvent] {
    let report = report(on: question)
    if report.isSkipped {
      return [.work(.skippedAlready(question.id))] + modelAnswerLines(of: question)
    }
    guard question.maySkip, !report.answers.isEmpty else {
      return [.work(.cannotSkip(question))]
    }
    guard !report.isDone else {
      return [.work(.nothingToSkip(question.id))]
    }
    guard file.canWriteFrontMatter else {
      return told(SessionDiagnostics.skipCannotBeNoted(question.id, file: store.path))
    }
    guard mayConfirmSkip == question.id else {
      asksToSkip = question.id
      return [.work(.asksToSkip(question))]
    }
    return giveUp(question)
  }

  private func giveUp(_ question: Question) -> [SessionEvent] {
    let before = snapshot()
    file.skip(question.id, at: now, exercise: exercise.id)
    history.rememberSkip(of: question.id)
    recompute()
    var output = save()
    output += [.work(.skipped(question))]
    output += modelAnswerLines(of: question)
    let filled = inOrder(sheet.keys.filter { graded.filled[$0] == question.id })
    if !filled.isEmpty {
      output.append(.gap)
      output += [.work(.filledIn(filled.map { "\($0)" }))]
    }
    return output + effectLines(since: before) + whatIsNext(after: question)
  }

  /// The author's account of the model answer, or else what it comes to.
  private func modelAnswerLines(of question: Question) -> [SessionEvent] {
    if let solution = question.solution { return [.gap, .prose(solution)] }
    return question.tutored.modelAnswer(in: self)
  }
}
