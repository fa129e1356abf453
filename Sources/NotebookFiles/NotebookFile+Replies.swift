import Diagnostics

extension NotebookFile {
  /// The text of a question's block quotes, a blank line between them; nil where there are
  /// none.
  public func reply(toQuestion id: String) -> String? {
    let quotes = sections(of: id).flatMap(\.quotes)
    guard !quotes.isEmpty else { return nil }
    return quotes.map(unquoted).joined(separator: "\n\n")
  }

  /// The lines of a quote without the mark in front of each.
  func unquoted(_ lines: Range<Int>) -> String {
    var end = lines.upperBound
    let bytes = reading.bytes
    if end > lines.lowerBound, bytes[end - 1] == Byte.newline { end -= 1 }
    var text: [UInt8] = []
    text.reserveCapacity(end - lines.lowerBound)
    var start = lines.lowerBound
    while true {
      let stop = bytes[start..<end].firstIndex(of: Byte.newline) ?? end
      var rest = bytes[start..<stop]
      if rest.last == Byte.carriageReturn { rest = rest.dropLast() }
      let spaces = rest.prefix { $0 == Byte.space }.count
      if spaces <= 3, rest.dropFirst(spaces).first == UInt8(ascii: ">") {
        rest = rest.dropFirst(spaces + 1)
        if rest.first == Byte.space || rest.first == Byte.tab { rest = rest.dropFirst() }
      }
      text += rest
      guard stop < end else { return String(decoding: text, as: UTF8.self) }
      text.append(Byte.newline)
      start = stop + 1
    }
  }

  /// Makes a text the only block quote of a question; none, where it is nil or blank.
  public mutating func setReply(_ text: String?, toQuestion id: String, title: String) {
    let quotes = sections(of: id).flatMap(\.quotes)
    let reply = text.map { withUnixLineEnds($0) } ?? ""
    guard !reply.allSatisfy(\.isWhitespace) else { return apply(quotes.map(removal)) }
    let lines = Self.quoted(reply)
    if let first = quotes.first {
      if self.reply(toQuestion: id) == reply { return }
      let others = quotes.dropFirst().map(removal)
      return apply([rewriting(first, as: lines)] + others)
    }
    insert(lines, question: id, title: title) { $0.reply(toQuestion: id) != nil }
  }

