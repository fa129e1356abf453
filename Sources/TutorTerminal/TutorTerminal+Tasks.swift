import Exercises
import Grading
import MarkdownReading
import TextLayout
import Tutoring

/// What a question asks for in short, which stands next to the prompt where the question is long.
extension TutorTerminal {
  /// Lines of the prompt itself, and one that stays free.
  private static let promptLines = 2
  /// Lines of a prompt that is its own short form.
  private static let shortPrompt = 6

  /// What stands at the end of events once more: the task of a question that does not fit into the
  /// window, with how it is answered. Nothing where all can be seen at once.
  func closing(of events: [SessionEvent]) -> [StyledText] {
    guard fitsWindow, let end = events.lastIndex(where: \.saysHowToAnswer),
      let (question, report) = events[..<end].reversed().lazy.compactMap(\.shownQuestion).first,
      fitted(to: events).lines(of: events).count + Self.promptLines > height
    else { return [] }
    let task = taskLines(question, report, limit: height - Self.promptLines - 6)
    return [StyledText()] + task + [StyledText()] + lines(of: events[end...])
  }

  /// The lines of events; those that close them stand in the place of the last ones.
  func lines(_ events: [SessionEvent], closing: [StyledText]) -> [StyledText] {
    let end = closing.isEmpty ? nil : events.lastIndex(where: \.saysHowToAnswer)
    var rest = events[..<(end ?? events.count)]
    if end != nil, case .gap? = rest.last { rest = rest.dropLast() }
    return fitted(to: events).lines(of: rest) + closing
  }

  private func lines(of events: ArraySlice<SessionEvent>) -> [StyledText] { events.flatMap(lines) }
  private func lines(of events: [SessionEvent]) -> [StyledText] { lines(of: events[...]) }

  /// Lines of a chart beside its plane, less those that a plane leaves free by itself.
  private static let aroundPlane = 1

  /// The same with a chart that leaves room for what is shown with it.
  private func fitted(to events: [SessionEvent]) -> TutorTerminal {
    let beside = events.filter { !$0.isChart }
    guard fitsWindow, beside.count + 1 == events.count else { return self }
    var fitted = self
    fitted.chartHeight = height - lines(of: beside).count + Self.aroundPlane
    return fitted
  }

  /// The question's heading, what its prompt says of what is asked for, and what is left of it.
  ///
  /// - Parameter limit: lines that it may take, below which what names mean is left out.
  func taskLines(_ question: Question, _ report: QuestionReport, limit: Int = .max) -> [StyledText]
  {
    let blocks = readMarkdown(question.prompt).blocks.map(\.block)
    let names = question.askedNames
    var lines = wrap(
      StyledText("\(question.id) \(question.title)", .heading)
        + StyledText("  " + TaskWording.state(report), .dim))
    var told: [StyledText] = []
    var hasTable = false
    for (place, block) in blocks.enumerated() {
      guard block.mentions(names) else { continue }
      if case .table(_, let header, let rows) = block, !hasTable {
        hasTable = true
        if place > 0, case .paragraph(let lead) = blocks[place - 1],
          !blocks[place - 1].mentions(names),
          lead.plainText.hasSuffix(":")
        {
          told += layout.lines([blocks[place - 1]])
        }
        told += namesTable(header, rows, report, limit: limit - lines.count - told.count)
      } else if case .code = block {
        // An example.
      } else {
        told += (told.isEmpty ? [] : [StyledText()]) + layout.lines([block])
      }
    }
    if told.isEmpty { told = layout.lines(asking(blocks)) }
    lines += told
    return lines
  }

  /// The names asked for, with how each stands, and what the author's table says of them.
  private func namesTable(
    _ header: [[Inline]], _ rows: [[[Inline]]], _ report: QuestionReport, limit: Int
  ) -> [StyledText] {
    let known = rows.compactMap { row -> (answer: AnswerReport, cells: [StyledText])? in
      guard let name = row.first?.plainText,
        let answer = report.answers.first(where: { $0.name == name })
      else { return nil }
      return (answer, row.map { layout.text($0) })
    }
    if inWords {
      return TextTable(
        header: header.map(\.plainText) + [""],
        rows: known.map { $0.cells + [StyledText($0.answer.verdict.word)] }
      ).lines(width: width, inWords: true)
    }
    let marked = known.map { [symbols.answer($0.answer)] + $0.cells }
    func table(_ rows: [[StyledText]]) -> [StyledText] {
      TextTable(header: [], rows: rows, alignments: [.left, .left, .left, .left], isTight: true)
        .lines(width: width, unicode: unicode)
    }
    let whole = table(marked)
    guard whole.count > limit, header.count > 2 else { return whole }
    return table(marked.map { [$0[0], $0[1], $0[$0.count - 1]] })
  }

  /// Of a prompt that names nothing: the paragraph that asks, or all of a short one.
  private func asking(_ blocks: [Block]) -> [Block] {
    if layout.lines(blocks).count <= Self.shortPrompt { return blocks }
    let paragraphs = blocks.filter { if case .paragraph = $0 { true } else { false } }
    let asks = paragraphs.first { $0.plainText.contains("?") } ?? paragraphs.first
    return asks.map { [$0] } ?? blocks
  }
}

extension SessionEvent {
  fileprivate var isChart: Bool {
    if case .chart = self { return true }
    return false
  }

  fileprivate var saysHowToAnswer: Bool {
    if case .said(.howToAnswer) = self { return true }
    return false
  }

  fileprivate var shownQuestion: (Question, QuestionReport)? {
    if case .question(let question, let report) = self { return (question, report) }
    return nil
  }
}

extension Question {
  /// What is to be bound or defined.
  fileprivate var askedNames: [String] {
    switch body {
    case .values(let answers): answers.map(\.name)
    case .function(let function): [function.name]
    case .choice, .text, .reading: []
    }
  }
}

extension Block {
  /// Whether one of the names stands in it as a word.
  fileprivate func mentions(_ names: [String]) -> Bool {
    let words = Set(
      plainText.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    return names.contains { words.contains($0) }
  }
}
