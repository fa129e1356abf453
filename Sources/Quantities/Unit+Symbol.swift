import Diagnostics

extension Unit {
  /// Whether it has so many of another as one, as `L/(100 km)` does.
  public var isForSoMany: Bool { factors.contains { $0.unit.symbol.hasPrefix("(") } }

  /// So many of it as one unit, such as the `(100 km)` of `L/(100 km)`; nil where that is beyond the
  /// size of any unit.
  public func times(_ count: Double) -> Unit? {
    let name = text(of: count)
    let named = NamedUnit(
      "(\(name))", .measured, .declared(name), dimension, scale: Scale(decimal: count) * scale)
    return Unit([UnitFactor(unit: named)])
  }

  /// A number with the unit, such as `117'000 kg`.
  public func text(of value: Double, format: NumberFormat = .standard) -> String {
    let number = format.string(value)
    return self == .one ? number : number + " " + symbol
  }

  /// What a quantity of this unit is: `power`, `a count in token`, or a unit such as `kg/m²` where
  /// the dimension has no name.
  public var meaning: String {
    if isForSoMany { return symbol }
    if let name = dimension.name { return name }
    let counts = factors.filter { !$0.isLabel }
    if counts.count == 1, counts[0].exponent == .one, counts[0].isCounted {
      return "a count in " + counts[0].unit.symbol
    }
    return symbol
  }
}

extension [UnitFactor] {
  /// As people write it: what stands above the line, then each factor below behind a `/`.
  var symbol: String {
    var text = ""
    for factor in inWritingOrder where factor.exponent.isPositive {
      if !text.isEmpty { text += " " }
      text += factor.symbol
    }
    for factor in self where !factor.exponent.isPositive { text += "/" + factor.inverse.symbol }
    return text
  }

  /// As typed, save that the inch comes first and `%` last: between other units `in` would be
  /// read as a conversion and `%` as a remainder.
  private var inWritingOrder: [UnitFactor] {
    guard contains(where: { $0.unit.symbol == "in" || $0.unit.symbol == "%" }) else { return self }
    return filter { $0.unit.symbol == "in" }
      + filter { $0.unit.symbol != "in" && $0.unit.symbol != "%" }
      + filter { $0.unit.symbol == "%" }
  }
}

extension UnitFactor {
  /// With its prefix and exponent: `km²`.
  var symbol: String {
    let name = Catalogue.prefixes[prefix].symbol + unit.symbol
    if exponent == .one { return name }
    if exponent.isWhole { return name + superscript(Int(exponent.numerator)) }
    return "\(name)^(\(exponent.numerator)/\(exponent.denominator))"
  }
}

/// A whole number as an exponent is printed: `⁻²`.
public func superscript(_ number: Int) -> String {
  let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  return String(String(number).map { $0.wholeNumberValue.map { digits[$0] } ?? "⁻" })
}
