import Diagnostics

/// What kind of quantity a unit measures, for those who look for the next step.
extension Unit {
  /// With its article: `an energy`, `a mass per token`, `a count in token`; nil where no name says
  /// more than the unit does.
  public var kindOfQuantity: String? {
    let named = factors.filter { !$0.isLabel }
    if named.isEmpty { return self == .one ? "a plain number" : nil }
    if isDegree { return "an angle" }
    let below = named.filter { $0.isCounted && $0.exponent == -.one }
    let above = named.filter { !($0.isCounted && $0.exponent == -.one) }
    guard let rest = Unit(above), !rest.isAmbiguous, let name = Self.kind(of: rest) else {
      return nil
    }
    return ([name] + below.map(\.unit.symbol)).joined(separator: " per ")
  }

  private static func kind(of unit: Unit) -> String? {
    if unit.factors.isEmpty { return nil }
    if unit.factors.count == 1, let only = unit.factors.first, only.isCounted,
      only.exponent == .one
    {
      return unit.meaning
    }
    guard unit.dimension != .one, let name = unit.dimension.name else {
      return unit.dimension == .one ? "a plain number" : nil
    }
    return articles[name] ?? withArticle(name)
  }

  /// Names that no article goes with.
  private static let articles = ["information": "an amount of information"]

  /// Dimensions that have more than one meaning: 1/s is a decay as well as a frequency, and `N m` a
  /// torque. Only a unit of their own tells which it is.
  private static let ambiguous: Set<String> = [
    "frequency", "dose", "illuminance", "catalytic activity", "luminous intensity",
  ]

  private var isAmbiguous: Bool {
    guard let name = dimension.name else { return false }
    if name == "energy" { return factors.contains { $0.unit.symbol == "N" } }
    return Self.ambiguous.contains(name) && factors.count > 1
      || name == "frequency" && factors.contains { !$0.exponent.isPositive }
  }
}
