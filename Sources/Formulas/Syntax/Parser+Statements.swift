import Diagnostics

extension Parser {
  mutating func statements(itemLimit: Int) -> Outcome {
    var items: [Item] = []
    var openEnd: OpenEnd?
    while current.kind != .end {
      if isAtEnd {
        advance()
        continue
      }
      let start = current
      guard items.count < itemLimit else {
        let problem = FormulaProblem(.tooManyStatements(limit: Self.itemLimit), start.span)
        items.append(.problem(problem, text: ""))
        break
      }
      let first = index
      do throws(FormulaProblem) {
        let kind = try statement()
        let span = start.span.union(tokens[index - 1].span)
        if !isAtEnd { throw decimalComma() ?? unexpected() }
        items.append(.statement(Statement(kind: kind, span: span, text: text(span))))
      } catch {
        openEnd = self.openEnd(after: error) ?? openEnd
        let end = recover(from: first)
        let text = text(Span(start.span.start, end))
        let foreign = ForeignSyntax.problem(error, reading: tokens, from: first, of: bytes)
        let problem = (foreign ?? error).of(text, at: start.span.start)
        triesToCheck -= 1
        items.append(.problem(triesToCheck < 0 ? problem : problem.readable(), text: text))
      }
    }
    return Outcome(items: items, openEnd: openEnd)
  }

  /// What more lines could mend; nil where they could not.
  private func openEnd(after problem: FormulaProblem) -> OpenEnd? {
    if case .unclosedText = problem.kind {
      return ["\"\"\"", "'''"].contains(text(problem.span)) ? .text : nil
    }
    guard current.kind == .end else { return nil }
    switch problem.kind {
    case .emptyFunction: return .function
    case .unclosedBracket(let sign, _): return .bracket(openBracket ?? sign)
    case .expectedOperand(let sign):
      if let openBracket { return .bracket(openBracket) }
      return Self.joiningSigns.contains(sign) && problem.span.end == Int(tokens[index - 1].end)
        && !text(Span(problem.span.end, bytes.count)).contains("#") ? .sign(sign) : nil
    case .unexpected: return openBracket.map { .bracket($0) }
    default: return nil
    }
  }

  /// Operators after which a formula goes on.
  private static let joiningSigns: Set<String> = [
    "+", "-", "*", "/", "**", "^", "\u{2212}", "\u{D7}", "\u{B7}", "\u{F7}",
  ]

  /// The innermost bracket that is not closed; nil where all are.
  private var openBracket: String? {
    var open: [Token] = []
    for token in tokens {
      if token.kind.isOpening { open.append(token) }
      if token.kind.isClosing { _ = open.popLast() }
    }
    return open.last.map { text($0.span) }
  }

  /// Goes past the statement of a mistake, with the indented lines of a function; returns the
  /// end of its text.
  private mutating func recover(from first: Int) -> Int {
    let start = tokens[first]
    let isFunction = isWord(start, .def)
    // What has been read of it, where the text ends within it.
    var end = max(Int(start.end), index > 0 ? Int(tokens[index - 1].end) : 0)
    while current.kind != .end {
      if current.kind == .semicolon, !isFunction, !isWithinBrackets(from: first) { break }
      if current.kind == .newline {
        var next = index
        while tokens[next].kind == .newline { next += 1 }
        if !isFunction || tokens[next].kind == .end || isAtMargin(tokens[next]) { break }
        index = next
      }
      end = Int(current.end)
      advance()
    }
    return end
  }

  /// Whether a bracket of the statement is open here and closed soon after: `max(3; 5)`.
  private func isWithinBrackets(from first: Int) -> Bool {
    guard index - first < 64 else { return false }
    var depth = 0
    for token in tokens[first..<min(index + 64, tokens.count)] {
      if token.kind == .newline || token.kind == .end { return false }
      if token.start == current.start, depth <= 0 { return false }
      depth += token.kind.nesting
      if token.kind.isClosing, depth <= 0, token.start > current.start { return depth == 0 }
    }
    return false
  }

  private mutating func statement() throws(FormulaProblem) -> Statement.Kind {
    if isWord(current, .def) {
      advance()
      return .function(try function())
    }
    if isWord(current, .unit), peek().kind == .word, !isKeyword(peek()) { return try unit() }
    if isWord(current, .return) {
      let place = Span(Int(current.start), Int(max(current.end, peek().start)))
      throw FormulaProblem(.returnOutside, current.span, replacing: place)
    }
    if isWord(current, .if) { throw FormulaProblem(.keyword("if"), current.span) }
    if current.kind == .word, peek().kind == .equal { return try assignment() }
    if current.kind == .word, peek().kind == .augmented {
      let span = peek().span
      throw FormulaProblem(.augmented(text(span)), span)
    }
    if current.kind == .word, peek().kind == .openBracket, let column = columnTarget() {
      return try columnAssignment(column)
    }
    if current.kind == .word, peek().kind == .openParen, isShortFunction() {
      return .function(try function())
    }
    if current.kind == .word, peek().kind == .word || peek().kind == .text,
      ForeignWord.beginnings.contains(word(current))
    {
      throw FormulaProblem(.keyword(word(current)), current.span)
    }
    let expression = try formula()
    if current.kind == .equal { throw FormulaProblem(.assignmentTarget, expression.span) }
    return .show(expression)
  }

