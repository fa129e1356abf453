import Diagnostics

/// What is typed in the editor at the prompt. One order is one entry of the table.
extension Session {
  private struct LineOrder: Sendable {
    /// Any of them, or a beginning that is no other's.
    let words: [String]
    let act: @Sendable (Session, inout NumberedLines, LineRequest) -> [SessionEvent]
  }

  /// What follows an order: numbers of lines, and a text behind them.
  private struct LineRequest {
    var numbers: [Int] = []
    var text = ""

    /// `3`, `3-5`, `3 to 5`, `3 Some words`.
    init(_ typed: Substring, takes count: Int) {
      var rest = typed.drop { $0 == " " }
      while numbers.count < count {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { break }
        numbers.append(number)
        rest = rest[digits.endIndex...].drop { $0 == " " }
        for joint in ["-", "to ", "before "] where numbers.count < count && rest.hasPrefix(joint) {
          rest = rest.dropFirst(joint.count).drop { $0 == " " }
        }
      }
      text = String(rest)
    }
  }

  private static let lineOrders: [LineOrder] = [
    LineOrder(words: ["list", "show"]) { _, lines, _ in [.lines(.all(lines.lines))] },
    LineOrder(words: ["change", "edit"]) { session, lines, request in
      session.change(request, in: &lines)
    },
    LineOrder(words: ["insert"]) { _, lines, request in
      Session.insert(
        before: request.numbers.first ?? lines.lines.count + 1, request.text, in: &lines)
    },
    LineOrder(words: ["add", "append"]) { _, lines, request in
      Session.insert(before: lines.lines.count + 1, request.text, in: &lines)
    },
    LineOrder(words: ["delete", "remove"]) { _, lines, request in
      let first = request.numbers.first ?? 0
      let last = request.numbers.last ?? 0
      if let missing = Session.missing([first, last], in: lines) { return missing }
      let range = min(first, last)...max(first, last)
      lines.delete(range)
      return [.lines(.deleted(range, left: lines.lines.count))]
    },
    LineOrder(words: ["move"]) { _, lines, request in
      guard request.numbers.count == 2 else {
        return [.lines(.notUnderstood("move", of: lines.lines.count))]
      }
      if let missing = Session.missing(request.numbers, in: lines) { return missing }
      lines.move(request.numbers[0], to: request.numbers[1])
      return [.lines(.moved(request.numbers[0], to: request.numbers[1]))]
    },
    LineOrder(words: ["undo"]) { _, lines, _ in
      lines.undo() ? [.lines(.undone), .lines(.all(lines.lines))] : [.lines(.nothingToUndo)]
    },
    LineOrder(words: ["done", "save", "quit", "exit", ":wq", ":x", ":q"]) { session, lines, _ in
      session.endLines(lines)
    },
    LineOrder(words: ["cancel", ":q!"]) { session, _, _ in
      session.mode = .ready
      return [.lines(.dropped)]
    },
    LineOrder(words: ["help", "?", ":help"]) { _, lines, _ in
      [.lines(.begins(of: lines.lines.count))]
    },
  ]

  /// Takes a line of the editor at the prompt.
  func takeLine(_ line: String, in edited: NumberedLines) -> [SessionEvent] {
    var lines = edited
    mode = .lines(lines)
    // `done` ends the editor also where lines are awaited.
    let isEnd = trimmed(line) == "done"
    if lines.awaited != .order, !isEnd { return takeText(line, in: &lines) }
    let output = order(trimmed(line), in: &lines)
    // Unless it has ended.
    if case .lines = mode { mode = .lines(lines) }
    return output
  }

  private func takeText(_ line: String, in lines: inout NumberedLines) -> [SessionEvent] {
    defer { mode = .lines(lines) }
    if case .linesBefore = lines.awaited, trimmed(line).isEmpty {
      lines.expect(.order)
      return [.lines(.all(lines.lines))]
    }
    if lines.purpose == .reply, intentInText(trimmed(line)) != nil {
      return [.lines(.endsFirst), .said(.keptOutOfText(nil, isFirst: true))]
    }
    guard lines.text.utf8.count + line.utf8.count <= Self.textLimit else {
      return [.said(.textTooLong)]
    }
    return [.lines(lines.take(line))]
  }

