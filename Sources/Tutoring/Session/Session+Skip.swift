import ExerciseFiles
import Exercises
import Formulas
import Grading
import MarkdownReading
import TextLayout

/// Giving a question up for its model answer.
extension Session {
  /// Asks first, and gives the question up where the line before has asked.
  func skip() -> [StyledText] {
    let report = report(on: question)
    if report.isSkipped {
      return wrapped(SessionWording.skippedAlready(question.id), width: width)
        + modelAnswerLines(of: question)
    }
    guard question.maySkip, !report.answers.isEmpty else {
      return wrapped(SessionWording.cannotSkip(question), width: width)
    }
    guard !report.isDone else {
      return wrapped(SessionWording.nothingToSkip(question.id), width: width)
    }
    guard file.canWriteFrontMatter else {
      return rendered(SessionWording.skipCannotBeNoted(question.id, file: store.path))
    }
    guard mayConfirmSkip == question.id else {
      asksToSkip = question.id
      return wrapped(SessionWording.asksToSkip(question), width: width)
    }
    return giveUp(question)
  }

  private func giveUp(_ question: Question) -> [StyledText] {
    let before = standing()
    file.skipped.append(question.id)
    history.rememberSkip(of: question.id)
    recompute()
    var output = save()
    output += wrapped(SessionWording.skipped(question), width: width)
    output += modelAnswerLines(of: question)
    let filled = inOrder(sheet.keys.filter { replay.filled[$0] == question.id })
    if !filled.isEmpty {
      output += [StyledText()]
      output += wrapped(SessionWording.filledIn(filled.map { "\($0)" }), width: width)
    }
    return output + effectLines(since: before) + whatIsNext(after: question)
  }

  /// The author's account of the model answer, or else what it comes to.
  private func modelAnswerLines(of question: Question) -> [StyledText] {
    if let solution = question.solution { return [StyledText()] + prose(solution) }
    switch question.body {
    case .values(let specs):
      return specs.flatMap { spec -> [StyledText] in
        guard let answer = reference.answer(named: spec.name) else { return [] }
        let name = StyledText(spec.name, .name)
        guard case .column = answer.value else {
          return wrapped(
            "  " + name + "  " + display.text(answer.value), width: width, indent: 4)
        }
        return ["  " + name]
          + display.lines(answer.value, rowNames: sheet.rowNames(for: answer.value))
      }
    case .function(let spec):
      return wrapped(
        StyledText(
          "  \(spec.name)(\(spec.parameters.joined(separator: ", "))) = \(spec.expect.text)",
          .code), width: width, indent: 4)
    case .choice(let choice):
      return choice.options.filter { $0.worth != .wrong }.flatMap { option in
        var line = StyledText("  \(tick) ", .success) + StyledText(option.text)
        if option.worth == .rightIfArgued { line += StyledText("  if argued", .dim) }
        return wrapped(line, width: width, indent: 4)
      } + wrapped(SessionWording.reasonsByWhy, width: width)
    case .text(let text):
      let full = text.modelAnswers.first { $0.level == .full } ?? text.modelAnswers.first
      return full.map { [StyledText()] + prose($0.text) } ?? []
    case .reading: return []
    }
  }
}
