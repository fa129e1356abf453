extension Lexer {
  /// Takes out the line ends within brackets. A bracket that is never closed holds on to the
  /// following lines only until one that is empty or begins a statement, so that one slip does
  /// not spoil what stands below it.
  mutating func joinLines() {
    let closed = closedBrackets()
    var kept: [Token] = []
    kept.reserveCapacity(tokens.count)
    var depth = 0
    var unclosed = 0
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .openParen, .openBracket, .openBrace:
        if closed[index] { depth += 1 } else { unclosed += 1 }
      case .closeParen, .closeBracket, .closeBrace:
        if closed[index] { depth -= 1 }
      case .newline where depth > 0: continue
      case .newline where unclosed > 0:
        if !beginsStatement(at: index + 1) { continue }
        unclosed = 0
      default: break
      }
      kept.append(token)
    }
    tokens = kept
  }

  /// For each token, whether it is a bracket that has its partner.
  private func closedBrackets() -> [Bool] {
    var closed = [Bool](repeating: false, count: tokens.count)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .openParen, .openBracket, .openBrace: open.append(index)
      case .closeParen, .closeBracket, .closeBrace:
        guard let last = open.last, tokens[last].kind.partner == token.kind else { continue }
        closed[last] = true
        closed[index] = true
        open.removeLast()
      default: break
      }
    }
    return closed
  }

  private func beginsStatement(at index: Int) -> Bool {
    func kind(_ offset: Int) -> Token.Kind {
      index + offset < tokens.count ? tokens[index + offset].kind : .end
    }
    if kind(0) == .newline { return true }
    guard kind(0) == .word else { return false }
    if kind(1) == .equal { return true }
    if kind(1) == .openBracket, kind(2) == .text, kind(3) == .closeBracket {
      return kind(4) == .equal
    }
    return kind(1) == .word && ["def", "unit"].contains(text(of: tokens[index]))
  }
}

extension Token.Kind {
  fileprivate var partner: Token.Kind? {
    switch self {
    case .openParen: .closeParen
    case .openBracket: .closeBracket
    case .openBrace: .closeBrace
    default: nil
    }
  }
}
