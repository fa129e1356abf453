import Testing

@testable import TextLayout

/// `:vars`, wide and long; what it says is in `Sessions/names`.
@Suite struct SessionVarsTests {
  @Test(arguments: [24, 40, 60, 80, 200])
  func noLineIsWiderThanTheWindow(_ width: Int) throws {
    let harness = try SessionHarness(width: width)
    harness.type(lines: [
      "hours = 1000 h", "power = 60 W", "energy = power * hours", "def heat(p, t) = p * t",
      "a_rather_long_name_of_a_step = rooms[\"Lamps\"] * energy * 3 / hours + 12345.678 kW",
      "rooms[\"Emissions of the whole house (kg)\"] = a_rather_long_name_of_a_step",
    ])
    for line in [":vars", ":vars a_rather_long_name_of_a_step", ":vars energy", ":vars heat"] {
      for shown in harness.type(line).split(separator: "\n") {
        #expect(displayWidth(String(shown)) <= width, "\(shown)")
      }
    }
  }

  @Test func thousandsOfNamesInARowAreListedInTime() throws {
    let names = (1..<4000).map { "x\($0) = x\($0 - 1) + 1" }
    let harness = try SessionHarness(
      notebook: "## 1.1\n```reckon\nx0 = 1\n" + names.joined(separator: "\n") + "\n```\n")
    let clock = ContinuousClock()
    let time = clock.measure { #expect(harness.type(":vars").contains("x3999")) }
    #expect(time < .seconds(60))
  }
}
