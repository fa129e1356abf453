/// What is shown before the first prompt, and of each question.
extension Session {
  /// What is shown before the first prompt.
  public func welcome() -> [SessionEvent] {
    var lines: [SessionEvent] = []
    if let openingProblem {
      lines += told(openingProblem)
      if openingProblem.severity == .error { return lines }
    }
    if isForeign {
      return lines
        + told(
          SessionDiagnostics.foreign(
            file: store.path, found: file.exercise ?? "", wanted: exercise.id))
    }
    if let other = store.leftBeside { lines += [.file(.leftBeside(other, of: store.path))] }
    if !isLocked { lines += told(SessionDiagnostics.alreadyOpen(store.path)) }
    let isNew = file.statements().isEmpty && !hasReplies
    lines.append(.exerciseTitle(exercise.title))
    if isNew {
      lines.append(.prose(exercise.introduction, droppingTitle: true))
      lines += self.lines(of: exercise.liveTexts)
    } else {
      lines.append(contentsOf: [.said(.goesOn(store.path))])
    }
    if let knownFrom { lines += [.said(.knownFrom(knownFrom))] }
    lines += sourceLines()
    if let release = exercise.release { lines += [.said(.released(release.kind))] }
    lines += dueLines(isOpening: true)
    lines += problems(graded.remarks)
    if !graded.problems.isEmpty { lines += [.said(.restKept)] }
    lines.append(.gap)
    if mode == .studentID { lines += [.said(.whoAreYou)] }
    if mode == .ready { lines += questionLines() }
    return lines
  }

  private var hasReplies: Bool {
    exercise.questions.contains { file.reply(toQuestion: $0.id) != nil }
  }

  private func sourceLines() -> [SessionEvent] {
    required.sources.flatMap { source in [.said(.source(source))] }
  }

  /// The current question as the student reads it.
  func questionLines() -> [SessionEvent] {
    [.question(question, report(on: question))] + chartLines(of: question)
      + lines(of: question.liveTexts) + question.tutored.answerSoFar(to: question, in: self) + [
        .gap, .said(.howToAnswer(question, hasHints: hasHints(question))),
      ]
  }
}
