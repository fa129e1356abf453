import Testing

@testable import Tutoring

@Suite struct SessionCommandTests {
  @Test func statusShowsEveryQuestionWithItsPoints() throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    let status = harness.type(":status")
    #expect(status.contains("◐  1.1  Figures   hours"))
    #expect(status.contains("0.5/1"))
    #expect(status.contains("0.5 of 6 points so far."))
    for id in ["1.2", "1.3", "1.4", "1.5", "1.6", "1.7"] { #expect(status.contains(id)) }
  }

  @Test func varsShowsNamesWithValuesAndFormulas() throws {
    let harness = try SessionHarness()
    #expect(harness.type(":vars").contains("You have not defined any name yet."))
    harness.type(lines: ["power = 60 W", "hours = 1000 h", "energy = power * hours"])
    let shown = harness.type(":vars")
    #expect(shown.contains("power   60 W"))
    #expect(shown.contains("= power * hours"))
    #expect(shown.contains("60 kWh"))
  }

  @Test func hintsAreCountedAndTheLastStays() throws {
    let harness = try SessionHarness()
    harness.type("hours = 1000 h")
    #expect(harness.type(":hint").contains("Hint 1 of 2\nLook at the lamp."))
    #expect(harness.file.contains("hints: {\"1.1\": 1}"))
    #expect(harness.type(":hint").contains("Hint 2 of 2"))
    #expect(harness.type(":hint").contains("Hint 2 of 2"))
    #expect(harness.file.contains("hints: {\"1.1\": 2}"))
    harness.type(":next")
    #expect(harness.type(":hint").contains("This question has no hints."))
  }

  @Test(arguments: [":table", ":table rooms", ":table df"])
  func tableShowsAShippedTable(_ line: String) throws {
    let shown = try SessionHarness().type(line)
    #expect(shown.contains("Hall"))
    #expect(shown.contains("Lamps"))
  }

  @Test func aTableThatIsNoneIsToldWithThoseThereAre() throws {
    let shown = try SessionHarness().type(":table roms")
    #expect(shown.contains("There is no table `roms`."))
    #expect(shown.contains("`:table rooms`"))
  }

  @Test func anUnknownCommandComesWithTheNearestName() throws {
    let shown = try SessionHarness().type(":statsu")
    #expect(shown.contains("There is no command `:statsu`."))
    #expect(shown.contains("`:status`"))
    #expect(try SessionHarness().type(":").contains(":status"))
  }

  @Test func commandsMayBeCutShort() throws {
    let harness = try SessionHarness()
    #expect(harness.type(":stat").contains("points so far"))
    #expect(harness.type(":g 1.3").contains("1.3 Rooms"))
    #expect(harness.type(":h").contains("There is no command"))
  }

  @Test(arguments: [
    ("status", "points so far"), ("next", "1.2 Energy"), ("goto 1.3", "1.3 Rooms"),
    ("table rooms", "Hall"), ("hint", "Hint 1 of 2"),
  ])
  func theColonOfACommandMayBeLeftOut(_ line: String, _ shown: String) throws {
    #expect(try SessionHarness().type(line).contains(shown))
  }

  @Test func aNameOfOnesOwnIsNoCommand() throws {
    let harness = try SessionHarness()
    harness.type("hint = 5 W")
    #expect(harness.type("hint").contains("5 W"))
    #expect(harness.type("power = 60 W").contains("60 W"))
    #expect(!harness.type("reset").contains("cleared"))
    #expect(harness.file.contains("power = 60 W"))
  }

  @Test func wordsOfATextAreNoCommandsSaveThoseThatHarmNothing() throws {
    let harness = try SessionHarness()
    harness.type(":goto 1.7")
    #expect(harness.type("skip").contains("`:skip` gives the question up"))
    harness.type("skip the lamp")
    harness.type("next to it stands a lamp")
    #expect(harness.file.contains("> skip the lamp\n> next to it stands a lamp"))
    #expect(harness.type("back").contains("1.6"))
  }

  @Test func movingStaysWithinTheExercise() throws {
    let harness = try SessionHarness()
    #expect(harness.type(":back").contains("This is the first question."))
    #expect(harness.type(":goto 1.7").contains("1.7 Text"))
    #expect(harness.type(":next").contains("This is the last question."))
    #expect(harness.type(":goto 9.9").contains("There is no question 9.9."))
    #expect(harness.type(":goto").contains("Which question?"))
    #expect(harness.type(":question").contains("1.7 Text"))
  }

  @Test(arguments: ["exit", "quit", "exit()", "quit()", ":q", ":quit", " quit "])
  func wordsOfFarewellLeave(_ line: String) throws {
    let harness = try SessionHarness()
    harness.type(line)
    #expect(harness.session.isOver)
  }

  @Test(arguments: ["help", "?", ":help"])
  func helpListsTheCommands(_ line: String) throws {
    let harness = try SessionHarness()
    let shown = harness.type(line)
    for command in Command.all { #expect(shown.contains(":\(command.name)")) }
    #expect(harness.file.isEmpty)
  }

  @Test func aQuestionThatIsCompleteSaysItsPoints() throws {
    let harness = try SessionHarness()
    harness.type("power = 60 W")
    let shown = harness.type("hours = 1000")
    #expect(shown.contains("✓ hours  Right."))
    #expect(shown.contains("note: Taken as 1000 h."))
    #expect(shown.contains("✓ 1.1 is complete: 1 of 1 point."))
  }

  @Test func whenAllIsDoneThePointsAndTheFileAreNamed() throws {
    let harness = try SessionHarness("after")
    let shown = harness.type("emissions = energy * 100 g CO2e/kWh")
    #expect(shown.contains("All questions are done"))
    #expect(shown.contains("after.answers.md"))
  }

  // MARK: Completion

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
