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
      if token.kind.isOpening {
        if closed[index] { depth += 1 } else { unclosed += 1 }
      } else if token.kind.isClosing {
        if closed[index] { depth -= 1 }
      } else if token.kind == .newline {
        if depth > 0 || unclosed > 0 && !beginsStatement(at: index + 1) { continue }
        unclosed = 0
      } else if token.kind == .semicolon {
        unclosed = 0
      }
      kept.append(token)
    }
    tokens = kept
  }

  /// For each token, whether it is a bracket that has its partner within its statement: no bracket
  /// reaches over a semicolon, or what stands behind that would be read otherwise by itself.
  private func closedBrackets() -> [Bool] {
    var closed = [Bool](repeating: false, count: tokens.count)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .semicolon { open.removeAll() }
      if token.kind.isOpening { open.append(index) }
      if token.kind.isClosing, let last = open.last, tokens[last].kind.partner == token.kind {
        closed[last] = true
        closed[index] = true
        open.removeLast()
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
