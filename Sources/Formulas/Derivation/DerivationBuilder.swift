import Diagnostics
import Quantities

/// Walks a formula from its innermost parts outwards and notes every step.
struct DerivationBuilder {
  /// A part of the formula that has been computed.
  struct Node {
    /// With all rows.
    var whole: Value
    /// Of the row that is shown.
    var value: Value
    var pieces: [Derivation.Piece]
    /// Whether it stands within another formula without brackets.
    var isSimple = true
    var form = Evaluator.Form.computed
  }

  let sheet: Worksheet
  var evaluator: Evaluator
  /// The text that the formula's places are in.
  var source: StatementText
  var row: Int?
  let rowCount: Int?
  var steps: [Derivation.Step] = []
  var isCut = false
  /// Levels of compound parts around the one at hand.
  private var depth = 0
  private var count = 0

  var units: UnitSystem { sheet.units }

  /// Compound parts within one another that are laid out.
  private static let depthLimit = 8
  /// Operands of a chain such as `a * b * c` that are laid out.
  static let chainLimit = 16
  /// Parts that are looked at.
  private static let countLimit = 120
  static let stepLimit = 24

  init(sheet: Worksheet, source: StatementText, row: Int?, rowCount: Int?) {
    self.sheet = sheet
    self.source = source
    self.row = row
    self.rowCount = rowCount
    evaluator = sheet.evaluator
  }

  mutating func build(_ expression: Expression) -> Derivation {
    var derivation = Derivation(
      formula: text(expression.span), row: row, substituted: [], steps: [], value: nil,
      whole: nil, problem: nil, sources: [], isCut: false)
    do throws(FormulaProblem) {
      let node = try self.node(expression)
      ending(node)
      if steps.count > 1, node.pieces.count <= 4 * Self.chainLimit {
        derivation.substituted = node.pieces
      }
    } catch {
      derivation.problem = error
    }
    derivation.steps = steps
    derivation.isCut = isCut
    return derivation
  }

  // MARK: Parts

  mutating func node(_ expression: Expression) throws(FormulaProblem) -> Node {
    if let leaf = try leaf(expression) { return leaf }
    let level = if case .group = expression.kind { 0 } else { 1 }
    depth += level
    defer { depth -= level }
    switch expression.kind {
    case .group(let inner):
      var node = try bracketed(inner)
      node.isSimple = true
      return node
    case .negation(let inner): return try negation(of: inner, expression)
    case .binary(.multiply, _, _), .binary(.divide, _, _), .implicit: return try product(expression)
    case .binary(.add, _, _), .binary(.subtract, _, _): return try sum(expression)
    case .binary(let sign, let left, let right): return try operation(sign, left, right, expression)
    case .conversion(let inner, let target): return try conversion(inner, to: target, expression)
    case .not(let inner):
      let node = try bracketed(inner)
      return try note(.other([.sign("not"), .value(node.value)]), expression) {
        [.sign("not")] + node.pieces
      }
    case .conditional(let then, let condition, let otherwise):
      _ = try node(condition)
      let truth = try evaluator.truth(condition, of: .condition)
      step(.choice(truth), .truth(truth))
      return try notedNode(truth ? then : otherwise)
    case .call(let name, _, let arguments): return try call(name, arguments, expression)
    case .method(let receiver, let name, _, let arguments):
      return try method(receiver, name, arguments, expression)
    case .number, .text, .truth, .name, .unitWord, .member, .element, .list:
      return try whole(expression)
    }
  }

  /// A part that is shown by its value: a number with its unit, a name, a column. Nil for a
  /// compound one, unless it is too deep.
  private mutating func leaf(_ expression: Expression) throws(FormulaProblem) -> Node? {
    count += 1
    switch expression.kind {
    case .number, .text, .truth, .name, .unitWord, .member, .element, .list:
      return try whole(expression)
    case .group, .negation, .implicit, .binary(.multiply, _, _), .binary(.divide, _, _),
      .binary(.power, _, _):
      if isListWithUnit(expression) { return try whole(expression) }
      // `260 g CO2e/kWh` is one thing.
      if let operand = literal(expression) {
        return Node(
          whole: operand.value, value: operand.value, pieces: pieces(operand), form: operand.form)
      }
    case .not, .binary, .conversion, .conditional, .call, .method: break
    }
    let isTooMuch =
      depth >= Self.depthLimit || count > Self.countLimit || steps.count >= Self.stepLimit
    guard isTooMuch || chainLength(expression) > Self.chainLimit else { return nil }
    isCut = true
    return try whole(expression)
  }

