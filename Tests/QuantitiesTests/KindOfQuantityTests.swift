import Testing

@testable import Quantities

/// What a unit measures, as one would say it of a quantity.
@Suite struct KindOfQuantityTests {
  @Test(arguments: [
    ("kWh", "an energy"), ("W", "a power"), ("kg CO2e", "a mass of CO2e"),
    ("g/kWh", "a mass per energy"),
    ("g CO2e/token", "a mass of CO2e per token"), ("token", "a count in token"),
    ("token/request", "a count in token per request"), ("GB", "an amount of information"),
    ("CHF", "an amount of money"),
    ("mg/L", "a mass per volume"), ("%", "a plain number"), ("GPU", "a plain number"),
    ("deg", "an angle"), ("Hz", "a frequency"), ("mSv", "a dose"), ("s/token", "a time per token"),
  ]) func kindsHaveNames(_ text: String, _ kind: String) throws {
    #expect(try unit(text).kindOfQuantity == kind)
  }

  /// What would be told wrongly is not told: a decay, the square of a speed, a torque.
  @Test(arguments: ["s^-1", "m^2/s^2", "N m", "mg/kg", "token/s", "kg/m^2", "MBq", "L/km"])
  func whatHasNoNameOrSeveralHasNone(_ text: String) throws {
    #expect(try unit(text).kindOfQuantity == nil)
  }
}
