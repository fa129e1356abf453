import Foundation
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

@Suite struct HintOfferTests {
  private func offers(_ harness: SessionHarness, _ lines: [String]) -> [Bool] {
    lines.map { harness.type($0).contains("`:hint`") }
  }

  @Test func everySecondFailedTryAtAnAnswerOffersAHint() throws {
    let lines = (1...5).map { "power = \($0) W" }
    #expect(offers(try SessionHarness(), lines) == [false, true, false, true, false])
  }

  @Test func triesAtDifferentAnswersAreNotAddedUp() throws {
    #expect(offers(try SessionHarness(), ["power = 1 W", "hours = 1 h"]) == [false, false])
  }

  @Test(arguments: ["power = 3 kg + 2 m", "power = oops", "power = 3 W + 1"])
  func aTryThatCannotBeComputedCountsToo(_ line: String) throws {
    #expect(offers(try SessionHarness(), [line, "power = 1 W"]) == [false, true])
    #expect(offers(try SessionHarness(), [line, line]) == [false, true])
  }

  @Test func anAnswerThatOnlyLacksItsUnitIsNoTry() throws {
    #expect(offers(try SessionHarness(), ["power = 1 W", "power = 0.06"]) == [false, false])
  }

  @Test func aNameThatAnswersNothingIsNoTry() throws {
    #expect(offers(try SessionHarness(), ["mine = oops", "mine = oops"]) == [false, false])
  }

  @Test func aRightAnswerBeginsTheCountAnew() throws {
    let lines = ["power = 1 W", "power = 60 W", "power = 2 W", "power = 3 W"]
    #expect(offers(try SessionHarness(), lines) == [false, false, false, true])
  }

  @Test func whereAllHintsAreShownNoneIsOffered() throws {
    let harness = try SessionHarness()
    harness.type(lines: [":hint", ":hint"])
    #expect(offers(harness, ["power = 1 W", "power = 2 W"]) == [false, false])
  }

  @Test func whereTheQuestionHasNoHintsNoneIsOffered() throws {
    #expect(offers(try SessionHarness(), ["energy = 1 J", "energy = 2 J"]) == [false, false])
  }

  @Test func theOfferSaysWhatAnotherHintCosts() throws {
    let harness = try SessionHarness("stair")
    harness.type("height = 1 m")
    #expect(
      harness.type("height = 2 m").contains("`:hint` has a hint, if you want one. It takes 0.2"))
    harness.type(lines: [":hint", ":hint", "height = 4 m"])
    #expect(harness.type("height = 5 m").contains("`:hint` has another hint"))
  }

  @Test func aHintOfAnotherQuestionIsOfferedWithTheWayThere() throws {
    let harness = try SessionHarness("stair")
    harness.type("energy = 1 J")
    #expect(harness.type("energy = 2 J").contains("`:goto 1.2`, then `:hint`"))
  }
}

@Suite struct HintCostTests {
  @Test func theCostIsToldBeforeTheFirstHintAndNothingIsCountedYet() throws {
    let harness = try SessionHarness("stair")
    let told = harness.type(":hint")
    #expect(told.contains("takes 0.2 off the 2 points"))
    #expect(told.contains("`:hint` once more"))
    #expect(!told.contains("Measure"))
    #expect(harness.file.isEmpty)
    let shown = harness.type(":hint")
    #expect(shown.contains("Hint 1 of 3\nMeasure the stairs."))
    #expect(shown.contains("1.1 is worth 1.8 points"))
    // Once told, the cost is known.
    #expect(harness.type(":hint").contains("Hint 2 of 3"))
  }

  @Test func aHintThatCostsIsCountedBeforeAnyOtherWork() throws {
    let harness = try SessionHarness("stair")
    harness.type(lines: [":hint", ":hint"])
    #expect(harness.file.contains("hints: {\"1.1\": 1}"))
    // Nor does opening the notebook again bring it back, or ask again.
    let again = try harness.another()
    #expect(again.handle(":hint").map(\.plain).joined().contains("Hint 2 of 3"))
  }

