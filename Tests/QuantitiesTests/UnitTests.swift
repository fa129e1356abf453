import Quantities
import Testing

@Suite struct UnitTests {
  @Test(arguments: [
    ("g CO2e/kWh", "g CO2e/kWh"), ("m/s^2", "m/s²"), ("/s", "/s"), ("kW h", "kWh"),
    ("mA h", "mAh"), ("kg m^-3", "kg/m³"), ("% kg", "kg %"), ("lb in", "in lb"), ("", ""),
    ("ΔK", "K"), ("ΔK m", "K m"), ("Δ°C", "Δ°C"),
  ]) func aUnitIsWrittenAsItIsTyped(_ text: String, _ symbol: String) throws {
    #expect(try unit(text).symbol == symbol)
    #expect(try unit(text).text(of: 1500) == (symbol.isEmpty ? "1500" : "1500 \(symbol)"))
  }

  @Test func aRootIsWrittenWithItsFraction() throws {
    let half = try #require(Exponent(1, over: 2))
    #expect(try unit("m").power(half).symbol == "m^(1/2)")
  }

  @Test func equalUnitsHaveTheSameFactorsInTheSameOrder() throws {
    #expect(try unit("kW h") == unit("kWh"))
    #expect(try unit("kilowatt") == unit("kW"))
    #expect(try unit("N m") != unit("m N"))
    #expect(try unit("N m") != unit("J"))
    #expect(try unit("N m").dimension == unit("J").dimension)
    #expect(try unit("m/m") == .one)
    #expect(try Set([unit("m/s"), unit("m s^-1"), unit("km/s")]).count == 2)
  }

  @Test(arguments: [
    ("J", "energy"), ("kg/m^3", "density"), ("token", "a count in token"),
    ("GPU", "a plain number"),
    ("%", "a plain number"), ("kg/m^2", "kg/m²"), ("token/request", "token/request"),
    ("g CO2e/kWh", "mass per energy"), ("V A", "power"), ("token CO2e", "a count in token"),
  ]) func aUnitMeansAQuantity(_ text: String, _ meaning: String) throws {
    #expect(try unit(text).meaning == meaning)
  }

  @Test(arguments: UnitSystem.quantityNames.map(\.name))
  func everyNamedDimensionHasAnExample(_ name: String) throws {
    let named = try #require(UnitSystem.quantityNames.first { $0.name == name })
    let example = try #require(try unit(named.unit).dimension.example)
    let text = example.drop { $0 != " " }
    #expect(try unit(String(text)).dimension.name == name)
  }

  @Test(arguments: [
    ("kW", "kg m²/s³"), ("V", "kg m²/s³/A"), ("g CO2e/kWh", "s²/m²"), ("GB/h", "bit/s"),
    ("token/day", "token/s"), ("dpi", "dot/m"), ("°F", "K"), ("%", ""), ("mol/L", "mol/m³"),
  ]) func theCoherentUnitIsMadeOfBaseUnits(_ text: String, _ base: String) throws {
    let own = try unit(text)
    #expect(own.baseUnit.symbol == base)
    #expect(own.baseUnit.scale == .one)
    #expect(own.baseUnit.dimension == own.dimension)
  }

  // MARK: Counted units and labels

  @Test func countsAndLabelsAreTold() throws {
    #expect(try unit("g CO2e").conversion(to: unit("g"))?.apply(5) == 5)
    #expect(try unit("GPU").isPlain && !unit("token").isPlain && Unit.one.isPlain)
    #expect(try unit("token GPU/request").isOnlyCounts && !unit("token/s").isOnlyCounts)
    #expect(try unit("g CO2e/token").withoutCounts == unit("g"))
    #expect(try unit("g CO2e/token").differsOnlyInCounts(from: unit("kg")))
    #expect(try !unit("g/token").differsOnlyInCounts(from: unit("s")))
    #expect(try unit("token/s").hasSameCounts(as: unit("kg token")))
    #expect(try !unit("token").hasSameCounts(as: unit("/token")))
  }

  @Test(arguments: [
    ("token", true), ("/request", true), ("kg", true), ("request", false), ("token^2", false),
    ("/token", false),
  ]) func countsAreWithinOthersOfTheSameSide(_ text: String, _ isWithin: Bool) throws {
    #expect(try unit(text).countsAreWithin(unit("token/request")) == isWithin)
  }

  @Test func labelsStandWhereTheUnitAskedForHasThem() throws {
    let asked = try unit("kg CO2e")
    #expect(try unit("g").labelled(as: asked).symbol == "g CO2e")
    #expect(asked.labelled(as: asked) == asked)
    #expect(Unit.one.labelled(as: asked) == .one)
    #expect(try unit("kg/MWh").labelled(as: unit("g CO2e/kWh")).symbol == "kg CO2e/MWh")
    let mass = try unit("/token").product(with: unit("g"), merged: false).unit
    #expect(mass.labelled(as: asked).symbol == "g CO2e/token")
  }

  // MARK: Temperatures and turns

  @Test(arguments: [("°C", "K", "K", -273.15), ("°F", "Δ°F", "Δ°F", -459.67)])
  func aTemperatureHasAZeroOfItsOwn(
    _ word: String, _ difference: String, _ distance: String, _ zero: Double
  ) throws {
    let point = try unit(word)
    #expect(point.isTemperaturePoint && !point.isTemperatureDifference)
    #expect(point.absoluteZero == zero)
    #expect(point.conversion(to: try unit("K"))?.apply(zero) == 0)
    #expect(point.differenceUnit.symbol == difference)
    #expect(point.distanceUnit.symbol == distance)
    #expect(point.distanceUnit.isTemperatureDifference)
    #expect(point.mixesTemperatures(with: point.distanceUnit))
    #expect(point.distanceUnit.mixesTemperatures(with: point))
  }

  @Test func kelvinsMayBeOneOrTheOther() throws {
    let kelvin = try unit("K")
    #expect(!kelvin.isTemperaturePoint && !kelvin.isTemperatureDifference)
    #expect(kelvin.absoluteZero == nil && kelvin.distanceUnit == kelvin)
    #expect(try unit("ΔK").differenceUnit == kelvin)
    #expect(try unit("W/°C") == unit("W/K"))
    #expect(try unit("°C^2") != unit("K^2"))
  }

  @Test(
    arguments: [
      ("rpm", .turning), ("°/s", .turning), ("rad/s", .radians), ("Hz", .hertz), ("kHz", .hertz),
      ("Hz rad", .none), ("m/s", .none), ("", .none),
    ] as [(String, Unit.Rotation)]) func turnsAreTold(_ text: String, _ rotation: Unit.Rotation)
    throws
  {
    #expect(try unit(text).rotation == rotation)
  }

  @Test func degreesAreNoWholePartOfANumber() throws {
    #expect(try unit("°").isDegree && unit("turn").isDegree)
    #expect(try !unit("rad").isDegree && !unit("%").isDegree && !unit("°/s").isDegree)
  }
}
