import Quantities
import Testing

@Suite struct UnitAccountTests {
  private func account(_ word: String, in units: UnitSystem = .ofCourse) throws -> UnitAccount {
    try #require(try units.unit(word).accounts.first)
  }

  @Test func aPrefixedUnitIsTakenApart() throws {
    let found = try account("kWh")
    #expect(found.symbol == "kWh")
    #expect(found.bare == "Wh")
    #expect(found.name == "kilowatthour")
    #expect(found.prefix?.name == "kilo")
    #expect(found.prefix?.top == 1000)
    let small = try account("mg")
    #expect(small.prefix.map { [$0.top, $0.bottom] } == [1, 1000])
  }

  @Test func aUnitInAProductIsToldWithItsPower() throws {
    let found = try unit("km^2/h").accounts
    #expect(found.map(\.symbol) == ["km", "h"])
    #expect(found.map(\.exponent) == [Exponent(2), Exponent(-1)])
    #expect(try found.map(\.unit) == [unit("km"), unit("h")])
  }

  @Test(
    arguments: [
      ("°C", "degree Celsius"), ("°F", "degree Fahrenheit"), ("au", "astronomical unit"),
      ("µs", "microsecond"), ("day", nil), ("token", nil),
    ] as [(String, String?)]) func aUnitHasItsFullName(_ word: String, _ name: String?) throws
  {
    #expect(try account(word).name == name)
  }

  @Test(arguments: [
    ("h", "3600", "s"), ("J", "1", "N m"), ("lb", "0.45359237", "kg"), ("kmh", "5/18", "m/s"),
    ("B", "8", "bit"), ("deg", "about 0.0174533", ""), ("million", "1'000'000", ""),
    ("Pa", "1", "N/m²"), ("rpm", "1/60", "turn/s"), ("Gal", "0.01", "m/s²"),
  ]) func aDefinitionIsReadAsPeopleWriteIt(_ word: String, _ number: String, _ unit: String) throws
  {
    let found = try #require(try account(word).definition)
    #expect(found.number == number)
    #expect(found.unit == unit)
  }

  @Test(arguments: ["m", "K", "bit", "g", "px", "°C", "Wh", "token", "CO2e"])
  func baseUnitsAndDeclaredOnesHaveNoDefinition(_ word: String) throws {
    #expect(try account(word).definition == nil)
  }

  @Test(
    arguments: [
      ("MW", .si), ("h", .besideSI), ("kWh", .besideSI), ("GB", .information), ("hp", .customary),
      ("token", .counted), ("CO2e", .label), ("trip", .derived("12 km")), ("°C", .si),
      ("px", .customary),
    ] as [(String, UnitOrigin)]) func everyUnitComesFromSomewhere(
      _ word: String, _ origin: UnitOrigin
    )
    throws
  {
    var units = UnitSystem.ofCourse
    units.declareDerived("trip", value: 12, unit: try unit("km"))
    #expect(try account(word, in: units).origin == origin)
  }

  @Test func theUnitsOfADimensionAreFoundInTheCatalogue() throws {
    let found = try UnitAccount.ofCatalogue(unit("kW").dimension).map(\.symbol)
    #expect(
      found == [
        "W", "VA", "Wp", "hp", "PS", "boiler_horsepower", "electric_horsepower",
        "ton_of_refrigeration",
      ])
  }

  @Test func everyQuantityHasItsUnit() throws {
    for (name, text) in UnitSystem.quantityNames {
      #expect(try unit(text).dimension.name == name)
    }
  }

  @Test func everyUnitOfTheCatalogueHasAnAccount() throws {
    for word in UnitSystem().unitWords {
      let found = try account(word)
      #expect(!found.symbol.isEmpty)
      if found.prefix != nil { #expect(found.symbol.hasSuffix(found.bare)) }
    }
  }
}
