import AnswerKeys
import Charts
import Dates
import Diagnostics
import ErrorDiagnosis
import Exercises
import Files
import Formulas
import Grading
import MarkdownReading
import NotebookFiles
import NotebookGrading
import TextLayout
import TutorTerminal
import Tutoring

/// An exercise for teaching assistants: each question as a student sees it, with its model
/// answer beside it, and a student's own answers where a notebook is given.
public struct PreviewText {
  private let opened: OpenedExercise
  private let student: GradedNotebook?
  /// The student's notebook, for what is not in its answers.
  private let notebook: NotebookFile?
  private let clock: WallClock
  private let width: Int
  private let unicode: Bool
  private let layout: TerminalLayout

  public init(
    _ opened: OpenedExercise, student: GradedNotebook? = nil, notebook: NotebookFile? = nil,
    width: Int, unicode: Bool, colour: Bool, clock: WallClock = .system
  ) {
    self.opened = opened
    self.student = student
    self.notebook = notebook
    self.clock = clock
    self.width = width
    self.unicode = unicode
    layout = TerminalLayout(width: width, unicode: unicode, plainMarks: !colour)
  }

  /// A piece of the exercise: a question, or what stands before the first or after the last one.
  public struct Part: Equatable {
    /// The number of the question; nil where it is of none.
    public let question: String?
    public let lines: [StyledText]
    /// The files of its pictures as they were found, by which a new picture is told from the old one.
    private let pictures: [FileStamp?]

    init(question: String?, lines: [StyledText], pictures: [FileStamp?] = []) {
      (self.question, self.lines, self.pictures) = (question, lines, pictures)
    }
  }

  /// The whole exercise.
  public func lines() -> [StyledText] { parts().flatMap(\.lines) }

  /// The whole exercise, question by question.
  public func parts() -> [Part] {
    let exercise = opened.exercise
    var head = wrapped(
      StyledText(exercise.title, .heading)
        + StyledText("  \(exercise.id), \(Points.counted(exercise.maximum))", .dim),
      width: width)
    head += layout.lines(markdown: exercise.introduction, droppingTitle: true)
    head += shown(exercise.liveTexts)
    let rule = StyledText(String(repeating: unicode ? "─" : "-", count: width), .dim)
    var parts = [
      Part(question: nil, lines: head, pictures: pictures(in: [exercise.introduction]))
    ]
    parts += exercise.questions.map { question in
      let texts = [question.prompt] + question.hints + [question.solution, question.debrief]
      return Part(
        question: question.id, lines: [StyledText(), rule] + lines(question),
        pictures: pictures(in: texts.compactMap(\.self)))
    }
    if let student {
      let report = student.grader.report()
      let standing = wrapped(StyledText(Points.standing(report), .strong), width: width)
      parts.append(Part(question: nil, lines: [StyledText()] + askedLines + standing))
    }
    return parts
  }

  private func pictures(in texts: [String]) -> [FileStamp?] {
    let home = FileSystem.folder(of: opened.exercise.file)
    return texts.filter { $0.contains("![") }.flatMap { readMarkdown($0).pictures }.map { picture in
      FileSystem.confinedPath(picture.destination, within: home).flatMap(FileStamp.init(of:))
    }
  }

  private func lines(_ question: Question) -> [StyledText] {
    var lines = wrapped(
      StyledText("\(question.id) \(question.title)", .heading)
        + StyledText("  " + worth(question), .dim), width: width)
    lines += layout.lines(markdown: question.prompt)
    lines += charts(question)
    lines += shown(question.liveTexts)
    if !question.given.isEmpty {
      lines += [StyledText(), StyledText("Given to the model answer", .strong)]
      for given in question.given {
        lines += wrapped(
          "  " + StyledText(given.name, .name) + " = "
            + StyledText(flat(given.formula.text), .code), width: width, indent: 4)
      }
    }
    lines += model(question)
    if let student { lines += answers(question, student) }
    lines += helps(question)
    for (index, hint) in question.hints.enumerated() { lines += section("Hint \(index + 1)", hint) }
    lines += derivedHints(question)
    if let solution = question.solution { lines += section("Solution", solution) }
    if let debrief = question.debrief { lines += section("Debriefing", debrief) }
    return lines
  }

