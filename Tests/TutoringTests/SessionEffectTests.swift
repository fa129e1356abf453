import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// What is said of names and answers that a change has reached.
@Suite struct SessionEffectTests {
  /// All of `lamp` that builds on two figures, the first wrong.
  private func builtUp() throws -> SessionHarness {
    let harness = try SessionHarness()
    harness.type(lines: [
      "power = 6 W", "hours = 1000 h", "room_energy = rooms[\"Lamps\"] * energy_each",
      "energy = power * hours", "room_energy = rooms[\"Lamps\"] * energy",
    ])
    return harness
  }

  private func said(_ text: String) -> String { text.replacing("\n", with: " ") }

  @Test func aCorrectionNamesWhatFollowsAndWhatIsRightNow() throws {
    let shown = said(try builtUp().type("power = 60 W"))
    #expect(shown.contains("energy and room_energy recomputed; 1.2 and 1.3 are right now."))
    #expect(shown.contains("✓ 1.1 is complete"))
    // Said once.
    #expect(!shown.contains("1.2 is complete"))
    #expect(shown.ranges(of: "goes on to").count == 1)
  }

  @Test func onlyWhatTurnedIsSaid() throws {
    let harness = try builtUp()
    #expect(said(harness.type("power = 7 W")).hasSuffix("energy and room_energy recomputed."))
    harness.type("power = 60 W")
    #expect(
      said(harness.type("power = 8 W")).contains(
        "energy and room_energy recomputed; 1.2 and 1.3 follow from your own values."))
  }

  @Test func ofAQuestionThatIsNotWhollyRightTheAnswersAreNamed() throws {
    let harness = try SessionHarness("stair")
    harness.type(lines: ["k = 2", "height = k * m", "mass = k * 20 kg"])
    harness.type(lines: ["height = k * 1 m"])
    #expect(harness.type("k = 3").contains("height and mass recomputed; 1.1 is right now."))
    harness.type("mass = 5 kg")
    #expect(harness.type("k = 4").contains("height recomputed; height is not right any more."))
    #expect(harness.type("k = 3").contains("height recomputed; height is right now."))
  }

  @Test func theAnswerThatIsTypedIsNotNamedAgain() throws {
    let harness = try SessionHarness("stair")
    harness.type(lines: ["mass = 60 kg", "height = mass / (20 kg) * 1 m"])
    let shown = harness.type("mass = 20 kg")
    #expect(shown.contains("height recomputed; height is not right any more."))
    #expect(!shown.contains("mass is not"))
  }

  @Test func namesComeInTheOrderOfTheQuestionsAndColumnsWithThem() throws {
    let harness = try SessionHarness()
    harness.type(lines: [
      "power = 6 W", "hours = 1000 h", "rooms[\"Energy\"] = rooms[\"Lamps\"] * power * hours",
      "energy = power * hours", "mine = energy / 2",
    ])
    #expect(
      said(harness.type("hours = 10 h")).contains(
        "mine, energy and rooms[\"Energy\"] recomputed."))
  }

  @Test func moreThanFiveNamesAreShortened() throws {
    let harness = try SessionHarness()
    harness.type("k = 1")
    harness.type(lines: (1...5).map { "x\($0) = k * \($0)" })
    #expect(harness.type("k = 2").contains("x1, x2, x3, x4 and x5 recomputed."))
    harness.type("x6 = k")
    #expect(harness.type("k = 3").contains("x1, x2, x3, x4 and 2 more recomputed."))
  }

  @Test func whatCannotBeComputedAnyMoreComesWithItsReason() throws {
    let harness = try SessionHarness()
    harness.type(lines: [
      "power = 60 W", "sum = power + 1 W", "more = 2 * sum", "other = 3 * power",
    ])
    let shown = said(harness.type("power = 6 kg"))
    #expect(shown.contains("other recomputed; sum cannot be computed now: "))
    #expect(shown.contains("cannot be added"))
    #expect(shown.contains("Nor can more."))
    let mended = said(harness.type("power = 60 W"))
    #expect(mended.contains("sum, more and other recomputed."))
  }

  @Test func aStatementThatReachesNothingElseSaysNothing() throws {
    let harness = try builtUp()
    #expect(!harness.type("spare = 3").contains("recomputed"))
    #expect(!harness.type("power = 6 W").contains("recomputed"))
  }

  @Test func aFunctionIsNotComputedAndItsVerdictIsTold() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["k = 1", "def heat(p, t) = k * p * t", "y = heat(1 W, 1 h)"])
    let shown = harness.type("k = 2")
    #expect(shown.contains("y recomputed; 1.5 is not right any more."))
  }

  @Test func aUnitDeclaredAnewTellsWhatFollows() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["unit lamp = 30 W", "power = 1 lamp", "hours = 1000 h"])
    #expect(harness.type("unit lamp = 60 W").contains("1.1 is right now."))
  }

  // MARK: Taking back

  @Test func undoAndRedoSayWhatTheyChanged() throws {
    let harness = try builtUp()
    harness.type("power = 60 W")
    harness.type("power = 7 W")
    let back = said(harness.type(":undo"))
    #expect(back.contains("Taken back: power = 7 W"))
    #expect(
      back.contains("energy and room_energy recomputed; 1.1, 1.2 and 1.3 are right now."))
    let twice = said(harness.type(":undo"))
    #expect(twice.contains("Taken back: power = 60 W"))
    #expect(twice.contains("1.2 and 1.3 follow from your own values; 1.1 is not right any more."))
    #expect(harness.type("power").contains("6 W"))
    #expect(said(harness.type(":redo")).contains("Done again: power = 60 W"))
    #expect(harness.file.contains("power = 60 W"))
    harness.type(":redo")
    #expect(harness.file.contains("power = 7 W"))
    #expect(harness.type(":redo").contains("nothing to do again"))
    harness.type(":undo")
    #expect(harness.file.contains("power = 60 W"))
  }

  @Test func aNewStatementLeavesNothingToDoAgain() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 6 W", ":undo", "hours = 1 h"])
    #expect(harness.type(":redo").contains("nothing to do again"))
    #expect(!harness.file.contains("power"))
  }

  @Test func theWayBackEndsAtTheOpeningAndThisIsSaid() throws {
    let harness = try SessionHarness()
    harness.type("power = 6 W")
    let again = try harness.another()
    let shown = said(again.handle(":undo").map(\.plain).joined(separator: "\n"))
    #expect(shown.contains("back to the moment you opened the notebook"))
    #expect(harness.file.contains("power = 6 W"))
  }

  @Test func anAnswerTakenBackLeavesItsQuestionOpen() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 60 W", "hours = 1000 h"])
    let shown = harness.type(":undo")
    #expect(shown.contains("Taken back: hours = 1000 h\n1.1 is open again."))
  }

  @Test func triesAreNotTakenBack() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 6 W", "power = 7 W", ":undo", ":undo"])
    #expect(harness.file.contains("tries: {\"1.1\": 2}"))
    #expect(!harness.file.contains("power"))
  }

  @Test func anEditFromOutsideSaysWhatItChanged() throws {
    let harness = try builtUp()
    try harness.overwrite(harness.file.replacing("power = 6 W", with: "power = 60 W"))
    let shown = said(harness.type("power"))
    #expect(shown.contains("read anew"))
    #expect(
      shown.contains("energy and room_energy recomputed; 1.1, 1.2 and 1.3 are right now."))
    #expect(said(harness.type(":undo")).contains("was changed outside this session"))
  }
}
