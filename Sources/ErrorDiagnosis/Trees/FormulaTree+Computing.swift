import Formulas
import Quantities
import RealModule

/// Computing the whole anew where a part has other numbers.
extension FormulaTree {
  /// The numbers of the whole where a part has others; nil where they do not fit together.
  public func value(replacing node: Int, by numbers: [Double]) -> [Double]? {
    if numbers.count == 1, let number = number(replacing: node, by: numbers[0]) { return [number] }
    var current = numbers
    var place = node
    for parent in ancestors(of: node) {
      guard let next = self.numbers(of: parent, with: place, as: current) else { return nil }
      (current, place) = (next, parent)
    }
    return current
  }

  /// The same for one number among single numbers; nil where there are others.
  private func number(replacing node: Int, by number: Double) -> Double? {
    var (current, place) = (number, node)
    func own(_ node: Int) -> Double? {
      if node == place { return current }
      return nodes[node].numbers.count == 1 ? nodes[node].numbers[0] : nil
    }
    while let parent = nodes[place].parent {
      switch nodes[parent].kind {
      case .named: break
      case .product(let factors):
        var product = 1.0
        for factor in factors {
          guard let own = own(factor.node) else { return nil }
          product = factor.isInverse ? product / own : product * own
        }
        current = product
      case .sum(let terms):
        var sum = 0.0
        for term in terms {
          guard let own = own(term.node) else { return nil }
          sum = term.isInverse ? sum - own : sum + own
        }
        current = sum
      case .power(_, let exponent): current = Self.power(current, exponent.value)
      case .raised(let base, let exponent):
        guard let base = own(base), let exponent = own(exponent) else { return nil }
        current = Self.power(base, exponent)
      case .leaf, .call, .aggregate:
        guard let next = numbers(of: parent, with: place, as: [current]), next.count == 1 else {
          return nil
        }
        current = next[0]
      }
      place = parent
    }
    return current
  }

  /// The tree with other numbers for a part, and all that follows from it.
  func replacing(_ node: Int, by numbers: [Double]) -> FormulaTree? {
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
  /// sum would have terms of different dimensions, or a function takes no unit.
  func unitChange(_ change: Unit, of node: Int) -> Unit? {
    var change = change
    var place = node
    while let parent = nodes[place].parent, change != .one {
      switch nodes[parent].kind {
      case .leaf, .raised: return nil
      case .sum(let terms):
        // A single term is a sign.
        if terms.count > 1 { return nil }
      case .call(let function, let arguments):
        if !function.keepsUnit || arguments.count > 1 { return nil }
      case .product(let factors):
        if factors.contains(where: { $0.node == place && $0.isInverse }) {
          guard let inverse = try? Unit.one.product(with: change, inverted: true) else {
            return nil
          }
          change = inverse.unit
        }
      case .power(_, let exponent):
        guard let power = try? change.power(exponent) else { return nil }
        change = power
      case .aggregate(let name, _): if Statistic.named(name)?.countsRows != false { return nil }
      case .named: break
      }
      place = parent
    }
    return change
  }

  /// The numbers of a part from those of what it is made of; `replacement` stands for the numbers
  /// of a `child`.
  func numbers(of node: Int, with child: Int? = nil, as replacement: [Double] = []) -> [Double]? {
    func own(_ node: Int) -> [Double] { node == child ? replacement : nodes[node].numbers }
    switch nodes[node].kind {
    case .leaf: return nil
    case .named(let inner): return own(inner)
    case .product(let factors): return product(of: factors, with: child, as: replacement)
    case .sum(let terms): return sum(of: terms, with: child, as: replacement)
    case .power(let base, let exponent):
      return own(base).map { Self.power($0, exponent.value) }
    case .raised(let base, let exponent):
      return Self.combined(own(base), own(exponent), Self.power)
    case .call(let function, let arguments): return function.value(of: arguments.map(own))
    case .aggregate(let name, let inner):
      return Statistic.named(name)?.value(of: own(inner)).map { [$0] }
    }
  }

  /// Roots of numbers below 0 have no value, odd ones apart.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    switch exponent {
    case 1: base
    case 2: base * base
    case -1: 1 / base
    case 0.5: base.squareRoot()
    case _: Double.pow(base, exponent)
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
  func unit(ofProduct factors: some Sequence<Operand>, _ units: PlainUnits) -> Unit? {
    factors.reduce(.one) { unit, factor in
      unit.flatMap { units.product($0, nodes[factor.node].unit, inverted: factor.isInverse) }
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
}
