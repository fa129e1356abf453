import AnswerKeys
import Formulas
import Quantities

/// Lays a model answer out as a tree, each name opened into its own formula.
struct ModelFormulaBuilder {
  private let scope: ModelScope
  private var tree = ModelFormula()

  /// Parts and levels of names that are laid out at most; a part beyond is taken whole.
  static let partLimit = 400
  static let levelLimit = 24

  /// Where a formula stands.
  private struct Place {
    /// As the author wrote the whole of it.
    var text: String
    var question: String
    var level: Int

    var deeper: Place { Place(text: text, question: question, level: level + 1) }
  }

  /// A part with whether it divides, or is subtracted.
  private typealias Part = (formula: Expression, isInverse: Bool)

  /// Nil where a part has no numbers, or where the tree does not give the answer's own value.
  static func tree(of answer: AnswerKey.Answer, in scope: ModelScope) -> ModelFormula? {
    var builder = ModelFormulaBuilder(scope: scope)
    let place = Place(text: answer.spec.expect.text, question: answer.question, level: 0)
    guard let root = builder.add(answer.formula, place) else { return nil }
    builder.tree.root = root
    builder.tree.nodes[root].state(in: answer.unit)
    return builder.tree
  }

  private init(scope: ModelScope) { self.scope = scope }

