import Testing

@testable import Tutoring

/// What Tab offers.
@Suite struct SessionCompletionTests {
  private func candidates(_ line: String, _ harness: SessionHarness) -> [String] {
    harness.session.completion(of: line, cursor: line.utf8.count).candidates.map(\.text)
  }

  @Test func tabCompletesNamesTheAnswersAskedForAndFunctions() throws {
    let harness = try SessionHarness()
    #expect(candidates("", harness) == ["power", "hours"])
    #expect(candidates("pow", harness).contains("power"))
    harness.type("power_of_mine = 3 W")
    #expect(candidates("2 * power_", harness) == ["power_of_mine"])
    #expect(candidates("su", harness).contains("sum("))
    #expect(candidates("de", harness).contains("def "))
  }

  @Test func tabCompletesColumnsWithTheirQuotes() throws {
    let harness = try SessionHarness()
    #expect(candidates("x = rooms[\"La", harness) == ["Lamps\"]"])
    #expect(candidates("x = df['", harness) == ["Room']", "Lamps']"])
    harness.type("rooms[\"Energy\"] = rooms[\"Lamps\"] * 60 kWh")
    #expect(candidates("rooms[\"E", harness) == ["Energy\"]"])
    #expect(candidates("nothing[\"E", harness).isEmpty)
  }

  @Test func tabCompletesUnitsAfterANumber() throws {
    let harness = try SessionHarness()
    #expect(candidates("power = 60 kW", harness).contains("kWh"))
    #expect(candidates("x = 3que", harness).contains("query"))
    #expect(!candidates("x = 60 po", harness).contains("power"))
  }

  @Test func tabCompletesCommandsAndTheirArguments() throws {
    let harness = try SessionHarness()
    #expect(candidates(":sta", harness) == ["status"])
    #expect(candidates(":goto 1.", harness).count == 7)
    #expect(candidates(":table ", harness) == ["rooms"])
    #expect(candidates(":units kW", harness).contains("kWh"))
    #expect(candidates(":bogus x", harness).isEmpty)
  }

  @Test(arguments: ["é", "x = (é", "\"", "[\"", "rooms[", ":goto é", "CO₂", "1e", "'", "rooms['é"])
  func tabAnywhereInAnyLineIsHarmless(_ line: String) throws {
    let harness = try SessionHarness()
    for cursor in -1...line.utf8.count + 2 {
      let completion = harness.session.completion(of: line, cursor: cursor)
      #expect(completion.start >= 0)
      #expect(completion.start <= line.utf8.count)
    }
  }
}
