import Diagnostics

/// What of a line is marked while it is typed.
public struct LineMark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case unit
    /// A bracket at the cursor, and its other one.
    case pair
    /// A bracket or a quotation mark that has no other one.
    case unmatched
  }

  public var kind: Kind
  /// Within the line.
  public var span: Span
}

extension Worksheet {
  /// What of a line to mark with the cursor at a byte offset.
  public func marks(of line: String, cursor: Int) -> [LineMark] {
    let bytes = Array(line.utf8)
    let tokens = Lexer.tokens(of: bytes)
    return unitMarks(tokens, bytes) + bracketMarks(tokens, cursor: cursor)
  }

  private func unitMarks(_ tokens: [Token], _ bytes: [UInt8]) -> [LineMark] {
    func text(_ token: Token) -> String {
      String(decoding: bytes[token.span.start..<token.span.end], as: UTF8.self)
    }
    // The names after `def` are the function's.
    if let first = tokens.first, first.kind == .word, text(first) == "def" { return [] }
    var marks: [LineMark] = []
    var isUnitBefore = false
    for (index, token) in tokens.enumerated() {
      let before = index > 0 ? tokens[index - 1] : nil
      defer { isUnitBefore = marks.last?.span == token.span }
      guard token.kind == .word, index + 1 < tokens.count,
        ![.equal, .openParen, .openBracket, .dot].contains(tokens[index + 1].kind)
      else { continue }
      let word = text(token)
      guard units.lookup(word) != nil else { continue }
      let isAfterTo = before.map { $0.kind == .arrow || $0.kind == .word && text($0) == "to" }
      if !hasName(word) || before?.kind == .number || isUnitBefore || isAfterTo == true {
        marks.append(LineMark(kind: .unit, span: token.span))
      }
    }
    return marks
  }

  private func bracketMarks(_ tokens: [Token], cursor: Int) -> [LineMark] {
    var open: [Token] = []
    var marks: [LineMark] = []
    // The bracket before the cursor comes before the one behind it.
    let brackets = tokens.filter { $0.kind.nesting != 0 }
    let atCursor =
      brackets.first { $0.span.end == cursor } ?? brackets.first { $0.span.start == cursor }
    for token in tokens {
      if token.kind.isOpening { open.append(token) }
      if token.kind == .unclosedText {
        let start = token.span.start
        marks.append(LineMark(kind: .unmatched, span: Span(start, start + 1)))
      }
      guard token.kind.isClosing else { continue }
      guard let last = open.last, last.kind.partner == token.kind else {
        marks.append(LineMark(kind: .unmatched, span: token.span))
        continue
      }
      open.removeLast()
      if last == atCursor || token == atCursor {
        marks += [last, token].map { LineMark(kind: .pair, span: $0.span) }
      }
    }
    return marks + open.map { LineMark(kind: .unmatched, span: $0.span) }
  }
}
