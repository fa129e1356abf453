import Quantities
import Testing

@Suite struct UnitAccountTests {
  private func account(_ word: String, in units: UnitSystem = UnitSystem()) throws -> UnitAccount {
    let unit = try #require(units.lookup(word))
    return try #require(units.accounts(of: unit).first)
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

  @Test(arguments: [
    ("h", "3600", "s"), ("J", "1", "N m"), ("lb", "0.45359237", "kg"), ("kmh", "5/18", "m/s"),
    ("B", "8", "bit"), ("deg", "about 0.0174533", ""), ("million", "1'000'000", ""),
  ]) func aDefinitionIsReadAsPeopleWriteIt(_ word: String, _ number: String, _ unit: String) throws
  {
    let found = try #require(try account(word).definition)
    #expect(found.number == number)
    #expect(found.unit == unit)
  }

  @Test func baseUnitsAndDeclaredOnesHaveNoDefinition() throws {
    let units = UnitSystem()
    units.declareCounted("token")
    for word in ["m", "K", "bit", "g", "token"] {
      #expect(try account(word, in: units).definition == nil, "\(word)")
    }
  }

  @Test func everyUnitComesFromSomewhere() throws {
    let units = UnitSystem()
    units.declareCounted("token")
    units.declareLabel("CO2e")
    units.declareDerived("trip", value: 12, unit: try #require(units.lookup("km")))
    let origins: [(String, UnitOrigin)] = [
      ("MW", .si), ("h", .besideSI), ("kWh", .besideSI), ("GB", .information), ("hp", .customary),
      ("token", .counted), ("CO2e", .label), ("trip", .derived("12 km")), ("°C", .si),
    ]
    for (word, origin) in origins {
      #expect(try account(word, in: units).origin == origin, "\(word)")
    }
  }

  @Test func theUnitsOfADimensionAreFoundInTheCatalogue() throws {
    let units = UnitSystem()
    let watt = try #require(units.lookup("kW"))
    let found = units.catalogueUnits(like: watt).map(\.symbol)
    #expect(found.contains("W"))
    #expect(found.contains("hp"))
    #expect(!found.contains("J"))
  }

  @Test func everyQuantityHasItsUnit() {
    let units = UnitSystem()
    for (name, text) in UnitSystem.quantityNames {
      let word = text.prefix { $0 != "/" && $0 != "^" }
      #expect(units.lookup(String(word)) != nil, "\(name)")
    }
  }

  @Test func everyUnitOfTheCatalogueHasAnAccount() throws {
    let units = UnitSystem()
    for word in units.unitWords {
      let found = try account(word, in: units)
      #expect(!found.symbol.isEmpty)
      if found.prefix != nil { #expect(found.symbol.hasSuffix(found.bare)) }
    }
  }
}
