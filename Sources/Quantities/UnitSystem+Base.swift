extension UnitSystem {
  /// The coherent unit of the same dimension, made of base units (m, kg, s, A, K, mol, cd, bit
  /// and counted things).
  public func baseUnit(of unit: UnitID) -> UnitID {
    var product = UnitID.one
    for power in dimensions[Int(dimension(of: unit).index)].powers {
      guard let base = unitOfBase(power.base), let raised = try? self.power(base, power.exponent),
        let next = try? self.product(product, raised, merged: false)
      else { return unit }
      product = next.unit
    }
    return product
  }

  /// The named unit that opened a base dimension; the kilogram for mass.
  private func unitOfBase(_ base: BaseID) -> UnitID? {
    let wanted = Dimension(powers: [Dimension.Power(base: base, exponent: .one)])
    guard let id = dimensionIDs[wanted] else { return nil }
    if let kilogram = lookup("kg"), dimension(of: kilogram) == id { return kilogram }
    return named.first { $0.dimension == id && $0.scale == .one && $0.kind != .label }
      .flatMap { lookup($0.symbol) }
  }
}
