/// How the units of a product are brought together.
extension [UnitFactor] {
  /// The shortest product that says the same; the values' factor follows from the scales.
  var merged: [UnitFactor] {
    let measured = filter { !$0.isLabel }
    let shorter = measured.shortened
    if shorter != measured { return shorter }
    if let expanded = measured.withSharedHoursTakenApart {
      let other = expanded.shortened
      if other.count < measured.count { return other }
    }
    return measured.joinsHours ? measured : self
  }

  private var joinsHours: Bool {
    guard let hours = first(where: { $0.unit == .hour }) else { return false }
    return contains { $0.exponent == hours.exponent && $0.unit.joinedWithHour != nil }
  }

  private var shortened: [UnitFactor] {
    var kept: [UnitFactor] = []
    for factor in self { kept.add(factor) }
    return kept.smallestEqualSubset ?? kept
  }

  /// Adds a factor, turning it into one of the same or the inverse dimension where there is one
  /// already.
  private mutating func add(_ factor: UnitFactor) {
    let own = factor.unit.dimension
    if own == .one { return }
    for index in indices {
      let ratio = self[index].unit == factor.unit ? .one : own.ratio(to: self[index].unit.dimension)
      // Only a plain match or its inverse: litres in kilometres would help nobody.
      guard let ratio, ratio == .one || ratio == -Exponent.one,
        let added = factor.exponent.multiplied(by: ratio),
        let sum = self[index].exponent.adding(added)
      else { continue }
      self[index].exponent = sum
      if sum.isZero { remove(at: index) }
      return
    }
    append(factor)
  }

  /// The fewest of the factors whose product has the dimension of all; nil if it takes all.
  private var smallestEqualSubset: [UnitFactor]? {
    guard count >= 2, count <= 8, let total = dimension else { return nil }
    var best: [UnitFactor]?
    // No single factor is of dimension one, so that none or at least two are left out.
    for mask in 0..<((1 << count) - 1) where count - mask.nonzeroBitCount > 1 {
      if let best, mask.nonzeroBitCount >= best.count { continue }
      let subset = indices.filter { mask & (1 << $0) != 0 }.map { self[$0] }
      if subset.dimension == total { best = subset }
    }
    return best
  }

  /// Wh written as W·h where the product holds one of these too.
  private var withSharedHoursTakenApart: [UnitFactor]? {
    for (index, factor) in enumerated() {
      guard let rate = factor.unit.rateOfHour,
        contains(where: { $0.unit == rate || $0.unit == .hour })
      else { continue }
      return Array(self[..<index]) + factor.takenApart(rate) + self[(index + 1)...]
    }
    return nil
  }
}

extension UnitFactor {
  /// Wh and Ah as their rate and hours.
  func takenApart(_ rate: NamedUnit) -> [UnitFactor] {
    [
      UnitFactor(unit: rate, prefix: prefix, exponent: exponent),
      UnitFactor(unit: .hour, exponent: exponent),
    ]
  }
}