  private mutating func assignment() throws(FormulaProblem) -> Statement.Kind {
    let name = current
    if isKeyword(name) { throw FormulaProblem(.keyword(word(name)), name.span) }
    let sign = peek()
    advance(by: 2)
    return .assign(name: word(name), nameSpan: name.span, try formula(behind: sign))
  }

  private mutating func formula(behind sign: Token) throws(FormulaProblem) -> Expression {
    if isAtEnd { throw FormulaProblem(.expectedOperand(before: "="), sign.span) }
    return try formula()
  }

  // MARK: Columns

  /// The token of the column's name where `table["column"] =` stands here.
  private func columnTarget() -> Token? {
    guard peek(2).kind == .text, peek(3).kind == .closeBracket, peek(4).kind == .equal else {
      return nil
    }
    return peek(2)
  }

  private mutating func columnAssignment(_ column: Token) throws(FormulaProblem) -> Statement.Kind {
    let table = current
    let target = table.span.union(peek(3).span)
    let sign = peek(4)
    advance(by: 5)
    return .assignColumn(
      table: word(table), column: unquoted(column), targetSpan: target, try formula(behind: sign))
  }

  // MARK: Units

  private mutating func unit() throws(FormulaProblem) -> Statement.Kind {
    let name = peek()
    advance(by: 2)
    return .unit(name: word(name), nameSpan: name.span, accept(.equal) ? try formula() : nil)
  }

  // MARK: Functions

  /// Whether `f(a, b) = …` stands here.
  private func isShortFunction() -> Bool {
    var place = index + 2
    if tokens[place].kind == .closeParen { return tokens[place + 1].kind == .equal }
    while place + 1 < tokens.count, tokens[place].kind == .word {
      switch tokens[place + 1].kind {
      case .comma: place += 2
      case .closeParen: return tokens[min(place + 2, tokens.count - 1)].kind == .equal
      default: return false
      }
    }
    return false
  }

  private mutating func function() throws(FormulaProblem) -> FunctionDefinition {
    let name = current
    if name.kind == .equal, index > 0 {
      throw FormulaProblem(.keyword("def"), tokens[index - 1].span)
    }
    guard name.kind == .word, !isKeyword(name) else { throw unexpected(isInFunctionHead: true) }
    advance()
    let open = current
    guard accept(.openParen) else { throw unexpected(isInFunctionHead: true) }
    var parameters: [String] = []
    while current.kind == .word {
      let parameter = word(current)
      if parameters.contains(parameter) {
        throw FormulaProblem(.unsupported(.repeatedParameter(parameter)), current.span)
      }
      parameters.append(parameter)
      advance()
      if current.kind == .colon || current.kind == .equal {
        throw FormulaProblem(.unsupported(.fullParameter), current.span)
      }
      if !accept(.comma) { break }
    }
    try close(.closeParen, open)
    var function = FunctionDefinition(
      name: word(name), nameSpan: name.span, parameters: parameters, locals: [],
      result: Expression(.list([]), name.span))
    if accept(.equal) {
      function.result = try formula()
    } else {
      let colon = current
      guard accept(.colon) else { throw unexpected(isInFunctionHead: true) }
      (function.locals, function.result) = try body(after: colon)
    }
    return function
  }

  /// Local names and `return`, on the same line or on indented lines.
  private mutating func body(
    after colon: Token
  ) throws(FormulaProblem) -> ([(name: String, formula: Expression)], Expression) {
    var locals: [(name: String, formula: Expression)] = []
    let isBlock = current.kind == .newline
    while true {
      while current.kind == .newline || current.kind == .semicolon {
        if isBlock || current.kind == .semicolon { advance() } else { break }
      }
      if current.kind == .end || isBlock && isAtMargin(current) {
        throw FormulaProblem(.emptyFunction, colon.span)
      }
      if isWord(current, .return) {
        advance()
        if isAtEnd { throw FormulaProblem(.emptyFunction, tokens[index - 1].span) }
        let result = try formula()
        if isBlock { try endBlock() }
        return (locals, result)
      }
      // A text that stands alone says what the function does.
      if current.kind == .text, [.newline, .semicolon, .end].contains(peek().kind) {
        advance()
        continue
      }
      if current.kind == .word, peek().kind == .equal {
        let name = word(current)
        advance(by: 2)
        locals.append((name, try formula()))
        guard [.newline, .semicolon].contains(current.kind) else {
          if current.kind == .end { throw FormulaProblem(.emptyFunction, colon.span) }
          throw decimalComma() ?? unexpected()
        }
        continue
      }
      if isBlock || current.kind == .end {
        if current.kind == .word, ["if", "for", "while", "print"].contains(word(current)) {
          throw FormulaProblem(.keyword(word(current)), current.span)
        }
        let formula = try formula()
        throw FormulaProblem(.unsupported(.lineWithoutResult), formula.span)
      }
      return (locals, try formula())
    }
  }

  /// After `return`, the next line starts at the margin again.
  private func endBlock() throws(FormulaProblem) {
    guard let next = tokens[index...].first(where: { $0.kind != .newline }), next.kind != .end,
      current.kind == .newline, !isAtMargin(next)
    else { return }
    throw FormulaProblem(.unsupported(.lineAfterReturn), next.span)
  }

  private func isAtMargin(_ token: Token) -> Bool {
    token.start == 0 || bytes[Int(token.start) - 1] == UInt8(ascii: "\n")
  }
}
