import Diagnostics
import Formulas

/// Goes with the statements of a notebook as long as an edit moves them alone: two files with one
/// edition hold the same statements.
public final class StatementsEdition: Sendable {}

/// The statements of a notebook, and what stands in their place without being one.
struct NotebookStatements: Sendable {
  struct Unreadable: Sendable {
    var text: String
    var diagnostic: LocatedDiagnostic
    var question: String?
    var name: String?
    /// Where its block opens, in bytes of the file.
    var opening: Int
    /// Statements of the file before it.
    var position: Int

    /// Takes an edit before it in.
    mutating func move(_ shift: EditShift) {
      opening += shift.bytes
      diagnostic.source = diagnostic.source.moved(lines: shift.lines)
    }
  }

  /// A statement, or what cannot be read, by its place among its kind.
  enum Item: Sendable {
    case statement(Int)
    case unreadable(Int)
  }

  private(set) var statements: [NotebookFile.PlacedStatement] = []
  private(set) var unreadable: [Unreadable] = []

  let edition = StatementsEdition()

  private var count: Int { statements.count + unreadable.count }

  init(of notebook: ParsedNotebook) {
    for section in notebook.layout.sections {
      for fence in section.fences {
        add(
          notebook.bytes[fence.content], in: fence, question: section.id, name: notebook.name,
          firstLine: fence.firstLine)
      }
    }
  }

  private init() {}

  /// Reads lines of a block. What goes beyond the limit is told once, however many blocks follow.
  private mutating func add(
    _ bytes: ArraySlice<UInt8>, in fence: FencedBlock, question: String?, name: String,
    firstLine: Int, after earlier: Int = 0
  ) {
    let source = SourceText(bytes: Array(bytes), name: name, firstLine: firstLine)
    let limit = Parser.itemLimit - earlier
    for item in Parser.parse(
      String(decoding: bytes, as: UTF8.self), limit: NotebookFile.lengthLimit,
      itemLimit: max(0, limit - count)
    ).items {
      if count > limit { break }
      switch item {
      case .statement(let statement):
        statements.append(
          NotebookFile.PlacedStatement(
            statement: statement, question: question, source: source, fence: fence,
            start: bytes.startIndex))
      case .problem(let problem, let text):
        unreadable.append(
          Unreadable(
            text: text, diagnostic: LocatedDiagnostic(problem.diagnostic, in: source),
            question: question, name: boundName(in: text), opening: fence.opening,
            position: statements.count))
      }
    }
  }

  // MARK: Blocks

  /// The statements of a block, by their places in `statements`.
  private func places(in fence: FencedBlock) -> Range<Int> {
    let first = statements.firstIndex { $0.fence.opening >= fence.opening } ?? statements.count
    let end = statements[first...].firstIndex { $0.fence.opening > fence.opening }
    return first..<(end ?? statements.count)
  }

  /// What stands in a block, in the order of the file.
  func items(in fence: FencedBlock) -> [Item] {
    var items: [Item] = []
    var next = places(in: fence)
    for (index, problem) in unreadable.enumerated() where problem.opening == fence.opening {
      let end = min(max(problem.position, next.lowerBound), next.upperBound)
      items += (next.lowerBound..<end).map { .statement($0) }
      next = end..<next.upperBound
      items.append(.unreadable(index))
    }
    return items + next.map { .statement($0) }
  }

  /// The texts of what stands in a block, with newlines alone at line ends.
  func texts(in fence: FencedBlock) -> [String] { items(in: fence).map(text) }

  func text(of item: Item) -> String {
    switch item {
    case .statement(let place): withUnixLineEnds(statements[place].statement.text)
    case .unreadable(let place): withUnixLineEnds(unreadable[place].text)
    }
  }

  // MARK: Edits

  /// The same where the edit is before all of them, or in a block without statements.
  func moved(_ shift: EditShift) -> NotebookStatements {
    var copy = self
    for index in statements.indices
    where statements[index].fence.opening >= shift.replaced.upperBound {
      copy.statements[index].move(shift)
    }
    for index in unreadable.indices where unreadable[index].opening >= shift.replaced.upperBound {
      copy.unreadable[index].move(shift)
    }
    return copy
  }

