import Charts
import ExerciseFiles
import LineEditing
import Testing

@testable import Tutoring

@Suite struct SessionCommandTests {
  @Test func statusShowsEveryQuestionWithItsPoints() throws {
    let desk = try Desk()
    desk.type("power = 60 W")
    let status = desk.type(":status")
    #expect(status.contains("◐  1.1  Figures   hours"))
    #expect(status.contains("0.5/1"))
    #expect(status.contains("0.5 of 6 points so far."))
    for id in ["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"] { #expect(status.contains(id)) }
  }

  @Test func varsShowsNamesWithValuesAndFormulas() throws {
    let desk = try Desk()
    #expect(desk.type(":vars").contains("You have not defined any name yet."))
    desk.type(lines: ["power = 60 W", "hours = 1000 h", "energy = power * hours"])
    let shown = desk.type(":vars")
    #expect(shown.contains("power   60 W"))
    #expect(shown.contains("= power * hours"))
    #expect(shown.contains("60 kWh"))
  }

  @Test func hintsAreCountedAndTheLastStays() throws {
    let desk = try Desk()
    desk.type("hours = 1000 h")
    #expect(desk.type(":hint").contains("Hint 1 of 2\nLook at the lamp."))
    #expect(desk.file.contains("hints: {\"1.1\": 1}"))
    #expect(desk.type(":hint").contains("Hint 2 of 2"))
    #expect(desk.type(":hint").contains("Hint 2 of 2"))
    #expect(desk.file.contains("hints: {\"1.1\": 2}"))
    desk.type(":next")
    #expect(desk.type(":hint").contains("This question has no hints."))
  }

  @Test(arguments: [":table", ":table rooms", ":table df"])
  func tableShowsAShippedTable(_ line: String) throws {
    let shown = try Desk().type(line)
    #expect(shown.contains("Hall"))
    #expect(shown.contains("Lamps"))
  }

  @Test func aTableThatIsNoneIsToldWithThoseThereAre() throws {
    let shown = try Desk().type(":table roms")
    #expect(shown.contains("There is no table `roms`."))
    #expect(shown.contains("`:table rooms`"))
  }

  @Test func anUnknownCommandComesWithTheNearestName() throws {
    let shown = try Desk().type(":statsu")
    #expect(shown.contains("There is no command `:statsu`."))
    #expect(shown.contains("`:status`"))
    #expect(try Desk().type(":").contains(":status"))
  }

  @Test func commandsMayBeCutShort() throws {
    let desk = try Desk()
    #expect(desk.type(":stat").contains("points so far"))
    #expect(desk.type(":g 1.3").contains("1.3 Rooms"))
    #expect(desk.type(":h").contains("There is no command"))
  }

  @Test(arguments: [
    ("status", "points so far"), ("next", "1.2 Energy"), ("goto 1.3", "1.3 Rooms"),
    ("table rooms", "Hall"), ("hint", "Hint 1 of 2"),
  ])
  func theColonOfACommandMayBeLeftOut(_ line: String, _ shown: String) throws {
    #expect(try Desk().type(line).contains(shown))
  }

  @Test func aNameOfOnesOwnIsNoCommand() throws {
    let desk = try Desk()
    desk.type("hint = 5 W")
    #expect(desk.type("hint").contains("5 W"))
    #expect(desk.type("power = 60 W").contains("60 W"))
    #expect(!desk.type("reset").contains("cleared"))
    #expect(desk.file.contains("power = 60 W"))
  }

  @Test func wordsOfATextAreNoCommandsSaveThoseThatHarmNothing() throws {
    let desk = try Desk()
    desk.type(":goto 1.7")
    #expect(desk.type("skip").contains("`:skip` gives the question up"))
    desk.type("skip the lamp")
    desk.type("next to it stands a lamp")
    #expect(desk.file.contains("> skip the lamp\n> next to it stands a lamp"))
    #expect(desk.type("back").contains("1.6"))
  }

  @Test func movingStaysWithinTheExercise() throws {
    let desk = try Desk()
    #expect(desk.type(":back").contains("This is the first question."))
    #expect(desk.type(":goto 1.7").contains("1.7 Text"))
    #expect(desk.type(":next").contains("This is the last question."))
    #expect(desk.type(":goto 9.9").contains("There is no question 9.9."))
    #expect(desk.type(":goto").contains("Which question?"))
    #expect(desk.type(":question").contains("1.7 Text"))
  }

  @Test(arguments: ["exit", "quit", "exit()", "quit()", ":q", ":quit", " quit "])
  func wordsOfFarewellLeave(_ line: String) throws {
    let desk = try Desk()
    desk.type(line)
    #expect(desk.session.isOver)
  }

  @Test(arguments: ["help", "?", ":help"])
  func helpListsTheCommands(_ line: String) throws {
    let desk = try Desk()
    let shown = desk.type(line)
    for command in Command.all { #expect(shown.contains(":\(command.name)")) }
    #expect(desk.file.isEmpty)
  }

  @Test func aQuestionThatIsCompleteSaysItsPoints() throws {
    let desk = try Desk()
    desk.type("power = 60 W")
    let shown = desk.type("hours = 1000")
    #expect(shown.contains("✓ hours  Right."))
    #expect(shown.contains("note: Taken as 1000 h."))
    #expect(shown.contains("✓ 1.1 is complete: 1 of 1 point."))
  }

  @Test func whenAllIsDoneThePointsAndTheFileAreNamed() throws {
    let desk = try Desk("after")
    let shown = desk.type("emissions = energy * 100 g CO2e/kWh")
    #expect(shown.contains("All questions are done"))
    #expect(shown.contains("after.answers.md"))
  }

  // MARK: Completion

  private func candidates(_ line: String, _ desk: Desk) -> [String] {
    desk.session.completion(of: line, cursor: line.utf8.count).candidates.map(\.text)
  }

  @Test func tabCompletesNamesTheAnswersAskedForAndFunctions() throws {
    let desk = try Desk()
    #expect(candidates("", desk) == ["power", "hours"])
    #expect(candidates("pow", desk).contains("power"))
    desk.type("power_of_mine = 3 W")
    #expect(candidates("2 * power_", desk) == ["power_of_mine"])
    #expect(candidates("su", desk).contains("sum("))
    #expect(candidates("de", desk).contains("def "))
  }

  @Test func tabCompletesColumnsWithTheirQuotes() throws {
    let desk = try Desk()
    #expect(candidates("x = rooms[\"La", desk) == ["Lamps\"]"])
    #expect(candidates("x = df['", desk) == ["Room']", "Lamps']"])
    desk.type("rooms[\"Energy\"] = rooms[\"Lamps\"] * 60 kWh")
    #expect(candidates("rooms[\"E", desk) == ["Energy\"]"])
    #expect(candidates("nothing[\"E", desk).isEmpty)
  }

  @Test func tabCompletesUnitsAfterANumber() throws {
    let desk = try Desk()
    #expect(candidates("power = 60 kW", desk).contains("kWh"))
    #expect(candidates("x = 3que", desk).contains("query"))
    #expect(!candidates("x = 60 po", desk).contains("power"))
  }

  @Test func tabCompletesCommandsAndTheirArguments() throws {
    let desk = try Desk()
    #expect(candidates(":sta", desk) == ["status"])
    #expect(candidates(":goto 1.", desk).count == 7)
    #expect(candidates(":table ", desk) == ["rooms"])
    #expect(candidates(":units kW", desk).contains("kWh"))
    #expect(candidates(":bogus x", desk).isEmpty)
  }

  @Test(arguments: ["é", "x = (é", "\"", "[\"", "rooms[", ":goto é", "CO₂", "1e", "'", "rooms['é"])
  func tabAnywhereInAnyLineIsHarmless(_ line: String) throws {
    let desk = try Desk()
    for cursor in -1...line.utf8.count + 2 {
      let completion = desk.session.completion(of: line, cursor: cursor)
      #expect(completion.start >= 0)
      #expect(completion.start <= line.utf8.count)
    }
  }
}