  /// The question's charts, drawn from the model answers.
  private func charts(_ question: Question) -> [StyledText] {
    let terminal = TerminalChart(width: width, unicode: unicode)
    return QuestionCharts.modelCharts(of: question, in: opened.compiled).flatMap { found in
      [StyledText()]
        + (found.chart.map(terminal.lines)
          ?? [StyledText("A chart cannot be drawn; see `reckon lint`", .error)])
    }
  }

  /// Texts with live figures, on the model answers.
  private func shown(_ shows: [LiveText]) -> [StyledText] {
    guard !shows.isEmpty else { return [] }
    let sheet = opened.compiled.makeModelSheet()
    let text = LiveTextRenderer(
      opened.compiled, on: sheet, symbol: { display.asciiIfNeeded($0.symbol) })
    return shows.flatMap { show -> [StyledText] in
      guard case .ready(let markdown) = text.state(of: show) else { return [] }
      return section("Shown with the student's own figures", markdown)
    }
  }

  private func worth(_ question: Question) -> String {
    if question.isPractice { return "practice" }
    if question.points == 0 { return "not graded" }
    return Points.counted(question.points)
  }

  /// What hints cost, and whether the question may be skipped, where the author says so.
  private func helps(_ question: Question) -> [StyledText] {
    var said: [String] = []
    let hasDerived = question.namesOfSteps.contains {
      opened.compiled.steps(towards: $0, in: question) != nil
    }
    if question.hintCost > 0, hasDerived || !question.hints.isEmpty {
      said.append("Each hint takes \(Points.text(question.hintCost * 100)) % of the points off.")
    }
    if question.maySkip { said.append("Students may skip this question, for no points.") }
    if said.isEmpty { return [] }
    return [StyledText()] + wrapped(StyledText(said.joined(separator: " "), .dim), width: width)
  }

  /// Hints that the model answers make, as they read before anything is typed.
  private func derivedHints(_ question: Question) -> [StyledText] {
    let lists = question.namesOfSteps.compactMap { name -> String? in
      guard let steps = opened.compiled.steps(towards: name, in: question) else { return nil }
      let hints = (0..<steps.count).map { place in
        "\(question.hints.count + place + 1). \(steps.text(place, StepProgress()))"
      }
      return "`\(name)`\n\n" + hints.joined(separator: "\n")
    }
    return lists.isEmpty
      ? [] : section("Derived hints", lists.joined(separator: "\n\n"))
  }

  // MARK: Model answers

  private func model(_ question: Question) -> [StyledText] {
    switch question.body {
    case .values(let specs):
      return [StyledText(), StyledText("Model answer", .strong)] + specs.flatMap(model)
    case .function(let spec):
      return [StyledText(), StyledText("Model answer", .strong)] + model(spec)
    case .choice(let choice): return [StyledText()] + options(choice)
    case .text(let text): return criteria(text)
    case .reading: return []
    }
  }

  private func model(_ spec: ValueAnswer) -> [StyledText] {
    var head = StyledText(spec.name, .name)
    if let answer = opened.compiled.answerKey.answer(named: spec.name), !answer.isKnown {
      return wrapped(
        "  " + head + StyledText("  " + PreviewWording.withheld(answer), .dim), width: width,
        indent: 6)
    }
    head.append(" = ")
    head.append(flat(spec.expect.text), .code)
    var lines = wrapped("  " + head, width: width, indent: 6)
    guard let answer = opened.compiled.answerKey.answer(named: spec.name) else {
      return lines + [StyledText("    cannot be computed; see `reckon lint`", .error)]
    }
    lines += value(answer.value, answer.rowNames)
    for (formula, other) in zip(spec.alternatives, answer.alternatives) {
      lines += wrapped(
        "  or " + StyledText(flat(formula.text), .code), width: width, indent: 6)
      lines += value(other, answer.rowNames)
    }
    lines += wrapped(StyledText("    \(rules(answer))", .dim), width: width, indent: 4)
    return lines
  }

