import Diagnostics
import MarkdownReading
import TextLayout

/// Sections and blocks of a notebook's body, as offsets into the file.
struct NotebookLayout: Sendable {
  /// In the order of the file, without gaps. The first has no id and may be empty.
  var sections: [NotebookSection]
  var faults: [ParsedNotebook.PlacedFault] = []

  /// Places of the sections by id; nil for what stands before the first.
  private var places: [String?: [Int]] = [:]
  /// Of the body, while it is read.
  private var lineStarts: [Int] = []
  private var bytes: [UInt8] = []

  init(of bytes: [UInt8], after header: NotebookHeader) {
    self.bytes = bytes
    var start = header.bodyOffset
    // cmark passes over a byte order mark, and only over one.
    while bytes[start...].starts(with: NotebookHeader.byteOrderMark) { start += 3 }
    let body = start..<bytes.count
    lineStarts = [body.lowerBound] + body.filter { bytes[$0] == Byte.newline }.map { $0 + 1 }
    sections = [NotebookSection(id: nil, level: 0, bytes: body)]
    guard !body.isEmpty else {
      places = [nil: [0]]
      return
    }
    let blocks =
      PlainBody(body, of: bytes, lineStarts: lineStarts)?.blocks ?? blocks(of: body, firstLine: 1)
      ?? piecewise(body, header.bodyFirstLine)
    for placed in blocks {
      add(placed, lines: lines(placed.lines), line: placed.lines.lowerBound, header.bodyFirstLine)
    }
    for (place, section) in sections.enumerated() { places[section.id, default: []].append(place) }
    lineStarts = []
    self.bytes = []
  }

  /// The sections of an id, in the order of the file.
  func sections(of id: String?) -> [NotebookSection] { (places[id] ?? []).map { sections[$0] } }

  private mutating func report(_ fault: Diagnostic, line: Int) {
    faults.append(ParsedNotebook.PlacedFault(fault: fault, line: line))
  }

  /// Bytes of lines of the body, counted from 1.
  private func lines(_ range: ClosedRange<Int>) -> Range<Int> {
    let first = min(max(range.lowerBound, 1), lineStarts.count) - 1
    let last = min(max(range.upperBound, first + 1), lineStarts.count)
    return lineStarts[first]..<(last < lineStarts.count ? lineStarts[last] : bytes.count)
  }

  // MARK: Blocks

  /// Nil where the Markdown is too large or too tangled to be read at once.
  private func blocks(of range: Range<Int>, firstLine: Int) -> [PlacedBlock]? {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let blocks = readMarkdown(text, firstLine: firstLine, formulas: false).blocks
    if blocks.count == 1, case .code(_, let code, fenced: false) = blocks[0].block,
      code.utf8.count + bytes[range].count(where: { $0 == Byte.carriageReturn }) == range.count
    {
      return nil
    }
    return blocks
  }

  /// Reads the sections one by one; what still cannot be read is reported and left alone.
  private mutating func piecewise(_ body: Range<Int>, _ bodyFirstLine: Int) -> [PlacedBlock] {
    let headings = (1..<lineStarts.count).filter { line in
      questionID(ofHeadingLine: bytes[lines(line + 1...line + 1)]) != nil
    }
    let cuts = [0] + headings + [lineStarts.count]
    var result: [PlacedBlock] = []
    var index = 0
    while index + 1 < cuts.count {
      // Short sections are read together.
      var next = index + 1
      while next + 1 < cuts.count, cuts[next + 1] - cuts[index] <= Self.linesTogether,
        offset(ofLine: cuts[next + 1]) - offset(ofLine: cuts[index]) <= Self.bytesTogether
      {
        next += 1
      }
      let together = blocks(ofLines: cuts[index]..<cuts[next])
      result += together ?? []
      for one in index..<next where together == nil {
        if next > index + 1, let found = blocks(ofLines: cuts[one]..<cuts[one + 1]) {
          result += found
        } else {
          report(.tangled, line: cuts[one] + bodyFirstLine)
        }
      }
      index = next
    }
    return result
  }

  private static let linesTogether = 1000
  private static let bytesTogether = 1 << 16

  /// Of lines counted from 0.
  private func blocks(ofLines lines: Range<Int>) -> [PlacedBlock]? {
    let range = offset(ofLine: lines.lowerBound)..<offset(ofLine: lines.upperBound)
    return range.isEmpty ? [] : blocks(of: range, firstLine: lines.lowerBound + 1)
  }

  private func offset(ofLine line: Int) -> Int {
    line < lineStarts.count ? lineStarts[line] : bytes.count
  }

  private mutating func add(
    _ placed: PlacedBlock, lines: Range<Int>, line: Int, _ bodyFirstLine: Int
  ) {
    let fileLine = line + bodyFirstLine - 1
    let kind: NotebookSection.Block.Kind
    switch placed.block {
    case .heading(let level, let inlines):
      if let id = questionID(ofHeading: inlines.plainText) {
        let end = sections[sections.count - 1].bytes.upperBound
        sections[sections.count - 1].bytes =
          sections[sections.count - 1].bytes.lowerBound..<lines.lowerBound
        sections.append(NotebookSection(id: id, level: level, bytes: lines.lowerBound..<end))
        return
      }
      kind = .other
    case .code(let info, _, fenced: true):
      let word = info.split(whereSeparator: \.isWhitespace).first.map { $0.lowercased() } ?? ""
      guard
        let fence = FencedBlock(
          in: bytes, lines: lines, firstLine: fileLine, holdsStatements: word == "reckon")
      else {
        kind = .other
        break
      }
      check(fence, word: word, line: fileLine)
      kind = .fence(fence)
    case .quote(let blocks):
      if holdsStatements(blocks) { report(.fenceInside("quote"), line: fileLine) }
      kind = .quote
    case .list(_, _, let items):
      if items.contains(where: { holdsStatements($0.blocks) }) {
        report(.fenceInside("list"), line: fileLine)
      }
      kind = .list
    case .html: kind = .html
    case .paragraph where isLoneTasks(lines): kind = .list
    case .paragraph, .code, .table, .rule: kind = .other
    }
    sections[sections.count - 1].blocks.append(NotebookSection.Block(kind: kind, bytes: lines))
  }

  /// Whether each line of a paragraph is a task but for its bullet.
  private func isLoneTasks(_ lines: Range<Int>) -> Bool {
    bytes[lines].split(separator: Byte.newline).allSatisfy { NotebookFile.taskMark(in: $0) != nil }
  }

  private mutating func check(_ fence: FencedBlock, word: String, line: Int) {
    if fence.holdsStatements {
      if fence.overruns(in: bytes) {
        report(.fenceOverruns, line: line)
      } else if fence.closing == nil {
        report(.fenceUnclosed, line: line)
      }
    } else if !nearestNames(to: word, among: ["reckon"]).isEmpty {
      report(.fenceMisspelt(found: word), line: line)
    }
  }

  private func holdsStatements(_ blocks: [TextLayout.Block]) -> Bool {
    blocks.contains { block in
      switch block {
      case .code(let info, _, fenced: true): info.hasPrefix("reckon")
      case .quote(let inner): holdsStatements(inner)
      case .list(_, _, let items): items.contains { holdsStatements($0.blocks) }
      case .code, .heading, .paragraph, .table, .rule, .html: false
      }
    }
  }
}
