import AnswerKeys
import Formulas
import Quantities

/// Lays a model answer out as a tree, each name opened into its own formula.
struct ModelFormulaBuilder {
  private let scope: ModelScope
  private var nodes: [ModelFormula.Node] = []

  /// Parts and levels of names that are laid out at most; a part beyond is taken whole.
  static let partLimit = 400
  static let levelLimit = 24

  /// Nil where a part has no numbers, or where the tree does not give the answer's own value.
  static func tree(of answer: AnswerKey.Answer, in scope: ModelScope) -> ModelFormula? {
    var builder = ModelFormulaBuilder(scope: scope)
    guard
      let root = builder.add(
        answer.formula, text: answer.spec.expect.text, question: answer.question, level: 0)
    else { return nil }
    builder.nodes[root].state(in: answer.unit)
    return ModelFormula(nodes: builder.nodes, root: root)
  }

  private init(scope: ModelScope) {
    self.scope = scope
  }

  private mutating func add(
    _ formula: Expression, text: String, question: String, level: Int
  ) -> Int? {
    guard level < Self.levelLimit, nodes.count < Self.partLimit else {
      return leaf(formula, .part)
    }
    func child(_ part: Expression, _ builder: inout Self) -> Int? {
      builder.add(part, text: text, question: question, level: level + 1)
    }
    if isFigure(formula) { return leaf(formula, .literal(0, unit: "")) }
    switch formula.kind {
    case .group(let inner): return child(inner, &self)
    case .name(let name):
      return named(name, formula, question: question, level: level)
    case .binary(.multiply, _, _), .binary(.divide, _, _), .implicit:
      var factors: [ModelFormula.Factor] = []
      guard gather(formula, isDivisor: false, &factors, { child($0, &$1) }) else { return nil }
      return product(factors, written(formula, in: text))
    case .binary(.power, let base, let exponent):
      // A square is a product of equal factors, any of which may be forgotten.
      guard let count = exponent.plainNumber.flatMap({ Int(exactly: $0) }), (2...4).contains(count)
      else { return leaf(formula, .part) }
      var factors: [ModelFormula.Factor] = []
      for _ in 0..<count {
        guard let node = child(base, &self) else { return nil }
        factors.append(ModelFormula.Factor(node: node, isDivisor: false))
      }
      return product(factors, written(formula, in: text))
    case .binary(.add, _, _), .binary(.subtract, _, _), .negation:
      var terms: [ModelFormula.Term] = []
      guard gatherTerms(formula, isNegative: false, &terms, { child($0, &$1) }) else { return nil }
      return sum(terms, written(formula, in: text))
    case .conversion(let value, _): return child(value, &self)
    case .method(let receiver, let name, _, let arguments):
      guard arguments.isEmpty, Statistic.confusable.contains(name),
        let inner = child(receiver, &self)
      else { return leaf(formula, .part) }
      return aggregate(name, inner, written(formula, in: text)) ?? leaf(formula, .part)
    case .call(let name, _, let arguments):
      guard arguments.count == 1, Statistic.confusable.contains(name),
        let inner = child(arguments[0].value, &self)
      else { return leaf(formula, .part) }
      return aggregate(name, inner, written(formula, in: text)) ?? leaf(formula, .part)
    case .element(let receiver, let element):
      if case .name(let word) = receiver.kind, case .text(let column) = element.kind,
        let table = scope.table(word)
      {
        return leaf(formula, .column(.column(table: table.name, column: column)))
      }
      return leaf(formula, .part)
    case .member(let receiver, let column, _):
      if case .name(let word) = receiver.kind, let table = scope.table(word) {
        return leaf(formula, .column(.column(table: table.name, column: column)))
      }
      return leaf(formula, .part)
    case .unitWord: return leaf(formula, .unit)
    case .number, .text, .truth, .not, .binary, .conditional, .list:
      return leaf(formula, .part)
    }
  }

  /// A number as typed, with its unit; `1 / speed` is none, for speed is a name.
  private func isFigure(_ formula: Expression) -> Bool {
    formula.typedFigures != nil && formula.usedNames.allSatisfy { scope.value(of: $0) == nil }
  }

