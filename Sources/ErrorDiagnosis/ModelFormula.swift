import Formulas
import Quantities

/// A model answer as a tree of factors and terms, its names expanded, with the numbers of every
/// part at hand, so that one part can be changed and the whole computed anew.
///
/// Numbers are in coherent base units (m, kg, s, …), one for a single value and one a row for a
/// column.
public struct ModelFormula {
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
    /// A formula without figures, as the author wrote it.
    case formula(String)
    /// A number as typed, with the symbol of its unit; the number is never said.
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

  // MARK: Computing

  /// The numbers of the whole where a part has others; nil where they do not fit together.
  public func value(replacing node: Int, by numbers: [Double]) -> [Double]? {
    var current = numbers
    var place = node
    for parent in ancestors(of: node) {
      guard let next = self.numbers(of: parent, with: place, as: current) else { return nil }
      (current, place) = (next, parent)
    }
    return current
  }

  /// The tree with other numbers for a part, and all that follows from it.
  func replacing(_ node: Int, by numbers: [Double]) -> ModelFormula? {
    var copy = self
    copy.nodes[node].numbers = numbers
    copy.nodes[node].isChanged = true
    var place = node
    for parent in ancestors(of: node) {
      guard let next = copy.numbers(of: parent, with: place, as: copy.nodes[place].numbers) else {
        return nil
      }
      copy.nodes[parent].numbers = next
      place = parent
    }
    return copy
  }

  /// How the unit of the whole changes where that of a part is multiplied by one; nil where a
  /// sum would have terms of different dimensions.
  func unitChange(_ change: Unit, of node: Int) -> Unit? {
    var change = change
    var place = node
    while let parent = nodes[place].parent, change != .one {
      switch nodes[parent].kind {
      case .leaf, .sum: return nil
      case .product(let factors):
        if factors.contains(where: { $0.node == place && $0.isInverse }) {
          guard let inverse = try? Unit.one.product(with: change, inverted: true) else {
            return nil
          }
          change = inverse.unit
        }
      case .aggregate(let name, _): if Statistic.named(name)?.countsRows != false { return nil }
      case .named: break
      }
      place = parent
    }
    return change
  }

  private func numbers(of node: Int, with child: Int, as replacement: [Double]) -> [Double]? {
    switch nodes[node].kind {
    case .leaf: nil
    case .named: replacement
    case .product(let factors): product(of: factors, with: child, as: replacement)
    case .sum(let terms): sum(of: terms, with: child, as: replacement)
    case .aggregate(let name, _): Statistic.named(name)?.value(of: replacement).map { [$0] }
    }
  }

  /// Row by row, from left to right; `replacement` stands for the numbers of a `child`.
  func product(
    of factors: some Sequence<Operand>, with child: Int? = nil, as replacement: [Double] = []
  ) -> [Double]? {
    factors.reduce([1]) { product, factor in
      let numbers = factor.node == child ? replacement : nodes[factor.node].numbers
      return Self.combined(product, numbers) { factor.isInverse ? $0 / $1 : $0 * $1 }
    }
  }

  /// Row by row, from left to right; `replacement` stands for the numbers of a `child`.
  func sum(
    of terms: [Operand], with child: Int? = nil, as replacement: [Double] = []
  ) -> [Double]? {
    terms.reduce([0]) { sum, term in
      let numbers = term.node == child ? replacement : nodes[term.node].numbers
      return Self.combined(sum, numbers) { term.isInverse ? $0 - $1 : $0 + $1 }
    }
  }

  /// Nil where it is beyond any in use.
  func unit(ofProduct factors: some Sequence<Operand>) -> Unit? {
    factors.reduce(.one) { unit, factor in
      try? unit?.product(with: nodes[factor.node].unit, inverted: factor.isInverse).unit
    }
  }

  /// Row by row; a single number goes with every row.
  static func combined(
    _ left: [Double]?, _ right: [Double], _ operation: (Double, Double) -> Double
  ) -> [Double]? {
    guard let left else { return nil }
    if left.count == right.count { return zip(left, right).map(operation) }
    if right.count == 1 { return left.map { operation($0, right[0]) } }
    if left.count == 1 { return right.map { operation(left[0], $0) } }
    return nil
  }

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

  /// The column behind a sum or mean, whatever its name.
  func summed(_ node: Int) -> [Double]? {
    switch nodes[node].kind {
    case .named(let inner): summed(inner)
    case .aggregate(let name, let inner):
      Statistic.named(name)?.working == .value ? nil : nodes[inner].numbers
    case .leaf, .product, .sum: nil
    }
  }

  /// Parts above one, from its parent to the root.
  func ancestors(of node: Int) -> some Sequence<Int> {
    sequence(first: node) { nodes[$0].parent }.dropFirst()
  }

  /// The tree with these rows alone, where its value has a number for each of so many. What is
  /// within a statistic keeps all its rows.
  func sampled(_ rows: [Int], of count: Int) -> ModelFormula {
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

extension ModelFormula.Origin {
  /// As the model answer writes it; none for figures, which are never said.
  var names: [String] {
    switch self {
    case .name(let name): [name]
    case .column(let key): ["\(key)"]
    case .formula(let text): [text]
    case .literal, .unit, .part: []
    }
  }
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
