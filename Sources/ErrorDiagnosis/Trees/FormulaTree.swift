import Formulas
import Quantities

/// A formula as a tree of factors, terms, powers and calls, its names opened into their own
/// formulas, with the numbers of every part at hand, so that parts can be changed and the whole
/// computed anew. Model answers and students' formulas are both laid out so.
///
/// Numbers are in coherent base units (m, kg, s, …), one for a single value and one a row for a
/// column.
public struct FormulaTree {
  struct Node {
    var kind: Kind
    var origin: Origin
    var parent: Int?
    var numbers: [Double]
    /// Its unit without counted units and labels, for its dimension.
    public var unit: Unit
    /// The size of 1 of the unit in which it is stated, in base units.
    var one: Double
    /// Where that unit counts from, in base units; not 0 only for temperatures in °C and °F.
    var zero = 0.0
    /// The unit in which it is stated, as it is written; nil where that follows from its parts.
    var stated: Unit?
    /// How far the numbers may be off for the figures with which they were typed, relative to them.
    var slack = 0.0
    /// Half of the last figure that was typed of it, relative to it.
    var rounding = 0.0
    /// Whether a variation has changed it, or what stands above it.
    var isChanged = false

    /// A number of it as it is typed in the unit in which it is stated.
    func figure(_ number: Double) -> Double { (number - zero) / one }
    /// Its numbers for someone who computes with figures, each changed.
    func bare(_ change: (Double) -> Double) -> [Double] { numbers.map { zero + change($0 - zero) } }
  }

  enum Kind {
    case leaf
    case product([Operand])
    case sum([Operand])
    /// To a fixed power: squares, roots.
    case power(Int, Exponent)
    /// A base to a power that is a formula.
    case raised(base: Int, exponent: Int)
    case call(FormulaFunction, [Int])
    case aggregate(String, Int)
    /// A name, with the formula that it stands for.
    case named(Int)
  }

  /// A factor or a term.
  struct Operand {
    var node: Int
    /// Whether it divides, or is subtracted.
    var isInverse: Bool
  }

  /// What a part is in the words of the exercise.
  public enum Origin: Hashable, Sendable {
    case name(String)
    case column(Worksheet.Key)
    /// One row of a column.
    case row(Worksheet.Key, Int)
    /// A formula without figures, as the author wrote it, with the names in it.
    case formula(String, names: [String])
    /// A part with figures in it, by the names that it is made of.
    case madeOf([String])
    /// A number as typed, with the symbol of its unit; the model's is never said.
    case literal(Double, unit: String)
    /// Nothing but a unit.
    case unit
    /// Anything that has no short name.
    case part
  }

  var nodes: [Node] = []
  var root = 0

  /// In the unit asked for, a number for each row.
  public var value: [Double] { nodes[root].numbers }
  /// Numbers of all parts together.
  var size: Int { nodes.reduce(0) { $0 + $1.numbers.count } }
  var whole: Node { nodes[root] }
  /// `450 * (1 W)`: a figure, and no computation.
  var isFigureTimesUnit: Bool {
    guard case .product(let factors) = whole.kind, factors.count == 2 else { return false }
    let parts = factors.map { nodes[$0.node] }
    return parts.allSatisfy { part in
      if case .leaf = part.kind { true } else { false }
    } && parts.contains { $0.origin.isPlainFigure }
      && parts.contains { $0.origin.isOneOfUnit && $0.unit.dimension == whole.unit.dimension }
  }
  var isLeaf: Bool { if case .leaf = whole.kind { true } else { false } }

  /// Whether it is one row of a column.
  var isRow: Bool { if case .row = whole.origin { isLeaf } else { false } }

  // MARK: Going through it

  /// Whether a part is the whole, but for its name.
  func isWhole(_ node: Int) -> Bool {
    guard let parent = nodes[node].parent else { return true }
    if case .named = nodes[parent].kind { return isWhole(parent) }
    return false
  }

  /// What a part is called, by its own name where it has one.
  func nameable(_ node: Int) -> Origin {
    guard let parent = nodes[node].parent, case .named = nodes[parent].kind else {
      return nodes[node].origin
    }
    return nodes[parent].origin
  }

  /// Whether it is made of plain numbers alone.
  func isPlainNumber(_ node: Int) -> Bool {
    let own = nodes[node]
    guard own.unit == .one else { return false }
    if case .leaf = own.kind {
      switch own.origin {
      case .literal: return own.origin.isPlainFigure
      case .name(let name): return BuiltinConstant.plainNumbers.contains(name)
      case .column, .row, .formula, .madeOf, .unit, .part: return false
      }
    }
    if case .aggregate = own.kind { return false }
    return own.kind.children.allSatisfy(isPlainNumber)
  }

  func isLogarithm(_ node: Int) -> Bool {
    guard case .call(let function, _) = nodes[node].kind else { return false }
    return FunctionKin.logarithms.contains(function.name)
  }

  /// What stands behind a name, and behind the name there.
  func withoutNames(_ node: Int) -> Int {
    if case .named(let inner) = nodes[node].kind { return withoutNames(inner) }
    return node
  }

