import Diagnostics

extension Parser {
  /// Goes one level deeper, within the limit.
  mutating func nested(
    _ inner: (inout Parser) throws(FormulaProblem) -> Expression
  ) throws(FormulaProblem) -> Expression {
    guard nesting < Self.nestingLimit else { throw FormulaProblem(.tooDeep, current.span) }
    nesting += 1
    defer { nesting -= 1 }
    return try inner(&self)
  }

  func countLink(_ count: inout Int) throws(FormulaProblem) {
    count += 1
    if count > Self.chainLimit { throw FormulaProblem(.tooDeep, current.span) }
  }

  /// The operand that a sign asks for; where there is none, the sign is named.
  mutating func operand(
    after sign: Token, _ read: (inout Parser) throws(FormulaProblem) -> Expression
  ) throws(FormulaProblem) -> Expression {
    switch current.kind {
    case .end, .newline, .semicolon, .closeParen, .closeBracket, .times, .divide:
      throw FormulaProblem(.expectedOperand(before: text(sign.span)), sign.span)
    default:
      return try read(&self)
    }
  }

  mutating func close(_ kind: Token.Kind, _ open: Token) throws(FormulaProblem) {
    if accept(kind) { return }
    switch current.kind {
    case .end, .newline, .equal:
      throw FormulaProblem(.unclosedBracket(text(open.span)), open.span)
    case .semicolon:
      throw unexpected(hint: "`,` between parts, or `)` to close the bracket")
    case .comma:
      throw decimalComma() ?? unexpected()
    default:
      throw unexpected()
    }
  }

  /// `0,45`: a comma between two numbers that touch it.
  func decimalComma() -> FormulaProblem? {
    guard current.kind == .comma, index > 0, tokens[index - 1].kind == .number,
      peek().kind == .number, !current.isSpaced
    else { return nil }
    let span = tokens[index - 1].span.union(peek().span)
    if peek().end - peek().start == 3 {
      // `10,000` is rather a thousand than a decimal.
      return FormulaProblem(
        .thousandsComma(
          found: text(span), whole: text(tokens[index - 1].span) + "_" + text(peek().span),
          decimal: text(tokens[index - 1].span) + "." + text(peek().span)), span)
    }
    return FormulaProblem(
      .decimalComma(
        found: text(span), suggestion: text(tokens[index - 1].span) + "." + text(peek().span)),
      span)
  }
}
