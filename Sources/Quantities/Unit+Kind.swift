import Diagnostics

/// What kind of quantity a unit measures, for those who look for the next step.
extension Unit {
  /// With its article: `an energy`, `a mass of CO2e per token`, `a count in token`; nil where no
  /// name says more than the unit does.
  public var kindOfQuantity: String? {
    let named = factors.filter { !$0.isLabel }
    if named.isEmpty { return Dimension.one.name }
    if isDegree { return "an angle" }
    let below = named.filter { $0.isCounted && $0.exponent == -.one }
    let above = named.filter { !($0.isCounted && $0.exponent == -.one) }
    guard let rest = Unit(above), !rest.isAmbiguous, let name = Self.kind(of: rest) else {
      return nil
    }
    let labels = factors.filter { $0.isLabel && $0.exponent == .one }
    let whole = labels.count == 1 && name == "a mass" ? "a mass of \(labels[0].unit.symbol)" : name
    return ([whole] + below.map(\.unit.symbol)).joined(separator: " per ")
  }

  /// Whether it measures nothing: of plain numbers, shares and what is labelled only.
  public var isOfPlainNumbers: Bool { kindOfQuantity == Dimension.one.name }

  private static func kind(of unit: Unit) -> String? {
    if unit.factors.count == 1, let only = unit.factors.first, only.exponent == .one {
      if only.isCounted {
        // What is written in capitals is a currency.
        let symbol = only.unit.symbol
        return symbol == symbol.uppercased() ? "an amount in \(symbol)" : unit.meaning
      }
      // A percentage; but mg/kg is no plain number to anyone.
      if unit.dimension == .one { return Dimension.one.name }
    }
    guard unit.dimension != .one, let name = unit.dimension.name else { return nil }
    return ownNames[name] ?? withArticle(name)
  }

  /// Kinds that are called otherwise than their dimension: a concentration is no density.
  private static let ownNames = [
    "density": "a mass per volume", "information": "an amount of information",
    "money": "an amount of money",
  ]

  /// Units that tell which of several meanings a dimension has: 1/s is a decay as well as a frequency,
  /// m²/s² a dose as well as the square of a speed.
  private static let telling: [String: Set<String>] = [
    "catalytic activity": ["kat"], "dose": ["Gy", "Sv"], "frequency": ["Hz", "rpm"],
    "illuminance": ["lx"],
  ]

  /// Dimensions whose units have nothing below the line.
  private static let plain: Set<String> = [
    "amount of substance", "area", "electric current", "information", "length", "mass",
    "temperature", "time", "volume",
  ]

  private var isAmbiguous: Bool {
    guard let name = dimension.name else { return false }
    // A torque is no energy.
    if name == "energy" { return factors.contains { $0.unit.dimension.name == "force" } }
    // L/km is an area to nobody, however it computes.
    if Self.plain.contains(name), factors.contains(where: { !$0.exponent.isPositive }) {
      return true
    }
    guard let units = Self.telling[name] else { return false }
    return factors.count != 1 || !units.contains(factors[0].unit.symbol)
  }
}