  private func pieces(_ operand: Evaluator.Operand) -> [Derivation.Piece] {
    if operand.form == .unit, let unit = operand.value.unit { return [.unit(unit)] }
    return [.value(operand.value)]
  }

  /// A number as typed, with or without unit, or a unit.
  private mutating func literal(_ expression: Expression) -> Evaluator.Operand? {
    let inner = expression.withoutParentheses
    guard inner.mayBeLiteral, let operand = try? evaluator.operand(inner), operand.form != .computed
    else { return nil }
    return operand
  }

  /// A part as it is, with its value.
  mutating func whole(_ expression: Expression) throws(FormulaProblem) -> Node {
    do throws(FormulaProblem) {
      let operand = try evaluator.operand(expression)
      let value = projected(operand.value)
      return Node(
        whole: operand.value, value: value,
        pieces: operand.form == .unit ? pieces(operand) : [.value(value)], form: operand.form)
    } catch {
      step(.other([.sign(text(expression.span))]), nil)
      throw error
    }
  }

  /// Sees to it that what was noted ends with the value of a part: a step of its own says so
  /// where the last one is of something else.
  mutating func ending(_ node: Node) {
    guard let last = steps.last?.value, !last.isIdentical(to: node.value) else { return }
    // The value of a call may have been put in another unit, or have taken one on.
    if let unit = node.value.unit, case .quantity(let number, _) = node.value,
      case .quantity(let own, _) = last.converted(to: unit) ?? last,
      abs(own - number) <= 1e-9 * abs(number)
    {
      return
    }
    step(.other(node.pieces), node.value)
  }

  mutating func bracketed(_ expression: Expression) throws(FormulaProblem) -> Node {
    var node = try node(expression)
    if !node.isSimple { node.pieces = [.sign("(")] + node.pieces + [.sign(")")] }
    return node
  }

  /// An operand of a product or of a minus: a power binds tighter than these.
  mutating func factor(_ expression: Expression) throws(FormulaProblem) -> Node {
    if case .binary(.power, _, _) = expression.kind { return try node(expression) }
    return try bracketed(expression)
  }

  // MARK: Chains

  /// An operand of a chain and whether it is divided by or subtracted.
  private typealias Link = (expression: Expression, isInverse: Bool)

  /// Operands of products or of sums that stand in a row.
  private func links(_ expression: Expression, of signs: [BinaryOperator]) -> [Link] {
    var found: [Link] = []
    var rest = expression
    while true {
      switch rest.kind {
      case .binary(let sign, let left, let right) where signs.contains(sign):
        found.append((right, sign == signs[1]))
        rest = left
      // `5 kW` within a product is one thing; by itself it has been found to be none.
      case .implicit(let left, let right)
      where signs[0] == .multiply && (found.isEmpty || !left.isFigure):
        found.append((right, false))
        rest = left
      case .group(let inner) where isChain(inner, of: signs): rest = inner
      case _:
        found.append((rest, false))
        return found.reversed()
      }
      if found.count > 2 * Self.chainLimit { return found }
    }
  }

  /// `[1, 2, 3] kg`
  private func isListWithUnit(_ expression: Expression) -> Bool {
    guard case .implicit(let left, let unit) = expression.kind, unit.isUnitProduct else {
      return false
    }
    if case .list = left.kind { return true }
    return isListWithUnit(left)
  }

  private func isChain(_ expression: Expression, of signs: [BinaryOperator]) -> Bool {
    if case .binary(let sign, _, _) = expression.kind { return signs.contains(sign) }
    return false
  }

  private func chainLength(_ expression: Expression) -> Int {
    if expression.product != nil { return links(expression, of: [.multiply, .divide]).count }
    let isSum = isChain(expression, of: [.add, .subtract])
    return isSum ? links(expression, of: [.add, .subtract]).count : 1
  }

