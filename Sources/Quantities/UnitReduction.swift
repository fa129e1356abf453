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

  /// Turned round where that gives a whole number, which reads best: 1 h = 3600 s, whichever side
  /// the hour is on.
  fileprivate init(_ left: String, _ right: String, _ ratio: Scale) {
    let isTurned = ratio.terms.bottom != 1 && ratio.inverse.terms.bottom == 1 && !right.isEmpty
    (self.left, self.right) = isTurned ? (right, left) : (left, right)
    (top, bottom) = isTurned ? ratio.inverse.terms : ratio.terms
    isExact = ratio.isExact
  }

  fileprivate init(_ pair: (above: UnitFactor, below: UnitFactor)) {
    self.init(
      pair.above.unsignedSymbol, pair.below.unsignedSymbol, pair.above.scale * pair.below.scale)
  }
}

extension Unit {
  /// What it is in another unit of its dimension; nil where the two differ by more than a factor.
  public func equality(with other: Unit) -> UnitEquality? {
    guard dimension == other.dimension, !isTemperaturePoint, !other.isTemperaturePoint else {
      return nil
    }
    return UnitEquality(symbol, other.symbol, ratio(to: other))
  }
}

/// What becomes of the units of a product, as one would say it at the board.
public struct UnitReduction: Hashable, Sendable {
  /// Units that stand above and below alike.
  public private(set) var cancelled: [String] = []
  /// What stays above and below once these have cancelled.
  public private(set) var above: [String] = []
  public private(set) var below: [String] = []
  /// What brings like units together.
  public private(set) var equalities: [UnitEquality] = []
  /// Units that make up one with a name of its own: `kW`, `h` and `kWh`.
  public private(set) var joined: [Joined] = []
  /// Labels that fall away.
  public var labels: [String] = []
  /// The product of the numbers, times `top / bottom`, is the number in the result's unit.
  public private(set) var top = 1.0
  public private(set) var bottom = 1.0

  /// Units that came together in one, such as W and h in Wh.
  public struct Joined: Hashable, Sendable {
    public var parts: [String]
    public var whole: String
    public var role: Role

    public init(parts: [String], whole: String, role: Role) {
      self.parts = parts
      self.whole = whole
      self.role = role
    }
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

  /// How the units of factors, each above or below the line, come to the unit of their product.
  /// Nil where the dimensions differ.
  public init?(of operands: [(unit: Unit, isBelow: Bool)], to result: Unit) {
    let wanted = result.factors
    var left: [UnitFactor] = []
    for (unit, isBelow) in operands {
      for factor in unit.differenceUnit.factors {
        if factor.isLabel {
          let name = factor.unit.symbol
          let isKept = wanted.contains { $0.unit == factor.unit }
          if !isKept, !labels.contains(name) { labels.append(name) }
          continue
        }
        let own = isBelow ? factor.inverse : factor
        if left.add(own) { cancelled.append(own.unsignedSymbol) }
      }
    }
    above = left.filter(\.exponent.isPositive).map(\.unsignedSymbol)
    below = left.filter { !$0.exponent.isPositive }.map(\.unsignedSymbol)
    var rest = left
    for factor in wanted where !factor.isLabel { rest.add(factor.inverse) }
    guard rest.dimension == .one else { return nil }
    guard !rest.isEmpty else { return }
    (top, bottom) = rest.scale.terms
    explain(rest, wanted)
  }

  /// Finds the equalities that turn a dimensionless product of units into a number.
  private mutating func explain(_ product: [UnitFactor], _ wanted: [UnitFactor]) {
    let (pairs, others) = product.pairs
    if !others.isEmpty {
      let (expanded, parts) = Self.takingHoursApart(product, wanted)
      let (ownPairs, rest) = expanded.pairs
      if rest.isEmpty {
        joined = parts
        equalities = ownPairs.map(UnitEquality.init)
        return
      }
    }
    equalities = pairs.map(UnitEquality.init)
    guard !others.isEmpty else { return }
    let above = others.filter(\.exponent.isPositive)
    let below = others.filter { !$0.exponent.isPositive }
    equalities.append(
      UnitEquality(
        above.map(\.unsignedSymbol).joined(separator: " "),
        below.map(\.unsignedSymbol).joined(separator: " "), others.scale))
  }

  /// Wh and Ah taken apart into W or A and hours.
  private static func takingHoursApart(
    _ product: [UnitFactor], _ wanted: [UnitFactor]
  ) -> (expanded: [UnitFactor], joined: [Joined]) {
    var result: [UnitFactor] = []
    var joined: [Joined] = []
    for factor in product {
      guard let rate = factor.unit.rateOfHour else {
        result.add(factor)
        continue
      }
      let parts = factor.takenApart(rate)
      for part in parts { result.add(part) }
      let isWanted = wanted.contains(where: factor.isLike)
      joined.append(
        Joined(
          parts: parts.map(\.unsignedSymbol), whole: factor.unsignedSymbol,
          role: isWanted ? .results : factor.exponent.isPositive ? .parts : .cancels))
    }
    return (result, joined)
  }
}

extension UnitFactor {
  /// Without the sign of its exponent: `kWh`, `m²`.
  fileprivate var unsignedSymbol: String { exponent.isPositive ? symbol : inverse.symbol }
}

extension [UnitFactor] {
  /// Adds a factor to a product; true where it cancels one that is there.
  @discardableResult
  fileprivate mutating func add(_ factor: UnitFactor) -> Bool {
    guard let index = firstIndex(where: factor.isLike),
      let sum = self[index].exponent.adding(factor.exponent)
    else {
      append(factor)
      return false
    }
    self[index].exponent = sum
    if sum.isZero { remove(at: index) }
    return sum.isZero
  }

  /// Factors of one dimension above and below, and what finds no partner.
  fileprivate var pairs: (pairs: [(above: UnitFactor, below: UnitFactor)], rest: [UnitFactor]) {
    var rest = self
    var found: [(above: UnitFactor, below: UnitFactor)] = []
    for above in self where above.exponent.isPositive {
      let partner = rest.firstIndex { below in
        !below.exponent.isPositive && [above, below].dimension == .one
      }
      guard let partner else { continue }
      found.append((above, rest.remove(at: partner)))
      rest.removeAll { $0 == above }
    }
    return (found, rest)
  }
}
