import ExerciseFiles
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

@Suite struct SessionMendTests {
  @Test func aUnitGivenAtThePromptMendsATypedNumber() throws {
    let desk = try Desk()
    let shown = desk.type("power = 0.06")
    #expect(shown.contains("~ power  The number is right in kW"))
    #expect(desk.prompt.contains("unit?"))
    #expect(desk.type("kW").contains("✓ power  Right."))
    #expect(desk.file.contains("\npower = 0.06 kW\n"))
    #expect(!desk.file.contains("tries"))
  }

  @Test func aUnitGivenAtThePromptMendsAComputation() throws {
    let desk = try Desk()
    desk.type("energy = 6 * 10")
    #expect(desk.prompt.contains("unit?"))
    #expect(desk.type("kWh").contains("✓ energy  Right."))
    #expect(desk.file.contains("\nenergy = (6 * 10) * 1 kWh\n"))
  }

  @Test func aUnitGivenAtThePromptMendsAColumnOfTheTable() throws {
    let desk = try Desk()
    desk.type("df['Energy'] = df['Lamps'] * 60")
    #expect(desk.prompt.contains("unit?"))
    #expect(desk.type("kWh").contains("✓ room_energy  Right."))
    #expect(desk.section("1.3").contains("* 1 kWh"))
    #expect(try desk.another().prompt.plain.hasPrefix("1.1"))
  }

  @Test func aUnitGivenAtThePromptMendsAQuotientByABareNumber() throws {
    let desk = try Desk()
    desk.type("total = 730 query")
    #expect(desk.type("per_day = total / 365").contains("~ per_day"))
    #expect(desk.prompt.contains("unit?"))
    #expect(desk.type("query/day").contains("✓ per_day  Right."))
    #expect(desk.section("1.4").contains("per_day = (total / 365) / (1 day)"))
  }

  @Test(arguments: ["", "power = 60 W", "1 + 1", ":vars"])
  func anythingElseAtTheUnitPromptIsTakenAsUsual(_ line: String) throws {
    let desk = try Desk()
    desk.type("power = 0.06")
    desk.type(line)
    #expect(desk.prompt.hasPrefix("1.1 "))
    #expect(desk.file.contains(line == "power = 60 W" ? "power = 60 W" : "power = 0.06\n"))
  }

  @Test func aUnitThatIsWrongIsJudgedAndNeverTakenForRight() throws {
    let desk = try Desk()
    desk.type("power = 0.06")
    let shown = desk.type("W")
    #expect(shown.contains("✗ power"))
    desk.type("power = 0.06")
    #expect(desk.type("kWh").contains("power"))
    #expect(!desk.type(":status").contains("1/1"))
  }

  @Test func undoTakesAMendBack() throws {
    let desk = try Desk()
    desk.type("power = 0.06")
    desk.type("kW")
    desk.type(":undo")
    #expect(desk.file.contains("power = 0.06\n"))
  }

  @Test func aWrongAnswerCostsATryAndABareOneDoesNot() throws {
    let desk = try Desk()
    desk.type("power = 5 W")
    #expect(desk.file.contains("tries: {\"1.1\": 1}"))
    desk.type("power = 0.06")
    #expect(desk.file.contains("tries: {\"1.1\": 1}"))
  }

  @Test func valuesAreShownInTheirUnitsWhereTheNotebookIsReadAnew() throws {
    // A name that is not known keeps the notebook being read anew at every line.
    let desk = try Desk(
      notebook: """
        ## 1.1
        ```reckon
        other = unknown * 3
        trip = 12 km / (3 h) * 5 CO2e
        ```
        """)
    #expect(desk.type("5 t").contains("5 t"))
    #expect(desk.type("mine = 7 mg/mL").contains("7 mg/mL"))
    #expect(desk.type("mine * 2 mL").contains("14 mg"))
    #expect(desk.type("power = 60 W").contains("60 W"))
  }

  @Test func ofTwoAnswersTheOneThatWasTypedIsJudged() throws {
    let desk = try Desk()
    desk.type(lines: [
      "power = 60 W", "hours = 1000 h", "room_energy = rooms[\"Lamps\"] * power * hours",
    ])
    let shown = desk.type("rooms[\"Energy\"] = rooms[\"Lamps\"] * power * 3")
    #expect(shown.contains("✗"))
    #expect(!shown.contains("✓ room_energy"))
    #expect(shown.contains("`room_energy` counts, which is right."))
  }

  @Test(arguments: ["undo 3", "reset 1.1", "status 1.2", "next 2"])
  func whatACommandDoesNotTakeIsNotPassedOver(command: String) throws {
    let desk = try Desk()
    desk.type("power = 60 W")
    #expect(desk.type(":\(command)").contains("takes nothing after it"))
    #expect(desk.type("power").contains("60 W"))
  }
}