  private mutating func product(_ expression: Expression) throws(FormulaProblem) -> Node {
    var factors: [Derivation.Factor] = []
    var pieces: [Derivation.Piece] = []
    var lastForm = Evaluator.Form.computed
    for (part, isBelow) in links(expression, of: [.multiply, .divide]) {
      let node = try factor(part)
      // The `/kWh` of `262 g/kWh` belongs to the number before it.
      if node.form == .unit, lastForm == .number || lastForm == .literal,
        let last = factors.last, !last.isBelow, let joined = join(last.value, node.value, isBelow)
      {
        factors[factors.count - 1].value = joined
        pieces[pieces.count - 1] = .value(joined)
        lastForm = .literal
        continue
      }
      if !factors.isEmpty { pieces.append(.sign(isBelow ? "/" : "*")) }
      factors.append(
        Derivation.Factor(value: node.value, isBelow: isBelow, isUnit: node.form == .unit))
      pieces += node.pieces
      lastForm = isBelow ? .computed : node.form
    }
    let operands = factors.compactMap { factor in
      factor.value.unit.map { (unit: $0, isBelow: factor.isBelow) }
    }
    let place = steps.count
    var node = try note(.product(factors, nil), expression) { pieces }
    if operands.count == factors.count, let unit = node.value.unit {
      steps[place].kind = .product(factors, UnitReduction(of: operands, to: unit))
    }
    node.isSimple = false
    return node
  }

  /// A number with one more unit, as it is typed.
  private func join(_ value: Value, _ unit: Value, _ isBelow: Bool) -> Value? {
    guard case .quantity(let number, let own) = value, case .quantity(_, let other) = unit,
      let joined = try? own.product(with: other, inverted: isBelow, merged: false)
    else { return nil }
    return .quantity(joined.conversion.apply(number), joined.unit)
  }

  private mutating func sum(_ expression: Expression) throws(FormulaProblem) -> Node {
    var nodes: [(node: Node, isSubtracted: Bool)] = []
    var pieces: [Derivation.Piece] = []
    for (part, isSubtracted) in links(expression, of: [.add, .subtract]) {
      let node = try node(part)
      if !pieces.isEmpty { pieces.append(.sign(isSubtracted ? "-" : "+")) }
      // A product stands in a sum as it is; `a - (b - c)` has its own brackets.
      pieces += node.pieces
      nodes.append((node, isSubtracted))
    }
    let place = steps.count
    func terms(in unit: Unit?) -> [Derivation.Term] {
      let isTemperature = nodes.contains { node, _ in node.value.isTemperature }
      return nodes.map { node, isSubtracted in
        var term = Derivation.Term(value: node.value, isSubtracted: isSubtracted)
        if let unit, let own = node.value.unit, own != unit, !isTemperature,
          own.symbol != unit.symbol
        {
          term.converted = node.value.converted(to: unit)
          term.equality = own.equality(with: unit)
        }
        return term
      }
    }
    var node = try note(.sum(terms(in: nil)), expression) { pieces }
    if let unit = node.value.unit { steps[place].kind = .sum(terms(in: unit)) }
    node.isSimple = false
    return node
  }

  // MARK: Noting

  mutating func step(_ kind: Derivation.Step.Kind, _ value: Value? = nil) {
    steps.append(Derivation.Step(kind: kind, value: value))
  }

  /// A part of which a step says what it comes to.
  mutating func notedNode(_ expression: Expression) throws(FormulaProblem) -> Node {
    let before = steps.count
    let node = try node(expression)
    if steps.count == before { step(.other(node.pieces), node.value) }
    return node
  }

  /// Computes a part and notes it as a step.
  mutating func note(
    _ kind: Derivation.Step.Kind, _ expression: Expression, pieces: () -> [Derivation.Piece]
  ) throws(FormulaProblem) -> Node {
    do throws(FormulaProblem) {
      let whole = try evaluate(expression)
      let value = projected(whole)
      step(kind, value)
      return Node(whole: whole, value: value, pieces: pieces(), isSimple: false)
    } catch {
      step(kind, nil)
      throw error
    }
  }

  mutating func evaluate(_ expression: Expression) throws(FormulaProblem) -> Value {
    try evaluator.evaluate(expression)
  }

  /// The row of a column that has as many as the result.
  func projected(_ value: Value) -> Value {
    guard let row, value.rowCount == rowCount else { return value }
    return value.element(row) ?? value
  }

  func text(_ span: Span) -> String { source[span] ?? "" }
}
