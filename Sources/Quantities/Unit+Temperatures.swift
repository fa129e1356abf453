/// Temperatures in °C and °F have a zero of their own, and differences of them have not.
extension Unit {
  /// Whether the unit is a single temperature with a zero of its own (°C, °F), for which only
  /// differences add.
  @inlinable public var isTemperaturePoint: Bool { node?.temperatureOffset != nil }

  /// Whether the unit is that of temperature differences alone; K may be one or the other.
  public var isTemperatureDifference: Bool { node?.isTemperatureDifference ?? false }

  /// Whether one of the two is of temperatures and the other of differences.
  public func mixesTemperatures(with other: Unit) -> Bool {
    isTemperaturePoint && other.isTemperatureDifference
      || isTemperatureDifference && other.isTemperaturePoint
  }

  /// Absolute zero in a unit of temperatures; nil for any other.
  public var absoluteZero: Double? { temperatureOffset.map { -$0 } }

  /// The unit of a temperature's differences: K for °C, Δ°F for °F; any other unit is its own.
  public var differenceUnit: Unit {
    guard isTemperaturePoint || isTemperatureDifference else { return self }
    return Unit([UnitFactor(unit: factors[0].unit.asDifference)]) ?? self
  }

  /// The unit in which two temperatures lie apart. It is written as `differenceUnit`, and
  /// remembers that it is no temperature.
  public var distanceUnit: Unit {
    guard isTemperaturePoint else { return self }
    let named = scale == .one ? NamedUnit.kelvinDifference : .fahrenheitDifference
    return Unit([UnitFactor(unit: named)]) ?? self
  }

  /// What is added to a temperature to count it from absolute zero; nil for any other unit.
  var temperatureOffset: Double? { node?.temperatureOffset }
}

extension UnitSystem {
  /// Every way to type a unit of temperatures, with its symbol and the unit of its differences.
  public static let temperatureWords: [(word: String, unit: String, difference: String)] =
    Catalogue.temperatures.flatMap { symbols, names, scale, _ in
      (symbols + names).map { ($0, symbols[0], scale == .one ? "K" : "Δ\(symbols[0])") }
    }
}
