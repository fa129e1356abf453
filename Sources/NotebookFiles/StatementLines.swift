import Formulas

/// Cuts a block of statements at its line ends, so that what shares a line stays together.
struct StatementLines {
  /// What stands on some lines of a block.
  struct Lines: Sendable {
    /// In bytes of the file, with the comments above.
    var bytes: Range<Int>
    var items: [NotebookStatements.Item]
  }

  private let bytes: [UInt8]
  /// Of the block in the file.
  private let offset: Int
  /// Up to where the text was looked through for items.
  private var cursor = 0
  private var parts: [(range: Range<Int>, items: [NotebookStatements.Item])] = []
  /// From where the last line end was looked for, up to where it is: many statements may share
  /// one long line.
  private var lineSeen = 0..<0

  init(of bytes: [UInt8], from offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func add(_ item: NotebookStatements.Item, at place: Range<Int>) {
    let place = place.clamped(to: 0..<bytes.count)
    cursor = max(cursor, place.upperBound)
    let start = parts.last?.range.upperBound ?? 0
    let end = lineEnd(cursor)
    if place.lowerBound < start, !parts.isEmpty {
      parts[parts.count - 1].items.append(item)
      parts[parts.count - 1].range = parts[parts.count - 1].range.lowerBound..<end
    } else {
      parts.append((start..<end, [item]))
    }
  }

  /// Of what cannot be read only the text is known.
  mutating func add(_ item: NotebookStatements.Item, reading text: String) {
    let wanted = Array(text.utf8)
    var start = cursor
    if let first = wanted.first {
      while start + wanted.count <= bytes.count,
        bytes[start] != first || !bytes[start...].starts(with: wanted)
      { start += 1 }
    }
    let isFound = start + wanted.count <= bytes.count
    add(item, at: isFound ? start..<start + wanted.count : cursor..<cursor)
  }

  private mutating func lineEnd(_ offset: Int) -> Int {
    // A statement may take its line's end in.
    let from = offset > 0 && bytes[offset - 1] == Byte.newline ? offset - 1 : offset
    if !lineSeen.contains(from) {
      let end = bytes[from...].firstIndex(of: Byte.newline).map { $0 + 1 } ?? bytes.count
      lineSeen = from..<end
    }
    return lineSeen.upperBound
  }

  /// What follows the last item goes with it.
  func finished() -> [Lines] {
    var lines = parts.map { part in
      Lines(
        bytes: offset + part.range.lowerBound..<offset + part.range.upperBound, items: part.items)
    }
    let last = lines.popLast() ?? Lines(bytes: offset..<offset, items: [])
    let end = offset + bytes.count
    return lines + [Lines(bytes: last.bytes.lowerBound..<end, items: last.items)]
  }
}

extension ParsedNotebook {
  /// The lines of a block of statements, with what stands on them.
  func lines(of fence: FencedBlock) -> [StatementLines.Lines] {
    var cutter = StatementLines(of: Array(bytes[fence.content]), from: fence.content.lowerBound)
    let start = fence.content.lowerBound
    for item in statements.items(in: fence) {
      switch item {
      case .statement(let place):
        let bytes = statements.statements[place].place
        cutter.add(item, at: bytes.lowerBound - start..<bytes.upperBound - start)
      case .unreadable(let place): cutter.add(item, reading: statements.unreadable[place].text)
      }
    }
    return cutter.finished()
  }
}