  /// The lines of a block quote.
  static func quoted(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.allSatisfy(\.isWhitespace) ? ">" : "> " + line
    }
  }

  /// What puts other lines in the place of a block, with a blank line after them.
  private func rewriting(_ block: Range<Int>, as lines: [String]) -> Edit {
    let isLast = block.upperBound == reading.bytes.count
    let endsLine = reading.bytes[block].last == Byte.newline
    if isLast { return Edit(block, joined(lines + (endsLine ? [""] : []))) }
    return Edit(block, joined(lines + (isBlank(after: block.upperBound) ? [""] : ["", ""])))
  }

  // MARK: Ticks

  /// An item of a task list.
  struct Task {
    var text: String
    var isTicked: Bool
    /// Between the brackets.
    var mark: Range<Int>
    /// Its lines.
    var bytes: Range<Int>
  }

  /// The items of a question's task lists, as typed.
  public func ticks(inQuestion id: String) -> [(text: String, isTicked: Bool)] {
    tasks(of: id).map { ($0.text, $0.isTicked) }
  }

  private func tasks(of id: String) -> [Task] { sections(of: id).flatMap(\.lists).flatMap(tasks) }

  func tasks(in list: Range<Int>) -> [Task] {
    var tasks: [Task] = []
    var continues = false
    var start = list.lowerBound
    while start < list.upperBound {
      let end = reading.bytes[list].lineEnd(after: start)
      let line = reading.bytes[start..<end]
      if let task = task(on: line) {
        tasks.append(task)
        continues = true
      } else if line.allSatisfy(Byte.isBlank) || item(on: line) != nil {
        continues = false
      } else if continues {
        tasks[tasks.count - 1].text += " " + trimmed(line)
        tasks[tasks.count - 1].bytes = tasks[tasks.count - 1].bytes.lowerBound..<end
      }
      start = end
    }
    return tasks
  }

  /// The lines of a list's items that are no tasks.
  func otherItems(in list: Range<Int>) -> [Range<Int>] {
    reading.bytes[list].split(separator: Byte.newline)
      .filter { task(on: $0) == nil && !(item(on: $0)?.allSatisfy(Byte.isBlank) ?? true) }
      .map { $0.startIndex..<$0.endIndex }
  }

  /// What follows the bullet or number of a list's item.
  private func item(on line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let text = line.drop { $0 == Byte.space || $0 == Byte.tab }
    let digits = text.prefix { (0x30...0x39).contains($0) }
    let rest = text.dropFirst(digits.count)
    guard let mark = rest.first, rest.dropFirst().first.map(Byte.isBlank) ?? true else {
      return nil
    }
    let marks = digits.isEmpty ? "-*+" : ".)"
    return marks.utf8.contains(mark) ? rest.dropFirst().drop(while: Byte.isBlank) : nil
  }

  private func task(on line: ArraySlice<UInt8>) -> Task? {
    // A line without a bullet may begin with the mark of a task.
    let rest = item(on: line) ?? line
    guard let (mark, isTicked) = Self.taskMark(in: rest) else { return nil }
    let text = trimmed(rest[(mark.upperBound + 1)...])
    guard !text.isEmpty else { return nil }
    return Task(text: text, isTicked: isTicked, mark: mark, bytes: line.startIndex..<line.endIndex)
  }

  /// What stands between the brackets that a task begins with; nil where it begins otherwise, as
  /// with a link.
  static func taskMark(in line: ArraySlice<UInt8>) -> (bytes: Range<Int>, isTicked: Bool)? {
    let text = line.drop { $0 == Byte.space || $0 == Byte.tab }
    guard text.first == UInt8(ascii: "["),
      let close = text.prefix(10).firstIndex(of: UInt8(ascii: "]")),
      close + 1 < line.endIndex, text[close + 1] != UInt8(ascii: "("),
      text[close + 1] != UInt8(ascii: ":")
    else { return nil }
    let bytes = text.startIndex + 1..<close
    let sign = String(decoding: text[bytes].filter { !Byte.isBlank($0) }, as: UTF8.self)
    guard sign.isEmpty || ticks.contains(sign) else { return nil }
    return (bytes, !sign.isEmpty)
  }

  /// What people put between the brackets.
  private static let ticks: Set<String> = [
    "x", "X", "✓", "✔", "✔\u{FE0F}", "✅", "☑", "v", "V", "*",
  ]

  private func trimmed(_ line: ArraySlice<UInt8>) -> String {
    var rest = line.drop(while: Byte.isBlank)
    while let last = rest.last, Byte.isBlank(last) { rest = rest.dropLast() }
    return String(decoding: rest, as: UTF8.self)
  }

  /// Makes these the items of a question's task list. Where only ticks differ, nothing else is
  /// touched.
  public mutating func setTicks(
    _ items: [(text: String, isTicked: Bool)], toQuestion id: String, title: String
  ) {
    let items = items.map { (text: singleSpaced($0.text), isTicked: $0.isTicked) }
      .filter { !$0.text.isEmpty }
    let old = tasks(of: id)
    if old.map({ singleSpaced($0.text) }) == items.map(\.text) {
      let changed = zip(old, items).filter { $0.isTicked != $1.isTicked }
      return apply(changed.map { Edit($0.mark, $1.isTicked ? "x" : " ") })
    }
    let lines = items.map(Self.task)
    if items.isEmpty { return apply(removals(of: old)) }
    if let first = old.first {
      let rest = removals(of: Array(old.dropFirst()), joiningBlanks: false)
      return apply([Edit(first.bytes, joined(lines + [""]))] + rest)
    }
    insert(lines, question: id, title: title) { !$0.ticks(inQuestion: id).isEmpty }
  }

  /// The line of an item.
  static func task(_ item: (text: String, isTicked: Bool)) -> String {
    "- [\(item.isTicked ? "x" : " ")] \(singleSpaced(item.text))"
  }

  /// What removes items; those that follow each other go as one.
  private func removals(of tasks: [Task], joiningBlanks: Bool = true) -> [Edit] {
    var ranges: [Range<Int>] = []
    for task in tasks {
      if let last = ranges.last, last.upperBound == task.bytes.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<task.bytes.upperBound
      } else {
        ranges.append(task.bytes)
      }
    }
    return ranges.map { joiningBlanks ? removal(of: $0) : Edit($0, "") }
  }

  // MARK: Starting over

  /// Removes the statements, quotes and task lists of a question, with the fences; its heading
  /// and other prose stay.
  public mutating func clear(question id: String) {
    var edits: [Edit] = []
    for section in sections(of: id) {
      for block in section.blocks {
        switch block.kind {
        case .fence(let fence) where fence.holdsStatements: edits.append(removal(of: block.bytes))
        case .quote: edits.append(removal(of: block.bytes))
        case .list: edits += removals(of: tasks(in: block.bytes))
        case .fence, .html, .other: break
        }
      }
    }
    apply(edits)
  }
}
