import Diagnostics
import Quantities

/// What is said of one thing and typed without it: the mass of `48 servers * 2500 kg`.
extension Evaluator {
  /// What would bring two sides together that differ in what is counted, and in nothing else.
  mutating func perCounted(
    _ left: Expression, _ first: Unit, _ right: Expression, _ second: Unit
  ) -> UnitRepair? {
    guard first.differsOnlyInCounts(from: second) else { return nil }
    let (ours, theirs) = (countedFactor(of: left), countedFactor(of: right))
    func divided(_ unit: Unit, by factor: CountedFactor?) -> Unit? {
      guard let factor else { return unit }
      return try? unit.product(with: factor.unit, inverted: true).unit
    }
    for (one, other) in [(ours, nil), (nil, theirs), (ours, theirs)] {
      let counted = [one, other].compactMap(\.self)
      if !counted.isEmpty,
        divided(first, by: one)?.dimension == divided(second, by: other)?.dimension
      {
        return .perCounted(counted.map(\.unit.symbol), fixIts: counted.map(\.fixIt))
      }
    }
    return nil
  }

  /// The same of names, whose formulas stand elsewhere.
  func perCounted(_ first: Unit, _ second: Unit) -> UnitRepair? {
    guard first.differsOnlyInCounts(from: second), first.withoutCounts.dimension != .one else {
      return nil
    }
    let counts = [first, second].compactMap { unit in
      try? unit.product(with: unit.withoutCounts, inverted: true).unit
    }.filter { $0 != .one && !$0.symbol.contains("/") }
    return counts.isEmpty ? nil : .perCounted(counts.map(\.symbol), fixIts: [])
  }

  /// What is counted in a product, and where its unit belongs.
  private struct CountedFactor {
    var unit: Unit
    var fixIt: FixIt
  }

  private mutating func countedFactor(of product: Expression) -> CountedFactor? {
    let above = (factors(of: product) ?? []).filter { !$0.isBelow }
    let counts = above.filter { $0.unit != .one && $0.unit.isOnlyCounts }
    let others = above.filter { $0.unit.withoutCounts.dimension != .one }
    guard counts.count == 1, !counts[0].unit.symbol.contains("/"), others.count == 1,
      others[0].expression.isQuantityLiteral
    else { return nil }
    let unit = counts[0].unit
    let end = others[0].expression.span.behind
    return CountedFactor(unit: unit, fixIt: FixIt(span: end, text: "/\(unit.symbol)"))
  }
}
