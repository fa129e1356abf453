import Quantities
import Testing

@Suite struct ConversionTests {
  @Test(
    arguments: [
      ("mi", "m", 1609.344), ("gal", "L", 3.785411784), ("psi", "Pa", 6894.757293168361),
      ("hp", "W", 745.6998715822702), ("acre", "m", nil), ("BTU", "J", 1055.05585262),
      ("bbl", "gal", 42), ("rod", "ft", 16.5), ("furlong", "mi", 0.125), ("fathom", "ft", 6),
      ("troy_ounce", "grain", 480), ("hundredweight", "lb", 100), ("GiB", "B", 1_073_741_824),
      ("eV", "J", 1.602176634e-19), ("kip", "lbf", 1000), ("quintal", "kg", 100),
      ("degR", "K", 5.0 / 9), ("rpm", "Hz", 1.0 / 60), ("Hz", "°/s", 360),
    ] as [(String, String, Double?)]) func conversionsAreThoseOfTheStandards(
      _ from: String, _ to: String, _ factor: Double?
    ) throws
  {
    let found = try unit(from).conversion(to: unit(to))?.apply(1)
    guard let factor else {
      #expect(found == nil)
      return
    }
    #expect(abs((found ?? .nan) - factor) <= 1e-12 * factor)
  }

  @Test(
    arguments: [
      ("kWh", "MJ", 1, 3.6), ("h", "s", 1, 3600), ("g", "t", 26_000, 0.026),
      ("km/h", "m/s", 90, 25),
      ("°F", "°C", 14, -10), ("°C", "K", 20, 293.15),
      ("GB", "GiB", 1.073741824, 1),
    ] as [(String, String, Double, Double)]) func aShortNumberStaysShort(
      _ from: String, _ to: String, _ value: Double, _ result: Double
    ) throws
  {
    #expect(try unit(from).conversion(to: unit(to))?.apply(value) == result)
  }

  /// From every unit of the catalogue to every other of its dimension, and back.
  @Test func thereAndBackIsWhereOneWas() throws {
    let units = UnitSystem().unitWords.compactMap { UnitSystem().lookup($0) }
    for (_, alike) in Dictionary(grouping: units, by: \.dimension) {
      let other = alike[alike.count / 2]
      for unit in alike {
        let there = try #require(unit.conversion(to: other))
        let back = try #require(other.conversion(to: unit))
        #expect(abs(back.apply(there.apply(7.3)) - 7.3) < 1e-9, "\(unit.symbol), \(other.symbol)")
        #expect(unit.conversion(to: unit)?.isIdentity == true)
      }
    }
  }

  @Test func aColumnIsConvertedAsItsNumbersAre() throws {
    let conversion = try #require(try unit("kg").conversion(to: unit("g")))
    #expect(conversion.apply([1, 0.5]) == [1000, 500])
    #expect(Conversion.identity.apply([1, 2]) == [1, 2])
  }

  @Test func aNumberNearTheEndOfTheRangeIsConverted() throws {
    let conversion = try #require(try unit("mm").conversion(to: unit("Mm")))
    #expect(conversion.apply(1e308) == 1e299)
  }
}
