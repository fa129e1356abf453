import Diagnostics

extension Parser {
  mutating func formula() throws(FormulaProblem) -> Expression {
    var left = try choice()
    var count = 0
    while true {
      guard current.kind == .arrow || isWord(current, "to") || isWord(current, "in") else {
        guard left.depth <= Self.depthLimit else { throw FormulaProblem(.tooDeep, left.span) }
        return left
      }
      let sign = current
      try countLink(&count)
      advance()
      let right = try operand(after: sign) { parser throws(FormulaProblem) in
        try parser.choice()
      }
      left = Expression(.conversion(left, right), left.span.union(right.span))
    }
  }

  private mutating func choice() throws(FormulaProblem) -> Expression {
    let value = try either()
    guard isWord(current, "if") else { return value }
    advance()
    let condition = try either()
    guard isWord(current, "else") else {
      throw unexpected(hint: "a choice reads `a if condition else b`")
    }
    advance()
    let otherwise = try nested { parser throws(FormulaProblem) in try parser.choice() }
    return Expression(
      .conditional(then: value, condition: condition, otherwise: otherwise),
      value.span.union(otherwise.span))
  }

  private mutating func either() throws(FormulaProblem) -> Expression {
    var left = try both()
    var count = 0
    while isWord(current, "or") {
      try countLink(&count)
      advance()
      let right = try both()
      left = Expression(.binary(.or, left, right), left.span.union(right.span))
    }
    return left
  }

  private mutating func both() throws(FormulaProblem) -> Expression {
    var left = try negated()
    var count = 0
    while isWord(current, "and") {
      try countLink(&count)
      advance()
      let right = try negated()
      left = Expression(.binary(.and, left, right), left.span.union(right.span))
    }
    return left
  }

  private mutating func negated() throws(FormulaProblem) -> Expression {
    guard isWord(current, "not") else { return try comparison() }
    let start = current.span
    advance()
    let inner = try nested { parser throws(FormulaProblem) in try parser.negated() }
    return Expression(.not(inner), start.union(inner.span))
  }

  private mutating func comparison() throws(FormulaProblem) -> Expression {
    let left = try sum()
    guard let comparison = comparisonOperator(current) else { return left }
    let sign = current
    advance()
    let right = try operand(after: sign) { parser throws(FormulaProblem) in try parser.sum() }
    if comparisonOperator(current) != nil {
      throw FormulaProblem(.chainedComparison, current.span)
    }
    return Expression(.binary(comparison, left, right), left.span.union(right.span))
  }

  private func comparisonOperator(_ token: Token) -> BinaryOperator? {
    switch token.kind {
    case .equalEqual: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessEqual: .lessOrEqual
    case .greater: .greater
    case .greaterEqual: .greaterOrEqual
    default: nil
    }
  }

  private mutating func sum() throws(FormulaProblem) -> Expression {
    var left = try product()
    var count = 0
    while current.kind == .plus || current.kind == .minus {
      let sign = current
      try countLink(&count)
      advance()
      let right = try operand(after: sign) { parser throws(FormulaProblem) in
        try parser.product()
      }
      left = Expression(
        .binary(sign.kind == .plus ? .add : .subtract, left, right), left.span.union(right.span))
    }
    return left
  }

  private mutating func product() throws(FormulaProblem) -> Expression {
    var left = try signed()
    var count = 0
    while let sign = productOperator() {
      let token = current
      try countLink(&count)
      advance()
      let right = try operand(after: token) { parser throws(FormulaProblem) in
        try parser.signed()
      }
      left = Expression(.binary(sign, left, right), left.span.union(right.span))
    }
    return left
  }

  /// `50 % of 3` and `5 g per kWh`, as people say them.
  private func spokenOperator() -> FormulaProblem? {
    guard current.kind == .word, peek().kind == .word || peek().kind == .number else { return nil }
    if isWord(current, "of") {
      return FormulaProblem(.unsupported("`of`", hint: "`*` in its place"), current.span)
    }
    if isWord(current, "per") {
      return FormulaProblem(
        .unsupported("`per`", hint: "`/` in its place, as in `g/kWh`"), current.span)
    }
    return nil
  }

  private func productOperator() -> BinaryOperator? {
    switch current.kind {
    case .times: .multiply
    case .divide: .divide
    case .floorDivide: .floorDivide
    case .percent: startsOperand(peek()) ? .modulo : nil
    default: nil
    }
  }

