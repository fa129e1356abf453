import AnswerKeys
import Formulas
import Quantities

/// Lays a formula out as a tree, each name opened into its own formula.
struct FormulaTreeBuilder<Source: FormulaSource> {
  let source: Source
  var tree = FormulaTree()

  /// Parts and levels of names that are laid out at most; a part beyond is taken whole.
  static var partLimit: Int { 400 }
  static var levelLimit: Int { 24 }

  /// Where a formula stands.
  struct Place {
    var own: FormulaPlace
    var level = 0
    /// What the parameters of a function stand for.
    var arguments: [String: Bound] = [:]

    var deeper: Place {
      var copy = self
      copy.level += 1
      return copy
    }
  }

  /// A formula where it stands.
  struct Bound {
    var formula: Expression
    var place: Place
  }

  /// A part with whether it divides, or is subtracted.
  typealias Part = (formula: Expression, isInverse: Bool)

  mutating func add(_ formula: Expression, _ place: Place) -> Int? {
    guard place.level < Self.levelLimit, tree.nodes.count < Self.partLimit else {
      return leaf(formula, .part, place)
    }
    if isFigure(formula, place) { return leaf(formula, .literal(0, unit: ""), place) }
    // A list of figures with its unit.
    if let numbers = formula.typedNumbers, numbers.count > 1 { return leaf(formula, .part, place) }
    switch formula.kind {
    case .group(let inner), .conversion(let inner, _): return add(inner, place.deeper)
    case .name(let name): return named(name, formula, place)
    case .binary(.multiply, _, _), .binary(.divide, _, _), .implicit:
      return product(of: factors(of: formula, place), formula, place)
    case .binary(.power, let base, let exponent):
      return power(base, exponent, formula, place)
    case .binary(.add, _, _), .binary(.subtract, _, _), .negation:
      return sum(of: terms(of: formula), formula, place)
    case .method(let receiver, let name, _, let arguments) where arguments.isEmpty:
      return call(name, [receiver], formula, place)
    case .call(let name, _, let arguments):
      return call(name, arguments.map(\.value), formula, place)
    case .element(let receiver, let element):
      if case .text(let heading) = element.kind {
        return column(heading, of: receiver, formula, place)
      }
      return row(element, of: receiver, formula, place)
    case .member(let receiver, let heading, _): return column(heading, of: receiver, formula, place)
    case .unitWord: return leaf(formula, .unit, place)
    case .number, .text, .truth, .not, .binary, .conditional, .method, .list:
      return leaf(formula, .part, place)
    }
  }

  /// A number as typed, with its unit; `1 / speed` is none, for speed is a name.
  func isFigure(_ formula: Expression, _ place: Place) -> Bool {
    formula.typedFigures != nil && formula.usedNames.allSatisfy { isUnitWord($0, place) }
  }

  /// Whether a word stands for a unit, and neither for a name nor for a constant.
  func isUnitWord(_ word: String, _ place: Place) -> Bool {
    !source.isName(word, at: place.own) && place.arguments[word] == nil
      && source.isUnit(word, at: place.own)
  }

  // MARK: Leaves

  private mutating func named(_ name: String, _ formula: Expression, _ place: Place) -> Int? {
    if let bound = place.arguments[name] {
      var inside = bound.place
      inside.level = place.level + 1
      return add(bound.formula, inside)
    }
    guard source.isName(name, at: place.own) else {
      // A constant such as pi is a factor; a unit is none.
      return leaf(formula, source.isUnit(name, at: place.own) ? .unit : .name(name), place)
    }
    return named(.name(name), formula, place)
  }

