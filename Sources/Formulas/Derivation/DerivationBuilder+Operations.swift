import Quantities

/// Functions and statistics.
extension DerivationBuilder {
  mutating func call(
    _ name: String, _ arguments: [Argument], _ expression: Expression
  ) throws(FormulaProblem) -> Node {
    if let function = sheet.function(named: name) {
      return try own(function, arguments, expression)
    }
    return try builtin(name, arguments.map(\.value), expression)
  }

  /// `column.sum()`, and `np.sum(column)`, where the receiver is no value.
  mutating func method(
    _ receiver: Expression, _ name: String, _ arguments: [Argument], _ expression: Expression
  ) throws(FormulaProblem) -> Node {
    let given = evaluator.isModule(receiver) ? [] : [receiver]
    return try builtin(name, given + arguments.map(\.value), expression)
  }

  private mutating func builtin(
    _ name: String, _ given: [Expression], _ expression: Expression
  ) throws(FormulaProblem) -> Node {
    // `(a / b).mean()` is written `mean(a / b)`.
    let arguments = given.map(\.withoutParentheses)
    let function = BuiltinFunction.named(name)
    let isAggregate = function?.statistic != nil && arguments.count == 1
    // What is made of a whole column needs all its rows.
    let outer = row
    if function?.takesColumn == true, arguments.count == 1 { row = nil }
    defer { row = outer }
    var nodes: [Node] = []
    for argument in arguments { nodes.append(try node(argument)) }
    row = outer
    // A row of a column that is made of no row alone: `cumsum([1, 2, 3])[1]`.
    let index = makesColumn(function, nodes) ? self.index : []
    func written(_ values: [[Derivation.Piece]]) -> [Derivation.Piece] {
      [.sign(name + "(")]
        + values.enumerated().flatMap { place, pieces in (place > 0 ? [.sign(",")] : []) + pieces }
        + [.sign(")")] + index
    }
    if isAggregate, let first = nodes.first {
      let kind = Derivation.Step.Kind.aggregate(
        name: name, of: first.whole, formula: text(arguments[0].span))
      return try simple(kind, expression, written([first.pieces]))
    }
    return try simple(
      .other(written(nodes.map { [.value($0.value)] })), expression, written(nodes.map(\.pieces)))
  }

  private func makesColumn(_ function: BuiltinFunction?, _ arguments: [Node]) -> Bool {
    switch function?.computation {
    case .sequence: true
    case .column: arguments.first?.whole.rowCount == rowCount
    case .elementwise, .pairwise, .statistic, .custom, nil: false
    }
  }

  /// The row that is shown, in brackets; empty where there is but one value.
  private var index: [Derivation.Piece] { row.map { [.sign("[\($0)]")] } ?? [] }

  private mutating func simple(
    _ kind: Derivation.Step.Kind, _ expression: Expression, _ pieces: [Derivation.Piece]
  ) throws(FormulaProblem) -> Node {
    var node = try note(kind, expression) { pieces }
    node.isSimple = true
    return node
  }

  /// Goes into a function of the student's own with the values of its arguments.
  private mutating func own(
    _ function: FunctionDefinition, _ arguments: [Argument], _ expression: Expression
  ) throws(FormulaProblem) -> Node {
    var values: [String: Value] = [:]
    var shown: [(name: String, value: Value)] = []
    var nodes: [Node] = []
    for (place, argument) in arguments.enumerated() {
      let node = try node(argument.value)
      nodes.append(node)
      guard function.parameters.indices.contains(place) else { continue }
      let name = argument.name ?? function.parameters[place]
      values[name] = node.whole
      shown.append((name, node.value))
    }
    func written(_ values: [[Derivation.Piece]]) -> [Derivation.Piece] {
      var pieces: [Derivation.Piece] = [.sign(function.name + "(")]
      for (place, value) in values.enumerated() {
        if place > 0 { pieces.append(.sign(",")) }
        if let name = arguments[place].name { pieces.append(.sign(name + "=")) }
        pieces += value
      }
      return pieces + [.sign(")")]
    }
    var pieces = written(nodes.map(\.pieces))
    let whole: Value
    do throws(FormulaProblem) { whole = try evaluate(expression) } catch {
      if values.count == function.parameters.count, evaluator.calls == 0 {
        goInto(function.name, values, shown)
      } else {
        step(.other(pieces), nil)
      }
      throw error
    }
    let value = projected(whole)
    if row != nil, whole.rowCount == rowCount, !isRowByRow(function, shown, value) {
      pieces = written(nodes.map { [.value($0.whole)] }) + index
    }
    if evaluator.calls == 0, steps.count < Self.stepLimit {
      goInto(function.name, values, shown)
    } else {
      step(.other(pieces), value)
    }
    return Node(whole: whole, value: value, pieces: pieces)
  }

