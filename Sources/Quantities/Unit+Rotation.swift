/// Turns and hertz. An angle is a number, with the radian for 1, so that a turn is 2π; a hertz
/// counts turns, and is 1/s. Between the two, a turn counts as one.
extension Unit {
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

  /// By the units that it is made of.
  public var rotation: Rotation {
    let symbols = factors.map(\.unit.symbol)
    let hasAngle = symbols.contains { $0 == "rad" || Catalogue.angles[$0] != nil }
    if symbols.contains("Hz") { return hasAngle ? .none : .hertz }
    if symbols.contains("rad") { return .radians }
    return hasAngle ? .turning : .none
  }

  /// How many of another unit it is; both of one dimension.
  func ratio(to other: Unit) -> Scale {
    // A turn is no exact number of radians, nor is what holds one.
    guard !scale.isExact || !other.scale.isExact else { return scale / other.scale }
    switch (rotation, other.rotation) {
    case (.turning, .hertz): return scaleInTurns / other.scale
    case (.hertz, .turning): return scale / other.scaleInTurns
    case (.turning, _), (.radians, _), (.hertz, _), (.none, _): return scale / other.scale
    }
  }

  private var scaleInTurns: Scale {
    factors.reduce(.one) { product, factor in
      guard let turns = Catalogue.angles[factor.unit.symbol] else { return product * factor.scale }
      return product * turns.power(factor.exponent)
    }
  }
}