  /// A name or column, with the formula behind it.
  private mutating func named(
    _ key: Worksheet.Key, _ formula: Expression, _ place: Place
  ) -> Int? {
    let origin = source.origin(of: key)
    let stated = source.statedUnit(of: key)
    guard let definition = source.definition(of: key, at: place.own) else {
      return leaf(formula, origin ?? .part, place, source.fixedValue(of: key), stated: stated)
    }
    let inside = Place(own: definition.place, level: place.level + 1)
    guard let inner = add(definition.formula, inside) else {
      return leaf(formula, origin ?? .part, place, source.fixedValue(of: key), stated: stated)
    }
    guard let origin else { return inner }
    if case .leaf = tree.nodes[inner].kind, source.fixedValue(of: key) == nil {
      // A name for a figure is one part.
      tree.nodes[inner].origin = origin
      if let stated { tree.nodes[inner].state(in: stated) }
      return inner
    }
    var node = tree.nodes[inner]
    node.kind = .named(inner)
    node.origin = origin
    node.parent = nil
    if let value = source.fixedValue(of: key), let unit = value.unit, let numbers = value.numbers {
      node.numbers = unit.inBaseUnits(numbers)
      node.unit = source.plainUnits[unit]
      node.slack = 0
    }
    if let stated { node.state(in: stated) }
    return insert(node, children: [inner])
  }

  mutating func leaf(
    _ formula: Expression, _ origin: FormulaTree.Origin, _ place: Place, _ fixed: Value? = nil,
    stated: Unit? = nil
  ) -> Int? {
    guard let value = fixed ?? source.value(of: formula, at: place.own), let unit = value.unit,
      let numbers = value.numbers
    else { return nil }
    var node = node(.leaf, origin, unit.inBaseUnits(numbers), unit, one: 1)
    if case .literal = origin, let typed = formula.typedNumbers?.first {
      // `8760 h/year` comes to a plain number, and is none.
      let isRatio =
        unit == .one && abs(typed.value - numbers[0]) > 1e-9 * abs(typed.value)
        || unit == .one && !formula.isFigureAlone
      node.origin = .literal(
        isRatio ? typed.value : numbers.first ?? 0, unit: isRatio ? "·" : unit.symbol)
      node.slack = min(Self.half(typed.value, figures: typed.figures), Sameness.limit)
      node.rounding = Self.half(typed.value, figures: typed.figures)
    }
    node.state(in: stated ?? unit)
    return insert(node)
  }

  /// Half of a number's last figure, relative to it.
  private static func half(_ number: Double, figures: Int) -> Double {
    let isWhole = number != 0 && number.rounded() == number && abs(number) < 1e6
    let count = isWhole ? max(figures, NumberFormat.leadingPower(number) + 1) : figures
    return NumberFormat.halfOfLastFigure(number, figures: count)
  }

  private mutating func column(
    _ heading: String, of receiver: Expression, _ formula: Expression, _ place: Place
  ) -> Int? {
    guard let key = columnKey(heading, of: receiver) else { return leaf(formula, .part, place) }
    return named(key, formula, place)
  }

  private mutating func row(
    _ element: Expression, of receiver: Expression, _ formula: Expression, _ place: Place
  ) -> Int? {
    guard let number = source.value(of: element, at: place.own)?.numbers?.first,
      let row = Int(exactly: number)
    else { return leaf(formula, .part, place) }
    var key: Worksheet.Key?
    switch receiver.kind {
    case .element(let table, let heading):
      if case .text(let text) = heading.kind { key = columnKey(text, of: table) }
    case .member(let table, let heading, _): key = columnKey(heading, of: table)
    case .name(let name): key = .name(name)
    case _: break
    }
    return leaf(formula, key.map { .row($0, row) } ?? .part, place)
  }

  private func columnKey(_ heading: String, of receiver: Expression) -> Worksheet.Key? {
    guard case .name(let word) = receiver.kind, let table = source.tableName(word) else {
      return nil
    }
    return .column(table: table, column: heading)
  }

  // MARK: Operations

