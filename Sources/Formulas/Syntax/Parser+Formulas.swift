import Diagnostics
import Quantities

extension Parser {
  /// Levels of the grammar on which operands are read, under the names that it has there.
  enum Level { case formula, choice, both, negated, sum, product, signed, exponent }

  mutating func read(_ level: Level) throws(FormulaProblem) -> Expression {
    switch level {
    case .formula: try formula()
    case .choice: try choice()
    case .both: try chain(of: .negated, naming: false) { $0.isWord($0.current, .and) ? .and : nil }
    case .negated: try negated()
    case .sum: try chain(of: .product) { $0.current.kind.sumOperator }
    case .product: try product()
    case .signed: try signed()
    case .exponent: try exponent()
    }
  }

  mutating func formula() throws(FormulaProblem) -> Expression {
    var left = try choice()
    var count = 0
    while current.kind == .arrow || isWord(current, .to) || isWord(current, .in) {
      let outer = isAtTarget
      isAtTarget = true
      let right = try operand(on: .choice, &count)
      isAtTarget = outer
      left = Expression(.conversion(left, right))
    }
    guard left.depth <= Self.depthLimit else { throw FormulaProblem(.tooDeep, left.span) }
    return left
  }

  private mutating func choice() throws(FormulaProblem) -> Expression {
    let value = try either()
    guard isWord(current, .if) else { return value }
    advance()
    let condition = try either()
    guard isWord(current, .else) else {
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
    try chain(of: .both, naming: false) { $0.isWord($0.current, .or) ? .or : nil }
  }

  private mutating func negated() throws(FormulaProblem) -> Expression {
    guard isWord(current, .not) else { return try comparison() }
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

  /// A product; one that begins with what it divides by, where that is a unit: `to /s`.
  private mutating func product() throws(FormulaProblem) -> Expression {
    guard isReciprocalOfUnit else { return try chain(of: .signed) { $0.productOperator } }
    let one = Expression(.number(1, figures: 1), Span(current.span.start, current.span.start))
    return try chain(of: .signed, after: one) { $0.productOperator }
  }

  /// Whether a `/` stands where an operand begins, with a unit behind it.
  var isReciprocalOfUnit: Bool {
    current.kind == .divide && peek().kind == .word && (isAtTarget || !peek().isSpaced)
      && UnitSystem.isInCatalogue(word(peek()))
  }

  /// Operands of one level with operators between them, the first of which binds first.
  ///
  /// - Parameters:
  ///   - isNamed: whether an operator is named where its right operand is missing.
  ///   - first: the first of them, where it has been read.
  private mutating func chain(
    of level: Level, naming isNamed: Bool = true, after first: Expression? = nil,
    _ sign: (Parser) -> BinaryOperator?
  ) throws(FormulaProblem) -> Expression {
    var left = if let first { first } else { try read(level) }
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
    case .percent: startsOperand(peek()) && !isTimesSign(at: 1) ? .modulo : nil
    default: nil
    }
  }

  /// Whether a letter x stands so many tokens on, and a number behind it: `20% x 50 kg`.
  func isTimesSign(at count: Int) -> Bool {
    isWord(peek(count), .times) && peek(count + 1).kind == .number
  }

  func startsOperand(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .openParen: true
    case .word: !isKeyword(token) && !isWord(token, .of)
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
