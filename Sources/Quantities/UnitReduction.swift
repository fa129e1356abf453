/// An equality between units, such as 1 h = 3600 s.
public struct UnitEquality: Hashable, Sendable {
  public var left: String
  /// Empty for plain numbers.
  public var right: String
  /// One of the left is `top / bottom` of the right.
  public var top: Double
  public var bottom: Double
  /// Whether the ratio is exact.
  public var isExact: Bool
}

/// What becomes of the units of a product, as one would say it at the board.
public struct UnitReduction: Hashable, Sendable {
  /// Units that stand above and below alike.
  public var cancelled: [String] = []
  /// What stays above and below once these have cancelled.
  public var above: [String] = []
  public var below: [String] = []
  /// What brings like units together.
  public var equalities: [UnitEquality] = []
  /// Units that make up one with a name of its own: `kW`, `h` and `kWh`.
  public var joined: [Joined] = []
  /// Labels that fall away.
  public var labels: [String] = []
  /// The product of the numbers, times `top / bottom`, is the number in the result's unit.
  public var top = 1.0
  public var bottom = 1.0

  public struct Joined: Hashable, Sendable {
    public var parts: [String]
    public var whole: String
    public var role: Role
  }

  /// What a unit with a name of its own does in a product.
  public enum Role: Hashable, Sendable {
    /// Its parts come together to it.
    case results
    /// It stands below, and its parts cancel it.
    case cancels
    /// It stands above and is taken apart.
    case parts
  }

  /// Whether the numbers stay as they are.
  public var keepsNumbers: Bool { top == 1 && bottom == 1 }
}

extension UnitSystem {
  /// How the units of factors, each above or below the line, come to the unit of their product.
  /// Nil where the dimensions differ.
  public func reduction(
    of operands: [(unit: UnitID, isBelow: Bool)], to result: UnitID
  ) -> UnitReduction? {
    var reduction = UnitReduction()
    let wanted = records[Int(result.index)].factors
    var left: [UnitFactor] = []
    for (unit, isBelow) in operands {
      for factor in records[Int(difference(of: unit).index)].factors {
        if isLabel(factor) {
          let name = named[Int(factor.unit)].symbol
          let isKept = wanted.contains { $0.unit == factor.unit }
          if !isKept, !reduction.labels.contains(name) { reduction.labels.append(name) }
          continue
        }
        let exponent = isBelow ? -factor.exponent : factor.exponent
        let own = UnitFactor(unit: factor.unit, prefix: factor.prefix, exponent: exponent)
        if add(own, to: &left) { reduction.cancelled.append(symbol(ofFactor: own)) }
      }
    }
    reduction.above = left.filter(\.exponent.isPositive).map(symbol(ofFactor:))
    reduction.below = left.filter { !$0.exponent.isPositive }.map(symbol(ofFactor:))
    var rest = left
    for factor in wanted where !isLabel(factor) { add(factor.inverse, to: &rest) }
    guard let dimension = dimension(of: rest), dimension.powers.isEmpty else { return nil }
    guard !rest.isEmpty else { return reduction }
    let terms = scale(of: rest).terms
    (reduction.top, reduction.bottom) = terms
    explain(rest, wanted, in: &reduction)
    return reduction
  }

  /// What one unit is in another of its dimension, turned round where that gives a whole number;
  /// nil where the two differ by more than a factor.
  public func equality(of unit: UnitID, _ other: UnitID) -> UnitEquality? {
    guard dimension(of: unit) == dimension(of: other), !isTemperaturePoint(unit),
      !isTemperaturePoint(other)
    else { return nil }
    return equality(
      symbol(of: unit), symbol(of: other), ratio(of: unit, to: other))
  }

  /// The same unit with the labels of another: g as g CO2e where kg CO2e is asked for.
  public func labelled(_ unit: UnitID, as other: UnitID) -> UnitID {
    let own = records[Int(unit.index)].factors
    let labels = records[Int(other.index)].factors.filter { label in
      isLabel(label) && !own.contains { $0.unit == label.unit }
    }
    guard !labels.isEmpty, unit != .one else { return unit }
    // A label stands behind the first unit above the line, as in `g CO2e/kWh`.
    let place = own.firstIndex { $0.exponent.isPositive }.map { $0 + 1 } ?? 0
    return intern(own[..<place] + labels + own[place...]) ?? unit
  }

  // MARK: Pieces

