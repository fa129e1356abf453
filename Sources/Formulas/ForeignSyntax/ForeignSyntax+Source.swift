import Diagnostics

extension ForeignSyntax {
  /// A statement in which a mistake was found, as rules look at it: by its tokens.
  struct Source {
    let bytes: [UInt8]
    /// Those of the statement; the last is its end.
    let tokens: [Token]
    let problem: FormulaProblem
    /// How a word or a text of the statement is typed where it stands for a value: a name, or a
    /// column by its heading. Nil where it stands for none.
    var value: (String) -> String? = { _ in nil }
    /// Where the statement starts in the text that the problem's own places count from.
    var offset = 0

    /// Tokens of a statement that is gone into.
    private static let lengthLimit = 300

    init?(_ problem: FormulaProblem, bytes: [UInt8], tokens all: [Token], from first: Int) {
      var depth = 0
      var end = first
      search: while end < all.count, end - first <= Self.lengthLimit {
        switch all[end].kind {
        case let kind where kind.isOpening: depth += 1
        case let kind where kind.isClosing: depth = max(0, depth - 1)
        case .newline, .end: break search
        case .semicolon where depth == 0 || !Self.closes(all, from: end, depth): break search
        default: break
        }
        end += 1
      }
      guard end < all.count, end - first <= Self.lengthLimit, end > first else { return nil }
      self.bytes = bytes
      self.problem = problem
      let last = all[end - 1].end
      tokens = all[first..<end] + [Token(kind: .end, start: last, end: last, isSpaced: false)]
    }

    /// Whether the brackets that are open are closed before the line ends.
    private static func closes(_ tokens: [Token], from start: Int, _ depth: Int) -> Bool {
      var depth = depth
      for token in tokens[start..<min(start + 64, tokens.count)] {
        if token.kind == .newline || token.kind == .end { return false }
        depth += token.kind.nesting
        if token.kind.isClosing, depth == 0 { return true }
      }
      return false
    }

    // MARK: Tokens

    /// Tokens without the end.
    var count: Int { tokens.count - 1 }

    var indices: Range<Int> { 0..<count }

    func kind(_ index: Int) -> Token.Kind {
      tokens.indices.contains(index) ? tokens[index].kind : .end
    }

    func first(from start: Int = 0, where isIt: (Int) -> Bool) -> Int? {
      start < count ? (start..<count).first(where: isIt) : nil
    }

    func first(_ kind: Token.Kind, from start: Int = 0, atDepth depth: Int? = nil) -> Int? {
      let depths = depth == nil ? [] : depths()
      return first(from: start) { self.kind($0) == kind && (depth == nil || depths[$0] == depth) }
    }

    /// The token at which the problem begins.
    var problemIndex: Int? { first { tokens[$0].start == Int32(problem.span.start) } }

    func word(_ index: Int) -> String? { kind(index) == .word ? text(index) : nil }

    /// The character that means nothing at an index; empty where there is none.
    func character(_ index: Int) -> String {
      guard kind(index) == .unknown else { return "" }
      var end = Int(tokens[index].end)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      return text(Span(Int(tokens[index].start), end))
    }

    /// Whether a token touches the one before.
    func touches(_ index: Int) -> Bool { !tokens[index].isSpaced }

    /// Where the formula begins behind a name and its `=`.
    var formulaStart: Int { kind(0) == .word && kind(1) == .equal ? 2 : 0 }

    /// Whether a comma touches numbers on both sides.
    func isDecimalComma(_ index: Int) -> Bool {
      kind(index) == .comma && kind(index - 1) == .number && kind(index + 1) == .number
        && touches(index) && touches(index + 1)
    }

    // MARK: Text

    var whole: Span { span(indices) }

    func span(_ index: Int) -> Span { tokens[index].span }

    func span(_ range: Range<Int>) -> Span {
      tokens[range.lowerBound].span.union(tokens[max(range.lowerBound, range.upperBound - 1)].span)
    }

    func text(_ span: Span) -> String {
      String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }

    func text(_ index: Int) -> String { text(span(index)) }

    /// What is typed from one token up to another.
    func text(_ range: Range<Int>) -> String { range.isEmpty ? "" : text(span(range)) }

    /// What is typed from a token to the end.
    func text(from start: Int) -> String { text(start..<max(start, count)) }

    /// The statement with pieces of it replaced; they are in order.
    func replacing(_ edits: [(place: Span, text: String)]) -> String {
      var result = ""
      var position = whole.start
      for edit in edits {
        result += text(Span(position, edit.place.start)) + edit.text
        position = edit.place.end
      }
      return result + text(Span(position, max(position, whole.end)))
    }

    /// A match whose fix-its take the place of the whole statement: those given, and what edits
    /// make of it.
    func match(
      _ place: Span, found: String = "", sign: String = "", _ fixIts: [String] = [],
      edits: [(place: Span, text: String)] = []
    ) -> Match {
      let all = fixIts + (edits.isEmpty ? [] : [replacing(edits)])
      return Match(
        place: place, found: found, sign: sign,
        fixIts: all.filter { $0.utf8.count <= StatementText.longest }, replaced: whole)
    }

    func match(
      _ index: Int, found: String = "", sign: String = "", _ fixIts: [String] = [],
      edits: [(place: Span, text: String)] = []
    ) -> Match { match(span(index), found: found, sign: sign, fixIts, edits: edits) }

    // MARK: Brackets

    /// Depth of brackets before each token.
    func depths() -> [Int] {
      var depth = 0
      return tokens.map { token in
        if token.kind.isClosing { depth = max(0, depth - 1) }
        defer { if token.kind.isOpening { depth += 1 } }
        return depth
      }
    }

    /// Ranges of what stands between commas on one level.
    func parts(_ range: Range<Int>) -> [Range<Int>] {
      let depths = depths()
      let level = range.isEmpty ? 0 : range.map { depths[$0] }.min() ?? 0
      var result: [Range<Int>] = []
      var start = range.lowerBound
      for index in range where kind(index) == .comma && depths[index] == level {
        result.append(start..<index)
        start = index + 1
      }
      result.append(start..<range.upperBound)
      return result
    }

    /// The bracket that closes the one at an index.
    func partner(of open: Int) -> Int? {
      guard kind(open).isOpening else { return nil }
      var depth = 0
      return first(from: open) { index in
        depth += kind(index).nesting
        return depth == 0
      }
    }

    /// The brackets that are open before an index, the innermost last.
    func openBrackets(before end: Int) -> [Int] {
      var open: [Int] = []
      for index in 0..<end {
        if kind(index).isOpening { open.append(index) }
        if kind(index).isClosing { _ = open.popLast() }
      }
      return open
    }
  }
}

extension Span {
  /// The empty place right behind it.
  var behind: Span { Span(end, end) }
}
