import Testing

@testable import Tutoring

/// Texts at the prompt and in an editor.
@Suite struct SessionTextTests {
  private func atText(
    interactive: Bool = false, edit: ((String) -> EditedText)? = nil
  ) throws -> SessionHarness {
    let harness = try SessionHarness(isInteractive: interactive, edit: edit)
    if interactive { harness.type("") }
    harness.type(":goto 1.7")
    return harness
  }

  @Test func whatIsFoundIsToldAfterEachLine() throws {
    let harness = try atText()
    let shown = harness.type("Lamps use little.")
    #expect(shown.contains("? Waits for a person"))
    #expect(!shown.contains("said"))
    #expect(shown.contains("1 sentence, where 2 to 3 are asked."))
    #expect(!shown.lowercased().contains("right"))
    #expect(harness.type("They are bright.").contains("2 sentences, as asked."))
  }

  @Test func pasteIsToldOfOnceAndKeepsItsParagraphs() throws {
    let harness = try atText()
    #expect(harness.type("First paragraph.", isPasted: true).isEmpty)
    #expect(harness.type("", isPasted: true).isEmpty)
    #expect(harness.type("next", isPasted: true).isEmpty)
    #expect(harness.type("Last line.").contains("sentences"))
    #expect(harness.section("1.7").contains("> First paragraph.\n>\n> next\n> Last line."))
  }

  @Test func anEmptyLineEndsTheTextAndASecondGoesOn() throws {
    let harness = try atText(interactive: true)
    harness.type("Lamps use little, for what they give")
    harness.type(":question")
    #expect(harness.type("").contains("Enter goes on to"))
    #expect(harness.type("").contains("1.1 Figures"))
  }

  @Test func aFormulaIsComputedAndProseIsNot() throws {
    let harness = try atText()
    harness.type("power = 60 W")
    #expect(harness.section("1.1").contains("power = 60 W"))
    #expect(harness.type("power * 2 to W").contains("120 W"))
    #expect(!harness.section("1.7").contains("> power"))
    harness.type("power / light is a ratio")
    harness.type("Accuracy = good, emissions = bad")
    #expect(harness.section("1.7").contains("> power / light is a ratio\n> Accuracy = good"))
  }

  // MARK: What is not meant for the text

  @Test(arguments: [
    ("what do I do", ":help"), ("What do I do?", ":help"), ("what should I write here?", ":help"),
    ("help me", ":help"), ("Help!", ":help"), ("please help", ":help"), ("I need help", ":help"),
    ("can you help me with this?", ":help"), ("how do I start?", ":help"), ("??", ":help"),
    ("I don't know what to write", ":help"), ("I’m stuck", ":help"),
    ("how does this work?", ":help"),
    ("what am I supposed to do now", ":help"), ("Hint", ":help"), ("hint please", ":help"),
    ("can I get a hint?", ":help"), ("give me a hint", ":help"), ("idk", ":help"),
    ("explain the question", ":help"), ("aide", ":help"),
    ("what is the answer?", ":skip"), ("show me the solution", ":skip"), ("Next", ":next"),
    ("next question", ":next"), ("skip this question", ":skip"), ("how do I quit?", ":quit"),
    ("go back", ":back"), ("how do I submit?", ":submit"),
  ])
  func aQuestionToTheTutorIsAnsweredAndKeptOut(_ line: String, _ command: String) throws {
    let harness = try atText()
    harness.type("Lamps use little.")
    let shown = harness.type(line)
    #expect(shown.contains("not put into your text") && shown.contains("`\(command)`"))
    #expect(harness.section("1.7").hasSuffix("> Lamps use little.\n"))
    // Whoever means it says it twice.
    harness.type(line)
    #expect(harness.section("1.7").hasSuffix("> \(line)\n"))
  }

  @Test(arguments: ["?", "help", "hint", "next", "status", "question"])
  func aCommandWithoutItsColonIsNoSentence(_ line: String) throws {
    let harness = try atText()
    #expect(!harness.type(line).isEmpty)
    #expect(!harness.file.contains("> \(line)"))
  }

  @Test(arguments: [
    ("2+2", "4"), ("12/4", "3"), ("7 - 2", "5"), ("60 W * 2 h", "120 Wh"), ("5 kg to g", "5000 g"),
    ("sqrt(16)", "4"), ("(3 + 4) * 2", "14"), ("2 * power", "120 W"), ("2^10", "1024"),
    ("power * lamp_hour", "lamp_hour"), ("2+*3", "error"), ("power*24", "1440 W"),
  ])
  func aSumIsComputedOrItsMistakeTold(_ line: String, _ shown: String) throws {
    let harness = try atText()
    harness.type("power = 60 W")
    #expect(harness.type(line).contains(shown))
    #expect(!harness.file.contains("> "))
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

  @Test func theEditorsTextIsTakenWhereItChanged() throws {
    var handed: [String] = []
    let harness = try atText(edit: { text in
      handed.append(text)
      return .text("Edited.\r\nSecond \u{1B}[31mline.\n\n")
    })
    harness.type("Typed.")
    #expect(harness.type(":edit").contains("2 sentences"))
    #expect(handed == ["Typed."])
    #expect(harness.section("1.7").contains("> Edited.\n> Second [31mline."))
    #expect(harness.type(":edit").contains("Nothing was changed."))
    harness.type(":undo")
    #expect(harness.section("1.7").contains("> Typed."))
  }

  @Test func anEmptiedTextIsGoneAndComesBack() throws {
    let harness = try atText(edit: { _ in .text("\n") })
    harness.type("Typed.")
    #expect(harness.type(":edit").contains("empty now"))
    #expect(!harness.file.contains("Typed."))
    harness.type(":undo")
    #expect(harness.file.contains("> Typed."))
  }

  @Test func anEditorThatFailsLeavesTheTextAsItWas() throws {
    let harness = try atText(edit: { _ in .failed("the editor `x` could not be started") })
    harness.type("Typed.")
    #expect(harness.type(":edit").contains("Your text is as it was: the editor `x` could not"))
    #expect(harness.section("1.7").contains("> Typed."))
    let tooLong = try atText(edit: { _ in .text(String(repeating: "word ", count: 5000)) })
    #expect(tooLong.type(":edit").contains("20'000 characters"))
    #expect(!tooLong.file.contains("word"))
  }

  @Test func editingIsForTextsAndForTerminals() throws {
    let harness = try SessionHarness(edit: { _ in .text("x") })
    #expect(harness.type(":edit").contains("`:edit` is for questions that ask for a text"))
    #expect(try atText().type(":edit").contains("needs a terminal"))
  }
}
