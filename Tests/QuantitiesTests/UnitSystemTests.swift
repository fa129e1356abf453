import Quantities
import Testing

@Suite struct UnitSystemTests {
  @Test(arguments: [
    ("kilometres", "km"), ("kilometers", "km"), ("megawatts", "MW"), ("millibars", "mbar"),
    ("kilobits", "kbit"), ("kibibytes", "KiB"), ("dekametre", "dam"), ("micrograms", "µg"),
    ("μm", "µm"), ("um", "µm"), ("feet", "ft"), ("inches", "in"), ("weeks", "week"),
    ("kilowatthours", "kWh"), ("watt_hours", "Wh"), ("hours", "h"), ("degC", "°C"),
    ("kiloohms", "kΩ"), ("centuries", "century"), ("lbs", "lb"), ("kilocalories", "kcal"),
  ]) func longNamesAndPluralsAreTheirSymbols(_ word: String, _ symbol: String) throws {
    let unit = try #require(UnitSystem().lookup(word))
    #expect(unit.symbol == symbol)
    #expect(UnitSystem().lookup(symbol) == unit)
  }

  @Test(arguments: [
    "Kwh", "KWH", "kmin", "mh", "Kibb", "mB", "xyz", "", "kk", "km2", "kilo", "month",
  ])
  func whatIsNoUnitIsNone(_ word: String) {
    #expect(UnitSystem().lookup(word) == nil)
    #expect(!UnitSystem.isInCatalogue(word))
  }

  @Test func everyWordOfTheCatalogueIsAUnit() {
    let words = UnitSystem().unitWords
    #expect(words.count > 800)
    for word in words { #expect(UnitSystem().lookup(word) != nil, "\(word)") }
  }

  // MARK: Declaring

  @Test func aDeclaredUnitIsKnownByItsPluralsAndSuggested() throws {
    var units = UnitSystem()
    units.declareCounted("box")
    let box = try units.unit("box")
    units.declareCounted("person", plural: "people")
    let person = try units.unit("person")
    for word in ["box", "boxs", "boxes"] { #expect(units.lookup(word) == box) }
    for word in ["person", "people"] { #expect(units.lookup(word) == person) }
    #expect(units.lookup("persons") == nil)
    #expect(units.unitWords.contains("box"))
    #expect(units.unitWords == units.unitWords.sorted())
    #expect(units.declared.map(\.name) == ["box", "person"])
    #expect(units.declared.map(\.plural) == [nil, "people"])
    #expect(!UnitSystem.isInCatalogue("box"))
  }

  @Test func aPluralTakesNoWordAwayFromAnotherUnit() throws {
    var units = UnitSystem()
    units.declareCounted("m")
    let own = try units.unit("m")
    #expect(units.lookup("m") == own)
    #expect(units.lookup("ms")?.dimension.name == "time")
  }

  @Test func aSecondDeclarationChangesNothingUnlessItSaysSomethingElse() throws {
    var units = UnitSystem()
    let token = units.declareCounted("token")
    #expect(units.declareCounted("token") == token)
    units.declareLabel("token")
    let label = try units.unit("token")
    #expect(label != token)
    #expect(units.lookup("tokens") == label)
    #expect(units.declared.count == 1)
  }

  @Test func aCopyGrowsOnItsOwn() throws {
    var units = UnitSystem()
    units.declareCounted("token")
    let token = try units.unit("token")
    var copy = units
    copy.declareCounted("apple")
    #expect(copy.lookup("token") == token)
    #expect(units.lookup("apple") == nil)
    units.declareCounted("pear")
    #expect(copy.lookup("pear") == nil)
  }

  @Test func aUnitHasASizeAboveNothing() throws {
    var units = UnitSystem()
    let metre = try unit("m")
    for value in [0, -1, .infinity, .nan, 1e300] {
      #expect(units.declareDerived("own", value: value, unit: metre) == nil)
    }
    #expect(units.lookup("own") == nil)
  }

  @Test func noMoreThanSomeThousandUnitsAreDeclared() {
    var units = UnitSystem()
    let declared = (0..<5000).filter { units.declareCounted("thing\($0)x") != nil }
    #expect(declared.count == 4000)
    #expect(units.declareCounted("thing0x") != nil)
    #expect(units.declareLabel("other") == nil)
    #expect(units.declareDerived("another", value: 2, unit: .one) == nil)
  }

  // MARK: Two systems

  @Test func whatTwoSystemsDeclareAlikeIsOneUnit() throws {
    var here = UnitSystem()
    var there = UnitSystem()
    there.declareLabel("CO2e")
    for system in ["token", "GPU"] { there.declareCounted(system) }
    here.declareCounted("token")
    here.declareLabel("CO2e")
    #expect(here.lookup("tokens") == there.lookup("token"))
    let price = try here.unit("g CO2e/token")
    #expect(try price == there.unit("g CO2e/token"))
    #expect(try price.conversion(to: there.unit("kg CO2e/token"))?.apply(1500) == 1.5)
    #expect(try price.product(with: there.unit("token")).unit == here.unit("g CO2e"))
  }

  @Test func whatTwoSystemsDeclareUnlikeIsNot() throws {
    var short = UnitSystem()
    var long = UnitSystem()
    var counted = UnitSystem()
    let kilometre = try unit("km")
    short.declareDerived("trip", value: 5, unit: kilometre)
    let five = try short.unit("trip")
    long.declareDerived("trip", value: 12, unit: kilometre)
    let twelve = try long.unit("trip")
    counted.declareCounted("trip")
    let things = try counted.unit("trip")
    #expect(Set([five, twelve, things]).count == 3)
    #expect(five.symbol == twelve.symbol)
    #expect(twelve.conversion(to: five)?.apply(5) == 12)
    #expect(things.conversion(to: five) == nil)
    let sum = try five.product(with: twelve, merged: false).unit
    #expect(sum.symbol == "trip trip")
    #expect(sum.scale.value == 60e6)
    let again = short.declareDerived("trip", value: 5, unit: kilometre)
    #expect(again == five)
    #expect(short.declareDerived("trip", value: 12, unit: kilometre) == twelve)
  }

  @Test func unitsOfSizesThatAreWrittenAlikeDiffer() throws {
    var here = UnitSystem()
    var there = UnitSystem()
    here.declareDerived("part", value: 1.0 / 3, unit: try unit("km"))
    there.declareDerived("part", value: (1.0 / 3).nextUp, unit: try unit("km"))
    #expect(try here.unit("part") != there.unit("part"))
  }

  @Test func aDeclaredUnitSpoilsNothing() throws {
    var units = UnitSystem()
    for word in ["s", "h", "W", "kg", "m", "A"] { units.declareCounted(word) }
    #expect(try units.unit("N").dimension.name == "force")
    #expect(try units.unit("kWh").dimension.name == "energy")
    // A declared W and a declared h are no watt hour.
    let own = try units.unit("W").product(with: units.unit("h"))
    #expect(own.unit.symbol == "W h")
    #expect(try units.unit("ms").symbol == "ms")
    #expect(try units.unit("s") != unit("s"))
  }
}
