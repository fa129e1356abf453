import Testing

@testable import TutorTerminal
@testable import Tutoring

/// Open questions of which some is judged here and some by a person.
@Suite struct SessionEssayTests {
  private static let essay = """
    ---
    reckon: 1
    id: essay
    title: Essay
    due: 2999-12-01T23:59:00+01:00
    ---
    ```table rooms
    Room,Time [h]
    Hall,40
    Attic,15
    ```

    ## 1.1 Power

    ```question
    points: 1
    answers: {power: 60 W}
    ```

    ## 1.2 Rooms

    ```question
    points: 2
    text: {sentences: 2..4}
    criteria:
      - {id: rooms, points: 0.5, mentions: [Hall, Attic]}
      - {id: times, points: 0.5, figures: ['rooms["Time"]'], at_least: 1}
      - {id: said, points: 1, person: It is said.}
    ```

    ```debrief
    The hall has most.
    ```

    ## 1.3 Poll

    ```question
    points: 0
    choose: 1
    options: [{text: Car, right: yes, because: It is loud.}, Train]
    ```

    """

  private func atText(_ lines: String..., interactive: Bool = false) throws -> SessionHarness {
    let harness = try SessionHarness(
      "essay", isInteractive: interactive, exercises: ["essay": Self.essay])
    if interactive { harness.type("") }
    harness.type(lines: [":goto 1.2"] + lines)
    return harness
  }

  private static let met = "The Hall has a time of 40 h. The Attic has a time of 15 h."

  // MARK: Waiting for a person

  @Test func whatWaitsForAPersonHasNoTick() throws {
    let harness = try atText(Self.met)
    #expect(harness.prompt == "1.2 – › ")
    let status = try #require(
      harness.type(":status").split(separator: "\n").first { $0.contains("1.2") })
    #expect(status.hasPrefix("–"))
    #expect(status.contains("waits for a person"))
    #expect(StatusSymbols(unicode: false).waiting.plain != StatusSymbols(unicode: false).tick)
  }

  @Test func aWrongFigureOrTooFewSentencesKeepTheDebriefing() throws {
    let harness = try atText("The Hall has a time of 40 h, and the Attic has a time of 15 h.")
    #expect(harness.type(":debrief").contains("as many sentences as are asked"))
    #expect(harness.type("So it is.").contains("The hall has most."))
    let wrong = try atText("The Hall has a time of 40 h. The Attic has a time of 31 h.")
    #expect(wrong.prompt == "1.2 – › ")
    #expect(wrong.type(":why").contains("! You give Attic"))
    #expect(!wrong.type(":debrief").contains("The hall has most."))
  }

  // MARK: What a line is taken for

  @Test func aColonAndABlankAreNoCommand() throws {
    let harness = try atText(": a line with a colon")
    #expect(harness.section("1.2").contains("> : a line with a colon"))
    #expect(!harness.file.contains("ask"))
    harness.type(":goto 1.1")
    let shown = harness.type(": status")
    #expect(shown.contains("A command follows its colon without a blank."))
    #expect(shown.contains("`:status`"))
  }

  @Test func aPasteStaysTextToItsLastLine() throws {
    let harness = try atText()
    for line in ["First.", ": second", "= a third", ":wh", "power = 60 W", "next"] {
      harness.type(line, isPasted: true)
    }
    harness.type("= a last")
    #expect(
      harness.section("1.2").contains(
        "> First.\n> : second\n> = a third\n> :wh\n> power = 60 W\n> next\n> = a last"))
    #expect(harness.prompt.hasPrefix("1.2"))
    // A line after it is one as any other, and so is a command within one.
    #expect(harness.type("= 1 + 1").contains("2"))
    harness.type("More.", isPasted: true)
    harness.type(":goto 1.1")
    #expect(harness.prompt.hasPrefix("1.1"))
  }

  @Test(arguments: ["plot(", "powr", "my_power", "power = 60 W *", "energy = power *"])
  func aFormulaThatBecomesTextIsPointedOutOnce(_ line: String) throws {
    let harness = try atText("= power = 60 W")
    #expect(harness.type(line).contains("Added to your text. `= formula` computes instead"))
    #expect(harness.section("1.2").contains("> \(line)"))
    #expect(!harness.type(line).contains("computes instead"))
  }

  @Test(arguments: ["Lamps", "The Hall (first) = good", "Hall = good, Attic = bad", "So: (yes)"])
  func proseIsNotTakenForAFormula(_ line: String) throws {
    #expect(!(try atText().type(line).contains("computes instead")))
  }

  // MARK: Looking at what was found

  @Test func partsBetweenSemicolonsAreSaidToBeParts() throws {
    let harness = try atText()
    #expect(
      harness.type("Lamps: 4 in the Hall; 1 in the Attic").contains(
        "1 sentence of 2 parts joined by semicolons, as asked."))
    #expect(harness.type(".\nOne. Two.").contains("3 sentences, as asked."))
  }

  @Test func whyAtATextHasWhatWasFoundOfIt() throws {
    let harness = try SessionHarness("essay", exercises: ["essay": Self.essay])
    harness.type(lines: ["power = 6 W", ":goto 1.2"])
    #expect(harness.type(":why").contains("Nothing is written here yet."))
    harness.type("The Hall has a time of 40 h.")
    let shown = harness.type(":why")
    #expect(shown.contains("· Not named yet") && shown.contains("✓ 1 figure"))
    #expect(!shown.contains("power"))
    #expect(harness.type(":why power").contains("power"))
  }

  @Test func whyTakesTheNumberOfAQuestion() throws {
    let harness = try atText(
      "The Hall has a time of 40 h.", ":goto 1.1", "power = 6 W", ":goto 1.3", "1")
    #expect(harness.type(":why 1.1").contains("= 6 W"))
    #expect(harness.type(":why 1.2").contains("· Not named yet"))
    harness.type(":goto 1.1")
    #expect(harness.type(":why 1.3").contains("It is loud."))
  }
}
