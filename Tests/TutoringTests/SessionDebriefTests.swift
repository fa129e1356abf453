import Testing

@testable import Tutoring

@Suite struct SessionDebriefTests {
  @Test func aDebriefingWaitsUntilItsQuestionIsFinished() throws {
    let harness = try SessionHarness("trip")
    let early = harness.type(":debrief").replacing("\n", with: " ")
    #expect(early.contains("The debriefing of 1.1 can be read once all its answers are right"))
    #expect(early.contains("or it is skipped, and in any case after the due date."))
    #expect(!early.contains("Eight"))
    harness.type("distance = 40 km")
    let done = harness.type("trip_emissions = 8 kg CO2e")
    // A short one is shown at once, before the line on how to go on.
    #expect(done.contains("Debriefing of 1.1 A trip\nEight kilograms."))
    #expect(done.hasSuffix("`:next` goes on to 1.2 Practice."))
    #expect(harness.type(":debrief 1.1").contains("Eight kilograms."))
    // It is not said again.
    harness.type("distance = 30 km")
    #expect(!harness.type("distance = 40 km").contains("Eight"))
  }

  @Test func aLongDebriefingIsOffered() throws {
    let harness = try SessionHarness("trip")
    harness.type(":goto 1.4")
    let done = harness.type("1")
    #expect(done.contains("`:debrief` has what a full answer looks like"))
    #expect(!done.contains("three"))
    #expect(harness.type(":debrief").contains("three"))
  }

  @Test func aSkippedQuestionIsDebriefed() throws {
    let harness = try SessionHarness("trip")
    harness.type(":skip")
    #expect(harness.type(":skip").contains("Eight kilograms."))
  }

  @Test func whatWasFinishedAtTheStartIsNotOffered() throws {
    let harness = try SessionHarness(
      "trip",
      notebook: "## 1.1\n```reckon\ndistance = 40 km\ntrip_emissions = 8 kg CO2e\n```\n")
    #expect(!harness.type("people = 4").contains("Eight"))
    #expect(harness.type(":debrief 1.1").contains("Eight"))
  }

  @Test func whatIsRightOnAnErrorAloneIsNotDebriefed() throws {
    let harness = try SessionHarness("trip")
    harness.type("distance = 30 km")
    #expect(harness.type("trip_emissions = distance * car").contains("Right, on your own"))
    #expect(harness.type(":debrief").contains("can be read once"))
    #expect(harness.type("distance = 40 km").contains("Eight kilograms."))
  }

  @Test func withoutADebriefingOrAQuestionThisIsSaid() throws {
    let harness = try SessionHarness("trip")
    #expect(harness.type(":debrief 1.2").contains("1.2 has no debriefing."))
    #expect(harness.type(":debrief 7").contains("There is no question 7."))
    #expect(harness.type(":debrief 7").contains("`:debrief` with one of"))
  }

  /// A graded text that only a person can judge is finished by any word.
  @Test(arguments: [
    (false, false, true), (true, false, false), (true, true, true),
  ]) func aTextForAPersonWaitsForTheDueDate(
    _ isDue: Bool, _ isPastDue: Bool, _ may: Bool
  ) throws {
    let harness = try SessionHarness("trip")
    let question = try #require(harness.session.exercise.question("1.3"))
    func mayDebrief() -> Bool {
      Session.mayDebrief(
        question, harness.session.report(on: question), isDue: isDue, isPastDue: isPastDue)
    }
    #expect(mayDebrief() == isPastDue)
    harness.type(lines: [":goto 1.3", "It is so."])
    #expect(mayDebrief() == may)
  }

  @Test func everythingIsDebriefedOnceTheDueDateIsOver() throws {
    let harness = try DueHarness()
    #expect(!harness.type(":debrief 1.3").contains("One might"))
    harness.clock.set("2030-12-02T00:00:00Z")
    #expect(harness.type(":debrief 1.3").contains("One might have said so."))
  }

  // MARK: Practice

  @Test func practiceIsMarkedAndNeverStandsInTheWay() throws {
    let harness = try SessionHarness("trip")
    #expect(harness.type(":goto 1.2").contains("1.2 Practice  practice"))
    harness.type(lines: [":goto 1.1", "distance = 40 km", "trip_emissions = 8 kg CO2e"])
    harness.type(lines: [":goto 1.3", "It is so.", ":goto 1.4"])
    let done = harness.type("1").replacing("\n", with: " ")
    #expect(done.contains("goes on to 1.2"))
    #expect(harness.prompt.hasPrefix("1.4"))
    // Of the questions that count, none is left.
    harness.type(":goto 1.1")
    harness.type("distance = 30 km")
    let all = harness.type("distance = 40 km").replacing("\n", with: " ")
    #expect(all.contains("All questions are done"))
    #expect(all.contains("For practice, not counted, there is still 1.2."))
    #expect(harness.type("people = 3").contains("1.2 is complete (practice)."))
  }

  @Test func aNotebookOpensAtWhatCounts() throws {
    let harness = try SessionHarness(
      "trip",
      notebook: "## 1.1\n```reckon\ndistance = 40 km\ntrip_emissions = 8 kg CO2e\n```\n")
    #expect(harness.prompt.hasPrefix("1.3"))
  }
}
