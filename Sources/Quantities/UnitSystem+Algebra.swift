/// What multiplying two units gives: a unit, and what values must be multiplied by.
public struct UnitProduct: Hashable, Sendable {
  public var unit: UnitID
  public var conversion: Conversion

  init(unit: UnitID, conversion: Conversion) {
    self.unit = unit
    self.conversion = conversion
  }

  /// The unit as it is.
  init(_ unit: UnitID) {
    self.init(unit: unit, conversion: .identity)
  }
}

/// Why units cannot be combined.
public enum UnitAlgebraError: Error, Hashable, Sendable {
  /// A temperature in °C or °F cannot be multiplied: it has a zero of its own.
  case temperaturePoint(UnitID)
  /// An exponent beyond any in use, or too many different units.
  case outOfRange
}

extension UnitSystem {
  /// The product of two units, or their quotient when `inverted`.
  ///
  /// With `merged`, units of like dimension are brought together (`W·h·g/kWh` becomes g, with a
  /// factor 1/1000), and then labels fall away; without, the product stays as it was typed.
  public func product(
    _ left: UnitID, _ right: UnitID, inverted: Bool = false, merged: Bool = true
  ) throws(UnitAlgebraError) -> UnitProduct {
    if right == .one { return merged ? withoutShare(left) : UnitProduct(left) }
    if left == .one, !inverted { return merged ? withoutShare(right) : UnitProduct(right) }
    let key = ProductKey(left: left, right: right, inverted: inverted, merged: merged)
    if let known = products[key] { return known }
    // Within a product a degree is a difference, which is what K stands for.
    let sign = inverted ? -Exponent.one : .one
    var factors = records[Int(left.index)].factors
    for factor in records[Int(right.index)].factors {
      guard let exponent = factor.exponent.multiplied(by: sign) else { throw .outOfRange }
      factors.append(UnitFactor(unit: factor.unit, prefix: factor.prefix, exponent: exponent))
    }
    guard let same = combined(factors.count > 1 ? factors.map(asDifference) : factors) else {
      throw .outOfRange
    }
    let final = merged ? merge(same) : same
    guard let unit = intern(final) else { throw .outOfRange }
    let product = UnitProduct(
      unit: unit, conversion: Conversion(scale(of: same) / scale(of: unit)))
    if products.count < Self.recordLimit { products[key] = product }
    return product
  }

  /// 75 % times a number is that share of it, not so many percent.
  private func withoutShare(_ unit: UnitID) -> UnitProduct {
    let record = records[Int(unit.index)]
    guard record.dimension == .one, record.scale.isExact, record.scale != .one,
      !record.factors.contains(where: isLabel)
    else { return UnitProduct(unit) }
    return UnitProduct(unit: .one, conversion: Conversion(record.scale))
  }

  /// The unit to a power.
  public func power(_ unit: UnitID, _ exponent: Exponent) throws(UnitAlgebraError) -> UnitID {
    if unit == .one || exponent == .one { return unit }
    var factors: [UnitFactor] = []
    for factor in records[Int(unit.index)].factors {
      guard let power = factor.exponent.multiplied(by: exponent) else { throw .outOfRange }
      if !power.isZero {
        factors.append(UnitFactor(unit: factor.unit, prefix: factor.prefix, exponent: power))
      }
    }
    guard let result = intern(factors) else { throw .outOfRange }
    return result
  }

  /// Factors with one named unit and prefix brought together; nil over the exponent's limit.
  func combined(_ factors: [UnitFactor]) -> [UnitFactor]? {
    var result: [UnitFactor] = []
    for factor in factors {
      if let index = result.firstIndex(where: {
        $0.unit == factor.unit && $0.prefix == factor.prefix
      }) {
        if isLabel(factor), result[index].exponent.isPositive == factor.exponent.isPositive {
          continue  // A label says of what, once.
        }
        guard let sum = result[index].exponent.adding(factor.exponent) else { return nil }
        result[index].exponent = sum
      } else {
        result.append(factor)
      }
    }
    result.removeAll { $0.exponent.isZero }
    return result
  }

  /// A degree with a zero of its own becomes the difference it stands for within a product.
  private func asDifference(_ factor: UnitFactor) -> UnitFactor {
    switch named[Int(factor.unit)].kind {
    case .temperature, .difference: break
    case .measured, .counted, .label: return factor
    }
    guard
      let own = intern([UnitFactor(unit: factor.unit, prefix: 0, exponent: .one)]),
      let difference = records[Int(difference(of: own).index)].factors.first
    else { return factor }
    return UnitFactor(
      unit: difference.unit, prefix: difference.prefix, exponent: factor.exponent)
  }

  // MARK: Merging

  /// The shortest product that says the same; the values' factor follows from the scales.
  private func merge(_ factors: [UnitFactor]) -> [UnitFactor] {
    let measured = factors.filter { !isLabel($0) }
    let shorter = shortened(measured)
    if shorter != measured { return shorter }
    if let expanded = expandedWhereShared(measured) {
      let other = shortened(expanded)
      if other.count < measured.count { return other }
    }
    return joinsHours(measured) ? measured : factors
  }

  private func joinsHours(_ factors: [UnitFactor]) -> Bool {
    guard let hour = catalogueUnit("h"), let hours = factors.first(where: { $0.unit == hour })
    else { return false }
    return factors.contains {
      $0.exponent == hours.exponent && joinedWithHours($0.unit) != nil
    }
  }

  private func shortened(_ factors: [UnitFactor]) -> [UnitFactor] {
    var kept: [UnitFactor] = []
    for factor in factors { add(factor, to: &kept) }
    return smallestEqualSubset(of: kept) ?? kept
  }