  private mutating func add(_ formula: Expression, _ place: Place) -> Int? {
    guard place.level < Self.levelLimit, tree.nodes.count < Self.partLimit else {
      return leaf(formula, .part)
    }
    if isFigure(formula) { return leaf(formula, .literal(0, unit: "")) }
    switch formula.kind {
    case .group(let inner), .conversion(let inner, _): return add(inner, place.deeper)
    case .name(let name): return named(name, formula, place)
    case .binary(.multiply, _, _), .binary(.divide, _, _), .implicit:
      return product(of: factors(of: formula), formula, place)
    case .binary(.power, let base, let exponent):
      // A square is a product of equal factors, any of which may be forgotten.
      guard let count = exponent.plainNumber.flatMap({ Int(exactly: $0) }), (2...4).contains(count)
      else { return leaf(formula, .part) }
      return product(of: Array(repeating: (base, false), count: count), formula, place)
    case .binary(.add, _, _), .binary(.subtract, _, _), .negation:
      return sum(of: terms(of: formula), formula, place)
    case .method(let receiver, let name, _, let arguments) where arguments.isEmpty:
      return aggregate(name, of: receiver, formula, place)
    case .call(let name, _, let arguments) where arguments.count == 1:
      return aggregate(name, of: arguments[0].value, formula, place)
    case .element(let receiver, let element):
      guard case .text(let heading) = element.kind else { return leaf(formula, .part) }
      return column(heading, of: receiver, formula)
    case .member(let receiver, let heading, _): return column(heading, of: receiver, formula)
    case .unitWord: return leaf(formula, .unit)
    case .number, .text, .truth, .not, .binary, .conditional, .method, .call, .list:
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

  private mutating func named(_ name: String, _ formula: Expression, _ place: Place) -> Int? {
    guard let definition = scope.definition(of: name, in: place.question) else {
      // A constant such as pi is a factor; a unit is none.
      let isUnit = scope.value(of: name) == nil && scope.value(of: formula)?.numbers == [1]
      return leaf(formula, isUnit ? .unit : .name(name))
    }
    let inside = Place(text: definition.text, question: definition.question, level: place.level + 1)
    guard let inner = add(definition.formula, inside) else { return nil }
    var node = tree.nodes[inner]
    let stated = scope.statedUnit(of: name)
    if case .leaf = node.kind {
      // A name for a figure is one part.
      tree.nodes[inner].origin = .name(name)
      if let stated { tree.nodes[inner].state(in: stated) }
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
    if case .literal = origin { origin = .literal(numbers.first ?? 0, unit: unit.symbol) }
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

  private mutating func column(
    _ heading: String, of receiver: Expression, _ formula: Expression
  ) -> Int? {
    guard case .name(let word) = receiver.kind, let table = scope.table(word) else {
      return leaf(formula, .part)
    }
    return leaf(formula, .column(.column(table: table.name, column: heading)))
  }

  private mutating func product(of parts: [Part], _ formula: Expression, _ place: Place) -> Int? {
    guard let factors = operands(parts, place), let numbers = tree.product(of: factors),
      let unit = tree.unit(ofProduct: factors)
    else { return nil }
    let origin = written(formula, in: place.text)
    return insert(
      node(.product(factors), origin, numbers, unit, one: 1), children: factors.map(\.node))
  }

  private mutating func sum(of parts: [Part], _ formula: Expression, _ place: Place) -> Int? {
    guard let terms = operands(parts, place), let numbers = tree.sum(of: terms),
      let first = terms.first.map({ tree.nodes[$0.node] })
    else { return nil }
    var whole = node(
      .sum(terms), written(formula, in: place.text), numbers, first.unit, one: first.one)
    // Two temperatures subtract to a difference.
    whole.zero = terms.reduce(0) {
      $1.isInverse ? $0 - tree.nodes[$1.node].zero : $0 + tree.nodes[$1.node].zero
    }
    return insert(whole, children: terms.map(\.node))
  }

  private mutating func aggregate(
    _ name: String, of part: Expression, _ formula: Expression, _ place: Place
  ) -> Int? {
    guard Statistic.confusable.contains(name), let inner = add(part, place.deeper),
      let statistic = Statistic.named(name),
      let number = statistic.value(of: tree.nodes[inner].numbers)
    else { return leaf(formula, .part) }
    let unit = statistic.countsRows ? Unit.one : tree.nodes[inner].unit
    var whole = node(
      .aggregate(name, inner), written(formula, in: place.text), [number], unit,
      one: tree.nodes[inner].one)
    if !statistic.countsRows { whole.zero = tree.nodes[inner].zero }
    return insert(whole, children: [inner])
  }

  private mutating func insert(_ node: ModelFormula.Node, children: [Int] = []) -> Int {
    tree.nodes.append(node)
    for child in children { tree.nodes[child].parent = tree.nodes.count - 1 }
    return tree.nodes.count - 1
  }

  // MARK: Operands

  private mutating func operands(_ parts: [Part], _ place: Place) -> [ModelFormula.Operand]? {
    var operands: [ModelFormula.Operand] = []
    for part in parts {
      guard let node = add(part.formula, place.deeper) else { return nil }
      operands.append(ModelFormula.Operand(node: node, isInverse: part.isInverse))
    }
    return operands
  }

  /// What is multiplied and divided, be it within groups.
  private func factors(of formula: Expression, isInverse: Bool = false) -> [Part] {
    if isFigure(formula) { return [(formula, isInverse)] }
    switch formula.kind {
    case .binary(.multiply, let left, let right), .implicit(let left, let right):
      return factors(of: left, isInverse: isInverse) + factors(of: right, isInverse: isInverse)
    case .binary(.divide, let left, let right):
      return factors(of: left, isInverse: isInverse) + factors(of: right, isInverse: !isInverse)
    case .group(let inner): return factors(of: inner, isInverse: isInverse)
    case .number, .text, .truth, .name, .unitWord, .negation, .not, .binary, .conversion,
      .conditional, .call, .method, .member, .element, .list:
      return [(formula, isInverse)]
    }
  }

  /// What is added and subtracted, be it within groups.
  private func terms(of formula: Expression, isInverse: Bool = false) -> [Part] {
    switch formula.kind {
    case .binary(.add, let left, let right):
      terms(of: left, isInverse: isInverse) + terms(of: right, isInverse: isInverse)
    case .binary(.subtract, let left, let right):
      terms(of: left, isInverse: isInverse) + terms(of: right, isInverse: !isInverse)
    case .negation(let inner): terms(of: inner, isInverse: !isInverse)
    case .group(let inner): terms(of: inner, isInverse: isInverse)
    case .number, .text, .truth, .name, .unitWord, .implicit, .not, .binary, .conversion,
      .conditional, .call, .method, .member, .element, .list:
      [(formula, isInverse)]
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
