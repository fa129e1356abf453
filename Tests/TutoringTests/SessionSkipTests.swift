import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

@Suite struct SkipTests {
  private func at(_ id: String, _ lines: [String] = [], notebook: String? = nil) throws
    -> SessionHarness
  {
    let harness = try SessionHarness("stair", notebook: notebook)
    harness.type(lines: lines)
    harness.type(":goto \(id)")
    return harness
  }

  @Test func skippingAsksFirstAndSaysWhatIsLost() throws {
    let harness = try at("1.1")
    let asked = harness.type(":skip").replacing("\n", with: " ")
    #expect(asked.contains("counts 0 of 2 points"))
    #expect(asked.contains("cannot be taken back"))
    #expect(harness.file.isEmpty)
    let shown = harness.type(":skip")
    #expect(shown.contains("1.1 is skipped."))
    #expect(shown.contains("From here on, height and mass stand for the model answer."))
    #expect(harness.file.contains("skipped: [\"1.1\"]"))
    #expect(harness.prompt.hasPrefix("1.1 skipped"))
  }

  @Test(arguments: ["", "1 + 1", ":status", ":goto 1.2"])
  func anythingElseInBetweenCallsItOff(_ line: String) throws {
    let harness = try at("1.1")
    harness.type(lines: [":skip", line])
    harness.type(":skip")
    #expect(!harness.file.contains("skipped"))
    #expect(harness.prompt.contains(line == ":goto 1.2" ? "1.2" : "1.1"))
  }