  /// Adds a factor, turning it into one of the same or the inverse dimension where there is one
  /// already.
  private func add(_ factor: UnitFactor, to kept: inout [UnitFactor]) {
    let own = ownDimension(of: factor)
    if own.powers.isEmpty { return }
    for index in kept.indices {
      let ratio: Exponent?
      if kept[index].unit == factor.unit {
        ratio = .one
      } else {
        ratio = own.ratio(to: ownDimension(of: kept[index]))
      }
      // Only a plain match or its inverse: litres in kilometres would help nobody.
      guard let ratio, ratio == .one || ratio == -Exponent.one,
        let added = factor.exponent.multiplied(by: ratio),
        let sum = kept[index].exponent.adding(added)
      else { continue }
      kept[index].exponent = sum
      if sum.isZero { kept.remove(at: index) }
      return
    }
    kept.append(factor)
  }

  private func ownDimension(of factor: UnitFactor) -> Dimension {
    dimensions[Int(named[Int(factor.unit)].dimension.index)]
  }

  /// The fewest of the factors whose product has the dimension of all; nil if it takes all.
  private func smallestEqualSubset(of factors: [UnitFactor]) -> [UnitFactor]? {
    guard factors.count >= 2, factors.count <= 8, let total = dimension(of: factors) else {
      return nil
    }
    var best: [UnitFactor]?
    for mask in 0..<((1 << factors.count) - 1) {
      let size = mask.nonzeroBitCount
      if let best, size >= best.count { continue }
      let subset = factors.indices.filter { mask & (1 << $0) != 0 }.map { factors[$0] }
      if dimension(of: subset) == total { best = subset }
    }
    return best
  }

  /// Wh written as W·h where the product holds one of these too.
  private func expandedWhereShared(_ factors: [UnitFactor]) -> [UnitFactor]? {
    guard let hour = catalogueUnit("h") else { return nil }
    for (index, factor) in factors.enumerated() {
      let rate: Int32?
      if factor.unit == catalogueUnit("Wh") {
        rate = catalogueUnit("W")
      } else if factor.unit == catalogueUnit("Ah") {
        rate = catalogueUnit("A")
      } else {
        continue
      }
      guard let rate, factors.contains(where: { $0.unit == rate || $0.unit == hour }) else {
        continue
      }
      var result = factors
      result[index] = UnitFactor(unit: rate, prefix: factor.prefix, exponent: factor.exponent)
      result.insert(UnitFactor(unit: hour, prefix: 0, exponent: factor.exponent), at: index + 1)
      return result
    }
    return nil
  }

  // MARK: Counted units and labels

  /// The unit without its counted units and labels, as for a person who counts with bare
  /// numbers. Values stay as they are.
  public func withoutCounts(_ unit: UnitID) -> UnitID {
    let kept = records[Int(unit.index)].factors.filter { !isLabel($0) && !isCounted($0) }
    return intern(kept) ?? unit
  }

  /// Whether two units differ in nothing but counted units and labels.
  public func differsOnlyInCounts(_ left: UnitID, _ right: UnitID) -> Bool {
    dimension(of: withoutCounts(left)) == dimension(of: withoutCounts(right))
  }

  /// Whether the unit has no counted units but such as another has, as often at most and on the
  /// same side of the line: `token` and `/request` of `token/request`, but not `request`.
  public func countsAreWithin(_ unit: UnitID, _ other: UnitID) -> Bool {
    let allowed = countedPowers(of: other)
    return countedPowers(of: unit).allSatisfy { own in
      allowed.contains { $0.base == own.base && own.exponent.isWithin($0.exponent) }
    }
  }

  /// Whether two units have the same counted units, whatever else they are.
  public func hasSameCounts(_ left: UnitID, _ right: UnitID) -> Bool {
    countedPowers(of: left) == countedPowers(of: right)
  }

  private func countedPowers(of unit: UnitID) -> [Dimension.Power] {
    dimension(of: records[Int(unit.index)].factors.filter(isCounted))?.powers ?? []
  }

  /// Whether the unit holds nothing but counted units and labels.
  public func isOnlyCounts(_ unit: UnitID) -> Bool {
    records[Int(unit.index)].factors.allSatisfy { isLabel($0) || isCounted($0) }
  }
}

extension UnitSystem {
  /// The unit of differences of a temperature: K for °C, Δ°F for °F; any other unit is its own.
  public func difference(of unit: UnitID) -> UnitID {
    guard isTemperaturePoint(unit) || isTemperatureDifference(unit) else { return unit }
    if symbol(of: unit) == "K" { return catalogueLookup("K") ?? unit }
    guard isTemperaturePoint(unit) else { return unit }
    return catalogueLookup(scale(of: unit) == .one ? "K" : "Δ°F") ?? unit
  }

  /// The unit in which two temperatures lie apart. It is written as `difference(of:)`, and
  /// remembers that it is no temperature.
  public func distance(of unit: UnitID) -> UnitID {
    guard isTemperaturePoint(unit) else { return unit }
    return catalogueLookup(scale(of: unit) == .one ? "ΔK" : "Δ°F") ?? unit
  }

  /// Only by itself does a K remember that it is a difference.
  func withPlainKelvin(_ factors: [UnitFactor]) -> [UnitFactor] {
    guard let distance = temperatures["ΔK"], factors.contains(where: { $0.unit == distance }),
      factors.count > 1 || factors[0].exponent != .one, let kelvin = catalogueUnit("K")
    else { return factors }
    let plain = factors.map { factor in
      factor.unit == distance
        ? UnitFactor(unit: kelvin, prefix: 0, exponent: factor.exponent) : factor
    }
    return combined(plain) ?? factors
  }
}
