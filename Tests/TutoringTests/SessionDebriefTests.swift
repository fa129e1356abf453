import ExerciseFiles
import Exercises
import Testing

@testable import Tutoring

@Suite struct SessionDebriefTests {
  @Test func aDebriefingWaitsUntilItsQuestionIsFinished() throws {
    let desk = try Desk("trip")
    let early = desk.type(":debrief").replacing("\n", with: " ")
    #expect(early.contains("The debriefing of 1.1 can be read once all its answers are right"))
    #expect(early.contains("or it is skipped, and in any case after the due date."))
    #expect(!early.contains("Eight"))
    desk.type("distance = 40 km")
    let done = desk.type("trip_emissions = 8 kg CO2e")
    // A short one is shown at once, before the line on how to go on.
    #expect(done.contains("Debriefing of 1.1 A trip\nEight kilograms."))
    #expect(done.hasSuffix("`:next` goes on to 1.2 Practice."))
    #expect(desk.type(":debrief 1.1").contains("Eight kilograms."))
    // It is not said again.
    desk.type("distance = 30 km")
    #expect(!desk.type("distance = 40 km").contains("Eight"))
  }

  @Test func aLongDebriefingIsOffered() throws {
    let desk = try Desk("trip")
    desk.type(":goto 1.4")
    let done = desk.type("1")
    #expect(done.contains("`:debrief` has what a full answer looks like"))
    #expect(!done.contains("three"))
    #expect(desk.type(":debrief").contains("three"))
  }

  @Test func aSkippedQuestionIsDebriefed() throws {
    let desk = try Desk("trip")
    desk.type(":skip")
    #expect(desk.type(":skip").contains("Eight kilograms."))
  }

  @Test func whatWasFinishedAtTheStartIsNotOffered() throws {
    let desk = try Desk(
      "trip",
      notebook: "## 1.1\n```reckon\ndistance = 40 km\ntrip_emissions = 8 kg CO2e\n```\n")
    #expect(!desk.type("people = 4").contains("Eight"))
    #expect(desk.type(":debrief 1.1").contains("Eight"))
  }

  @Test func whatIsRightOnAnErrorAloneIsNotDebriefed() throws {
    let desk = try Desk("trip")
    desk.type("distance = 30 km")
    #expect(desk.type("trip_emissions = distance * car").contains("Right, on your own"))
    #expect(desk.type(":debrief").contains("can be read once"))
    #expect(desk.type("distance = 40 km").contains("Eight kilograms."))
  }

  @Test func withoutADebriefingOrAQuestionThisIsSaid() throws {
    let desk = try Desk("trip")
    #expect(desk.type(":debrief 1.2").contains("1.2 has no debriefing."))
    #expect(desk.type(":debrief 7").contains("There is no question 7."))
    #expect(desk.type(":debrief 7").contains("`:debrief` with one of"))
  }

  /// A graded text that only a person can judge is finished by any word.
  @Test(arguments: [
    (false, false, true), (true, false, false), (true, true, true),
  ]) func aTextForAPersonWaitsForTheDueDate(
    _ isDue: Bool, _ isPastDue: Bool, _ may: Bool
  ) throws {
    let desk = try Desk("trip")
    let question = try #require(desk.session.exercise.question("1.3"))
    func mayDebrief() -> Bool {
      Session.mayDebrief(
        question, desk.session.report(on: question), isDue: isDue, isPastDue: isPastDue)
    }
    #expect(mayDebrief() == isPastDue)
    desk.type(lines: [":goto 1.3", "It is so."])
    #expect(mayDebrief() == may)
  }

  @Test func everythingIsDebriefedOnceTheDueDateIsOver() throws {
    let desk = try DueDesk()
    #expect(!desk.type(":debrief 1.3").contains("One might"))
    desk.clock.set("2030-12-02T00:00:00Z")
    #expect(desk.type(":debrief 1.3").contains("One might have said so."))
  }

  // MARK: Practice

  @Test func practiceIsMarkedAndNeverStandsInTheWay() throws {
    let desk = try Desk("trip")
    #expect(desk.type(":goto 1.2").contains("1.2 Practice  practice"))
    desk.type(lines: [":goto 1.1", "distance = 40 km", "trip_emissions = 8 kg CO2e"])
    desk.type(lines: [":goto 1.3", "It is so.", ":goto 1.4"])
    let done = desk.type("1").replacing("\n", with: " ")
    #expect(done.contains("goes on to 1.2"))
    #expect(desk.prompt.hasPrefix("1.4"))
    // Of the questions that count, none is left.
    desk.type(":goto 1.1")
    desk.type("distance = 30 km")
    let all = desk.type("distance = 40 km").replacing("\n", with: " ")
    #expect(all.contains("All questions are done"))
    #expect(all.contains("For practice, not counted, there is still 1.2."))
    #expect(desk.type("people = 3").contains("1.2 is complete (practice)."))
  }

  @Test func aNotebookOpensAtWhatCounts() throws {
    let desk = try Desk(
      "trip",
      notebook: "## 1.1\n```reckon\ndistance = 40 km\ntrip_emissions = 8 kg CO2e\n```\n")
    #expect(desk.prompt.hasPrefix("1.3"))
  }
}
