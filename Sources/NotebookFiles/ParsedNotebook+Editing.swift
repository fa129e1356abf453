import MarkdownReading

/// What an edit moves: everything behind it, by some bytes and lines.
struct EditShift {
  /// What was replaced, in bytes of the text before.
  var replaced: Range<Int>
  /// Line of the file, counted from 1, on which it starts.
  var line: Int
  var bytes: Int
  var lines: Int

  /// What stands in its place, in bytes of the text after.
  var replacement: Range<Int> { replaced.lowerBound..<replaced.upperBound + bytes }

  func offset(_ old: Int) -> Int { old >= replaced.upperBound ? old + bytes : old }

  /// Of something that the edit is not within.
  func range(_ old: Range<Int>) -> Range<Int> {
    old.lowerBound >= replaced.upperBound ? old.lowerBound + bytes..<old.upperBound + bytes : old
  }

  /// Of something that the edit is within.
  func grown(_ old: Range<Int>) -> Range<Int> { old.lowerBound..<offset(old.upperBound) }

  func line(_ old: Int) -> Int { old > line ? old + lines : old }
}

/// Edits that take over what they cannot have changed, so that a line costs what it changes and
/// not what the notebook holds. What cannot be told so is read anew.
extension ParsedNotebook {
  /// The notebook after all edits at once; their places are those before any of them, and do not
  /// overlap. Of two at the same place, the first comes first.
  func applying(_ edits: [NotebookFile.Edit]) -> ParsedNotebook {
    // Where carriage returns end lines, the text's bytes are not those that are read.
    let mayShift = !bytes.contains(Byte.carriageReturn)
    var new = mayShift ? bytes : Array(text.utf8)
    let backwards = edits.enumerated().sorted {
      ($0.element.bytes.lowerBound, $0.offset) > ($1.element.bytes.lowerBound, $1.offset)
    }.map(\.element)
    for edit in backwards { new.replaceSubrange(edit.bytes, with: edit.text.utf8) }
    let next = ParsedNotebook(String(decoding: new, as: UTF8.self), name: name)
    guard mayShift, !new.contains(Byte.carriageReturn), let first = backwards.last,
      let end = edits.map(\.bytes.upperBound).max()
    else { return next }
    let replaced = first.bytes.lowerBound..<end
    var shift = EditShift(replaced: replaced, line: 1, bytes: new.count - bytes.count, lines: 0)
    func newlines(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
      bytes[range].count { $0 == Byte.newline }
    }
    shift.line += newlines(bytes, 0..<replaced.lowerBound)
    shift.lines = newlines(new, shift.replacement) - newlines(bytes, replaced)
    if !takeOverHead(shift, to: next) { takeOverBody(shift, to: next) }
    return next
  }

  /// Where the front matter alone changes, all that follows moves.
  private func takeOverHead(_ shift: EditShift, to next: ParsedNotebook) -> Bool {
    guard header.yaml != nil, shift.replaced.upperBound <= header.bodyOffset else { return false }
    let own = next.header
    guard own.yaml != nil, own.bodyOffset == header.bodyOffset + shift.bytes,
      own.bodyFirstLine == header.bodyFirstLine + shift.lines
    else { return true }
    next.take(layout: layout.moved(shift, editing: nil))
    next.take(statements: statements.moved(shift))
    return true
  }

  /// Where a single block changes and stays what it is, the rest of the body moves.
  private func takeOverBody(_ shift: EditShift, to next: ParsedNotebook) {
    guard header.yaml != nil, shift.replaced.lowerBound >= header.bodyOffset,
      let place = layout.block(holding: shift.replaced)
    else { return }
    let block = layout.sections[place.section].blocks[place.block]
    guard staysItself(block, shift, in: next.bytes) else { return }
    next.take(header: header)
    let moved = layout.moved(shift, editing: place)
    next.take(layout: moved)
    if case .fence(let old) = block.kind,
      case .fence(let new) = moved.sections[place.section].blocks[place.block].kind
    {
      next.take(
        statements: statements.edited(
          shift, old, new, from: bytes, to: next.bytes,
          question: layout.sections[place.section].id, name: name))
    } else {
      next.take(statements: statements.moved(shift))
    }
  }

  /// Whether a block is still one block of its kind after an edit within it, and what follows it
  /// is not drawn into it.
  private func staysItself(
    _ block: NotebookSection.Block, _ shift: EditShift, in new: [UInt8]
  ) -> Bool {
    let after = shift.grown(block.bytes)
    let marks = [UInt8(ascii: "`"), UInt8(ascii: "~")]
    func holdsMarks(_ bytes: ArraySlice<UInt8>) -> Bool {
      zip(bytes, zip(bytes.dropFirst(), bytes.dropFirst(2))).contains { first, others in
        first == others.0 && first == others.1 && marks.contains(first)
      }
    }
    switch block.kind {
    case .fence(let fence):
      guard fence.holdsStatements, fence.closing != nil,
        shift.replaced.lowerBound >= fence.content.lowerBound,
        shift.replaced.upperBound <= fence.content.upperBound
      else { return false }
      let content = shift.grown(fence.content)
      return !holdsMarks(new[shift.replacement])
        && (content.isEmpty || new[content.upperBound - 1] == Byte.newline)
    case .quote, .list:
      guard !holdsMarks(new[after]), !holdsMarks(bytes[block.bytes]) else { return false }
      let rest = new[after.upperBound...].prefix { $0 != Byte.newline }
      guard rest.allSatisfy(Byte.isBlank) else { return false }
      let text = String(decoding: new[after], as: UTF8.self)
      let blocks = readMarkdown(text, firstLine: 1, formulas: false).blocks
      guard blocks.count == 1 else { return false }
      switch (block.kind, blocks[0].block) {
      case (.quote, .quote), (.list, .list): return endsWithWriting(new[after])
      default: return false
      }
    case .html, .other: return false
    }
  }

  /// Whether the last line is not blank: blank lines belong to no block.
  private func endsWithWriting(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = bytes.last == Byte.newline ? bytes.dropLast() : bytes
    return !text.lastLine.allSatisfy(Byte.isBlank)
  }
}