  private func order(_ typed: String, in lines: inout NumberedLines) -> [SessionEvent] {
    if typed.isEmpty { return [.lines(.all(lines.lines))] }
    if Int(typed) != nil { return change(LineRequest(typed[...], takes: 1), in: &lines) }
    let word = typed.prefix { !$0.isWhitespace }
    let fitting = Self.lineOrders.filter { order in order.words.contains { $0.hasPrefix(word) } }
    let order =
      Self.lineOrders.first { $0.words.contains(String(word)) }
      ?? (fitting.count == 1 ? fitting[0] : nil)
    guard let order else {
      if typed.hasPrefix(":") { return [.lines(.endsFirst)] }
      if let output = plainOrder(typed, in: &lines) { return output }
      return add(sentence: typed, to: &lines)
        ?? [.lines(.notUnderstood(typed, of: lines.lines.count))]
    }
    let isPair = ["delete", "move"].contains(order.words[0])
    let request = LineRequest(typed[word.endIndex...], takes: isPair ? 2 : 1)
    // `a lamp burns` is no `add`.
    let isInFull = order.words.contains(String(word))
    if !isInFull, !request.text.isEmpty, request.numbers.isEmpty,
      let output = plainOrder(typed, in: &lines) ?? add(sentence: typed, to: &lines)
    {
      return output
    }
    return order.act(self, &lines, request)
  }

  /// Does what plain words ask for that an order does too, such as `I want to quit`, and says how the
  /// editor is left for what else they ask; nil for a line of a text.
  private func plainOrder(_ typed: String, in lines: inout NumberedLines) -> [SessionEvent]? {
    guard let intent = intentInText(typed) else { return nil }
    if intent.asksForHelp { return [.lines(.begins(of: lines.lines.count))] }
    if intent.action == .remark(.saved) || ["quit", "submit"].contains(intent.command) {
      return endLines(lines)
    }
    if intent.command == "undo" {
      return lines.undo() ? [.lines(.undone), .lines(.all(lines.lines))] : [.lines(.nothingToUndo)]
    }
    return [.lines(.endsFirst)]
  }

  /// Adds a line of a text that was typed where an order is awaited; nil where it is none: a single
  /// word, or where no text is edited.
  private func add(sentence: String, to lines: inout NumberedLines) -> [SessionEvent]? {
    guard lines.purpose == .reply, sentence.contains(where: \.isWhitespace) else { return nil }
    guard lines.text.utf8.count + sentence.utf8.count <= Self.textLimit else {
      return [.said(.textTooLong)]
    }
    return Self.insert(before: lines.lines.count + 1, sentence, in: &lines)
  }

  /// Brings a line back to the prompt, or puts the text that follows in its place.
  private func change(_ request: LineRequest, in lines: inout NumberedLines) -> [SessionEvent] {
    let number = request.numbers.first ?? 0
    if let missing = Self.missing([number], in: lines) { return missing }
    lines.expect(.line(number))
    if !request.text.isEmpty { return [.lines(lines.take(request.text))] }
    guard environment.isInteractive else {
      return [.lines(.typeAnew(lines.lines[number - 1]))]
    }
    lineToEdit = lines.lines[number - 1]
    return []
  }

  private static func insert(
    before number: Int, _ text: String, in lines: inout NumberedLines
  ) -> [SessionEvent] {
    let count = lines.lines.count
    guard (1...count + 1).contains(number) else { return [.lines(.noSuchLine(number, of: count))] }
    lines.expect(.linesBefore(number))
    guard !text.isEmpty else { return [.lines(.insertsBefore(number, of: count))] }
    defer { lines.expect(.order) }
    return [.lines(lines.take(text))]
  }

  private static func missing(_ numbers: [Int], in lines: NumberedLines) -> [SessionEvent]? {
    let count = lines.lines.count
    return numbers.first { !(1...max(1, count)).contains($0) || count == 0 }
      .map { [.lines(.noSuchLine($0, of: count))] }
  }

  /// Leaves the editor with what was edited.
  func endLines(_ lines: NumberedLines) -> [SessionEvent] {
    mode = .ready
    return takeEdited(lines.text, of: lines.purpose, was: lines.original)
  }

  /// Ctrl-C: leaves the editor. What was changed is kept, and can be taken back.
  func interruptLines(_ lines: NumberedLines) -> [SessionEvent] {
    let isChanged = lines.text != lines.original
    return (isChanged ? [.lines(.left)] : []) + endLines(lines)
  }
}
