import Testing

@testable import Tutoring

/// What a line is shown with while it is typed.
@Suite struct SessionDecorationTests {
  private func suggestion(_ line: String, after lines: String...) throws -> String? {
    let harness = try SessionHarness()
    for line in lines { harness.type(line) }
    return harness.session.decoration(of: line, cursor: line.utf8.count)?.suggestion
  }

  @Test(arguments: [
    // What the question still asks for, then names, columns, commands.
    ("po", "wer"), ("x = ho", "urs"), ("2 * lam", "p_power"), ("rooms[\"La", "mps\"]"),
    (":hi", "nt"), (":st", ""), ("mea", "n("), ("medi", "an("),
    // A word that is whole, a unit, a single letter, nothing.
    ("lamp_power", ""), ("5 kW", ""), ("p", ""), ("", ""), ("x = ", ""), ("zzz", ""),
  ])
  func aWordIsCompletedWhereOneIsMeant(line: String, rest: String) throws {
    #expect(try suggestion(line, after: "lamp_power = 60 W", "= 1") == rest)
  }

  @Test(arguments: [
    ("power = 60 W", true), ("lamp = 3 W", true), (":status", true), ("power = 6 W", false),
    ("power = 60", false), ("lamp = 3 W +", false), ("nonsense + 1", false), ("lamp = (3", false),
  ])
  func onlyALineInWhichNothingIsWrongIsSuggestedAgain(line: String, isAccepted: Bool) throws {
    let harness = try SessionHarness()
    harness.type(line)
    #expect(harness.session.wasAccepted == isAccepted)
  }

  @Test func anAnswerThatIsNotRightComesBeforeOtherNames() throws {
    #expect(try suggestion("po", after: "pool = 3", "power = 6 W") == "wer")
    #expect(try suggestion("po", after: "pool = 3", "power = 60 W") == "ol")
  }

  @Test func nothingIsSuggestedWithinALine() throws {
    let session = try SessionHarness().session
    #expect(session.decoration(of: "po + 1", cursor: 2)?.suggestion == "")
  }

  @Test func aTextIsNotMarkedAndItsWordsAreNotCompleted() throws {
    let harness = try SessionHarness()
    harness.type(":goto 1.7")
    let text = harness.session.decoration(of: "A lamp of 60 W (po", cursor: 18)
    #expect(text?.marks == [])
    #expect(text?.suggestion == "")
    let formula = harness.session.decoration(of: "= 60 W + po", cursor: 11)
    #expect(formula?.marks.count == 1)
  }

  @Test func whereNoLineOfWorkIsAskedForNotEvenEarlierLinesAreSuggested() throws {
    let harness = try SessionHarness(isInteractive: true)
    #expect(harness.session.decoration(of: "po", cursor: 2) == nil)
    harness.type("")
    #expect(harness.session.decoration(of: "po", cursor: 2) != nil)
    harness.type("power = 0.06")
    #expect(harness.session.decoration(of: "kW", cursor: 2) == nil)
    harness.type("kW")
    harness.type(":goto 1.7")
    harness.type(":edit here")
    #expect(harness.session.decoration(of: "po", cursor: 2) == nil)
  }

  @Test func theLineToEditIsGivenOnce() throws {
    let harness = try SessionHarness(isInteractive: true)
    harness.type("")
    harness.type("power = 60 W  # lamp")
    harness.type(":edit power")
    #expect(harness.session.takeLineToEdit() == "power = 60 W  # lamp")
    #expect(harness.session.takeLineToEdit() == nil)
  }
}
