import Formulas
import Quantities

/// The steps of a model answer, from the quantities at hand to the whole.
///
/// A product is taken in the order of the author, and has a step wherever what it gives so far is
/// a quantity that has a name: a power and a time, then the energy and what goes with it.
struct StepOutline {
  private(set) var steps: [FormulaStep] = []
  private let tree: FormulaTree
  /// Whether a name is that of an answer, which is at hand and not opened.
  private let isAnswer: (String) -> Bool

  init(_ tree: FormulaTree, isAnswer: @escaping (String) -> Bool) {
    self.tree = tree
    self.isAnswer = isAnswer
    guard let whole = input(tree.root), steps.isEmpty, case .quantity = whole.source else { return }
    steps = [FormulaStep(operation: .renaming, inputs: [whole], result: tree.whole)]
  }

  /// Quantities and figures that go in, each once, in the order of the steps.
  var ingredients: [StepInput] {
    var found: [StepInput] = []
    for input in steps.flatMap(\.inputs) {
      switch input.source {
      case .quantity, .figure:
        let isKnown = found.contains { known in
          known.source == input.source
            && (input.source != .figure || known.value.written == input.value.written)
        }
        if !isKnown { found.append(input) }
      case .number, .result, .part: break
      }
    }
    return found
  }

  /// Whether a plain number stands anywhere in it.
  var hasNumber: Bool { steps.contains { $0.inputs.contains { $0.source == .number } } }

  /// The quantities that a step is made of, those of the steps before it too, each once.
  func quantities(of step: Int) -> [StepInput] {
    var found: [StepInput] = []
    for input in steps[step].inputs {
      let own: [StepInput] =
        switch input.source {
        case .result(let before): quantities(of: before)
        case .quantity, .figure: [input]
        case .number, .part: []
        }
      for one in own where !found.contains(where: { $0.source == one.source }) { found.append(one) }
    }
    return found
  }

  // MARK: Making it

  /// Nil for what is nothing but a unit.
  private mutating func input(_ node: Int) -> StepInput? {
    let own = tree.nodes[node]
    switch own.kind {
    case .leaf: return leaf(node)
    case .named(let inner):
      guard case .name(let name) = own.origin else { return input(inner) }
      if isAnswer(name) || !holdsName(inner) {
        return StepInput(source: .quantity(own.origin), value: value(of: node))
      }
      guard let result = input(inner) else { return nil }
      guard case .result(let step) = result.source else {
        return StepInput(source: .quantity(own.origin), value: value(of: node))
      }
      if steps[step].name == nil { steps[step].name = own.origin }
      return StepInput(source: result.source, value: value(of: node))
    case _ where isNumber(node): return StepInput(source: .number, value: own)
    case .product: return product(node)
    case .sum(let terms): return sum(terms, node)
    case .power(let inner, let exponent): return power(inner, exponent, node)
    case .raised(let base, let exponent): return step(.raised, [base, exponent], node)
    case .call(let function, let arguments): return step(.call(function.name), arguments, node)
    case .aggregate(let name, let inner): return step(.aggregate(name), [inner], node)
    }
  }

  private func leaf(_ node: Int) -> StepInput? {
    let own = tree.nodes[node]
    switch own.origin {
    case .unit: return nil
    case .name where tree.isPlainNumber(node): return StepInput(source: .number, value: own)
    case .name, .column, .row: return StepInput(source: .quantity(own.origin), value: own)
    case .literal:
      if own.origin.isOneOfUnit { return nil }
      let isNumber = own.origin.isPlainFigure || own.stated == .one
      return StepInput(source: isNumber ? .number : .figure, value: own)
    case .formula, .madeOf, .part: return StepInput(source: .part, value: own)
    }
  }

  private func holdsName(_ node: Int) -> Bool {
    tree.parts(of: node).contains { part in
      if case .name(let name) = tree.nodes[part].origin, BuiltinConstant.plainNumbers.contains(name)
      {
        return false
      }
      return tree.nodes[part].origin.isNamed
    }
  }

  /// Whether it is computed of plain numbers alone, without a function.
  private func isNumber(_ node: Int) -> Bool {
    tree.isPlainNumber(node) && !holdsName(node)
      && !tree.parts(of: node).contains { part in
        if case .call = tree.nodes[part].kind { true } else { false }
      }
  }

  private mutating func step(
    _ operation: FormulaStep.Operation, _ children: [Int], _ node: Int
  ) -> StepInput? {
    var inputs: [StepInput] = []
    for child in children {
      if let input = input(child) { inputs.append(input) }
    }
    return add(FormulaStep(operation: operation, inputs: inputs, result: value(of: node)))
  }

  private mutating func sum(_ terms: [FormulaTree.Operand], _ node: Int) -> StepInput? {
    // A single term is a sign.
    if terms.count == 1 { return input(terms[0].node) }
    var inputs: [StepInput] = []
    for term in terms {
      guard var input = input(term.node) else { continue }
      input.isInverse = term.isInverse
      inputs.append(input)
    }
    return add(FormulaStep(operation: .sum, inputs: inputs, result: value(of: node)))
  }

