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
    let units = UnitSystem()
    let unit = try #require(units.lookup(word))
    #expect(units.symbol(of: unit) == symbol)
    #expect(units.lookup(symbol) == unit)
  }

  @Test(arguments: [
    "Kwh", "KWH", "kmin", "mh", "Kibb", "mB", "xyz", "", "kk", "km2", "kilo", "month",
  ])
  func whatIsNoUnitIsNone(_ word: String) {
    #expect(UnitSystem().lookup(word) == nil)
  }

  @Test func everyWordOfTheCatalogueIsAUnit() {
    let units = UnitSystem()
    let words = units.unitWords
    #expect(words.count > 800)
    for word in words { #expect(units.lookup(word) != nil, "\(word)") }
  }

  @Test(
    arguments: [
      ("mi", "m", 1609.344), ("gal", "L", 3.785411784), ("psi", "Pa", 6894.757293168361),
      ("hp", "W", 745.6998715822702), ("acre", "m", nil), ("BTU", "J", 1055.05585262),
      ("bbl", "gal", 42), ("rod", "ft", 16.5), ("furlong", "mi", 0.125), ("fathom", "ft", 6),
      ("troy_ounce", "grain", 480), ("hundredweight", "lb", 100), ("GiB", "B", 1_073_741_824),
      ("eV", "J", 1.602176634e-19), ("kip", "lbf", 1000), ("quintal", "kg", 100),
      ("degR", "K", 5.0 / 9),
    ] as [(String, String, Double?)]) func conversionsAreThoseOfTheStandards(
      _ from: String, _ to: String, _ factor: Double?
    ) throws
  {
    let units = UnitSystem()
    let source = try #require(units.lookup(from))
    let target = try #require(units.lookup(to))
    let found = units.conversion(from: source, to: target)?.apply(1)
    guard let factor else {
      #expect(found == nil)
      return
    }
    #expect(abs((found ?? .nan) - factor) <= 1e-12 * factor)
  }

  @Test func aDeclaredUnitSpoilsNothing() throws {
    let units = UnitSystem()
    for word in ["s", "h", "W", "kg", "m", "A"] { units.declareCounted(word) }
    let newton = try #require(units.lookup("N"))
    #expect(units.dimensionName(of: newton) == "force")
    let energy = try #require(units.lookup("kWh"))
    #expect(units.dimensionName(of: energy) == "energy")
    // A declared W and a declared h are no watt hour.
    let own = try units.product(
      try #require(units.lookup("W")), try #require(units.lookup("h")))
    #expect(units.symbol(of: own.unit) == "W h")
    #expect(units.symbol(of: try #require(units.lookup("ms"))) == "ms")
  }

  @Test func exponentsAndScalesBeyondReasonAreRefused() throws {
    let units = UnitSystem()
    let metre = try #require(units.lookup("m"))
    let large = try units.power(metre, Exponent(1000))
    #expect(throws: UnitAlgebraError.outOfRange) { try units.power(large, Exponent(2)) }
    #expect(throws: UnitAlgebraError.outOfRange) { try units.product(large, metre) }
    let huge = try #require(units.declareDerived("huge", value: 1e200, unit: metre))
    #expect(throws: UnitAlgebraError.outOfRange) { try units.power(huge, Exponent(3)) }
    #expect(units.declareDerived("nil", value: 0, unit: metre) == nil)
    #expect(units.declareDerived("negative", value: -1, unit: metre) == nil)
    #expect(units.declareDerived("infinite", value: .infinity, unit: metre) == nil)
  }

  @Test func aCopyGrowsOnItsOwn() throws {
    let units = UnitSystem()
    let token = try #require(units.declareCounted("token"))
    let copy = UnitSystem(copying: units)
    copy.declareCounted("apple")
    #expect(copy.lookup("token") == token)
    #expect(units.lookup("apple") == nil)
    units.declareCounted("pear")
    #expect(copy.lookup("pear") == nil)
  }

  @Test func countsAndLabelsAreTold() throws {
    let units = UnitSystem()
    let token = try #require(units.declareCounted("token"))
    let label = try #require(units.declareLabel("CO2e"))
    let gram = try #require(units.lookup("g"))
    let labelled = try units.product(gram, label, merged: false).unit
    #expect(units.symbol(of: labelled) == "g CO2e")
    #expect(
      units.conversion(from: labelled, to: gram)?.isIdentity ?? false
        || units.conversion(from: labelled, to: gram)?.apply(5) == 5)
    #expect(units.isPlain(label))
    #expect(units.isOnlyCounts(token))
    let each = try units.product(gram, token, inverted: true).unit
    #expect(units.withoutCounts(each) == gram)
    #expect(units.differsOnlyInCounts(each, gram))
    #expect(units.lookup("tokens") == token)
  }
}
