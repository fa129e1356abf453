/// Counted units and labels, which a person may leave out.
extension Unit {
  /// Without its counted units and labels, as for a person who counts with bare numbers. Values
  /// stay as they are.
  public var withoutCounts: Unit {
    let kept = factors.filter { !$0.isLabel && !$0.isCounted }
    return kept.count == factors.count ? self : Unit(kept) ?? self
  }

  /// Whether two units differ in nothing but counted units and labels.
  public func differsOnlyInCounts(from other: Unit) -> Bool {
    withoutCounts.dimension == other.withoutCounts.dimension
  }

  /// Whether it has no counted units but such as another has, as often at most and on the same
  /// side of the line: `token` and `/request` of `token/request`, but not `request`.
  public func countsAreWithin(_ other: Unit) -> Bool {
    let allowed = other.countedPowers
    return countedPowers.allSatisfy { own in
      allowed.contains { $0.base == own.base && own.exponent.isWithin($0.exponent) }
    }
  }

  /// Whether two units have the same counted units, whatever else they are.
  public func hasSameCounts(as other: Unit) -> Bool { countedPowers == other.countedPowers }

  /// Whether it holds nothing but counted units and labels.
  public var isOnlyCounts: Bool { factors.allSatisfy { $0.isLabel || $0.isCounted } }

  /// The words of its counted units and labels, in their order.
  public var countWords: [String] {
    factors.filter { $0.isLabel || $0.isCounted }.map(\.unit.symbol)
  }

  /// Whether two units have the same labels, as often and on the same side of the line.
  public func hasSameLabels(as other: Unit) -> Bool {
    Set(factors.filter(\.isLabel)) == Set(other.factors.filter(\.isLabel))
  }

  /// Whether it has labels.
  public var hasLabels: Bool { factors.contains(where: \.isLabel) }

  /// The same unit with the labels of another: g as g CO2e where kg CO2e is asked for.
  public func labelled(as other: Unit) -> Unit {
    let own = factors
    let labels = other.factors.filter { label in
      label.isLabel && !own.contains { $0.unit == label.unit }
    }
    guard !labels.isEmpty, self != .one else { return self }
    // A label stands behind the first unit above the line, as in `g CO2e/kWh`.
    let place = own.firstIndex { $0.exponent.isPositive }.map { $0 + 1 } ?? 0
    return Unit(own[..<place] + labels + own[place...]) ?? self
  }

  private var countedPowers: [Dimension.Power] {
    factors.filter(\.isCounted).dimension?.powers ?? []
  }
}
