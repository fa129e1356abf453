/// Turns and hertz. An angle is a number, with the radian for 1, so that a turn is 2π; a hertz
/// counts turns, and is 1/s. Between the two, a turn counts as one.
extension UnitSystem {
  /// How a unit takes part where angles and frequencies meet.
  public enum Rotation: Hashable, Sendable {
    /// It holds turns, or degrees and the like: `rpm`, `°/s`.
    case turning
    /// It holds radians.
    case radians
    /// It holds hertz, and no angle.
    case hertz
    /// Neither.
    case none
  }

  public func rotation(of unit: UnitID) -> Rotation {
    let symbols = records[Int(unit.index)].factors.map { named[Int($0.unit)].symbol }
    if symbols.contains("Hz") { return symbols.contains(where: isAngle) ? .none : .hertz }
    if symbols.contains("rad") { return .radians }
    return symbols.contains(where: isAngle) ? .turning : .none
  }

  /// How many of one unit another is; both of one dimension.
  func ratio(of unit: UnitID, to other: UnitID) -> Scale {
    // A turn is no exact number of radians, nor is what holds one.
    guard !scale(of: unit).isExact || !scale(of: other).isExact else {
      return scale(of: unit) / scale(of: other)
    }
    switch (rotation(of: unit), rotation(of: other)) {
    case (.turning, .hertz): return scaleInTurns(of: unit) / scale(of: other)
    case (.hertz, .turning): return scale(of: unit) / scaleInTurns(of: other)
    case (.turning, _), (.radians, _), (.hertz, _), (.none, _):
      return scale(of: unit) / scale(of: other)
    }
  }

  private func isAngle(_ symbol: String) -> Bool {
    symbol == "rad" || Catalogue.angles[symbol] != nil
  }

  private func scaleInTurns(of unit: UnitID) -> Scale {
    records[Int(unit.index)].factors.reduce(.one) { product, factor in
      guard let turns = Catalogue.angles[named[Int(factor.unit)].symbol] else {
        return product * scale(of: factor)
      }
      return product * turns.power(factor.exponent)
    }
  }
}