  /// Whether a function gives its value for a row from that row of its arguments alone.
  private func isRowByRow(
    _ function: FunctionDefinition, _ arguments: [(name: String, value: Value)], _ value: Value
  ) -> Bool {
    var evaluator = evaluator
    let values = Dictionary(
      arguments.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard let found = try? evaluator.result(of: function, with: values, at: function.result.span)
    else { return false }
    return sheet.adjusted(found, of: function).isIdentical(to: value)
  }

  /// Notes the steps of a function's body, as far as they go.
  private mutating func goInto(
    _ name: String, _ values: [String: Value], _ shown: [(name: String, value: Value)]
  ) {
    // The function as its own text has it, so that its places are in that text.
    guard let text = sheet.text(of: .name(name)),
      case .function(let function)? = Parser.parse(text).statements.first(where: \.isFunction)?.kind
    else { return }
    let outer = (source, evaluator.locals)
    source = StatementText(text: text)
    evaluator.locals = values
    evaluator.calls += 1
    defer {
      (source, evaluator.locals) = outer
      evaluator.calls -= 1
    }
    step(.function(name: name, arguments: shown, formula: self.text(function.result.span)))
    for local in function.locals {
      let before = steps.count
      guard let node = try? node(local.formula) else { return }
      if steps.count == before { step(.other([.value(node.value)]), node.value) }
      steps[steps.count - 1].label = local.name
      evaluator.locals?[local.name] = node.whole
    }
    if let node = try? notedNode(function.result) { ending(node) }
  }
}

/// Operators other than those of products and sums.
extension DerivationBuilder {
  /// A minus before an operand. One before a single figure is a part of that figure.
  mutating func negation(
    of inner: Expression, _ expression: Expression
  ) throws(FormulaProblem) -> Node {
    let before = steps.count
    let node = try factor(inner)
    if steps.count == before, node.pieces.count == 1, case .value(let value) = node.pieces[0],
      !value.isNegative
    {
      let whole = try evaluate(expression)
      let value = projected(whole)
      return Node(whole: whole, value: value, pieces: [.value(value)])
    }
    return try note(.other([.sign("-"), .value(node.value)]), expression) {
      [.sign("-")] + node.pieces
    }
  }

  mutating func operation(
    _ sign: BinaryOperator, _ left: Expression, _ right: Expression, _ expression: Expression
  ) throws(FormulaProblem) -> Node {
    let first = try bracketed(left)
    // `and` and `or` look at their right side only where it matters.
    if sign == .and || sign == .or, case .truth(let truth) = first.whole, truth == (sign == .or) {
      return try whole(expression)
    }
    let second = try bracketed(right)
    let middle = Derivation.Piece.sign(sign.rawValue)
    return try note(.other([.value(first.value), middle, .value(second.value)]), expression) {
      first.pieces + [middle] + second.pieces
    }
  }

  mutating func conversion(
    _ inner: Expression, to target: Expression, _ expression: Expression
  ) throws(FormulaProblem) -> Node {
    let first = try node(inner)
    let place = steps.count
    let unit = try? evaluator.evaluate(target).unit
    let pieces: [Derivation.Piece] =
      first.pieces + [.sign("to")] + (unit.map { [.unit($0)] } ?? [.sign(text(target.span))])
    let node = try note(.other([.value(first.value)] + pieces.suffix(2)), expression) { pieces }
    if let own = first.value.unit, let unit = node.value.unit {
      steps[place].kind = .conversion(first.value, own.equality(with: unit))
    }
    return node
  }
}
