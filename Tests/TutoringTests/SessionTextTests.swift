import Testing

@testable import Tutoring

/// Texts at the prompt and in an editor; what a student reads of them is in transcripts.
@Suite struct SessionTextTests {
  private func atText(edit: ((String) -> EditedText)? = nil) throws -> SessionHarness {
    let harness = try SessionHarness(edit: edit)
    harness.type(":goto 1.7")
    return harness
  }

  @Test(arguments: [
    "Model 3.", "Yes.", "No.", "Yes, because it is cheaper.", "Lamps.", "17 t", "5 m/s", "50 %",
    "8 L/100 km", "2024-12-01", "5 to 6 kg", "3 - of all lamps", "- 5 + 3 lamps", "* 2 lamps",
    "What should we do?", "What do we do about it?", "What is to be done?", "How do we know?",
    "Why does it matter?", "Who pays?", "What is the answer to rising demand?",
    "How should I choose between lamps?", "Help is needed from the state.",
    "Hints of a rebound are there.", "Next, the lamp.", "Next comes the lamp.",
    "The next question is who pays.", "I need help from no one.", "The solution is a lamp.",
    "The answer is 5 kWh.", "Explain it to them.", "Can you see the difference?",
    "Show me a better lamp.", "Back then it was dear.", "Skip the car.", "60 W * 2 h = 120 Wh",
    "power / light is a ratio", "Power + light matter.", "and/or", "| 3 | 5 * 2 |", "> 5 kg",
    "I do not know of a better lamp.", "What now follows is a list.", "So what?!",
    "Some help the poor.", "A lamp (2+2) is small", "1. First", "Total: 2 + 2 lamps",
    "C'est la vie.", "How to start is clear.", "In the end, it is a matter of taste.",
  ])
  func aLineOfATextIsNeverRefused(_ line: String) throws {
    let harness = try atText()
    harness.type("power = 60 W")
    harness.type(line)
    #expect(harness.section("1.7").hasSuffix("> \(line)\n"))
  }

  @Test func theEditorIsHandedTheTextAndMayFail() throws {
    var handed: [String] = []
    let harness = try atText(edit: { text in
      handed.append(text)
      return .failed("the editor `x` could not be started")
    })
    harness.type("Typed.")
    #expect(harness.type(":edit").contains("Your text is as it was: the editor `x` could not"))
    #expect(handed == ["Typed."])
    #expect(harness.section("1.7").contains("> Typed."))
  }

  // MARK: Limits

  private static let tooLong = String(repeating: "word ", count: 5000)

  @Test func aTextThatTheEditorMadeTooLongIsNotTaken() throws {
    let harness = try atText(edit: { _ in .text(Self.tooLong) })
    #expect(harness.type(":edit").contains("20'000 characters"))
    #expect(!harness.file.contains("word"))
  }

  @Test func aTextIsBounded() throws {
    let harness = try atText()
    harness.type(String(Self.tooLong.prefix(15_000)))
    #expect(harness.type(String(Self.tooLong.prefix(15_000))).contains("The text is full"))
    #expect(harness.file.utf8.count < 20_000)
  }

  @Test func aQuestionToTheCourseIsBounded() throws {
    let harness = try SessionHarness()
    let shown = harness.type(":ask " + String(repeating: "a", count: 2001))
    #expect(shown.contains("2000 characters"))
    #expect(!harness.file.contains("aaa"))
  }
}
