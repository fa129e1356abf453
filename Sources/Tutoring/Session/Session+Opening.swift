import Exercises
import TextLayout

/// What is shown before the first prompt, and of each question.
extension Session {
  /// What is shown before the first prompt.
  public func welcome() -> [StyledText] {
    var lines: [StyledText] = []
    if let openingProblem {
      lines += rendered(openingProblem)
      if openingProblem.severity == .error { return lines }
    }
    if isForeign {
      return lines
        + rendered(
          SessionWording.foreign(
            file: store.path, found: file.exercise ?? "", wanted: exercise.id))
    }
    if let other = store.leftBeside {
      lines += wrapped(SessionWording.leftBeside(other, of: store.path), width: width)
    }
    if !isLocked { lines += rendered(SessionWording.alreadyOpen(store.path)) }
    let isNew = file.statements().isEmpty && !hasReplies
    lines.append(StyledText(exercise.title, .heading))
    if isNew {
      lines += prose(exercise.introduction, droppingTitle: true)
      lines += self.lines(of: exercise.liveTexts)
    } else {
      lines.append(contentsOf: wrapped(SessionWording.goesOn(store.path), width: width))
    }
    if let knownFrom { lines += wrapped(SessionWording.knownFrom(knownFrom), width: width) }
    lines += sourceLines()
    lines += dueLines(isOpening: true)
    lines += rendered(replay.remarks)
    if !replay.problems.isEmpty {
      lines += wrapped(SessionWording.restKept, width: width)
    }
    lines.append(StyledText())
    if mode == .studentID { lines += wrapped(SessionWording.whoAreYou, width: width) }
    if mode == .ready { lines += questionLines() }
    return lines
  }

  private var hasReplies: Bool {
    exercise.questions.contains { file.reply(toQuestion: $0.id) != nil }
  }

  private func sourceLines() -> [StyledText] {
    required.sources.flatMap { source in
      wrapped(SessionWording.source(source), width: width)
    }
  }

  /// The current question as the student reads it.
  func questionLines() -> [StyledText] {
    var lines: [StyledText] = []
    var heading = StyledText("\(question.id) \(question.title)", .heading)
    heading += StyledText("  " + SessionWording.worth(question), .dim)
    if report(on: question).isSkipped { heading += StyledText("  skipped", .dim) }
    lines += wrapped(heading, width: width)
    lines += prose(question.prompt)
    lines += chartLines(of: question)
    lines += self.lines(of: question.liveTexts)
    lines += replyLines()
    lines.append(StyledText())
    lines += wrapped(SessionWording.howToAnswer(question), width: width)
    return lines
  }
}
