import Diagnostics
import Quantities

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
      throw FormulaProblem(
        .habit(.ifStatement, mends: ["\(text(value.span)) if \(text(condition.span)) else …"]),
        value.span.union(condition.span))
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
      let gap = Span(right.span.end, Int(current.start))
      throw FormulaProblem(
        .chainedComparison(mend: " and \(text(right.span)) "), current.span, mending: gap)
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
        if let problem = wordAfterWord(last) ?? spokenWord(after: last) { throw problem }
        if current.kind == .word, peek().kind == .openParen, !peek().isSpaced {
          throw missingOperator(before: current)
        }
        last = try power(inUnitPlace: true)
        if case .unitWord("%") = last.kind, current.kind == .percent,
          !current.isSpaced || isPercentUnit()
        {
          throw FormulaProblem(.doubled("%"), current.span, mending: last.span.union(current.span))
        }
      } else if current.kind == .openParen, isNumber(last) {
        try countLink(&count)
        last = try power(inUnitPlace: false)
      } else if current.kind == .number || current.kind == .badNumber {
        throw wordAfterWord(last) ?? severalPoints() ?? numberAfter(left, last)
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
    // With the brackets that belong to the operand: `mean models["Accuracy"]`.
    var end = current.span
    if peek().kind == .openBracket || peek().kind == .openParen, !peek().isSpaced {
      var depth = 0
      for token in tokens[(index + 1)...].prefix(40) {
        switch token.kind {
        case .openParen, .openBracket: depth += 1
        case .closeParen, .closeBracket: depth -= 1
        default: break
        }
        if depth == 0 {
          end = token.span
          break
        }
      }
    }
    let operand = text(Span(current.span.start, end.end))
    return FormulaProblem(
      .missingParentheses(function: name, mend: "\(name)(\(operand))"), left.span,
      mending: left.span.union(end))
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
      // The last group of decimals may be shorter.
      var isDecimal = groups.contains(".")
      while tokens[end].kind == .number, tokens[end].isSpaced || end > index {
        let group = text(tokens[end].span)
        // `1 234 567.891 23`: from here on there are decimals.
        if !isDecimal, group.utf8.count > 4, group.utf8.dropFirst(3).first == UInt8(ascii: ".") {
          groups += "_" + group
          isDecimal = true
          end += 1
          continue
        }
        guard group.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
          group.utf8.count == 3
            || isDecimal && end > index && group.utf8.count < 3
              && tokens[end + 1].kind != .number
        else { break }
        groups += (isDecimal ? "" : "_") + group
        end += 1
      }
      if end > index {
        // `1 000,5`
        if tokens[end].kind == .comma, !tokens[end].isSpaced, tokens[end + 1].kind == .number,
          !tokens[end + 1].isSpaced
        {
          groups += "." + text(tokens[end + 1].span)
          end += 2
        }
        let whole = last.span.union(tokens[end - 1].span)
        return FormulaProblem(.spacedThousands(suggestion: groups), whole)
      }
    }
    if let problem = mixedNumber(after: last) ?? listWithoutCommas()
      ?? exponentApart(left, last)
    {
      return problem
    }
    // `0.75 x 100`: the sign of multiplication as on paper.
    if case .unitWord(let word) = last.kind, word == "x" || word == "X" {
      return habit(.timesSign(word), at: last.span, mend: " * ")
    }
    if case .unitWord("mod") = last.kind {
      return habit(.spoken("mod", sign: "%"), at: last.span, mend: "%")
    }
    if case .name = left.kind, index >= 2 {
      // `models["Model"] == Model 1`
      if tokens[index - 2].kind == .equalEqual || tokens[index - 2].kind == .notEqual {
        let words = left.span.union(current.span)
        return habit(.textWithoutQuotes, at: words, mend: "\"\(text(words))\"")
      }
    }
    // `W 450`: the unit before its number.
    if case .name(let word) = left.kind, UnitSystem.isInCatalogue(word),
      index < 2 || ![.divide, .times].contains(tokens[index - 2].kind)
    {
      let whole = left.span.union(current.span)
      var problem = FormulaProblem(
        .missingOperator(suggestion: "\(text(current.span)) \(word)"), current.span)
      problem.mendSpan = whole
      return problem
    }
    // `1 h 30 min`, `6 ft 2 in`: two quantities are a sum.
    let next = peek()
    if left.isQuantityLiteral, let sum = sum(left, last, next) { return sum }
    // `gpu_power 450 W`
    if case .name = left.kind,
      index == 1 || [.newline, .semicolon].contains(tokens[index - 2].kind)
    {
      return missingOperator(before: current, sign: "=")
    }
    return missingOperator(before: current)
  }

  /// The operator put in before a token.
  func missingOperator(before token: Token, sign: String = "*") -> FormulaProblem {
    let end = index > 0 ? Int(tokens[index - 1].end) : 0
    let space = sign == "," ? "" : " "
    var problem = FormulaProblem(.missingOperator(suggestion: "\(space)\(sign) "), token.span)
    problem.mendSpan = Span(end, Int(token.start))
    return problem
  }
}