  @Test func whereTheAuthorDoesNotAllowItNothingIsSkipped() throws {
    let harness = try at("1.6")
    for _ in 1...2 { #expect(harness.type(":skip").contains("1.6 cannot be skipped.")) }
    #expect(harness.file.isEmpty)
    let lamp = try SessionHarness()
    #expect(lamp.type(":skip").contains("1.1 cannot be skipped."))
  }

  @Test func whatIsRightAlreadyIsNotSkipped() throws {
    let harness = try at("1.2", ["height = 3 m", "mass = 60 kg", "energy = 1800 J"])
    for _ in 1...2 { #expect(harness.type(":skip").contains("nothing to skip")) }
    #expect(!harness.file.contains("skipped"))
  }

  @Test func theAuthorsSolutionIsShownAndElseTheValues() throws {
    let solved = try at("1.1")
    solved.type(":skip")
    let shown = solved.type(":skip")
    #expect(shown.contains("height = 3 m"))
    #expect(shown.contains("Measured"))
    let valued = try at("1.2")
    valued.type(":skip")
    #expect(valued.type(":skip").contains("energy  1800 J"))
    #expect(valued.type(":skip").contains("skipped already"))
    let column = try at("1.3")
    column.type(":skip")
    #expect(column.type(":skip").contains("Hall   7200 J"))
  }

  @Test func laterQuestionsAreWorkedOnWithTheModelsValues() throws {
    let harness = try at("1.3")
    #expect(harness.type("total = room_energy.sum()").contains("`room_energy` is not known"))
    harness.type(lines: [":skip", ":skip"])
    #expect(harness.type("total = room_energy.sum()").contains("✓ total  Right."))
    let again = try harness.another()
    #expect(again.handle(":status").map(\.plain).joined(separator: "\n").contains("✓  1.6"))
    #expect(again.session.graded.problems.isEmpty)
  }

  @Test func whatIsBoundWronglyGivesWayAndStaysInTheNotebook() throws {
    let harness = try at(
      "1.3", ["rooms[\"Energy\"] = rooms[\"Lamps\"] * 5 J", "total = rooms[\"Energy\"].sum()"])
    harness.type(":skip")
    let shown = harness.type(":skip").replacing("\n", with: " ")
    #expect(shown.contains("room_energy and rooms[\"Energy\"] stand for the model answer"))
    #expect(shown.contains("total recomputed; 1.6 is right now."))
    #expect(harness.file.contains("rooms[\"Energy\"] = rooms[\"Lamps\"] * 5 J"))
    #expect(harness.type("total").contains("9 kJ") || harness.type("total").contains("9000 J"))
  }

  @Test func whatIsRightStaysTheStudentsOwn() throws {
    let harness = try at("1.1", ["base = 1 m", "height = 3 * base", "mass = 5 kg"])
    harness.type(lines: [":skip", ":skip"])
    #expect(harness.session.graded.filled.keys.map(\.description) == ["mass"])
    #expect(harness.session.sheet.text(of: .name("height")) == "height = 3 * base")
    #expect(harness.type("mass").contains("60 kg"))
  }

  @Test func whatBecomesWrongAfterwardsGivesWayToo() throws {
    let harness = try at("1.1", ["base = 1 m", "height = 3 * base"])
    harness.type(lines: [":skip", ":skip"])
    harness.type("twice = 2 * base")
    #expect(harness.type("base = 2 m").contains("twice recomputed."))
    #expect(harness.type("height") == "3 m")
    harness.type("base = 1 m")
    #expect(harness.session.sheet.text(of: .name("height")) == "height = 3 * base")
  }

  @Test func aFunctionThatIsSkippedCanBeCalled() throws {
    let harness = try at("1.4", ["def climb(a, b) = a + b", "x = climb(2, 3)"])
    harness.type(":skip")
    let shown = harness.type(":skip")
    #expect(shown.contains("climb(people, floors) = people * floors * 2"))
    #expect(shown.contains("x recomputed."))
    #expect(harness.type("x") == "12")
    #expect(harness.file.contains("def climb(a, b) = a + b"))
  }

  @Test func whatFailedForLackOfItIsComputed() throws {
    let notebook = """
      ---
      exercise: stair
      skipped: ["1.3"]
      ---
      ## 1.3
      ```reckon
      room_energy = = 3
      ```
      ## 1.6
      ```reckon
      total = room_energy.sum()
      rooms["Share"] = room_energy / total
      ```
      """
    let harness = try SessionHarness("stair", notebook: notebook)
    // The line that cannot be read is still told, and nothing that builds on it.
    #expect(harness.session.graded.problems.map(\.line) == [7])
    #expect(harness.type("total").contains("9"))
    #expect(harness.type(":status").contains("✓  1.6"))
  }

  @Test func aCircleThroughASkippedNameIsOpened() throws {
    let notebook = """
      ---
      exercise: stair
      skipped: ["1.3"]
      ---
      ## 1.6
      ```reckon
      room_energy = total / 2
      total = room_energy.sum()
      ```
      """
    let harness = try SessionHarness("stair", notebook: notebook)
    #expect(harness.session.graded.problems.isEmpty)
    #expect(harness.type(":status").contains("✓  1.6"))
  }

  @Test func aSkippedQuestionCountsNothingAndKeepsItsVerdicts() throws {
    let harness = try at("1.1", ["height = 3 m", "mass = 5 kg"])
    harness.type(lines: [":skip", ":skip"])
    for session in [harness.session, try harness.another().session] {
      let report = try #require(session.graded.grader.report().questions.first)
      #expect(report.isSkipped)
      #expect(report.score == 0)
      #expect(report.answers.map(\.verdict) == [.correct, .wrong])
    }
    let status = harness.type(":status")
    #expect(status.contains("»  1.1  Figures   skipped"))
    #expect(status.contains("0/2"))
  }

  @Test func anAnswerToASkippedQuestionIsJudgedAndCountsNothing() throws {
    let harness = try at("1.2", ["height = 3 m", "mass = 60 kg"])
    harness.type(lines: [":skip", ":skip", "twice = 2 * energy"])
    let wrong = harness.type("energy = 5 J")
    #expect(wrong.contains("  5 J\n✗ energy"))
    // What builds on it builds on the model's value still.
    #expect(!wrong.contains("recomputed"))
    #expect(
      wrong.replacing("\n", with: " ")
        .contains("the model answer's value is used until it is right"))
    #expect(harness.type("energy").contains("1800 J"))
    let bare = harness.type("energy = 1800")
    #expect(bare.contains("~ energy"))
    #expect(!harness.prompt.contains("unit?"))
    #expect(harness.type("energy = 1800 J").contains("✓ energy  Right.\n1.2 was skipped"))
    #expect(harness.type(":status").contains("2 of 8 points"))
  }

  @Test func undoDoesNotTakeASkipBackAndGoesOnToWhatWasBefore() throws {
    let harness = try at("1.1", ["height = 1 m"])
    harness.type(lines: [":skip", ":skip"])
    #expect(harness.type(":undo").contains("1.1 stays skipped"))
    #expect(harness.file.contains("height = 1 m"))
    #expect(harness.type(":undo").contains("Taken back: height = 1 m"))
    #expect(harness.file.contains("skipped: [\"1.1\"]"))
    #expect(harness.prompt.hasPrefix("1.1 skipped"))
    harness.type(":reset")
    #expect(harness.type("height").contains("3 m"))
  }

  @Test func choicesAndTextsShowTheirModelAnswers() throws {
    let poll = try at("1.7")
    poll.type(":skip")
    let options = poll.type(":skip")
    #expect(options.contains("✓ Light"))
    #expect(!options.contains("Noise"))
    let text = try at("1.8")
    text.type(":skip")
    #expect(text.type(":skip").contains("Climbing takes"))
  }

  @Test(arguments: [
    ("---\nexercise: stair\nskipped: [1.6]\n---\n", "notebook-skipped-not-allowed", 3),
    ("---\nexercise: stair\nskipped:\n  - 1.1\n  - 9.9\n---\n", "notebook-skipped-unknown", 5),
    ("---\nexercise: stair\nskipped: {a: b}\n---\n", "notebook-list", 3),
    ("---\nexercise: stair\nnoted: [[a]]\n---\n", "notebook-list", 3),
  ])
  func whatCannotBeSkippedIsWarnedOfAndGivesNothing(
    _ notebook: String, _ id: String, _ line: Int
  ) throws {
    let harness = try SessionHarness("stair", notebook: notebook)
    #expect(harness.session.graded.problems.map(\.diagnostic.id) == [id])
    #expect(harness.session.graded.problems.map(\.line) == [line])
    #expect(harness.type("total").contains("error"))
    #expect(harness.welcome.contains("answers.md:\(line): warning: "))
  }

  @Test func aHeadThatCannotBeWrittenToIsToldBeforeAnythingIsShown() throws {
    let harness = try SessionHarness("stair", notebook: "---\n{exercise: stair}\n---\n")
    for _ in 1...2 { #expect(harness.type(":skip").contains("cannot be written to")) }
    #expect(harness.type("mass").contains("error"))
  }

  @Test(arguments: ["skipped: 1.1", "skipped: [1.1, 1.1]", "skipped:\n- 1.1"])
  func skippedIsReadHoweverItIsWritten(_ line: String) throws {
    let harness = try SessionHarness("stair", notebook: "---\nexercise: stair\n\(line)\n---\n")
    #expect(harness.session.graded.problems.isEmpty)
    #expect(harness.type("mass").contains("60 kg"))
    harness.type(":goto 1.2")
    harness.type(lines: [":skip", ":skip"])
    #expect(harness.file.contains("skipped: [\"1.1\", \"1.2\"]"))
  }

  @Test func aRequiredExerciseGivesItsModelsValueForWhatWasSkipped() throws {
    let notebook = "---\nexercise: lamp\nskipped: [1.1]\n---\n## 1.1\n```reckon\npower = 1 W\n```\n"
    // There nothing may be skipped, so that what is bound counts.
    let harness = try SessionHarness("after", of: ("lamp", notebook))
    #expect(harness.session.required.sources.first?.fromNotebook == ["power"])
  }
}