  private func model(_ spec: FunctionAnswer) -> [StyledText] {
    var head = StyledText("def ", .code)
    head.append("\(spec.name)(\(spec.parameters.joined(separator: ", ")))", .name)
    if spec.withheld != nil {
      return wrapped(
        "  " + head + StyledText("  " + PreviewWording.withheld, .dim), width: width, indent: 6)
    }
    head.append(" = ")
    head.append(flat(spec.expect.text), .code)
    var lines = wrapped("  " + head, width: width, indent: 6)
    guard let function = opened.compiled.answerKey.function(named: spec.name)
    else { return lines + [StyledText("    cannot be computed; see `reckon lint`", .error)] }
    for point in function.points {
      let call = String(point.call.dropFirst(spec.name.count))
      lines += wrapped(
        "    \(call) \(unicode ? "→" : "->") " + display.text(point.expected), width: width,
        indent: 6)
    }
    return lines
  }

  private func value(_ value: Value, _ names: [String]?) -> [StyledText] {
    guard case .column = value else { return ["    " + display.text(value)] }
    return display.lines(value, rowNames: names).map { "  " + $0 }
  }

  private var display: ValueDisplay { ValueDisplay(width: width - 4, unicode: unicode) }

  /// How an answer is judged, in a line.
  private func rules(_ answer: AnswerKey.Answer) -> String {
    let spec = answer.spec
    let unit = answer.unit.symbol
    var parts = [unit.isEmpty ? "a plain number" : "in \(unit)"]
    switch answer.tolerance {
    case .relative(let share): parts.append("within \(Points.text(share * 100)) %")
    case .absolute(let size):
      // A bare number could be taken for a share.
      let distance = unit.isEmpty ? " up or down" : ""
      parts.append("within \(answer.unit.text(of: size))\(distance)")
    case .degrees(0, let size): parts.append("within \(answer.unit.differenceUnit.text(of: size))")
    case .degrees(let share, let least):
      let degrees = answer.unit.differenceUnit.text(of: least)
      parts.append("within \(Points.text(share * 100)) % of its figure, and at least \(degrees)")
    case .figures(let count): parts.append("to \(count) significant figures")
    case .range(let low, let high):
      parts.append("from \(answer.unit.text(of: low)) to \(answer.unit.text(of: high))")
    case .factor(let factor): parts.append("within a factor \(Points.text(factor))")
    }
    switch spec.rules.written {
    case .figures(let count): parts.append("written with \(count) figure\(count == 1 ? "" : "s")")
    case .decimals(let count): parts.append("written with \(count) decimal\(count == 1 ? "" : "s")")
    case nil: break
    }
    switch spec.rules.units {
    case .convert: break
    case .exact: parts.append("in this unit only")
    case .none: parts.append("units not looked at")
    }
    switch spec.rules.bare {
    case .ask: break
    case .adopt: parts.append("bare numbers taken")
    case .refuse: parts.append("bare numbers refused")
    }
    if let share = spec.rules.shares[.otherUnit] {
      parts.append("bare numbers right in another unit earn \(Points.text(share * 100)) %")
    }
    if spec.rules.counts == .strict { parts.append("counted units strict") }
    if !spec.rules.accepts.isEmpty {
      parts.append("also as \(spec.rules.accepts.map(\.text).joined(separator: ", "))")
    }
    if !spec.also.isEmpty {
      parts.append("also under \(spec.also.map(\.text).joined(separator: ", "))")
    }
    return parts.joined(separator: "; ")
  }

  private func options(_ choice: ChoiceAnswer) -> [StyledText] {
    let count: String
    switch choice.count {
    case .exactly(let number): count = "Choose \(number)"
    case .any: count = "All that apply"
    }
    return [StyledText(count, .strong)]
      + choice.options.flatMap { option -> [StyledText] in
        let mark: StyledText
        switch option.credit {
        case .right: mark = StyledText(unicode ? "✓ " : "+ ", .success)
        case .rightIfArgued: mark = StyledText("~ ", .warning)
        case .wrong: mark = StyledText(unicode ? "· " : "- ", .dim)
        }
        var text = "  " + mark + StyledText(withFormulasShown(option.text, unicode: unicode))
        if let because = option.because {
          text.append("  " + withFormulasShown(flat(because), unicode: unicode), .dim)
        }
        return wrapped(text, width: width, indent: 6)
      }
  }