  private mutating func product(of parts: [Part], _ formula: Expression, _ place: Place) -> Int? {
    // A figure with all its units.
    if parts.count == 1, let only = parts.first, !only.isInverse {
      return add(only.formula, place.deeper)
    }
    guard let factors = operands(parts, place), let numbers = tree.product(of: factors),
      let unit = tree.unit(ofProduct: factors, source.plainUnits)
    else { return nil }
    var whole = node(.product(factors), written(formula, place), numbers, unit, one: 1)
    whole.slack = factors.reduce(0) { $0 + tree.nodes[$1.node].slack }
    return insert(whole, children: factors.map(\.node))
  }

  private mutating func sum(of parts: [Part], _ formula: Expression, _ place: Place) -> Int? {
    guard let terms = operands(parts, place), let numbers = tree.sum(of: terms),
      let first = terms.first.map({ tree.nodes[$0.node] })
    else { return nil }
    var whole = node(.sum(terms), written(formula, place), numbers, first.unit, one: first.one)
    // Two temperatures subtract to a difference.
    whole.zero = terms.reduce(0) {
      $1.isInverse ? $0 - tree.nodes[$1.node].zero : $0 + tree.nodes[$1.node].zero
    }
    let off = terms.reduce(0.0) { $0 + tree.nodes[$1.node].largest * tree.nodes[$1.node].slack }
    whole.slack = whole.largest > 0 ? off / whole.largest : 0
    return insert(whole, children: terms.map(\.node))
  }

  private mutating func power(
    _ base: Expression, _ exponent: Expression, _ formula: Expression, _ place: Place
  ) -> Int? {
    guard let inner = add(base, place.deeper) else { return nil }
    if exponent.isFixedExponent, let number = exponent.plainNumber,
      let fixed = Exponent(nearest: number), !fixed.isZero
    {
      return power(inner, fixed, formula, place)
    }
    guard let upper = add(exponent, place.deeper) else { return leaf(formula, .part, place) }
    // What has no value for its units may still be compared.
    guard
      tree.nodes[inner].unit == .one && tree.nodes[upper].unit == .one
        || source.value(of: formula, at: place.own) == nil
    else { return leaf(formula, .part, place) }
    return computed(
      .raised(base: inner, exponent: upper), .one, [inner, upper], formula, place)
  }

  private mutating func power(
    _ inner: Int, _ exponent: Exponent, _ formula: Expression, _ place: Place
  ) -> Int? {
    guard let unit = try? tree.nodes[inner].unit.power(exponent) else { return nil }
    return computed(.power(inner, exponent), unit, [inner], formula, place)
  }

  private mutating func call(
    _ name: String, _ arguments: [Expression], _ formula: Expression, _ place: Place
  ) -> Int? {
    if let function = source.function(name) {
      return result(of: function, arguments, formula, place)
    }
    if arguments.count == 1, let exponent = BuiltinFunction.named(name)?.power {
      guard let inner = add(arguments[0], place.deeper) else { return nil }
      return power(inner, exponent, formula, place)
    }
    if arguments.count == 1, Statistic.confusable.contains(name) {
      return aggregate(name, of: arguments[0], formula, place)
    }
    guard let function = FormulaFunction(name, arguments: arguments.count) else {
      return leaf(formula, .part, place)
    }
    var inner: [Int] = []
    for argument in arguments {
      guard let node = add(argument, place.deeper) else { return nil }
      inner.append(node)
    }
    let unit = function.keepsUnit ? tree.nodes[inner[0]].unit : .one
    return computed(.call(function, inner), unit, inner, formula, place)
  }

  /// A student's own function, opened with what it is called with.
  private mutating func result(
    of function: FunctionDefinition, _ arguments: [Expression], _ formula: Expression,
    _ place: Place
  ) -> Int? {
    guard arguments.count == function.parameters.count else { return leaf(formula, .part, place) }
    var inside = Place(own: FormulaPlace(), level: place.level + 1)
    for (name, argument) in zip(function.parameters, arguments) {
      inside.arguments[name] = Bound(formula: argument, place: place)
    }
    for local in function.locals {
      inside.arguments[local.name] = Bound(formula: local.formula, place: inside)
    }
    return add(function.result, inside) ?? leaf(formula, .part, place)
  }

