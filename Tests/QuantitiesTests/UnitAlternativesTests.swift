import Testing

@testable import Quantities

@Suite struct UnitAlternativesTests {
  private func symbols(_ written: String, counted: [String] = [], label: String? = nil) throws
    -> [String]
  {
    var units = UnitSystem()
    for name in counted { units.declareCounted(name) }
    if let label { units.declareLabel(label) }
    return try #require(unit(written, in: units)).alternatives.map(\.symbol)
  }

  /// A product of words, each with its exponent.
  private func unit(_ written: String, in units: UnitSystem) -> Unit? {
    var factors: [UnitFactor] = []
    for word in written.split(separator: " ") {
      let parts = word.split(separator: "^")
      guard var factor = units.lookup(String(parts[0]))?.factors.first else { return nil }
      if parts.count > 1 { factor.exponent = Exponent(Int32(parts[1]) ?? 1) }
      factors.append(factor)
    }
    return Unit(factors)
  }

  @Test(arguments: [
    ("torr", ["Pa", "atm", "bar", "psi"]), ("Wh km^-1", ["kWh/km", "J/km", "Wh/ft", "lbf"]),
    ("T", ["mT", "µT", "kT"]), ("K", ["°C", "°F"]), ("°C", ["K", "°F"]), ("°", ["rad", "turn"]),
    ("rad", ["°", "mrad"]), ("m s^-1", ["km/h", "cm/s", "m/min"]), ("kg", ["g", "lb", "t"]),
  ])
  func areUsualUnitsAndPrefixesOfTheSame(_ unit: String, _ expected: [String]) throws {
    let found = try symbols(unit)
    for symbol in expected { #expect(found.contains(symbol), "\(symbol) in \(found)") }
  }

  @Test(arguments: ["torr", "Wh km^-1", "kg", "m s^-1", "MWh"])
  func areOfOtherSizesEach(written: String) throws {
    let unit = try #require(self.unit(written, in: UnitSystem()))
    let scales = unit.alternatives.map(\.scale.value) + [unit.scale.value]
    #expect(Set(scales.map(Float.init)).count == scales.count)
    #expect(unit.alternatives.allSatisfy { $0.dimension == unit.dimension })
  }

  @Test func keepCountedUnitsAndLabelsWhereTheyStand() throws {
    let counted = try symbols("kWh shower^-1", counted: ["shower"])
    #expect(counted.contains("Wh/shower"))
    #expect(counted.allSatisfy { $0.hasSuffix("/shower") })
    let rate = try symbols("token s^-1", counted: ["token"])
    #expect(rate.contains("token/min"))
    #expect(rate.allSatisfy { $0.hasPrefix("token/") })
    #expect(try symbols("g CO2e kWh^-1", label: "CO2e").contains("kg CO2e/kWh"))
  }

  @Test(arguments: ["%", "dozen", "shower", "CO2e"])
  func areNoneOfSharesCountsAndLabels(unit: String) throws {
    #expect(try symbols(unit, counted: ["shower"], label: "CO2e") == [])
  }

  @Test func areNoneOfPlainNumbers() {
    #expect(Unit.one.alternatives.isEmpty)
  }
}