  @Test func aFreeHintBeforeAnyWorkBeginsNoNotebook() throws {
    let harness = try SessionHarness()
    #expect(harness.type(":hint").contains("Hint 1 of 2"))
    #expect(harness.file.isEmpty)
  }

  @Test func whatHintsHaveTakenOffIsSeenAtCompletionAndInTheStatus() throws {
    let harness = try SessionHarness("stair")
    harness.type(lines: [":hint", ":hint", "height = 3 m"])
    #expect(
      harness.type("mass = 60 kg").contains("1.1 is complete: 1.8 of 2 points, 0.2 for a hint."))
    harness.type(":hint")
    let status = harness.type(":status")
    #expect(status.contains("0.4 for 2 hints"))
    #expect(status.contains("1.6/2"))
    #expect(status.contains("1.6 of 8 points so far."))
  }

  @Test func undoDoesNotGiveAHintBack() throws {
    let harness = try SessionHarness("stair")
    harness.type(lines: ["height = 3 m", ":hint", ":hint", ":undo"])
    #expect(!harness.file.contains("height = 3 m"))
    #expect(harness.file.contains("hints: {\"1.1\": 1}"))
    harness.type(lines: [":redo", "mass = 60 kg"])
    #expect(harness.type(":status").contains("1.8/2"))
  }

  @Test(arguments: ["1.5", "1.6"])
  func whereAHintTakesNothingOffNothingIsAsked(_ id: String) throws {
    let harness = try SessionHarness("stair")
    harness.type(":goto \(id)")
    #expect(harness.type(":hint").contains("Hint 1 of 1"))
  }

  @Test func aHintThatWasShownCanBeSeenAgainForNothing() throws {
    let harness = try SessionHarness("stair")
    #expect(harness.type(":hint 1").contains("No hint was shown yet"))
    harness.type(lines: [":hint", ":hint", ":hint"])
    #expect(harness.type(":hint 1").contains("Hint 1 of 3\nMeasure the stairs."))
    #expect(harness.type(":hint 3").contains("`:hint` shows the next hint"))
    #expect(harness.file.contains("hints: {\"1.1\": 2}"))
    harness.type(":hint")
    #expect(harness.type(":hint").contains("This is the last hint. `:skip`"))
    #expect(harness.type(":hint 9").contains("There are 3 hints"))
    #expect(harness.file.contains("hints: {\"1.1\": 3}"))
  }
}

@Suite struct UnitNoteTests {
  private static let offer = "`:units note`"

  @Test(arguments: [
    "power = 0.06", "power = 60 kg", "energy = 60 kW", "x = 3 kg + 2 m", "5 kW to h", "2 ^ (3 kg)",
    "sqrt(3) + exp(2 kg)",
  ])
  func theFirstUnitErrorOffersTheNoteOnceInANotebook(_ line: String) throws {
    let harness = try SessionHarness()
    #expect(harness.type(line).contains(Self.offer))
    #expect(!harness.type(line).contains(Self.offer))
    harness.type("hours = 1000 h")
    #expect(harness.file.contains("noted: [units]"))
    let again = try harness.another()
    #expect(!again.handle(line).map(\.plain).joined().contains(Self.offer))
  }

  @Test(arguments: ["power = 5 W", "x = oops", "x = 1 2", "power = 60 W"])
  func otherMistakesDoNot(_ line: String) throws {
    #expect(!(try SessionHarness().type(line).contains(Self.offer)))
  }

  @Test func aMistakeAloneBeginsNoNotebook() throws {
    let harness = try SessionHarness()
    harness.type("3 kg + 2 m")
    #expect(harness.file.isEmpty)
  }

  @Test func whatElseIsNotedStays() throws {
    let harness = try SessionHarness(notebook: "---\nexercise: lamp\nnoted: [colours]\n---\n")
    harness.type("power = 0.06")
    #expect(harness.file.contains("noted: [colours, units]"))
  }
}
