import Diagnostics
import Exercises
import MarkdownReading

/// Parts the Markdown of an exercise into its introduction and its questions.
struct BodyReader {
  private(set) var introduction = ""
  private(set) var sections: [Section] = []
  private(set) var tables: [Fence] = []
  /// Of the introduction; those of questions are in their sections.
  private(set) var liveTexts: [LiveText] = []
  /// What a sealed exercise's answers open.
  private(set) var seals: Fence?
  /// Every fenced block.
  private(set) var blocks: [ExerciseOutline.Block] = []

  private let log: ProblemLog
  /// Of the whole file.
  private let lines: [Substring]
  private let bodyLine: Int
  /// Lines of blocks that are not shown with the prompt.
  private var hidden: Set<Int> = []
  private var rereadings = 0
  private var showCount = 0
  private var questionCount = 0

  /// Times that a text is read again after a fence that was not closed.
  private static let mostRereadings = 20
  /// Blocks `show` of an exercise.
  private static let mostShows = 100
  private static let mostQuestions = 1000

  /// `bodyLine` is the first line after the front matter.
  init(_ text: String, bodyLine: Int, log: ProblemLog) {
    self.log = log
    self.bodyLine = bodyLine
    lines = Diagnostics.lines(of: text)
    var start: Int? = bodyLine
    while let line = start { start = readBlocks(from: line) }
    if questionCount > Self.mostQuestions {
      log.report(.tooManyQuestions(count: questionCount, limit: Self.mostQuestions))
    }
    fillPrompts()
  }

  /// The line from which to read again, after a fence that was not closed.
  private mutating func readBlocks(from first: Int) -> Int? {
    guard first <= lines.count else { return nil }
    let text = lines[(first - 1)...].joined(separator: "\n")
    let document = readMarkdown(text, firstLine: first)
    let isReread = rereadings > 0
    if document.blocks.count == 1, case .code(_, let whole, false) = document.blocks[0].block,
      whole.utf8.count >= text.utf8.count, !text.hasPrefix("    "), !text.hasPrefix("\t")
    {
      log.report(.tooTangled)
      return nil
    }
    if !isReread { TextCheck(log: log).check(document, lines: lines, firstLine: 1) }
    let unread = UnreadBlocks(lines: lines, log: log)
    for line in document.plainLines { log.report(.textTooTangled, line: line) }
    for placed in document.blocks where placed.lines.upperBound <= lines.count {
      let line = placed.lines.lowerBound
      switch placed.block {
      case .heading(let level, let inlines):
        if level > 1, let (id, title) = numberedHeading(inlines.plainText) {
          questionCount += 1
          if questionCount > Self.mostQuestions { continue }
          sections.append(Section(id: id, title: title, line: line))
        }
      case .code(let info, let text, true):
        if let next = read(info: info, text: text, lines: placed.lines) { return next }
      case .code, .paragraph, .list, .quote: unread.check(placed)
      case .table, .rule, .html: break
      }
    }
    return nil
  }

  // MARK: - Fences

  private mutating func read(info: String, text: String, lines range: ClosedRange<Int>) -> Int? {
    let words = info.trimmingBlank.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let argument = words.count > 1 ? String(words[1]).trimmingBlank : ""
    var fence = Fence(
      kind: words.first.map(String.init) ?? "", argument: argument, text: text,
      line: range.lowerBound)
    guard let cut = lineWhereOpen(fence, range) else {
      place(fence, upTo: range.upperBound)
      return nil
    }
    log.report(.unclosedFence(info: fence.kind), line: range.lowerBound)
    fence.text = lines[range.lowerBound..<cut - 1].joined(separator: "\n")
    place(fence, upTo: cut - 1)
    rereadings += 1
    return cut <= range.upperBound && rereadings < Self.mostRereadings ? cut : nil
  }

  /// The line before which a fence that is not closed has to end; nil where it is closed.
  private func lineWhereOpen(_ fence: Fence, _ range: ClosedRange<Int>) -> Int? {
    let opening = lines[range.lowerBound - 1].trimmingBlank
    guard let mark = opening.first else { return nil }
    let length = opening.prefix { $0 == mark }.count
    let closing = lines[range.upperBound - 1].trimmingBlank
    let isClosed = range.count > 1 && closing.count >= length && closing.allSatisfy { $0 == mark }
    let isKnown = Fence.kinds.contains(fence.kind)
    if isClosed, !isKnown { return nil }
    for line in range.dropFirst() {
      let text = lines[line - 1]
      if opens(text, mark: mark, length: length) { return line }
      if !isClosed, isNumberedHeading(text) { return line }
    }
    return isClosed ? nil : range.upperBound + 1
  }

