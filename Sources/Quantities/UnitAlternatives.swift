/// Units in which a number may have been meant that is read in another.
extension Unit {
  /// Units that differ in one factor, then others that people use for the same, each of another
  /// size; the most usual ones first, and other prefixes after them. Counted units and labels are
  /// those of this one. None of plain numbers and of shares such as %.
  public var alternatives: [Unit] {
    if isTemperaturePoint || self == Self.kelvin {
      return Self.temperatures.filter { $0 != self }
    }
    var found = UnitsOfOtherSize(than: self)
    for place in factors.indices {
      for other in factors[place].alternatives {
        found.add(Unit(factors[..<place] + other + factors[(place + 1)...]))
      }
    }
    if !factors.contains(where: { $0.isCounted || $0.isShare }), !isPlain {
      for other in kin { found.add(other.labelled(as: self)) }
    }
    return found.units
  }

  private static let kelvin = CatalogueIndex.shared.unit("K")
  private static let temperatures = ["K", "°C", "°F"].compactMap(CatalogueIndex.shared.unit)
}

extension Dimension {
  /// The units of the catalogue that measure it, without prefixes.
  public var catalogue: [Unit] {
    CatalogueIndex.lines.compactMap { $0.symbols.first.flatMap(CatalogueIndex.shared.unit) }
      .filter { $0.dimension == self }
  }
}

extension UnitFactor {
  /// Whether it is of dimension one and no angle: %, dozen.
  var isShare: Bool {
    !isLabel && unit.dimension == .one && unit.scale.isExact && unit.symbol != "rad"
  }

  /// What may stand in its place; nothing for counted units, labels and shares.
  fileprivate var alternatives: [[UnitFactor]] {
    guard unit.kind == .measured, !isShare else { return [] }
    let alone = Unit([UnitFactor(unit: unit, prefix: prefix)])
    let others = (alone?.kin ?? []) + CatalogueIndex.shared.usuallyPrefixed(unit)
    return others.compactMap { try? $0.power(exponent).factors }
  }
}

extension CatalogueIndex {
  /// A unit with the prefixes that people use with it; nothing for one that was declared.
  fileprivate func usuallyPrefixed(_ named: NamedUnit) -> [Unit] {
    guard !named.isDeclared, let line = line(ofSymbol: named.symbol) else { return [] }
    return line.usualPrefixes(of: named.symbol).compactMap { unit($0 + named.symbol) }
  }
}