  private mutating func aggregate(
    _ name: String, of part: Expression, _ formula: Expression, _ place: Place
  ) -> Int? {
    guard let inner = add(part, place.deeper), let statistic = Statistic.named(name),
      let number = statistic.value(of: tree.nodes[inner].numbers)
    else { return leaf(formula, .part, place) }
    let unit = statistic.countsRows ? Unit.one : tree.nodes[inner].unit
    var whole = node(
      .aggregate(name, inner), written(formula, place), [number], unit,
      one: tree.nodes[inner].one)
    if !statistic.countsRows {
      whole.zero = tree.nodes[inner].zero
      whole.slack = tree.nodes[inner].slack
    }
    return insert(whole, children: [inner])
  }

  /// A part whose numbers follow from those of its own parts.
  private mutating func computed(
    _ kind: FormulaTree.Kind, _ unit: Unit, _ children: [Int], _ formula: Expression,
    _ place: Place
  ) -> Int? {
    let node = insert(node(kind, written(formula, place), [], unit, one: 1), children: children)
    guard let numbers = tree.numbers(of: node) else { return nil }
    tree.nodes[node].numbers = numbers
    for child in children where tree.nodes[child].slack > 0 {
      let own = tree.nodes[child]
      let moved = tree.numbers(of: node, with: child, as: own.numbers.map { $0 * (1 + own.slack) })
      let far = zip(moved ?? numbers, numbers).map { abs($0 - $1) }.max() ?? 0
      let largest = tree.nodes[node].largest
      if largest > 0 { tree.nodes[node].slack += far / largest }
    }
    return node
  }

  // MARK: Nodes

  func node(
    _ kind: FormulaTree.Kind, _ origin: FormulaTree.Origin, _ numbers: [Double], _ unit: Unit,
    one: Double
  ) -> FormulaTree.Node {
    FormulaTree.Node(
      kind: kind, origin: origin, parent: nil, numbers: numbers,
      unit: source.plainUnits[unit], one: one)
  }

  mutating func insert(_ node: FormulaTree.Node, children: [Int] = []) -> Int {
    tree.nodes.append(node)
    for child in children { tree.nodes[child].parent = tree.nodes.count - 1 }
    return tree.nodes.count - 1
  }
}

extension FormulaTree {
  /// A model answer; nil where a part has no numbers.
  init?(of answer: AnswerKey.Answer, in scope: ModelScope) {
    let place = FormulaPlace(text: answer.spec.expect.text, question: answer.question)
    var builder = FormulaTreeBuilder(source: ModelSource(scope))
    guard let root = builder.add(answer.formula, .init(own: place)) else { return nil }
    self = builder.tree
    self.root = root
    nodes[root].state(in: answer.unit)
  }

  /// A student's formula; nil where a part has no numbers.
  public init?(of formula: Expression, in source: StudentSource) {
    var builder = FormulaTreeBuilder(source: source)
    guard let root = builder.add(formula, .init(own: FormulaPlace())) else { return nil }
    self = builder.tree
    self.root = root
  }
}

extension Expression {
  /// Whether it is a number without unit.
  fileprivate var isFigureAlone: Bool {
    switch kind {
    case .number: true
    case .group(let inner), .negation(let inner): inner.isFigureAlone
    case _: false
    }
  }

  /// Whether it is a number, or a fraction of two, and no sum of them.
  fileprivate var isFixedExponent: Bool {
    switch kind {
    case .number: true
    case .group(let inner), .negation(let inner): inner.isFixedExponent
    case .binary(.divide, let left, let right): left.isFixedExponent && right.isFixedExponent
    case _: false
    }
  }
}

extension FormulaTree.Node {
  /// The largest of its numbers, without sign.
  fileprivate var largest: Double { numbers.reduce(0) { max($0, abs($1)) } }

  /// Says in which unit its figures are stated.
  fileprivate mutating func state(in stated: Unit) {
    one = stated.scale.value
    zero = stated.zero
    self.stated = stated
  }
}
