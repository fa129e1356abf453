import Diagnostics
import Exercises
import Grading
import TextLayout
import Tutoring

/// Answers and what is found of them.
extension TutorTerminal {
  /// `3/6` while answers are missing, a tick when all are right, a dash when a person has yet to
  /// read it.
  func state(of report: QuestionReport) -> StyledText {
    if report.isSkipped { return StyledText("skipped", .dim) }
    if report.isDone { return symbols.state(of: report) }
    guard report.answers.count > 1 else { return report.isStarted ? symbols.begun : StyledText() }
    let right = report.answers.count { $0.share == 1 }
    return StyledText("\(right)/\(report.answers.count)", .dim)
  }

  func valueLines(_ shown: ShownValue?, of report: AnswerReport) -> [StyledText] {
    switch shown?.value {
    case nil, .function?: return []
    case .column(let numbers, let unit)?:
      return display.lines(
        .column(numbers, unit), rowNames: shown?.rowNames, marks: report.rows.map(symbols.rows))
    case let value?: return ["  " + (inWords ? "The value: " : "") + display.text(value)]
    }
  }

  func verdictLines(_ report: AnswerReport) -> [StyledText] {
    if inWords { return spokenVerdict(report) }
    let mark: StyledText
    switch report.verdict {
    case .correct, .follows: mark = StyledText("\(symbols.tick) ", .success)
    case .unitMissing, .wrongUnit, .rounded, .otherForm, .otherUnit, .partly:
      mark = StyledText("~ ", .warning)
    case .wrong, .wrongDimension, .fails: mark = StyledText("\(symbols.cross) ", .error)
    case .unanswered, .unchecked: mark = StyledText("- ", .dim)
    }
    return wrap(
      mark + StyledText(report.name, .name) + StyledText("  " + withFormulas(report.message)),
      indent: 2)
      + noteLines(report.notices)
  }

  /// A sentence of the author with its formulas on the line.
  private func withFormulas(_ sentence: String) -> String {
    withFormulasShown(sentence, unicode: unicode)
  }

  func noteLines(_ notes: [String]) -> [StyledText] {
    notes.flatMap { wrap(StyledText("  note: ", .notice) + StyledText($0), indent: 8) }
  }

  func completionLines(_ report: QuestionReport) -> [StyledText] {
    let sign =
      report.isUntold ? symbols.state(of: report) + " " : symbols.before(symbols.tick, .success)
    let style: TextStyle = report.isUntold ? .plain : .success
    return wrap(
      sign + StyledText("\(report.id) is \(report.isUntold ? "answered" : "complete")", style)
        + StyledText(ReportWording.points(report)))
  }

  func criteriaLines(_ report: AnswerReport) -> [StyledText] {
    wrap(StyledText(report.message, .dim))
      + CriteriaText(width: width, unicode: unicode, inWords: inWords).lines(report.criteria ?? [])
  }

  // MARK: Choices

  /// The options, numbered, with what is ticked, and the reasons beneath where they are asked for.
  func optionLines(_ shown: ShownOptions) -> [StyledText] {
    var lines: [StyledText] = []
    for (index, option) in shown.choice.options.enumerated() {
      let box = StyledText(option.isTicked ? "[x] " : "[ ] ", option.isTicked ? .success : .dim)
      var line = StyledText("\(leftPadded("\(index + 1)", to: 2)) ", .name) + box
      line += StyledText(withFormulas(option.text))
      if shown.withReasons, shown.choice.tellsCredit { line += credit(option) }
      lines += wrap(inWords ? spokenOption(index + 1, option, shown) : line, indent: 7)
      if shown.withReasons, shown.only?.contains(index) ?? true, let because = option.because {
        lines += reasonLines(because)
      }
    }
    if let reason = shown.reason {
      lines.append(StyledText())
      lines += wrap(ChoiceMessage.ownReason + StyledText(withoutControls(reason)))
    }
    return lines
  }

  private func credit(_ option: ChoiceReport.Option) -> StyledText {
    switch option.credit {
    case .right: StyledText("  \(symbols.tick) right", .success)
    case .rightIfArgued: StyledText("  ~ right if argued", .warning)
    case .wrong: option.isTicked ? StyledText("  \(symbols.cross) not right", .error) : StyledText()
    }
  }

  private func reasonLines(_ because: String) -> [StyledText] {
    let indent = 7
    let layout = TerminalLayout(
      width: max(20, width - indent), unicode: unicode, plainMarks: !colour, inWords: inWords)
    return layout.lines(markdown: because)
      .map { StyledText(String(repeating: " ", count: indent)) + $0 }
  }

  // MARK: Model answers

  func rightOptionLines(_ option: ChoiceAnswer.Option) -> [StyledText] {
    var line = StyledText(inWords ? "  Right: " : "  \(symbols.tick) ", .success)
    line += StyledText(withFormulas(option.text))
    if option.credit == .rightIfArgued { line += StyledText("  if argued", .dim) }
    return wrap(line, indent: 4)
  }

  func lines(ofModel function: FunctionAnswer) -> [StyledText] {
    wrap(
      StyledText(
        "  \(function.name)(\(function.parameters.joined(separator: ", "))) = \(function.expect.text)",
        .code), indent: 4)
  }

  func lines(ofModel name: StyledText, _ shown: ShownValue) -> [StyledText] {
    guard case .column = shown.value else {
      return wrap("  " + name + "  " + display.text(shown.value), indent: 4)
    }
    return ["  " + name] + display.lines(shown.value, rowNames: shown.rowNames)
  }
}
