import Diagnostics
import Formulas
import MarkdownReading

/// The statements of a notebook, and what stands in their place without being one.
struct NotebookFileFormulas: Sendable {
  struct Unreadable: Sendable {
    public var diagnostic: LocatedDiagnostic
    public var question: String?
    var name: String?
  }

  /// A statement, or what cannot be read, by its place among its kind.
  enum Item: Sendable {
    case statement(Int)
    case unreadable(Int)
  }

  /// What stands on some lines of a block.
  struct Lines: Sendable {
    /// In bytes of the file, with the comments above.
    public var bytes: Range<Int>
    var items: [Item]
  }

  private(set) var statements: [NotebookFile.PlacedStatement] = []
  private(set) var unreadable: [Unreadable] = []
  /// The lines of each block, by where it opens.
  private(set) var lines: [Int: [Lines]] = [:]

  init(of reading: NotebookFileReading) {
    for section in reading.layout.sections {
      for fence in section.fences {
        let bytes = Array(reading.bytes[fence.content])
        let source = SourceText(bytes: bytes, name: reading.name, firstLine: fence.firstLine)
        var cutter = StatementLines(of: bytes, from: fence.content.lowerBound)
        for item in Parser.parse(
          String(decoding: bytes, as: UTF8.self), limit: NotebookFile.lengthLimit,
          itemLimit: max(0, Parser.itemLimit - statements.count - unreadable.count)
        ).items {
          // What goes beyond is told once, however many blocks follow.
          if statements.count + unreadable.count > Parser.itemLimit { break }
          switch item {
          case .statement(let statement):
            cutter.add(
              .statement(statements.count), at: statement.span.start..<statement.span.end)
            statements.append(
              NotebookFile.PlacedStatement(
                statement: statement, question: section.id, source: source, fence: fence))
          case .problem(let problem, let text):
            cutter.add(.unreadable(unreadable.count), reading: text)
            unreadable.append(
              Unreadable(
                diagnostic: LocatedDiagnostic(problem.diagnostic, in: source),
                question: section.id, name: boundName(in: text)))
          }
        }
        lines[fence.opening] = cutter.finished()
      }
    }
  }
}

/// Cuts a block of statements at its line ends, so that what shares a line stays together.
private struct StatementLines {
  private let bytes: [UInt8]
  /// Of the block in the file.
  private let offset: Int
  /// Up to where the text was looked through for items.
  private var cursor = 0
  private var parts: [(range: Range<Int>, items: [NotebookFileFormulas.Item])] = []
  /// From where the last line end was looked for, up to where it is: many statements may share
  /// one long line.
  private var lineSeen = 0..<0

  init(of bytes: [UInt8], from offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func add(_ item: NotebookFileFormulas.Item, at place: Range<Int>) {
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
  mutating func add(_ item: NotebookFileFormulas.Item, reading text: String) {
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
  func finished() -> [NotebookFileFormulas.Lines] {
    if parts.isEmpty {
      return [NotebookFileFormulas.Lines(bytes: offset..<offset + bytes.count, items: [])]
    }
    return parts.enumerated().map { index, part in
      let end = index + 1 < parts.count ? part.range.upperBound : bytes.count
      return NotebookFileFormulas.Lines(
        bytes: offset + part.range.lowerBound..<offset + end, items: part.items)
    }
  }
}

/// The name that a text would bind if it could be read: that of `name = …` and `def name(…`.
private func boundName(in text: String) -> String? {
  var rest = text.utf8.drop(while: Byte.isBlank)
  let isFunction = rest.starts(with: "def ".utf8)
  if isFunction { rest = rest.dropFirst(4).drop(while: Byte.isBlank) }
  let name = rest.prefix { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
  guard let first = name.first, !(0x30...0x39).contains(first) else { return nil }
  let after = rest[name.endIndex...].drop(while: Byte.isBlank)
  let mark = isFunction ? UInt8(ascii: "(") : UInt8(ascii: "=")
  guard after.first == mark, after.dropFirst().first != UInt8(ascii: "=") else { return nil }
  return String(name)
}
