import Diagnostics

extension Parser {
  /// Goes one level deeper, within the limit.
  mutating func nested(_ level: Level) throws(FormulaProblem) -> Expression {
    guard nesting < Self.nestingLimit else { throw FormulaProblem(.tooDeep, current.span) }
    nesting += 1
    defer { nesting -= 1 }
    return try read(level)
  }

  func countLink(_ count: inout Int) throws(FormulaProblem) {
    count += 1
    if count > Self.chainLimit { throw FormulaProblem(.tooDeep, current.span) }
  }

  /// The operand that a sign asks for; where there is none, the sign is named.
  mutating func operand(
    after sign: Token, on level: Level, isNested: Bool = false
  ) throws(FormulaProblem) -> Expression {
    switch current.kind {
    case .divide where isReciprocalOfUnit: return isNested ? try nested(level) : try read(level)
    case .end, .newline, .semicolon, .closeParen, .closeBracket, .times, .divide:
      throw FormulaProblem(.expectedOperand(before: text(sign.span)), sign.span)
    default: return isNested ? try nested(level) : try read(level)
    }
  }

  mutating func close(_ kind: Token.Kind, _ open: Token) throws(FormulaProblem) {
    if accept(kind) { return }
    switch current.kind {
    case .end, .newline:
      throw FormulaProblem(.unclosedBracket(text(open.span), fixIt: nil), open.span)
    case .comma: throw decimalComma() ?? unexpected()
    default: throw unexpected()
    }
  }

  /// `0,45`: a comma between two numbers that touch it.
  func decimalComma() -> FormulaProblem? {
    guard current.kind == .comma, index > 0, tokens[index - 1].kind == .number,
      peek().kind == .number, !current.isSpaced, !peek().isSpaced
    else { return nil }
    return misplacedSign { $0.contains(".") ? .badNumber($0) : nil }
  }

  /// `1.2.3`, `10.000.000`: a second number that touches the one before.
  func severalPoints() -> FormulaProblem? {
    guard current.kind == .number, index > 0, tokens[index - 1].kind == .number, !current.isSpaced
    else { return nil }
    let found = text(numberRun())
    if found.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      return FormulaProblem(.badNumber(found), numberRun())
    }
    return misplacedSign { .severalPoints(found: $0, suggestion: nil) }
  }

  /// How the numbers around this place are written here.
  ///
  /// - Parameter other: what is wrong where that cannot be told.
  private func misplacedSign(else other: (String) -> FormulaProblem.Kind?) -> FormulaProblem? {
    let span = numberRun()
    let found = text(span)
    let kind: FormulaProblem.Kind? =
      switch WrittenNumber.interpretation(of: found) {
      case .certain(let suggestion) where found.contains(","):
        .decimalComma(found: found, suggestion: suggestion)
      case .certain(let suggestion): .severalPoints(found: found, suggestion: suggestion)
      case .either(let whole, let decimal):
        .thousandsComma(found: found, whole: whole, decimal: decimal)
      case .none: other(found)
      }
    return kind.map { FormulaProblem($0, span) }
  }

  /// Numbers and commas that touch one another around this place.
  private func numberRun() -> Span {
    func isPart(_ token: Token) -> Bool { token.kind == .number || token.kind == .comma }
    var first = index
    while first > 0, index - first < 20, !tokens[first].isSpaced, isPart(tokens[first - 1]) {
      first -= 1
    }
    var last = index
    while last - index < 20, isPart(tokens[last + 1]), !tokens[last + 1].isSpaced { last += 1 }
    while tokens[last].kind == .comma { last -= 1 }
    return tokens[first].span.union(tokens[last].span)
  }
}
