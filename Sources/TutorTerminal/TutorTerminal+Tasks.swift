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

  /// What stands at the end of events where the rest was left unread: the task of a question that
  /// does not fit into the window, with how it is answered. Nothing where all can be seen at once.
  func closing(of events: [SessionEvent]) -> [StyledText] { closingParts(of: events)?.lines ?? [] }

  /// The same where a question is so long that its task is much shorter, to stand below it.
  func closingBelow(_ events: [SessionEvent]) -> [StyledText] {
    closingParts(of: events).map { $0.isMuchShorter ? $0.lines : [] } ?? []
  }

  private func closingParts(
    of events: [SessionEvent]
  ) -> (lines: [StyledText], isMuchShorter: Bool)? {
    guard fitsWindow, let end = events.lastIndex(where: \.saysHowToAnswer),
      let start = events[..<end].lastIndex(where: { $0.shownQuestion != nil }),
      let (question, report) = events[start].shownQuestion,
      fitted(to: events).lines(of: events).count + Self.promptLines > height
    else { return nil }
    let rest = lines(of: events[end...])
    let task = taskLines(question, report, limit: height - Self.promptLines - 2 - rest.count)
    let whole = fitted(to: events).lines(of: events[start..<end])
    return ([StyledText()] + task + [StyledText()] + rest, task.count * 3 <= whole.count * 2)
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
  /// - Parameter limit: lines that it may take: where it needs more, the names become a list, then
  ///   what they mean is left out, and at last the figures of the prompt.
  /// - Parameter isWhole: whether nothing is left out, however long it is.
  func taskLines(
    _ question: Question, _ report: QuestionReport, limit: Int = .max, isWhole: Bool = false
  ) -> [StyledText] {
    let blocks = readMarkdown(question.prompt).blocks.map(\.block)
    let heading = wrap(
      StyledText("\(question.id) \(question.title)", .heading)
        + StyledText("  " + TaskWording.state(report, of: question), .dim))
    let room = limit - heading.count
    var parts = TaskPart.all(of: blocks, asking: question.askedNames)
    guard !parts.isEmpty else { return heading + layout.lines(asking(blocks)) }
    func fitting(_ forms: NamesForm...) -> [StyledText]? {
      forms.lazy.map { lines(of: parts, report, $0) }.first { $0.count <= room }
    }
    // Figures are needed more than what the names mean.
    if let lines = isWhole ? fitting(.table) : fitting(.table, .list, .names) {
      return heading + lines
    }
    if isWhole { return heading + lines(of: parts, report, .list) }
    parts.removeAll(where: \.isOptional)
    return heading + (fitting(.list) ?? lines(of: parts, report, .names))
  }

  /// How the names that are asked for are shown.
  private enum NamesForm { case table, list, names }

  private func lines(
    of parts: [TaskPart], _ report: QuestionReport, _ form: NamesForm
  ) -> [StyledText] {
    var lines: [StyledText] = []
    for part in parts {
      if part.hasNames, case .table(_, let header, let rows) = part.block {
        lines += namesLines(header, rows, report, form)
      } else {
        lines += (lines.isEmpty ? [] : [StyledText()]) + layout.lines([part.block])
      }
    }
    return lines
  }

  /// The names asked for, with how each stands, and what the author's table says of them.
  private func namesLines(
    _ header: [[Inline]], _ rows: [[[Inline]]], _ report: QuestionReport, _ form: NamesForm
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
    let list = known.flatMap { answer, cells -> [StyledText] in
      let meaning = cells.dropFirst().filter { !$0.isEmpty }
      var line = "  " + symbols.answer(answer) + " " + (cells.first ?? StyledText())
      for (place, cell) in meaning.enumerated() { line += (place == 0 ? ": " : ", ") + cell }
      return wrap(line, indent: 4)
    }
    switch form {
    case .table:
      // A table that is too wide stands a cell a line.
      let whole = table(marked)
      return whole.count > 2 * list.count ? list : whole
    case .list: return list
    case .names: return table(marked.map { [$0[0], $0[1], $0[$0.count - 1]] })
    }
  }

  /// Of a prompt that names nothing: the paragraph that asks, with what it refers to, or all of a
  /// short one.
  private func asking(_ blocks: [Block]) -> [Block] {
    if layout.lines(blocks).count <= Self.shortPrompt { return blocks }
    func isParagraph(_ block: Block) -> Bool {
      if case .paragraph = block { return true }
      return false
    }
    let asks =
      blocks.firstIndex { isParagraph($0) && $0.plainText.contains("?") }
      ?? blocks.firstIndex(where: isParagraph)
    guard let asks else { return blocks }
    let next = blocks[asks].refersOn && asks + 1 < blocks.count ? [blocks[asks + 1]] : []
    return [blocks[asks]] + next
  }
}

/// A block of a prompt that belongs to its task.
private struct TaskPart {
  var block: Block
  /// Whether it is the table of the names that are asked for.
  var hasNames = false
  /// Whether it only gives figures, and may be left out where there is no room.
  var isOptional = false

  /// Blocks that name what is asked for or give figures, and those that these refer to; none where
  /// nothing is named.
  static func all(of blocks: [Block], asking names: [String]) -> [TaskPart] {
    var parts = blocks.map { block -> TaskPart? in
      if case .code = block { return nil }
      if block.mentions(names) {
        if case .table = block { return TaskPart(block: block, hasNames: true) }
        return TaskPart(block: block)
      }
      return block.givesFigures ? TaskPart(block: block, isOptional: true) : nil
    }
    guard parts.contains(where: { $0?.isOptional == false }) else { return [] }
    // What stands behind the table of the names is a remark or an example.
    if let table = parts.firstIndex(where: { $0?.hasNames == true }) {
      for place in parts.indices.dropFirst(table + 1) where parts[place]?.isOptional == true {
        parts[place] = nil
      }
    }
    for place in blocks.indices.dropLast() where blocks[place].refersOn {
      let next = place + 1
      // What leads to a part belongs to it, and so does what a part leads to.
      if parts[place] == nil, let part = parts[next] {
        parts[place] = TaskPart(block: blocks[place], isOptional: part.isOptional)
      } else if let part = parts[place], parts[next] == nil {
        parts[next] = TaskPart(block: blocks[next], isOptional: part.isOptional)
      }
    }
    return parts.compactMap(\.self)
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

  /// Whether its end or its words point to what stands below it.
  fileprivate var refersOn: Bool {
    guard case .paragraph = self else { return false }
    let text = plainText.lowercased()
    return text.hasSuffix(":")
      || ["these figures", "these values", "this table", "below", "following"].contains {
        text.contains($0)
      }
  }

  /// Whether a figure stands in it that is no year and no number of a question.
  fileprivate var givesFigures: Bool {
    plainText.split { $0.isWhitespace || "(),;|–".contains($0) }.contains { word in
      guard word.first?.isNumber == true else { return false }
      let number = word.prefix { $0.isNumber || ".'’".contains($0) }
      let isYear = number.count == 4 && ["19", "20"].contains(number.prefix(2))
      return !isYear && number.split(separator: ".").count < 3
    }
  }
}
