import Diagnostics
import Formulas

extension NotebookFile {
  /// A statement and its place in the file.
  public struct PlacedStatement: Sendable {
    public var statement: Statement
    /// Id of the section it stands in; nil before the first.
    public var question: String?
    /// The lines that it was read with, with the file's name and their numbers; the statement's
    /// spans are within them.
    public var source: SourceText
    /// Where it stands at the time it was asked for.
    var fence: FencedBlock
    /// From where its spans count, in bytes of the file: where the lines that it was read with would
    /// begin, had nothing above it changed.
    var start: Int

    /// What it binds: a name or a column; nil for what only shows, and for units.
    public var key: Worksheet.Key? {
      switch statement.kind {
      case .assign(let name, _, _): .name(name)
      case .function(let definition): .name(definition.name)
      case .assignColumn(let table, let column, _, _): .column(table: table, column: column)
      case .unit, .show: nil
      }
    }

    /// Line of the file, counted from 1, on which it starts.
    public var line: Int { source.line(at: statement.span.start) }

    /// In bytes of the file.
    var place: Range<Int> { start + statement.span.start..<start + statement.span.end }

    /// Takes an edit before it in.
    mutating func move(_ shift: EditShift) {
      start += shift.bytes
      source = source.moved(lines: shift.lines)
      fence = fence.moved(shift)
    }
  }

  /// All statements, in the order of the file.
  public func statements() -> [PlacedStatement] { reading.statements.statements }

  /// Of all statements.
  public var edition: StatementsEdition { reading.statements.edition }

  /// The statements of one question, in the order of the file.
  public func statements(inQuestion id: String) -> [PlacedStatement] {
    reading.statements.statements.filter { $0.question == id }
  }

  /// The last of the statements that bind such a key.
  public func lastStatement(where isSuch: (Worksheet.Key) -> Bool) -> PlacedStatement? {
    let all = reading.statements.statements
    // By their places, so that none is copied to be looked at.
    return all.indices.last { all[$0].key.map(isSuch) ?? false }.map { all[$0] }
  }

  /// Statements that cannot be read, with their place, and with the name that they would bind.
  public func unreadable() -> [(diagnostic: LocatedDiagnostic, question: String?, name: String?)] {
    reading.statements.unreadable.map { ($0.diagnostic, $0.question, $0.name) }
  }

  // MARK: Editing

  /// Adds statements to the last block of a question; block and section are made where they
  /// are missing, or where the block would swallow what is added.
  public mutating func append(_ statementText: String, toQuestion id: String, title: String) {
    let text = withoutBlankEnds(statementText)
    guard !text.isEmpty else { return }
    if let fence = sections(of: id).flatMap(\.fences).last, append(text, to: fence) { return }
    let count = statements(inQuestion: id).count
    let block = FencedBlock.lines(around: text, info: "reckon")
    insert(block, question: id, title: title) { $0.statements(inQuestion: id).count > count }
  }

  private mutating func append(_ text: String, to fence: FencedBlock) -> Bool {
    let content = reading.bytes[fence.content]
    // A block is parsed at once; one that grew too long for that would not be read at all.
    guard content.count + text.utf8.count <= Parser.lengthLimit / 2 else { return false }
    var end = fence.content.upperBound
    if fence.closing == nil {
      let written = content.lastIndex { !Byte.isBlank($0) }
      end = written.map { content.lineEnd(after: $0) } ?? content.startIndex
    }
    let gap = reading.bytes[end - 1] == Byte.newline ? "" : reading.lineEnd
    let new = withLineEnds(text) + reading.lineEnd
    // A blank line ends what was left open above.
    let candidates = [gap + new, gap + reading.lineEnd + new].map { Edit(end..<end, $0) }
    return make(
      candidates, in: fence, around: text,
      reading: reading.statements.texts(in: fence) + itemTexts(text))
  }

  /// The comment that follows a statement on its line, without the spaces before it; nil where
  /// there is none, or where it follows another statement.
  public func comment(of placed: PlacedStatement) -> String? {
    current(placed).flatMap(commentBytes).map(reading.text)
  }

  private func commentBytes(of found: PlacedStatement) -> Range<Int>? {
    let line = reading.bytes[found.place.upperBound..<found.fence.content.upperBound]
      .prefix { $0 != Byte.newline }
    let rest = line.drop { $0 != Byte.newline && Byte.isBlank($0) || $0 == UInt8(ascii: ";") }
    guard rest.first == UInt8(ascii: "#") else { return nil }
    return rest.startIndex..<(rest.last == Byte.carriageReturn ? rest.endIndex - 1 : rest.endIndex)
  }