  /// The same after an edit within a block: only the lines that it touches are read, or the block
  /// where these may hang together with others.
  func edited(
    _ shift: EditShift, _ old: FencedBlock, _ new: FencedBlock, from before: [UInt8],
    to after: [UInt8], question: String?, name: String
  ) -> NotebookStatements {
    func read(_ bytes: Range<Int>, firstLine: Int, besides others: Int) -> NotebookStatements {
      var read = NotebookStatements()
      read.add(
        after[bytes], in: new, question: question, name: name, firstLine: firstLine, after: others)
      return read
    }
    let own = places(in: old)
    if let (bytes, kept) = lines(of: shift, among: own, in: old, before, after) {
      let above = before[old.content.lowerBound..<bytes.lowerBound].count { $0 == Byte.newline }
      let lines = read(
        shift.grown(bytes), firstLine: new.firstLine + above, besides: count - kept.count)
      // A line that cannot be read, or a function's body, may take in what stands below.
      if lines.unreadable.isEmpty, !lines.statements.contains(where: \.isOpenEnded) {
        return replacing(kept, by: lines, shift, old, new)
      }
    }
    let others = count - own.count - unreadable.count { $0.opening == old.opening }
    let block = read(new.content, firstLine: new.firstLine, besides: others)
    return replacing(own, by: block, shift, old, new)
  }

  /// The same with other statements in the place of some of a block. All that cannot be read in it
  /// is replaced as well.
  private func replacing(
    _ places: Range<Int>, by read: NotebookStatements, _ shift: EditShift, _ old: FencedBlock,
    _ new: FencedBlock
  ) -> NotebookStatements {
    var copy = NotebookStatements()
    copy.statements = statements
    for index in places.upperBound..<statements.count { copy.statements[index].move(shift) }
    for index in self.places(in: old) { copy.statements[index].fence = new }
    copy.statements.replaceSubrange(places, with: read.statements)
    let more = read.statements.count - places.count
    copy.unreadable = unreadable.filter { $0.opening < old.opening }
    for var problem in read.unreadable {
      problem.position += places.lowerBound
      copy.unreadable.append(problem)
    }
    for var problem in unreadable where problem.opening > old.opening {
      problem.position += more
      problem.move(shift)
      copy.unreadable.append(problem)
    }
    return copy
  }

  /// The lines of a block that an edit touches, with the statements on them; nil where they may
  /// hang together with the lines around them.
  private func lines(
    of shift: EditShift, among own: Range<Int>, in fence: FencedBlock, _ before: [UInt8],
    _ after: [UInt8]
  ) -> (bytes: Range<Int>, places: Range<Int>)? {
    guard !unreadable.contains(where: { $0.opening == fence.opening }) else { return nil }
    let content = fence.content
    func lineStart(_ offset: Int) -> Int { before[content.lowerBound..<offset].lastLine.startIndex }
    func lineEnd(_ offset: Int) -> Int {
      if offset > content.lowerBound, before[offset - 1] == Byte.newline { return offset }
      return before[offset..<content.upperBound].firstIndex(of: Byte.newline).map { $0 + 1 }
        ?? content.upperBound
    }
    var start = lineStart(shift.replaced.lowerBound)
    var first = own.first { statements[$0].place.upperBound > start } ?? own.upperBound
    while first < own.upperBound, statements[first].place.lowerBound < start {
      start = lineStart(statements[first].place.lowerBound)
      while first > own.lowerBound, statements[first - 1].place.upperBound > start { first -= 1 }
    }
    var end = max(lineEnd(shift.replaced.upperBound), start)
    // What is put before a line's end or in its middle makes that line another.
    if end == shift.replaced.upperBound, shift.replacement.upperBound > content.lowerBound,
      after[shift.replacement.upperBound - 1] != Byte.newline, end < content.upperBound
    {
      end = lineEnd(min(end + 1, content.upperBound))
    }
    var last = first
    while last < own.upperBound, statements[last].place.lowerBound < end {
      end = max(end, lineEnd(statements[last].place.upperBound))
      last += 1
    }
    let touched = shift.grown(start..<end)
    let isOpenAbove = first > own.lowerBound && statements[first - 1].isOpenEnded
    let below = after[touched.upperBound..<shift.grown(content).upperBound].first
    func isIndented(_ byte: UInt8?) -> Bool { byte == Byte.space || byte == Byte.tab }
    let isOpen = Parser.parse(String(decoding: after[touched], as: UTF8.self)).isIncomplete
    return isOpenAbove || isIndented(after[touched].first) || isIndented(below) || isOpen
      ? nil : (start..<end, first..<last)
  }
}

extension NotebookFile.PlacedStatement {
  /// Whether lines below may belong to it.
  fileprivate var isOpenEnded: Bool { if case .function = statement.kind { true } else { false } }
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
