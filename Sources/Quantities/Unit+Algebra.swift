/// What multiplying two units gives: a unit, and what values must be multiplied by.
public struct UnitProduct: Hashable, Sendable {
  public var unit: Unit
  public var conversion: Conversion

  init(_ unit: Unit, _ conversion: Conversion = .identity) {
    self.unit = unit
    self.conversion = conversion
  }
}

/// Why units cannot be combined.
public enum UnitAlgebraError: Error, Hashable, Sendable {
  /// An exponent or a scale beyond any in use, or too many different factors.
  case outOfRange
}

extension Unit {
  /// The product with another unit, or the quotient when `inverted`.
  ///
  /// With `merged`, units of like dimension are brought together (`W·h·g/kWh` becomes g, with a
  /// factor 1/1000), and then labels fall away; without, the product stays as it was typed.
  public func product(
    with other: Unit, inverted: Bool = false, merged: Bool = true
  ) throws(UnitAlgebraError) -> UnitProduct {
    if other == .one { return merged ? withoutShare : UnitProduct(self) }
    if self == .one, !inverted { return merged ? other.withoutShare : UnitProduct(other) }
    var all = factors
    for factor in other.factors { all.append(inverted ? factor.inverse : factor) }
    if all.count > 1 {
      // Within a product a degree is a difference, which is what K stands for.
      for index in all.indices { all[index] = all[index].asDifference }
    }
    guard let same = all.combined, let unit = Unit(merged ? same.merged : same) else {
      throw .outOfRange
    }
    return UnitProduct(unit, Conversion(same.scale / unit.scale))
  }

  /// The unit to a power.
  public func power(_ exponent: Exponent) throws(UnitAlgebraError) -> Unit {
    if self == .one || exponent == .one { return self }
    var powers: [UnitFactor] = []
    for var factor in factors {
      guard let power = factor.exponent.multiplied(by: exponent) else { throw .outOfRange }
      factor.exponent = power
      if !power.isZero { powers.append(factor) }
    }
    guard let result = Unit(powers) else { throw .outOfRange }
    return result
  }

  /// The coherent unit of the same dimension, made of base units (kg, m, s, A, K, mol, cd, bit and
  /// counted things).
  public var baseUnit: Unit {
    let factors = dimension.powers.map { power in
      var factor = CatalogueIndex.shared.baseUnit(of: power.base)
      factor.exponent = power.exponent
      return factor
    }
    return Unit(factors) ?? self
  }

  /// 75 % times a number is that share of it, not so many percent.
  private var withoutShare: UnitProduct {
    guard dimension == .one, scale.isExact, scale != .one, !factors.contains(where: \.isLabel)
    else { return UnitProduct(self) }
    return UnitProduct(.one, Conversion(scale))
  }
}

extension UnitFactor {
  /// A degree with a zero of its own becomes the difference it stands for within a product.
  fileprivate var asDifference: UnitFactor {
    let difference = unit.asDifference
    return difference === unit ? self : UnitFactor(unit: difference, exponent: exponent)
  }
}

extension [UnitFactor] {
  /// With the factors of one named unit and prefix brought together; nil over the exponent's
  /// limit.
  fileprivate var combined: [UnitFactor]? {
    var result: [UnitFactor] = []
    result.reserveCapacity(count)
    for factor in self {
      guard let index = result.firstIndex(where: factor.isLike) else {
        result.append(factor)
        continue
      }
      // A label says of what, once.
      if factor.isLabel, result[index].exponent.isPositive == factor.exponent.isPositive {
        continue
      }
      guard let sum = result[index].exponent.adding(factor.exponent) else { return nil }
      result[index].exponent = sum
    }
    result.removeAll { $0.exponent.isZero }
    return result
  }

  /// Only by itself does a K remember that it is a difference.
  var withPlainKelvin: [UnitFactor] {
    guard contains(where: { $0.unit.kind == .difference }), count > 1 || self[0].exponent != .one
    else { return self }
    let plain = map { factor in
      factor.unit == .kelvinDifference
        ? UnitFactor(unit: .kelvin, exponent: factor.exponent) : factor
    }
    return plain.combined ?? self
  }

  /// `kW` and `h` side by side are one unit, kWh, as people write it; likewise Ah.
  var withHoursJoined: [UnitFactor] {
    guard count > 1, let hours = firstIndex(where: { $0.unit == .hour }) else { return self }
    for (index, factor) in enumerated() where factor.exponent == self[hours].exponent {
      guard let joined = factor.unit.joinedWithHour else { continue }
      var result = self
      result[index].unit = joined
      result.remove(at: hours)
      return result.combined ?? self
    }
    return self
  }
}