  /// A formula as the author wrote it, where it holds no figure that would be given away.
  private func written(_ formula: Expression, in text: String) -> ModelFormula.Origin {
    let bytes = Array(text.utf8)
    guard formula.span.start >= 0, formula.span.start < formula.span.end,
      formula.span.end <= bytes.count, !formula.holdsNumber
    else { return .part }
    let slice = String(decoding: bytes[formula.span.start..<formula.span.end], as: UTF8.self)
    return .formula(slice.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  // MARK: Parts

  private mutating func named(
    _ name: String, _ formula: Expression, question: String, level: Int
  ) -> Int? {
    guard let definition = scope.definition(of: name, in: question) else {
      // A constant such as pi is a factor; a unit is none.
      let isUnit = scope.value(of: name) == nil && scope.value(of: formula)?.numbers == [1]
      return leaf(formula, isUnit ? .unit : .name(name))
    }
    guard
      let inner = add(
        definition.formula, text: definition.text, question: definition.question,
        level: level + 1)
    else { return nil }
    var node = nodes[inner]
    let stated = scope.statedUnit(of: name)
    if case .leaf = node.kind {
      // A name for a figure is one part.
      nodes[inner].origin = .name(name)
      if let stated { nodes[inner].state(in: stated) }
      return inner
    }
    node.kind = .named(inner)
    node.origin = .name(name)
    node.parent = nil
    if let stated { node.state(in: stated) }
    return insert(node, children: [inner])
  }

  private mutating func leaf(_ formula: Expression, _ origin: ModelFormula.Origin) -> Int? {
    guard let value = scope.value(of: formula), let unit = value.unit, let numbers = value.numbers
    else { return nil }
    var origin = origin
    if case .literal = origin {
      origin = .literal(numbers.first ?? 0, unit: unit.symbol)
    }
    var stated = unit
    if case .name(let name) = origin { stated = scope.statedUnit(of: name) ?? unit }
    var node = node(.leaf, origin, unit.inBaseUnits(numbers), unit, one: 1)
    node.state(in: stated)
    return insert(node)
  }

  private func node(
    _ kind: ModelFormula.Kind, _ origin: ModelFormula.Origin, _ numbers: [Double], _ unit: Unit,
    one: Double
  ) -> ModelFormula.Node {
    ModelFormula.Node(
      kind: kind, origin: origin, parent: nil, numbers: numbers,
      unit: unit.withoutCounts.baseUnit, one: one)
  }

  private mutating func product(
    _ factors: [ModelFormula.Factor], _ origin: ModelFormula.Origin
  ) -> Int? {
    var numbers: [Double]? = [1]
    var unit = Unit.one
    for factor in factors {
      let part = nodes[factor.node]
      numbers = ModelFormula.combined(numbers, part.numbers) {
        factor.isDivisor ? $0 / $1 : $0 * $1
      }
      guard let next = try? unit.product(with: part.unit, inverted: factor.isDivisor)
      else { return nil }
      unit = next.unit
    }
    guard let numbers else { return nil }
    return insert(
      node(.product(factors), origin, numbers, unit, one: 1), children: factors.map(\.node))
  }

  private mutating func sum(
    _ terms: [ModelFormula.Term], _ origin: ModelFormula.Origin
  ) -> Int? {
    var numbers: [Double]? = [0]
    for term in terms {
      numbers = ModelFormula.combined(numbers, nodes[term.node].numbers) {
        term.isNegative ? $0 - $1 : $0 + $1
      }
    }
    guard let numbers, let first = terms.first else { return nil }
    var whole = node(
      .sum(terms), origin, numbers, nodes[first.node].unit, one: nodes[first.node].one)
    // Two temperatures subtract to a difference.
    whole.zero = terms.reduce(0) {
      $1.isNegative ? $0 - nodes[$1.node].zero : $0 + nodes[$1.node].zero
    }
    return insert(whole, children: terms.map(\.node))
  }

  private mutating func aggregate(
    _ name: String, _ inner: Int, _ origin: ModelFormula.Origin
  ) -> Int? {
    guard let statistic = Statistic.named(name),
      let number = statistic.value(of: nodes[inner].numbers)
    else { return nil }
    let unit = statistic.countsRows ? Unit.one : nodes[inner].unit
    var whole = node(.aggregate(name, inner), origin, [number], unit, one: nodes[inner].one)
    if !statistic.countsRows { whole.zero = nodes[inner].zero }
    return insert(whole, children: [inner])
  }

  private mutating func insert(_ node: ModelFormula.Node, children: [Int] = []) -> Int {
    nodes.append(node)
    for child in children { nodes[child].parent = nodes.count - 1 }
    return nodes.count - 1
  }

  // MARK: Gathering

  private mutating func gather(
    _ formula: Expression, isDivisor: Bool, _ factors: inout [ModelFormula.Factor],
    _ add: (Expression, inout Self) -> Int?
  ) -> Bool {
    if !isFigure(formula) {
      switch formula.kind {
      case .binary(.multiply, let left, let right), .implicit(let left, let right):
        return gather(left, isDivisor: isDivisor, &factors, add)
          && gather(right, isDivisor: isDivisor, &factors, add)
      case .binary(.divide, let left, let right):
        return gather(left, isDivisor: isDivisor, &factors, add)
          && gather(right, isDivisor: !isDivisor, &factors, add)
      case .group(let inner): return gather(inner, isDivisor: isDivisor, &factors, add)
      case .number, .text, .truth, .name, .unitWord, .negation, .not, .binary, .conversion,
        .conditional, .call, .method, .member, .element, .list:
        break
      }
    }
    guard let node = add(formula, &self) else { return false }
    factors.append(ModelFormula.Factor(node: node, isDivisor: isDivisor))
    return true
  }

  private mutating func gatherTerms(
    _ formula: Expression, isNegative: Bool, _ terms: inout [ModelFormula.Term],
    _ add: (Expression, inout Self) -> Int?
  ) -> Bool {
    switch formula.kind {
    case .binary(.add, let left, let right):
      return gatherTerms(left, isNegative: isNegative, &terms, add)
        && gatherTerms(right, isNegative: isNegative, &terms, add)
    case .binary(.subtract, let left, let right):
      return gatherTerms(left, isNegative: isNegative, &terms, add)
        && gatherTerms(right, isNegative: !isNegative, &terms, add)
    case .negation(let inner):
      return gatherTerms(inner, isNegative: !isNegative, &terms, add)
    case .group(let inner): return gatherTerms(inner, isNegative: isNegative, &terms, add)
    case .number, .text, .truth, .name, .unitWord, .implicit, .not, .binary, .conversion,
      .conditional, .call, .method, .member, .element, .list:
      guard let node = add(formula, &self) else { return false }
      terms.append(ModelFormula.Term(node: node, isNegative: isNegative))
      return true
    }
  }
}

extension ModelFormula.Node {
  /// Says in which unit its figures are stated.
  fileprivate mutating func state(in stated: Unit) {
    one = stated.scale.value
    zero = stated.zero
  }
}
