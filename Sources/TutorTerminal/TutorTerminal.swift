import Charts
import Diagnostics
import TextLayout
import Tutoring

/// Puts what comes of a session into words and pictures for a terminal.
public struct TutorTerminal {
  /// Columns at hand.
  let width: Int
  /// Lines at hand.
  let height: Int
  /// Lines of the window that a chart reckons with.
  var chartHeight: Int
  let unicode: Bool
  let colour: Bool
  /// Whether all is said in words, line by line, and nothing is drawn.
  let inWords: Bool
  /// Rows of a column that are shown at most.
  let rowLimit: Int
  /// Whether the window is all that there is to see.
  let fitsWindow: Bool

  /// - `fitsWindow`: whether what can be cut is cut to the window.
  public init(
    width: Int, height: Int, unicode: Bool, colour: Bool, inWords: Bool = false,
    fitsWindow: Bool = false
  ) {
    self.width = max(20, width)
    self.height = height
    chartHeight = height
    self.unicode = unicode
    self.colour = colour
    self.inWords = inWords
    self.fitsWindow = fitsWindow
    rowLimit =
      fitsWindow ? max(3, min(ValueDisplay.rowLimit, height - 5)) : ValueDisplay.rowLimit
  }

  /// What a line at the prompt has brought about, in words. Where a question is longer than the
  /// window, its task stands once more at the end.
  public func lines(_ events: [SessionEvent]) -> [StyledText] {
    lines(events, closing: closingBelow(events))
  }

  func lines(_ event: SessionEvent) -> [StyledText] {
    switch event {
    case .gap: [StyledText()]
    case .said(let message): wrap(message.text)
    case .work(let message): wrap(message.text)
    case .choice(let message): wrap(message.text)
    case .debrief(let message): wrap(message.text)
    case .file(let message): wrap(message.text)
    case .date(let message): wrap(message.text)
    case .equivalency(let message): wrap(message.text)
    case .help(let message): wrap(message.text)
    case .chartMessage(let message): wrap(message.text)
    case .picture(let message): wrap(message.text)
    case .lines(let message): lines(message)
    case .remark(let sentence): wrap(StyledText(sentence, .dim))
    case .prose(let markdown, let droppingTitle): prose(markdown, droppingTitle: droppingTitle)
    case .diagnostic(let located): lines(located)
    case .problems(let problems, let file): lines(problems, of: file)
    case .value(let shown): display.lines(shown.value, rowNames: shown.rowNames)
    case .judged(let report, let shown) where inWords:
      verdictLines(report) + valueLines(shown, of: report)
    case .judged(let report, let shown): valueLines(shown, of: report) + verdictLines(report)
    case .verdict(let report): verdictLines(report)
    case .notes(let notes): noteLines(notes)
    case .changes(let changes): wrap(StyledText(ChangeWording.effects(changes), .dim))
    case .completed(let report): completionLines(report)
    case .options(let options): optionLines(options)
    case .polled(let report):
      wrap(symbols.before(symbols.tick, .success) + StyledText(report.message, .success))
    case .criteria(let report): criteriaLines(report)
    case .rightOptions(let options): options.flatMap(rightOptionLines)
    case .modelFunction(let function): lines(ofModel: function)
    case .modelValue(let name, let shown): lines(ofModel: StyledText(name, .name), shown)
    case .modelAlternative(let shown):
      lines(ofModel: StyledText(NameWording.alternative, .dim), shown)
    case .provided(let name, let value):
      wrap(
        StyledText("`\(name)` is ") + display.text(value) + ", from an exercise before this one.")
    case .exerciseTitle(let title): [StyledText(title, .heading)]
    case .question(let question, let report): lines(of: question, isSkipped: report.isSkipped)
    case .task(let question, let report):
      taskLines(question, report, limit: fitsWindow ? height - 5 : .max, isWhole: true)
    case .textSoFar(let text):
      [StyledText("Your text so far:", .strong)] + wrap(StyledText(withoutControls(text)))
    case .hint(let hint): lines(of: hint)
    case .finished(let questions, let isHere): debriefOffer(questions, isHere: isHere)
    case .debriefing(let question, let text): debriefLines(question, text)
    case .liveText(let text, let errors): liveLines(text, errors)
    case .liveTextAgain(let change): lines(change)
    case .chart(let chart) where inWords:
      chart.sentences.flatMap { wrap(StyledText(unicode ? $0 : inASCII($0)), indent: 2) }
    case .chart(let chart):
      TerminalChart(width: width, height: chartHeight, unicode: unicode).lines(chart)
    case .commands: helpLines()
    case .topic(let topic): lines(topic)
    case .commandHelp(let command): lines(command)
    case .status(let status): lines(status)
    case .due(let due, let isOpening): lines(due, isOpening: isOpening)
    case .calendar(let dates, let limit, let isWorkDue):
      dates.lines(
        limit: limit, width: width, unicode: unicode, isWorkDue: isWorkDue, inWords: inWords)
    case .courseTitle(let title): wrap(StyledText(title, .heading))
    case .questionsWanted(let dates): dates.wantedSentence.map { wrap(StyledText($0, .dim)) } ?? []
    case .asked(let question, let zone): wrap(DateMessage.asked(question, in: zone), indent: 2)
    case .names(let groups): lines(groups)
    case .name(let details): lines(details)
    case .constant(let constant): lines(constant)
    case .table(let view): lines(view)
    case .derivation(let derivation): lines(derivation)
    case .equivalents(let equivalents): lines(equivalents)
    case .units(let topic, let exerciseUnits): lines(topic, exerciseUnits)
    case .shortcoming(let shortcoming): lines(shortcoming)
    case .handedIn(let file, let report): lines(handedIn: file, report)
    }
  }