  private func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .openParen: true
    case .word: !isKeyword(token) && !isWord(token, "of")
    default: false
    }
  }

  private mutating func signed() throws(FormulaProblem) -> Expression {
    let sign = current
    guard sign.kind == .minus || sign.kind == .plus else { return try juxtaposed() }
    advance()
    let inner = try operand(after: sign) { parser throws(FormulaProblem) in
      try parser.nested { parser throws(FormulaProblem) in try parser.signed() }
    }
    if sign.kind == .plus { return inner }
    return Expression(.negation(inner), sign.span.union(inner.span))
  }

  /// Multiplication without an operator: units after a number, a unit or a bracket.
  private mutating func juxtaposed() throws(FormulaProblem) -> Expression {
    var left = try power(inUnitPlace: false)
    var count = 0
    var last = left
    while true {
      if current.kind == .word && (!isKeyword(current) || isInch(after: last)) || isPercentUnit() {
        try countLink(&count)
        if let problem = wordAfterWord(last) ?? spokenOperator() { throw problem }
        if current.kind == .word, peek().kind == .openParen, !peek().isSpaced {
          throw missingOperator(before: current)
        }
        last = try power(inUnitPlace: true)
      } else if current.kind == .openParen, isNumber(last) {
        try countLink(&count)
        last = try power(inUnitPlace: false)
      } else if current.kind == .number || current.kind == .badNumber {
        throw wordAfterWord(last) ?? numberAfter(left, last)
      } else if current.kind == .openParen || current.kind == .text {
        throw missingOperator(before: current)
      } else {
        return left
      }
      left = Expression(.implicit(left, last), left.span.union(last.span))
    }
  }

  /// `in` right after a number is the inch.
  private func isInch(after left: Expression) -> Bool {
    isWord(current, "in") && isNumber(left)
  }

  private func isPercentUnit() -> Bool {
    current.kind == .percent && !startsOperand(peek())
  }

  private func isNumber(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .number: true
    case .binary(.power, let base, _): isNumber(base)
    default: false
    }
  }

  /// `import numpy`, `print x`, `sqrt 2` and the like are told as such.
  private func wordAfterWord(_ left: Expression) -> FormulaProblem? {
    guard case .name(let name) = left.kind else { return nil }
    if Self.foreignWords.contains(name) { return FormulaProblem(.keyword(name), left.span) }
    guard Builtins.isFunction(name), current.kind == .word || current.kind == .number else {
      return nil
    }
    return FormulaProblem(
      .missingParentheses(function: name, argument: text(current.span)), left.span)
  }

  static let foreignWords: Set<String> = [
    "import", "from", "print", "for", "while", "class", "lambda", "del", "global", "assert",
    "with", "try", "let", "var",
  ]

  private func numberAfter(_ left: Expression, _ last: Expression) -> FormulaProblem {
    // `10 000`: thousands set apart.
    if isNumber(last) {
      var end = index
      var groups = text(last.span)
      while tokens[end].kind == .number, tokens[end].end - tokens[end].start == 3 {
        groups += "_" + text(tokens[end].span)
        end += 1
      }
      if end > index {
        let whole = last.span.union(tokens[end - 1].span)
        return FormulaProblem(.spacedThousands(suggestion: groups), whole)
      }
    }
    // `1 h 30 min`: two quantities are a sum.
    let isSum = left.isQuantityLiteral && peek().kind == .word && !isKeyword(peek())
    return missingOperator(before: current, sign: isSum ? "+" : "*")
  }

  /// The statement with the operator put in, where that is short enough to show.
  private func missingOperator(before token: Token, sign: String = "*") -> FormulaProblem {
    let end = index > 0 ? Int(tokens[index - 1].end) : 0
    func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ";") }
    var start = end
    while start > 0, end - start < 100, !isBreak(bytes[start - 1]) { start -= 1 }
    var stop = Int(token.start)
    while stop < bytes.count, stop - Int(token.start) < 100, !isBreak(bytes[stop]) { stop += 1 }
    let isWhole =
      (start == 0 || isBreak(bytes[start - 1])) && (stop == bytes.count || isBreak(bytes[stop]))
    let suggestion =
      text(Span(start, end)).drop { $0 == " " } + " \(sign) "
      + text(Span(Int(token.start), stop))
    return FormulaProblem(.missingOperator(suggestion: isWhole ? suggestion : ""), token.span)
  }
}
