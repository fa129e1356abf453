import Diagnostics
import Quantities

extension Parser {
  /// Levels of the grammar on which operands are read, under the names that it has there.
  enum Level { case formula, choice, both, negated, sum, product, signed, exponent }

  mutating func read(_ level: Level) throws(FormulaProblem) -> Expression {
    switch level {
    case .formula: try formula()
    case .choice: try choice()
    case .both: try chain(of: .negated, naming: false) { $0.isWord($0.current, "and") ? .and : nil }
    case .negated: try negated()
    case .sum: try chain(of: .product) { $0.current.kind.sumOperator }
    case .product: try chain(of: .signed) { $0.productOperator }
    case .signed: try signed()
    case .exponent: try exponent()
    }
  }

  mutating func formula() throws(FormulaProblem) -> Expression {
    var left = try choice()
    var count = 0
    while current.kind == .arrow || isWord(current, "to") || isWord(current, "in") {
      let right = try operand(on: .choice, &count)
      left = Expression(.conversion(left, right))
    }
    guard left.depth <= Self.depthLimit else { throw FormulaProblem(.tooDeep, left.span) }
    return left
  }

  private mutating func choice() throws(FormulaProblem) -> Expression {
    let value = try either()
    guard isWord(current, "if") else { return value }
    advance()
    let condition = try either()
    guard isWord(current, "else") else {
      throw ForeignSyntax.ifStatement.problem(
        .init(
          place: value.span.union(condition.span),
          fixIts: ["\(text(value.span)) if \(text(condition.span)) else …"]))
    }
    advance()
    let otherwise = try nested(.choice)
    return Expression(.conditional(then: value, condition: condition, otherwise: otherwise))
  }

  private mutating func either() throws(FormulaProblem) -> Expression {
    try chain(of: .both, naming: false) { $0.isWord($0.current, "or") ? .or : nil }
  }

  private mutating func negated() throws(FormulaProblem) -> Expression {
    guard isWord(current, "not") else { return try comparison() }
    let start = current.span
    advance()
    let inner = try nested(.negated)
    return Expression(.not(inner), start.union(inner.span))
  }

  private mutating func comparison() throws(FormulaProblem) -> Expression {
    let left = try read(.sum)
    guard let comparison = current.kind.comparison else { return left }
    var count = 0
    let right = try operand(on: .sum, &count)
    if current.kind.comparison != nil {
      let gap = Span(right.span.end, Int(current.start))
      throw FormulaProblem(
        .chainedComparison(fixIt: " and \(text(right.span)) "), current.span, replacing: gap)
    }
    return Expression(.binary(comparison, left, right))
  }

  /// Operands of one level with operators between them, the first of which binds first.
  ///
  /// - Parameter isNamed: whether an operator is named where its right operand is missing.
  private mutating func chain(
    of level: Level, naming isNamed: Bool = true, _ sign: (Parser) -> BinaryOperator?
  ) throws(FormulaProblem) -> Expression {
    var left = try read(level)
    var count = 0
    while let sign = sign(self) {
      let right = try operand(on: level, naming: isNamed, &count)
      left = Expression(.binary(sign, left, right))
    }
    return left
  }

  /// The right operand of the operator that is current.
  private mutating func operand(
    on level: Level, naming isNamed: Bool = true, _ count: inout Int
  ) throws(FormulaProblem) -> Expression {
    let sign = current
    try countLink(&count)
    advance()
    return isNamed ? try operand(after: sign, on: level) : try read(level)
  }

  private var productOperator: BinaryOperator? {
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
    let inner = try operand(after: sign, on: .signed, isNested: true)
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
        if let problem = wordAfterWord(last)
          ?? ForeignSyntax.problem(behind: last, of: left, in: self)
        {
          throw problem
        }
        if current.kind == .word, peek().kind == .openParen, !peek().isSpaced {
          throw missingOperator(before: current)
        }
        // `30%^2` is the square of the share; `5 %^2` has the square of the unit, as it is printed.
        let isShare = current.kind == .percent && !current.isSpaced && isNumber(left)
        last = isShare ? try primary(inUnitPlace: true) : try power(inUnitPlace: true)
        if isShare, current.kind == .power || current.kind == .superscript {
          left = try raised(Expression(.implicit(left, last)))
          last = left
          continue
        }
        if case .unitWord("%") = last.kind, current.kind == .percent,
          !current.isSpaced || isPercentUnit()
        {
          throw FormulaProblem(
            .doubled("%"), current.span, replacing: last.span.union(current.span))
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
      left = Expression(.implicit(left, last))
    }
  }

  /// `in` right after a number is the inch.
  private func isInch(after left: Expression) -> Bool { isWord(current, "in") && isNumber(left) }

  private func isPercentUnit() -> Bool { current.kind == .percent && !startsOperand(peek()) }

  private func isNumber(_ expression: Expression) -> Bool {
    if case .binary(.power, let base, _) = expression.kind { return isNumber(base) }
    return expression.isFigure
  }

  /// `import numpy`, `print x`, `sqrt 2` and the like are told as such.
  private func wordAfterWord(_ left: Expression) -> FormulaProblem? {
    guard case .name(let name) = left.kind else { return nil }
    if ForeignWord.beginnings.contains(name) { return FormulaProblem(.keyword(name), left.span) }
    guard BuiltinFunction.named(name) != nil, current.kind == .word || current.kind == .number
    else { return nil }
    // With the brackets that belong to the operand: `mean models["Accuracy"]`.
    var end = current.span
    if peek().kind.isOpening, !peek().isSpaced {
      var depth = 0
      end =
        tokens[(index + 1)...].prefix(40).first { token in
          depth += token.kind.nesting
          return depth == 0
        }?.span ?? end
    }
    let operand = text(Span(current.span.start, end.end))
    return FormulaProblem(
      .missingParentheses(function: name, fixIt: "\(name)(\(operand))"), left.span,
      replacing: left.span.union(end))
  }

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
        guard group.utf8.allSatisfy(\.isDigit),
          group.utf8.count == 3
            || isDecimal && end > index && group.utf8.count < 3 && tokens[end + 1].kind != .number
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
      ?? exponentApart(left, last) ?? ForeignSyntax.problem(behind: last, of: left, in: self)
    {
      return problem
    }
    // `W 450`: the unit before its number.
    if case .name(let word) = left.kind, UnitSystem.isInCatalogue(word),
      index < 2 || ![.divide, .times].contains(tokens[index - 2].kind)
    {
      return missingOperator(
        "\(text(current.span)) \(word)", replacing: left.span.union(current.span))
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
    return FormulaProblem(
      .missingOperator(suggestion: "\(sign == "," ? "" : " ")\(sign) "), token.span,
      replacing: Span(end, Int(token.start)))
  }

  /// What joins the token that is current to what stands before it.
  func missingOperator(_ suggestion: String, replacing place: Span) -> FormulaProblem {
    FormulaProblem(.missingOperator(suggestion: suggestion), current.span, replacing: place)
  }
}

extension Token.Kind {
  fileprivate var sumOperator: BinaryOperator? {
    self == .plus ? .add : self == .minus ? .subtract : nil
  }

  fileprivate var comparison: BinaryOperator? {
    switch self {
    case .equalEqual: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessEqual: .lessOrEqual
    case .greater: .greater
    case .greaterEqual: .greaterOrEqual
    default: nil
    }
  }
}