  // MARK: Pieces

  var display: ValueDisplay {
    ValueDisplay(width: width, unicode: unicode, inWords: inWords, rowLimit: rowLimit)
  }
  var symbols: StatusSymbols { StatusSymbols(unicode: unicode, inWords: inWords) }

  /// What can be typed is not broken where it is short.
  func wrap(_ text: StyledText, indent: Int = 0) -> [StyledText] {
    wrapped(text.gluingCode(upTo: min(40, width / 2)), width: width, indent: indent)
      .map(\.unglued)
  }

  func prose(_ markdown: String, droppingTitle: Bool = false) -> [StyledText] {
    layout.lines(markdown: markdown, droppingTitle: droppingTitle)
  }

  /// How prose is laid out here.
  var layout: TerminalLayout {
    TerminalLayout(width: width, unicode: unicode, plainMarks: !colour, inWords: inWords)
  }

  func lines(_ located: LocatedDiagnostic) -> [StyledText] {
    var renderer = SnippetRenderer(width: width, unicode: unicode, inWords: inWords)
    renderer.showsLocation = located.source.name != nil
    return renderer.render(located.diagnostic, in: located.source).lines
  }

  /// Mistakes of a notebook that are told at once.
  private static let mostProblems = 30

  /// The first of many, and how many more there are.
  private func lines(_ problems: [LocatedDiagnostic], of file: String) -> [StyledText] {
    let left = problems.count - Self.mostProblems
    return problems.prefix(Self.mostProblems).flatMap { lines($0) }
      + (left > 0 ? wrap(TutorMessage.moreProblems(left, file: file).text) : [])
  }

  // MARK: The prompt

  /// Ends with a space.
  public func prompt(_ prompt: Prompt) -> StyledText {
    if inWords, let spoken = spokenPrompt(prompt) { return spoken }
    switch prompt {
    case .studentID: return StyledText("Your student id", .prompt) + " (Enter for later): "
    case .studentName: return StyledText("Your name", .prompt) + " (Enter for later): "
    case .continuation: return StyledText(unicode ? "  … " : "... ", .dim)
    case .unit: return StyledText("  unit? ", .warning)
    case .lines: return StyledText("edit", .prompt) + (unicode ? " › " : " > ")
    case .line(let number): return StyledText("  \(number)  ", .dim)
    case .question(let id, let report):
      var text = StyledText(id, .prompt)
      let state = state(of: report)
      if !state.isEmpty { text += " " + state }
      return text + (unicode ? " › " : " > ")
    }
  }
}