  private mutating func power(
    _ inner: Int, _ exponent: Exponent, _ node: Int
  ) -> StepInput? {
    guard var input = input(inner) else { return nil }
    if case .quantity = input.source, input.power == .one, exponent.isWhole, exponent.isPositive {
      input.power = exponent
      input.value = value(of: node)
      return input
    }
    return add(FormulaStep(operation: .power(exponent), inputs: [input], result: value(of: node)))
  }

  @discardableResult private mutating func add(_ step: FormulaStep) -> StepInput {
    let place = steps.firstIndex { $0.isSame(as: step) } ?? steps.count
    if place == steps.count { steps.append(step) }
    return StepInput(source: .result(place), value: step.result)
  }

  // MARK: Products

  private mutating func product(_ node: Int) -> StepInput? {
    var factors: [StepInput] = []
    collect(node, isInverse: false, into: &factors)
    factors.removeAll { $0.source == .number && $0.value.numbers == [1] }
    guard let first = factors.first else { return nil }
    if factors.allSatisfy({ $0.source == .number }) {
      return StepInput(source: .number, value: value(of: node))
    }
    if factors.count == 1, !first.isInverse { return first }
    return chain(factors, value(of: node))
  }

  /// All that is multiplied and divided, through groups that have no name.
  private mutating func collect(_ node: Int, isInverse: Bool, into factors: inout [StepInput]) {
    switch tree.nodes[node].kind {
    case .product(let operands) where !isNumber(node):
      for operand in operands {
        collect(operand.node, isInverse: isInverse != operand.isInverse, into: &factors)
      }
    case .sum(let terms) where terms.count == 1:
      collect(terms[0].node, isInverse: isInverse, into: &factors)
    case .power(let inner, let exponent) where exponent == -.one:
      collect(inner, isInverse: !isInverse, into: &factors)
    case .leaf, .product, .sum, .power, .raised, .call, .aggregate, .named:
      guard var input = input(node) else { return }
      input.isInverse = isInverse
      factors.append(input)
    }
  }

  /// A step wherever the product so far is a quantity with a name.
  private mutating func chain(_ factors: [StepInput], _ whole: FormulaTree.Node) -> StepInput {
    var chunk: [StepInput] = []
    var product: FormulaTree.Node?
    var kind: String?
    for (place, factor) in factors.enumerated() {
      chunk.append(factor)
      product = product.map { $0.times(factor) } ?? FormulaTree.Node.nothing.times(factor)
      guard let product, place < factors.count - 1,
        // A number that goes with all is left to the end.
        factors[(place + 1)...].contains(where: { !$0.isNumber && $0.source != .number }),
        chunk.count(where: { !$0.isNumber }) > 1, let next = product.written.kindOfQuantity,
        next != kind, !product.written.isOfPlainNumbers
      else { continue }
      var result = add(
        FormulaStep(
          operation: .product, inputs: chunk, result: product,
          factors: Array(factors[...place])))
      result.value = product
      chunk = [result]
      kind = next
    }
    return add(
      FormulaStep(operation: .product, inputs: chunk, result: whole, factors: factors))
  }

  // MARK: Units

  private func value(of node: Int) -> FormulaTree.Node {
    var value = tree.nodes[node]
    value.stated = written(node)
    return value
  }

  /// The unit as it is written, with what is counted; nil where it is beyond any in use.
  private func written(_ node: Int) -> Unit? {
    let own = tree.nodes[node]
    if let stated = own.stated { return stated }
    switch own.kind {
    case .leaf: return own.unit
    case .named(let inner), .aggregate(_, let inner): return written(inner)
    case .product(let factors):
      return factors.reduce(.one) { unit, factor in
        guard let other = written(factor.node) else { return nil }
        return try? unit?.product(with: other, inverted: factor.isInverse).unit
      }
    case .sum(let terms): return terms.first.flatMap { written($0.node) }
    case .power(let inner, let exponent): return try? written(inner)?.power(exponent)
    case .raised: return .one
    case .call(let function, let arguments):
      return function.keepsUnit ? arguments.first.flatMap(written) : own.unit
    }
  }
}

extension FormulaTree.Node {
  /// The number 1.
  fileprivate static let nothing = FormulaTree.Node(
    kind: .leaf, origin: .part, parent: nil, numbers: [1], unit: .one, one: 1, stated: .one)

  /// Nil where the two have rows that do not go together, or units beyond any in use.
  fileprivate func times(_ factor: StepInput) -> FormulaTree.Node? {
    let isInverse = factor.isInverse
    guard
      let numbers = FormulaTree.combined(
        numbers, factor.value.numbers, { isInverse ? $0 / $1 : $0 * $1 }),
      let unit = try? unit.product(with: factor.value.unit, inverted: isInverse).unit,
      let written = try? written.product(with: factor.value.written, inverted: isInverse).unit
    else { return nil }
    return FormulaTree.Node(
      kind: .leaf, origin: .part, parent: nil, numbers: numbers, unit: unit,
      one: written.scale.value, stated: written)
  }
}