  private func equality(_ left: String, _ right: String, _ ratio: Scale) -> UnitEquality {
    // A whole number reads best: 1 h = 3600 s, whichever side the hour is on.
    let isTurned = ratio.terms.bottom != 1 && ratio.inverse.terms.bottom == 1 && !right.isEmpty
    let terms = isTurned ? ratio.inverse.terms : ratio.terms
    return UnitEquality(
      left: isTurned ? right : left, right: isTurned ? left : right, top: terms.top,
      bottom: terms.bottom, isExact: ratio.isExact)
  }

  /// Adds a factor to a product; true where it cancels one that is there.
  @discardableResult
  private func add(_ factor: UnitFactor, to product: inout [UnitFactor]) -> Bool {
    guard
      let index = product.firstIndex(where: {
        $0.unit == factor.unit && $0.prefix == factor.prefix
      }),
      let sum = product[index].exponent.adding(factor.exponent)
    else {
      product.append(factor)
      return false
    }
    product[index].exponent = sum
    if sum.isZero { product.remove(at: index) }
    return sum.isZero
  }

  /// The unit without the sign of its exponent: `kWh`, `m²`.
  private func symbol(ofFactor factor: UnitFactor) -> String {
    let positive = factor.exponent.isPositive ? factor : factor.inverse
    return intern([positive]).map { symbol(of: $0) } ?? ""
  }

  /// Finds the equalities that turn a dimensionless product of units into a number.
  private func explain(
    _ product: [UnitFactor], _ wanted: [UnitFactor], in reduction: inout UnitReduction
  ) {
    let (pairs, others) = pairs(of: product)
    if !others.isEmpty {
      var joined: [UnitReduction.Joined] = []
      let expanded = self.pairs(of: expandingHours(product, wanted, &joined))
      if expanded.rest.isEmpty {
        reduction.joined = joined
        reduction.equalities = expanded.pairs.map(equality(of:))
        return
      }
    }
    reduction.equalities = pairs.map(equality(of:))
    guard !others.isEmpty else { return }
    let above = others.filter(\.exponent.isPositive)
    let below = others.filter { !$0.exponent.isPositive }
    reduction.equalities.append(
      equality(
        above.map(symbol(ofFactor:)).joined(separator: " "),
        below.map(symbol(ofFactor:)).joined(separator: " "), scale(of: others)))
  }

  private func equality(of pair: (above: UnitFactor, below: UnitFactor)) -> UnitEquality {
    equality(
      symbol(ofFactor: pair.above), symbol(ofFactor: pair.below),
      scale(of: pair.above) * scale(of: pair.below))
  }

  /// Factors of one dimension above and below, and what finds no partner.
  private func pairs(
    of product: [UnitFactor]
  ) -> (pairs: [(above: UnitFactor, below: UnitFactor)], rest: [UnitFactor]) {
    var rest = product
    var found: [(above: UnitFactor, below: UnitFactor)] = []
    for above in product where above.exponent.isPositive {
      guard
        let partner = rest.firstIndex(where: { below in
          !below.exponent.isPositive && dimension(of: [above, below])?.powers.isEmpty == true
        })
      else { continue }
      found.append((above, rest.remove(at: partner)))
      rest.removeAll { $0 == above }
    }
    return (found, rest)
  }

  /// Wh and Ah taken apart into W or A and hours.
  private func expandingHours(
    _ product: [UnitFactor], _ wanted: [UnitFactor], _ joined: inout [UnitReduction.Joined]
  ) -> [UnitFactor] {
    guard let hour = catalogueUnit("h") else { return product }
    var result: [UnitFactor] = []
    for factor in product {
      guard
        let rate = ["W", "A"].compactMap(catalogueUnit).first(where: {
          joinedWithHours($0) == factor.unit
        })
      else {
        add(factor, to: &result)
        continue
      }
      let parts = [
        UnitFactor(unit: rate, prefix: factor.prefix, exponent: factor.exponent),
        UnitFactor(unit: hour, prefix: 0, exponent: factor.exponent),
      ]
      for part in parts { add(part, to: &result) }
      let isWanted = wanted.contains { $0.unit == factor.unit && $0.prefix == factor.prefix }
      joined.append(
        UnitReduction.Joined(
          parts: parts.map(symbol(ofFactor:)), whole: symbol(ofFactor: factor),
          role: isWanted ? .results : factor.exponent.isPositive ? .parts : .cancels))
    }
    return result
  }
}

extension UnitFactor {
  fileprivate var inverse: UnitFactor {
    UnitFactor(unit: unit, prefix: prefix, exponent: -exponent)
  }
}
