import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

@Suite struct SessionMendTests {
  @Test func aUnitGivenAtThePromptMendsATypedNumber() throws {
    let harness = try SessionHarness()
    let shown = harness.type("power = 0.06")
    #expect(shown.contains("~ power  The number is right in kW"))
    #expect(harness.prompt.contains("unit?"))
    #expect(harness.type("kW").contains("✓ power  Right."))
    #expect(harness.file.contains("\npower = 0.06 kW\n"))
    #expect(!harness.file.contains("tries"))
  }

  @Test func aUnitGivenAtThePromptMendsAComputation() throws {
    let harness = try SessionHarness()
    harness.type("energy = 6 * 10")
    #expect(harness.prompt.contains("unit?"))
    #expect(harness.type("kWh").contains("✓ energy  Right."))
    #expect(harness.file.contains("\nenergy = (6 * 10) * 1 kWh\n"))
  }

  @Test func aUnitGivenAtThePromptMendsAColumnOfTheTable() throws {
    let harness = try SessionHarness()
    harness.type("df['Energy'] = df['Lamps'] * 60")
    #expect(harness.prompt.contains("unit?"))
    #expect(harness.type("kWh").contains("✓ room_energy  Right."))
    #expect(harness.section("1.3").contains("* 1 kWh"))
    #expect(try harness.another().prompt.plain.hasPrefix("1.1"))
  }

  @Test func aUnitGivenAtThePromptMendsAQuotientByABareNumber() throws {
    let harness = try SessionHarness()
    harness.type("total = 730 query")
    #expect(harness.type("per_day = total / 365").contains("~ per_day"))
    #expect(harness.prompt.contains("unit?"))
    #expect(harness.type("query/day").contains("✓ per_day  Right."))
    #expect(harness.section("1.4").contains("per_day = (total / 365) / (1 day)"))
  }

  @Test(arguments: ["", "power = 60 W", "1 + 1", ":vars"])
  func anythingElseAtTheUnitPromptIsTakenAsUsual(_ line: String) throws {
    let harness = try SessionHarness()
    harness.type("power = 0.06")
    harness.type(line)
    #expect(harness.prompt.hasPrefix("1.1 "))
    #expect(harness.file.contains(line == "power = 60 W" ? "power = 60 W" : "power = 0.06\n"))
  }

  @Test func aUnitThatIsWrongIsJudgedAndNeverTakenForRight() throws {
    let harness = try SessionHarness()
    harness.type("power = 0.06")
    let shown = harness.type("W")
    #expect(shown.contains("✗ power"))
    harness.type("power = 0.06")
    #expect(harness.type("kWh").contains("power"))
    #expect(!harness.type(":status").contains("1/1"))
  }

  @Test func undoTakesAMendBack() throws {
    let harness = try SessionHarness()
    harness.type("power = 0.06")
    harness.type("kW")
    harness.type(":undo")
    #expect(harness.file.contains("power = 0.06\n"))
  }

  @Test func aWrongAnswerCostsATryAndABareOneDoesNot() throws {
    let harness = try SessionHarness()
    harness.type("power = 5 W")
    #expect(harness.file.contains("tries: {\"1.1\": 1}"))
    harness.type("power = 0.06")
    #expect(harness.file.contains("tries: {\"1.1\": 1}"))
  }

  @Test func valuesAreShownInTheirUnitsWhereTheNotebookIsReadAnew() throws {
    // A name that is not known keeps the notebook being read anew at every line.
    let harness = try SessionHarness(
      notebook: """
        ## 1.1
        ```reckon
        other = unknown * 3
        trip = 12 km / (3 h) * 5 CO2e
        ```
        """)
    #expect(harness.type("5 t").contains("5 t"))
    #expect(harness.type("mine = 7 mg/mL").contains("7 mg/mL"))
    #expect(harness.type("mine * 2 mL").contains("14 mg"))
    #expect(harness.type("power = 60 W").contains("60 W"))
  }

  @Test func ofTwoAnswersTheOneThatWasTypedIsJudged() throws {
    let harness = try SessionHarness()
    harness.type(lines: [
      "power = 60 W", "hours = 1000 h", "room_energy = rooms[\"Lamps\"] * power * hours",
    ])
    let shown = harness.type("rooms[\"Energy\"] = rooms[\"Lamps\"] * power * 3")
    #expect(shown.contains("✗"))
    #expect(!shown.contains("✓ room_energy"))
    #expect(shown.contains("`room_energy` counts, which is right."))
  }

  @Test(arguments: ["undo 3", "reset 1.1", "status 1.2", "next 2"])
  func whatACommandDoesNotTakeIsNotPassedOver(command: String) throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    #expect(harness.type(":\(command)").contains("takes nothing after it"))
    #expect(harness.type("power").contains("60 W"))
  }
}
