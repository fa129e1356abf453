import Diagnostics

/// Recognises, in a statement that cannot be read or computed, a way of writing that people bring
/// from elsewhere, and how it is written here. It looks at the tokens only, and only after a
/// mistake has been found.
struct HabitReader {
  let bytes: [UInt8]
  /// Those of the statement; the last is its end.
  let tokens: [Token]
  let problem: FormulaProblem
  /// How a word or a text of the statement is typed where it stands for a value: a name, or a
  /// column by its heading. Nil where it stands for none.
  var value: (String) -> String? = { _ in nil }
  /// Where the statement starts in the text that the problem's own places count from; nil where
  /// the bytes are that text.
  var offset: Int?

  /// Longer statements are not gone into.
  static let lengthLimit = 300
  /// Bytes of a mend that people would type.
  private static let longestMend = 76

  init?(_ problem: FormulaProblem, bytes: [UInt8], tokens all: [Token], from first: Int) {
    var depth = 0
    var end = first
    search: while end < all.count, end - first <= Self.lengthLimit {
      switch all[end].kind {
      case .openParen, .openBracket, .openBrace: depth += 1
      case .closeParen, .closeBracket, .closeBrace: depth = max(0, depth - 1)
      case .newline, .end: break search
      case .semicolon where depth == 0 || !Self.closes(all, from: end, depth): break search
      default: break
      }
      end += 1
    }
    guard end < all.count, end - first <= Self.lengthLimit, end > first else { return nil }
    self.bytes = bytes
    self.problem = problem
    var own = Array(all[first..<end])
    let last = own[own.count - 1].end
    own.append(Token(kind: .end, start: last, end: last, isSpaced: false))
    tokens = own
  }

  /// Whether the brackets that are open are closed before the line ends.
  private static func closes(_ tokens: [Token], from start: Int, _ depth: Int) -> Bool {
    var depth = depth
    for token in tokens[start..<min(start + 64, tokens.count)] {
      switch token.kind {
      case .openParen, .openBracket, .openBrace: depth += 1
      case .closeParen, .closeBracket, .closeBrace:
        depth -= 1
        if depth == 0 { return true }
      case .newline, .end: return false
      default: break
      }
    }
    return false
  }

  /// The habit behind a statement that cannot be read; nil where the problem says it best.
  func readingHabit() -> FormulaProblem? {
    if case .habit(.spoken, _) = problem.kind { return nameInPieces() }
    if case .habit = problem.kind { return nil }
    return start() ?? pythonStatement() ?? foreignSigns() ?? assignment() ?? brackets()
      ?? columns() ?? texts()
  }

  /// The habit behind a statement that was read but cannot be computed.
  func computingHabit() -> FormulaProblem? {
    if case .habit = problem.kind { return nil }
    return pythonStatement() ?? comment() ?? equality() ?? members() ?? columns() ?? arrow()
      ?? calls() ?? quoted()
  }

  // MARK: Pieces

  /// Tokens without the end.
  var count: Int { tokens.count - 1 }

  func kind(_ index: Int) -> Token.Kind {
    tokens.indices.contains(index) ? tokens[index].kind : .end
  }

  func text(_ span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// What is typed from one token up to another.
  func text(_ range: Range<Int>) -> String {
    range.isEmpty ? "" : text(span(range))
  }

  func span(_ range: Range<Int>) -> Span {
    tokens[range.lowerBound].span.union(tokens[max(range.lowerBound, range.upperBound - 1)].span)
  }

  func word(_ index: Int) -> String? {
    kind(index) == .word ? text(tokens[index].span) : nil
  }

  /// Whether a token touches the one before.
  func touches(_ index: Int) -> Bool { !tokens[index].isSpaced }

  var whole: Span { span(0..<count) }

  /// The problem with mends that take the place of the whole statement.
  func problem(_ habit: Habit, at place: Span, _ mends: [String]) -> FormulaProblem {
    problem(.habit(habit, mends: mends.filter { $0.utf8.count <= Self.longestMend }), at: place)
  }

  func problem(_ kind: FormulaProblem.Kind, at place: Span) -> FormulaProblem {
    FormulaProblem(kind, place, mending: whole)
  }

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

  /// Depth of brackets before each token.
  func depths() -> [Int] {
    var depth = 0
    return tokens.map { token in
      switch token.kind {
      case .openParen, .openBracket, .openBrace:
        depth += 1
        return depth - 1
      case .closeParen, .closeBracket, .closeBrace:
        depth = max(0, depth - 1)
        return depth
      default: return depth
      }
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
    switch kind(open) {
    case .openParen, .openBracket, .openBrace: break
    default: return nil
    }
    var depth = 0
    for index in open..<count {
      switch kind(index) {
      case .openParen, .openBracket, .openBrace: depth += 1
      case .closeParen, .closeBracket, .closeBrace:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }
}
