extension UnitSystem {
  /// The unit as people write it, such as `g CO2e/kWh`; empty for plain numbers. It can be
  /// typed back in after a number.
  public func symbol(of unit: UnitID) -> String {
    if let known = records[Int(unit.index)].symbol { return known }
    let factors = records[Int(unit.index)].factors
    var text = ""
    for factor in inWritingOrder(factors) where factor.exponent.isPositive {
      if !text.isEmpty { text += " " }
      text += symbol(of: factor, exponent: factor.exponent)
    }
    for factor in factors where !factor.exponent.isPositive {
      text += "/" + symbol(of: factor, exponent: -factor.exponent)
    }
    records[Int(unit.index)].symbol = text
    return text
  }

  /// A number with its unit, such as `117'000 kg`.
  public func text(_ value: Double, _ unit: UnitID, format: NumberFormat = .standard) -> String {
    let number = format.string(value)
    let symbol = symbol(of: unit)
    if symbol.isEmpty { return number }
    return number + " " + symbol
  }

  /// As typed, save that the inch comes first and `%` last: between other units `in` would be
  /// read as a conversion and `%` as a remainder.
  private func inWritingOrder(_ factors: [UnitFactor]) -> [UnitFactor] {
    guard factors.count > 1 else { return factors }
    func has(_ symbol: String, _ factor: UnitFactor) -> Bool {
      named[Int(factor.unit)].symbol == symbol
    }
    return factors.filter { has("in", $0) }
      + factors.filter { !has("in", $0) && !has("%", $0) } + factors.filter { has("%", $0) }
  }

  private func symbol(of factor: UnitFactor, exponent: Exponent) -> String {
    let name =
      Catalogue.prefixes[Int(factor.prefix)].symbol + named[Int(factor.unit)].symbol
    if exponent == .one { return name }
    if exponent.isWhole { return name + Self.superscript(exponent.numerator) }
    return "\(name)^(\(exponent.numerator)/\(exponent.denominator))"
  }

  private static func superscript(_ number: Int32) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(
      String(number).map { character in
        character.wholeNumberValue.map { digits[$0] } ?? "⁻"
      })
  }

  /// What a quantity of this unit is: `power`, `a count of tokens`, or a unit such as `kg/m²`
  /// where the dimension has no name.
  public func describe(_ unit: UnitID) -> String {
    if let name = dimensionName(of: unit) { return name }
    let counts = records[Int(unit.index)].factors.filter { !isLabel($0) }
    if counts.count == 1, counts[0].exponent == .one, isCounted(counts[0]) {
      return "a count in " + named[Int(counts[0].unit)].symbol
    }
    return symbol(of: unit)
  }

  /// The name of a unit's dimension where physics has one; `a plain number` for none.
  public func dimensionName(of unit: UnitID) -> String? {
    let dimension = dimension(of: unit)
    if dimension == .one { return "a plain number" }
    if dimensionNames.isEmpty {
      for (name, text) in Catalogue.dimensionNames.reversed() {
        if let known = compound(text) { dimensionNames[self.dimension(of: known)] = name }
      }
    }
    return dimensionNames[dimension]
  }

  /// A unit such as `m/s^2` that our own tables name.
  private func compound(_ text: String) -> UnitID? {
    var unit = UnitID.one
    for (place, part) in text.split(separator: "/").enumerated() {
      let pieces = part.split(separator: "^")
      guard let word = catalogueLookup(String(pieces[0])),
        let exponent = pieces.count > 1 ? Int32(pieces[1]).map({ Exponent($0) }) : .one,
        let power = try? power(word, exponent),
        let next = try? product(unit, power, inverted: place > 0, merged: false)
      else { return nil }
      unit = next.unit
    }
    return unit
  }

  /// Words that a person may have meant, with the usual prefixes considered.
  public var unitWords: [String] {
    if let suggestions { return suggestions }
    var result = declared.map(\.name)
    for (symbol, entry) in catalogue.symbols {
      result.append(symbol)
      switch catalogue.entries[entry].prefixes {
      case .none: break
      case .si:
        result += ["k", "M", "G", "m", "µ", "n"].map { $0 + symbol }
        if symbol == "m" || symbol == "L" { result.append("c" + symbol) }
      case .big: result += ["k", "M", "G"].map { $0 + symbol }
      case .data: result += ["k", "M", "G", "T", "Ki", "Mi", "Gi", "Ti"].map { $0 + symbol }
      }
    }
    result += catalogue.names.keys
    result += Catalogue.temperatures.flatMap(\.symbols)
    result.sort()
    suggestions = result
    return result
  }
}