  /// Whether a line opens a block of an exercise.
  private func opens(_ line: Substring, mark: Character, length: Int) -> Bool {
    guard line.first == mark else { return false }
    let rest = line.drop { $0 == mark }
    guard line.count - rest.count >= length else { return false }
    let word = rest.drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
    return Fence.kinds.contains(String(word))
  }

  private func isNumberedHeading(_ line: Substring) -> Bool {
    let marks = line.prefix { $0 == "#" }
    guard (2...6).contains(marks.count) else { return false }
    let rest = line.dropFirst(marks.count)
    return rest.first == " " && numberedHeading(String(rest)) != nil
  }

  private mutating func place(_ fence: Fence, upTo last: Int) {
    blocks.append(
      ExerciseOutline.Block(
        kind: fence.kind, question: sections.last?.id,
        lines: fence.line...max(fence.line, min(last, lines.count))))
    switch fence.kind {
    case "table": tables.append(fence)
    case SealFile.fence:
      hide(fence.line, last)
      seals = seals ?? fence
    case "show":
      hide(fence.line, last)
      placeShow(fence)
    case "question", "debrief", "chart":
      hide(fence.line, last)
      if sections.isEmpty {
        log.report(.blockOutsideQuestion(info: fence.kind), line: fence.line)
      } else {
        Self.place(fence, in: &sections[sections.count - 1], log)
      }
    default:
      UnreadBlocks(lines: lines, log: log).check(fence)
    }
  }

  private static func place(_ fence: Fence, in section: inout Section, _ log: ProblemLog) {
    switch (fence.kind, section.question) {
    case ("debrief", _):
      TextCheck(log: log).check(SourcedText(fence.text, line: fence.firstLine))
      section.debriefs.append(fence.text.trimmingBlank)
    case ("chart", _): section.charts.append(SourcedText(fence.text, line: fence.firstLine))
    case (_, let first?):
      log.report(.secondQuestion(id: section.id, firstLine: first.line), line: fence.line)
    case (_, nil): section.question = fence
    }
  }

  private mutating func placeShow(_ fence: Fence) {
    showCount += 1
    if showCount == Self.mostShows + 1 {
      log.report(.tooManyShows(limit: Self.mostShows), line: fence.line)
    }
    guard showCount <= Self.mostShows,
      let text = LiveTextReader(log: log).block(fence.text, line: fence.firstLine)
    else { return }
    TextCheck(log: log).check(SourcedText(text.outline, line: fence.firstLine))
    if sections.isEmpty {
      liveTexts.append(text)
    } else {
      sections[sections.count - 1].liveTexts.append(text)
    }
  }

  // MARK: - Prompts

  private mutating func hide(_ first: Int, _ last: Int) {
    hidden.formUnion(first...max(first, min(last, lines.count)))
    // Nor is the blank line after it shown, or there would be two.
    if last < lines.count, lines[last].allSatisfy(\.isWhitespace) { hidden.insert(last + 1) }
  }

  private mutating func fillPrompts() {
    let starts = sections.map(\.line) + [lines.count + 1]
    introduction = shownText(from: bodyLine, before: starts[0])
    for index in sections.indices {
      sections[index].prompt = shownText(
        from: endOfHeading(sections[index].line) + 1, before: starts[index + 1])
    }
  }

  /// The last line of a heading, which is underlined where it has no marks in front.
  private func endOfHeading(_ line: Int) -> Int {
    if lines[line - 1].trimmingBlank.first == "#" { return line }
    let underline = lines[line...].firstIndex { text in
      let mark = text.trimmingBlank
      return !mark.isEmpty && mark.allSatisfy { $0 == "-" }
    }
    return underline.map { $0 + 1 } ?? line
  }

  private func shownText(from first: Int, before end: Int) -> String {
    guard first < end else { return "" }
    var shown = (first..<end).filter { !hidden.contains($0) }.map { lines[$0 - 1] }[...]
    while shown.first?.allSatisfy(\.isWhitespace) == true { shown.removeFirst() }
    while shown.last?.allSatisfy(\.isWhitespace) == true { shown.removeLast() }
    return shown.joined(separator: "\n")
  }
}