  /// Puts another text in the place of a statement; the rest of its line stays, or all but its
  /// comment. False where the statement is no longer there.
  @discardableResult
  public mutating func replace(
    _ placed: PlacedStatement, with text: String, droppingComment: Bool = false
  ) -> Bool {
    guard var found = current(placed) else { return false }
    if droppingComment, let comment = commentBytes(of: found) {
      apply([Edit(found.place.upperBound..<comment.upperBound, "")])
      guard let again = current(placed) else { return false }
      found = again
    }
    let text = withoutBlankEnds(text)
    guard !text.isEmpty else { return remove(found) }
    let content = found.fence.content
    let place = found.place
    let rest = reading.bytes[place.upperBound..<content.upperBound]
    let next = rest.drop { $0 == Byte.space || $0 == Byte.tab || $0 == UInt8(ascii: ";") }
    let new = withLineEnds(text)
    let end = reading.lineEnd
    // Where the text ends with a comment, what follows goes to a line of its own; where it
    // would be read as part of what is above, a blank line parts them.
    let candidates = [
      Edit(place, new), Edit(place.lowerBound..<next.startIndex, new + end),
      Edit(place, end + new), Edit(place.lowerBound..<next.startIndex, end + new + end),
    ]
    let expected = texts(in: found.fence, with: itemTexts(text), inPlaceOf: found)
    if make(candidates, in: found.fence, around: text, reading: expected) { return true }
    remove(found)
    append(text, toQuestion: found.question ?? "", title: "")
    return true
  }

  /// Takes a statement out, with its line and the comment at the end of it where nothing else
  /// stands there. False where the statement is no longer there.
  @discardableResult
  public mutating func remove(_ placed: PlacedStatement) -> Bool {
    guard let found = current(placed) else { return false }
    let bytes = reading.bytes
    let content = bytes[found.fence.content]
    let semicolon = UInt8(ascii: ";")
    let isSpace = { (byte: UInt8) in byte == Byte.space || byte == Byte.tab }

    let left = content[..<found.place.lowerBound].lastLine
    let line = content[found.place.upperBound...].prefix { $0 != Byte.newline }
    let next = line.drop { isSpace($0) || $0 == semicolon || $0 == Byte.carriageReturn }
    var range = found.place
    if !left.allSatisfy(isSpace) {
      let kept = left.reversed().drop { isSpace($0) || $0 == semicolon }.count
      range = left.startIndex + kept..<range.upperBound
    } else if next.isEmpty || next.first == UInt8(ascii: "#") {
      range = left.startIndex..<min(line.endIndex + 1, content.endIndex)
    } else {
      range = range.lowerBound..<next.startIndex
    }
    let expected = texts(in: found.fence, with: [], inPlaceOf: found)
    let edits = [Edit(range, ""), Edit(found.place, "")]
    if !make(edits, in: found.fence, around: "", reading: expected) { apply([edits[0]]) }
    return true
  }

  /// The statement as it stands now: at its place, or else the same text elsewhere in the
  /// question.
  private func current(_ placed: PlacedStatement) -> PlacedStatement? {
    let all = reading.statements.statements
    func isSame(_ other: PlacedStatement) -> Bool {
      other.statement.text == placed.statement.text && other.question == placed.question
    }
    return all.first { $0.place == placed.place && isSame($0) } ?? all.last(where: isSame)
  }

  /// What makes a fence longer than any run of its marks that opens a line of the text.
  private func lengthening(_ fence: FencedBlock, around text: String) -> [Edit] {
    let needed = FencedBlock.length(around: text.utf8, mark: fence.mark)
    guard needed > fence.length else { return [] }
    let mark = String(decoding: [fence.mark], as: UTF8.self)
    let more = String(repeating: mark, count: needed - fence.length)
    let places = [fence.opening] + (fence.closing.map { [$0] } ?? [])
    return places.map { Edit($0..<$0, more) }
  }

  /// What is read in a fence once a statement has given way to others.
  private func texts(
    in fence: FencedBlock, with texts: [String], inPlaceOf found: PlacedStatement
  ) -> [String] {
    reading.statements.items(in: fence).flatMap { item -> [String] in
      if case .statement(let place) = item,
        reading.statements.statements[place].place == found.place
      {
        return texts
      }
      return [reading.statements.text(of: item)]
    }
  }

  /// Makes the first edit after which the fence reads as expected; false where none does.
  private mutating func make(
    _ edits: [Edit], in fence: FencedBlock, around text: String, reading expected: [String]
  ) -> Bool {
    let more = lengthening(fence, around: text)
    for edit in edits {
      let next = reading.applying([edit] + more)
      let own = next.layout.fence(openingAt: fence.opening)
      if own.map(next.statements.texts) == expected {
        reading = next
        return true
      }
    }
    return false
  }

  /// Statements and what cannot be read, as texts.
  private func itemTexts(_ text: String) -> [String] {
    Parser.parse(withUnixLineEnds(text)).items.map { item in
      switch item {
      case .statement(let statement): statement.text
      case .problem(_, let text): text
      }
    }
  }
}