  /// The column behind a sum or mean, whatever its name.
  func summed(_ node: Int) -> [Double]? {
    guard case .aggregate(let name, let inner) = nodes[withoutNames(node)].kind else { return nil }
    return Statistic.named(name)?.working == .value ? nil : nodes[inner].numbers
  }

  /// Parts above one, from its parent to the root.
  func ancestors(of node: Int) -> some Sequence<Int> {
    sequence(first: node) { nodes[$0].parent }.dropFirst()
  }

  /// The name of what is made of these leaves alone; nil where it has none.
  func name(of leaves: [Int]) -> Origin? {
    guard let first = leaves.first else { return nil }
    return ancestors(of: first).first { node in
      guard nodes[node].origin.isNamed else { return false }
      let within = parts(of: node).filter { if case .leaf = nodes[$0].kind { true } else { false } }
      return Set(within) == Set(leaves)
    }.map { nodes[$0].origin }
  }

  /// A part and all that it is made of.
  func parts(of node: Int) -> [Int] { [node] + nodes[node].kind.children.flatMap(parts) }

  /// The tree with these rows alone, where its value has a number for each of so many. What is
  /// within a statistic keeps all its rows.
  func sampled(_ rows: [Int], of count: Int) -> FormulaTree {
    var copy = self
    for node in nodes.indices where nodes[node].numbers.count == count {
      let isWithin = ancestors(of: node).contains { above in
        if case .aggregate = nodes[above].kind { true } else { false }
      }
      if !isWithin { copy.nodes[node].numbers = rows.map { nodes[node].numbers[$0] } }
    }
    return copy
  }
}

extension FormulaTree.Kind {
  /// The parts that it is directly made of.
  var children: [Int] {
    switch self {
    case .leaf: []
    case .product(let operands), .sum(let operands): operands.map(\.node)
    case .power(let inner, _), .aggregate(_, let inner), .named(let inner): [inner]
    case .raised(let base, let exponent): [base, exponent]
    case .call(_, let arguments): arguments
    }
  }
}

extension FormulaTree.Origin {
  /// As the model answer writes it; none for figures, which are never said.
  var names: [String] {
    switch self {
    case .name(let name): [name]
    case .column(let key), .row(let key, _): ["\(key)"]
    case .formula(_, let names), .madeOf(let names): names
    case .literal, .unit, .part: []
    }
  }

  /// Whether both are columns of one table.
  func isColumn(beside other: Self) -> Bool {
    guard case .column(.column(let table, _)) = self, case .column(.column(table, _)) = other else {
      return false
    }
    return true
  }

  /// Whether it is a number without unit as typed, a share or an angle.
  var isPlainFigure: Bool {
    guard case .literal(_, let unit) = self else { return false }
    return unit.isEmpty || ["%", "‰", "ppm", "ppb", "rad", "°"].contains(unit)
  }

  /// Whether it is 1 of a unit.
  var isOneOfUnit: Bool {
    if case .literal(1, let unit) = self { !unit.isEmpty } else { false }
  }

  var isUnit: Bool { if case .unit = self { true } else { false } }

  /// Whether it is a name that is none of the language's own.
  var isOwnName: Bool {
    if case .name(let name) = self { !BuiltinConstant.plainNumbers.contains(name) } else { false }
  }

  /// Whether it is a name or column, which is the same wherever it stands.
  var isNamed: Bool {
    switch self {
    case .name, .column, .row: true
    case .formula, .madeOf, .literal, .unit, .part: false
    }
  }
}

/// A function as a part of a formula: `ln`, `sin`.
struct FormulaFunction: Hashable, Sendable {
  let name: String
  private let function: BuiltinFunction

  /// Nil where it takes more than plain numbers, or there is none of that name.
  init?(_ name: String, arguments: Int) {
    guard let function = BuiltinFunction.named(name), function.ofPlainNumbers != nil,
      arguments == 1 || function.keepsUnit || arguments == 2
    else { return nil }
    self.name = function.usualName
    self.function = function
  }

  var keepsUnit: Bool { function.keepsUnit }

  func value(of arguments: [[Double]]) -> [Double]? {
    guard let compute = function.ofPlainNumbers else { return nil }
    let count = arguments.map(\.count).max() ?? 0
    guard arguments.allSatisfy({ $0.count == 1 || $0.count == count }) else { return nil }
    return (0..<count).map { row in
      compute(arguments.map { $0.count == 1 ? $0[0] : $0[row] })
    }
  }

  static func == (left: FormulaFunction, right: FormulaFunction) -> Bool { left.name == right.name }
  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Unit {
  /// Its zero in coherent base units; not 0 only for temperatures in °C and °F.
  var zero: Double { absoluteZero.map { -$0 * scale.value } ?? 0 }

  /// Numbers of the unit in coherent base units.
  func inBaseUnits(_ numbers: [Double]) -> [Double] {
    let (zero, scale) = (zero, scale.value)
    return numbers.map { zero + $0 * scale }
  }
}
