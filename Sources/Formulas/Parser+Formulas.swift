import Diagnostics

extension Parser {
  mutating func formula() throws(FormulaProblem) -> Expression {
    var left = try choice()
    while true {
      guard current.kind == .arrow || isWord(current, "to") || isWord(current, "in") else {
        return left
      }
      let sign = current
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
    case .word: !isKeyword(token)
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
        if let problem = wordAfterWord(last) { throw problem }
        if current.kind == .word, peek().kind == .openParen, !peek().isSpaced {
          throw missingOperator(before: current)
        }
        last = try power(inUnitPlace: true)
      } else if current.kind == .openParen, isNumber(last) {
        try countLink(&count)
        last = try power(inUnitPlace: false)
      } else if current.kind == .number || current.kind == .badNumber {
        throw numberAfter(last)
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

  /// `import numpy`, `print x` and the like are told as such.
  private func wordAfterWord(_ left: Expression) -> FormulaProblem? {
    guard case .name(let name) = left.kind, Self.foreignWords.contains(name) else { return nil }
    return FormulaProblem(.keyword(name), left.span)
  }

  static let foreignWords: Set<String> = [
    "import", "from", "print", "for", "while", "class", "lambda", "del", "global", "assert",
    "with", "try", "let", "var",
  ]

  private func numberAfter(_ left: Expression) -> FormulaProblem {
    let span = current.span
    // `10 000`: thousands set apart.
    if isNumber(left) {
      var end = index
      var groups = text(left.span)
      while tokens[end].kind == .number, tokens[end].end - tokens[end].start == 3 {
        groups += "_" + text(tokens[end].span)
        end += 1
      }
      if end > index {
        let whole = left.span.union(tokens[end - 1].span)
        return FormulaProblem(.spacedThousands(suggestion: groups), whole)
      }
    }
    return missingOperator(before: current, span: span)
  }

  private func missingOperator(before token: Token, span: Span? = nil) -> FormulaProblem {
    let end = index > 0 ? Int(tokens[index - 1].end) : 0
    let lineStart = (bytes[..<end].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let lineEnd = bytes[Int(token.start)...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let suggestion =
      text(Span(lineStart, end)) + " * " + text(Span(Int(token.start), lineEnd))
    return FormulaProblem(.missingOperator(suggestion: suggestion), span ?? token.span)
  }

  private mutating func power(inUnitPlace: Bool) throws(FormulaProblem) -> Expression {
    let base = try postfix(inUnitPlace: inUnitPlace)
    if current.kind == .superscript {
      let token = current
      let digits = String(text(token.span).unicodeScalars.compactMap { Self.superscripts[$0] })
      guard let exponent = Double(digits) else { throw unexpected() }
      advance()
      let right = Expression(.number(exponent, figures: digits.count), token.span)
      return Expression(.binary(.power, base, right), base.span.union(token.span))
    }
    guard current.kind == .power else { return base }
    let sign = current
    advance()
    let right = try operand(after: sign) { parser throws(FormulaProblem) in
      try parser.nested { parser throws(FormulaProblem) in try parser.exponent() }
    }
    return Expression(.binary(.power, base, right), base.span.union(right.span))
  }

  private mutating func exponent() throws(FormulaProblem) -> Expression {
    guard current.kind == .minus || current.kind == .plus else {
      return try power(inUnitPlace: false)
    }
    let sign = current
    advance()
    let inner = try nested { parser throws(FormulaProblem) in try parser.exponent() }
    if sign.kind == .plus { return inner }
    return Expression(.negation(inner), sign.span.union(inner.span))
  }

  private mutating func postfix(inUnitPlace: Bool) throws(FormulaProblem) -> Expression {
    var value = try primary(inUnitPlace: inUnitPlace)
    if inUnitPlace { return value }
    var count = 0
    while true {
      switch current.kind {
      case .openParen:
        guard case .name(let name) = value.kind else { return value }
        let nameSpan = value.span
        let arguments = try arguments()
        value = Expression(
          .call(name: name, nameSpan: nameSpan, arguments: arguments),
          nameSpan.union(tokens[index - 1].span))
      case .openBracket:
        if case .number = value.kind { return value }
        try countLink(&count)
        let open = current
        advance()
        let element = try nested { parser throws(FormulaProblem) in try parser.formula() }
        if current.kind == .colon {
          throw FormulaProblem(
            .unsupported("a slice", hint: "one row is read with `column[0]`"), current.span)
        }
        try close(.closeBracket, open)
        value = Expression(.element(value, element), value.span.union(tokens[index - 1].span))
      case .dot:
        guard peek().kind == .word else { throw unexpected() }
        try countLink(&count)
        advance()
        let name = current
        advance()
        if current.kind == .openParen, !current.isSpaced {
          let arguments = try arguments()
          value = Expression(
            .method(value, name: word(name), nameSpan: name.span, arguments: arguments),
            value.span.union(tokens[index - 1].span))
        } else {
          value = Expression(
            .member(value, name: word(name), nameSpan: name.span), value.span.union(name.span))
        }
      default:
        return value
      }
    }
  }

  private mutating func arguments() throws(FormulaProblem) -> [Argument] {
    let open = current
    advance()
    var result: [Argument] = []
    if accept(.closeParen) { return result }
    while true {
      var name: String?
      if current.kind == .word, peek().kind == .equal {
        name = word(current)
        advance()
        advance()
      }
      let value = try nested { parser throws(FormulaProblem) in try parser.formula() }
      result.append(Argument(name: name, value: value))
      if accept(.comma) {
        if accept(.closeParen) { return result }
        continue
      }
      try close(.closeParen, open)
      return result
    }
  }

  private mutating func primary(inUnitPlace: Bool) throws(FormulaProblem) -> Expression {
    let token = current
    switch token.kind {
    case .number:
      advance()
      return try number(token)
    case .text:
      advance()
      if case .text = current.kind {
        throw FormulaProblem(.missingOperator(suggestion: ""), current.span)
      }
      return Expression(.text(unquoted(token)), token.span)
    case .percent:
      advance()
      return Expression(.unitWord("%"), token.span)
    case .word:
      // Where an operand is wanted, `in` is the inch; the other keywords are no operands.
      if isKeyword(token), !isWord(token, "in") { throw unexpected() }
      advance()
      if isWord(token, "True") { return Expression(.truth(true), token.span) }
      if isWord(token, "False") { return Expression(.truth(false), token.span) }
      let name = word(token)
      if name == "lambda" { throw FormulaProblem(.keyword(name), token.span) }
      return Expression(inUnitPlace ? .unitWord(name) : .name(name), token.span)
    case .openParen:
      advance()
      if current.kind == .closeParen { throw unexpected() }
      let inner = try nested { parser throws(FormulaProblem) in try parser.formula() }
      try close(.closeParen, token)
      return Expression(.group(inner), token.span.union(tokens[index - 1].span))
    case .openBracket:
      advance()
      var items: [Expression] = []
      while !accept(.closeBracket) {
        items.append(try nested { parser throws(FormulaProblem) in try parser.formula() })
        if !accept(.comma) {
          try close(.closeBracket, token)
          break
        }
      }
      return Expression(.list(items), token.span.union(tokens[index - 1].span))
    default:
      throw unexpected()
    }
  }

  private func number(_ token: Token) throws(FormulaProblem) -> Expression {
    var digits: [UInt8] = []
    digits.reserveCapacity(Int(token.end - token.start))
    for byte in bytes[Int(token.start)..<Int(token.end)]
    where byte < 0x80 && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "'") {
      digits.append(byte)
    }
    let text = String(decoding: digits, as: UTF8.self)
    guard let value = Double(text.hasSuffix(".") ? text + "0" : text), value.isFinite else {
      throw FormulaProblem(.badNumber(self.text(token.span)), token.span)
    }
    return Expression(.number(value, figures: Self.figures(digits)), token.span)
  }

  /// Figures as typed: leading zeros do not count, nor zeros that end a whole number.
  private static func figures(_ digits: [UInt8]) -> Int {
    var mantissa = digits.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    if !mantissa.contains(UInt8(ascii: ".")) {
      while mantissa.last == UInt8(ascii: "0") { mantissa.removeLast() }
    }
    return mantissa.filter { $0 != UInt8(ascii: ".") }.drop { $0 == UInt8(ascii: "0") }.count
  }

  func unquoted(_ token: Token) -> String {
    let text = text(token.span)
    if text.hasPrefix("\"\"\"") || text.hasPrefix("'''") {
      return String(text.dropFirst(3).dropLast(3))
    }
    return String(text.dropFirst().dropLast())
  }

  // MARK: Bounds and brackets

  /// Goes one level deeper, within the limit.
  mutating func nested(
    _ inner: (inout Parser) throws(FormulaProblem) -> Expression
  ) throws(FormulaProblem) -> Expression {
    guard nesting < Self.nestingLimit else { throw FormulaProblem(.tooDeep, current.span) }
    nesting += 1
    defer { nesting -= 1 }
    return try inner(&self)
  }

  private func countLink(_ count: inout Int) throws(FormulaProblem) {
    count += 1
    if count > Self.chainLimit { throw FormulaProblem(.tooDeep, current.span) }
  }

  /// The operand that a sign asks for; where there is none, the sign is named.
  private mutating func operand(
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
    case .end, .newline, .semicolon, .equal:
      throw FormulaProblem(.unclosedBracket(text(open.span)), open.span)
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
    return FormulaProblem(
      .decimalComma(
        found: text(span), suggestion: text(tokens[index - 1].span) + "." + text(peek().span)),
      span)
  }
}