  private func criteria(_ text: TextAnswer) -> [StyledText] {
    var lines = [StyledText(), StyledText("Criteria", .strong)]
    for criterion in text.criteria {
      let what: String
      switch criterion.kind {
      case .mentions(let lists):
        what = "mentions " + lists.map { $0.first ?? "" }.joined(separator: ", ")
      case .figures(let figures, let atLeast):
        what =
          "at least \(atLeast) of the figures "
          + figures.map(\.formula.text).joined(separator: ", ")
      case .person(""): what = "a person looks"
      case .person(let look): what = "a person looks: \(flat(look))"
      }
      lines += wrapped(
        StyledText("  \(criterion.id)", .name)
          + StyledText("  \(Points.text(criterion.points))  ", .dim) + StyledText(what),
        width: width, indent: 4)
      if let asks = criterion.asks {
        lines += wrapped(
          StyledText("    Students are told: \(asks)", .dim), width: width, indent: 4)
      }
    }
    for answer in text.modelAnswers {
      lines += section("Model answer, \(answer.level.word)", answer.text)
    }
    return lines
  }

  // MARK: A student's answers

  private func answers(_ question: Question, _ student: GradedNotebook) -> [StyledText] {
    guard question.asksForResponse else { return [] }
    let report = student.report(on: question)
    var head =
      StyledText("The student's answer", .strong) + StyledText("  " + CheckText.score(report), .dim)
    let due = opened.exercise.dueMoment
    if let late = notebook?.late(after: due)[question.id] {
      head += StyledText("  late, \(DateWording.moment(late, in: clock.zone))", .warning)
    }
    var lines = [StyledText()] + wrapped(head, width: width)
    let own = ValueDisplay(width: width - 4, unicode: unicode)
    for answer in report.answers {
      var head = "  " + StyledText(answer.name, .name)
      head.append("  ")
      head.append(answer.verdict.rawValue, style(answer))
      if let key = answer.key, let text = student.sheet.text(of: key) {
        head.append("  ")
        head.append(flat(withoutControls(text)), .code)
      }
      lines += wrapped(head, width: width, indent: 4)
      if let value = answer.value {
        if case .column = value {
          lines += own.lines(
            value,
            rowNames: student.sheet.rowNames(
              for: value, from: answer.key.flatMap(student.sheet.formula)),
            marks: answer.rows.map(StatusSymbols(unicode: unicode).rows)
          ).map { "  " + $0 }
        } else {
          lines += wrapped("    " + own.text(value), width: width, indent: 4)
        }
      }
      if answer.share < 1, answer.verdict != .unanswered {
        lines += wrapped(
          StyledText("    " + withFormulasShown(answer.message, unicode: unicode)), width: width,
          indent: 4)
      }
      if let criteria = answer.criteria, answer.verdict != .unanswered {
        if case .text(let reply)? = student.grader.written[question.id] {
          lines += wrapped(StyledText(withoutControls(reply)), width: width - 4).map { "    " + $0 }
        }
        lines += CriteriaText(width: width, unicode: unicode, showsIDs: true).lines(criteria)
      }
      for notice in answer.notices {
        lines += wrapped(StyledText("    \(notice)", .dim), width: width, indent: 4)
      }
      for option in answer.choice?.options ?? [] where option.isTicked {
        lines += wrapped(
          StyledText("    [x] " + withFormulasShown(option.text, unicode: unicode)), width: width,
          indent: 8)
      }
    }
    if let reason = student.reason(at: question) {
      lines += wrapped(
        StyledText("    Reason: ", .dim) + StyledText(flat(withoutControls(reason))), width: width,
        indent: 4)
    }
    return lines
  }

  /// What the student has noted for a question session.
  private var askedLines: [StyledText] {
    guard let asked = notebook?.askedQuestions, !asked.isEmpty else { return [] }
    return [StyledText("Questions for the session", .strong)]
      + asked.flatMap { question in
        wrapped(
          StyledText("  \(question.question ?? "")", .name)
            + StyledText(
              question.time.map { "  \(DateWording.moment($0, in: clock.zone))" } ?? "", .dim)
            + StyledText("  " + flat(withoutControls(question.text))), width: width, indent: 4)
      } + [StyledText()]
  }

  private func style(_ answer: AnswerReport) -> TextStyle {
    if answer.share == 1 { return .success }
    return answer.share > 0 || answer.verdict == .unchecked ? .warning : .error
  }

  // MARK: Pieces

  private func section(_ title: String, _ markdown: String) -> [StyledText] {
    [StyledText(), StyledText(title, .strong)] + layout.lines(markdown: markdown)
  }

  /// On one line.
  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
