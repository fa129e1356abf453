import Charts
import ExerciseFiles
import MarkdownReading
import Testing

@testable import Tutoring

/// Texts at the prompt and in an editor.
@Suite struct SessionTextTests {
  private func atText(
    interactive: Bool = false, edit: ((String) -> EditedText)? = nil
  ) throws -> Desk {
    let desk = try Desk(isInteractive: interactive, edit: edit)
    if interactive { desk.type("") }
    desk.type(":goto 1.7")
    return desk
  }

  @Test func whatIsFoundIsToldAfterEachLine() throws {
    let desk = try atText()
    let shown = desk.type("Lamps use little.")
    #expect(shown.contains("? Waits for a person"))
    #expect(!shown.contains("said"))
    #expect(shown.contains("1 sentence, where 2 to 3 are asked."))
    #expect(!shown.lowercased().contains("right"))
    #expect(desk.type("They are bright.").contains("2 sentences, as asked."))
  }

  @Test func pasteIsToldOfOnceAndKeepsItsParagraphs() throws {
    let desk = try atText()
    #expect(desk.type("First paragraph.", isPasted: true).isEmpty)
    #expect(desk.type("", isPasted: true).isEmpty)
    #expect(desk.type("next", isPasted: true).isEmpty)
    #expect(desk.type("Last line.").contains("sentences"))
    #expect(desk.section("1.7").contains("> First paragraph.\n>\n> next\n> Last line."))
  }

  @Test func anEmptyLineEndsTheTextAndASecondGoesOn() throws {
    let desk = try atText(interactive: true)
    desk.type("Lamps use little, for what they give")
    desk.type(":question")
    #expect(desk.type("").contains("Enter goes on to"))
    #expect(desk.type("").contains("1.1 Figures"))
  }

  @Test func aFormulaIsComputedAndProseIsNot() throws {
    let desk = try atText()
    desk.type("power = 60 W")
    #expect(desk.section("1.1").contains("power = 60 W"))
    #expect(desk.type("power * 2 to W").contains("120 W"))
    #expect(!desk.section("1.7").contains("> power"))
    desk.type("power / light is a ratio")
    desk.type("Accuracy = good, emissions = bad")
    #expect(desk.section("1.7").contains("> power / light is a ratio\n> Accuracy = good"))
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
    let desk = try atText()
    desk.type("Lamps use little.")
    let shown = desk.type(line)
    #expect(shown.contains("not put into your text") && shown.contains("`\(command)`"))
    #expect(desk.section("1.7").hasSuffix("> Lamps use little.\n"))
    // Whoever means it says it twice.
    desk.type(line)
    #expect(desk.section("1.7").hasSuffix("> \(line)\n"))
  }

  @Test(arguments: ["?", "help", "hint", "next", "status", "question"])
  func aCommandWithoutItsColonIsNoSentence(_ line: String) throws {
    let desk = try atText()
    #expect(!desk.type(line).isEmpty)
    #expect(!desk.file.contains("> \(line)"))
  }

  @Test(arguments: [
    ("2+2", "4"), ("12/4", "3"), ("7 - 2", "5"), ("60 W * 2 h", "120 Wh"), ("5 kg to g", "5000 g"),
    ("sqrt(16)", "4"), ("(3 + 4) * 2", "14"), ("2 * power", "120 W"), ("2^10", "1024"),
    ("power * lamp_hour", "lamp_hour"), ("2+*3", "error"), ("power*24", "1440 W"),
  ])
  func aSumIsComputedOrItsMistakeTold(_ line: String, _ shown: String) throws {
    let desk = try atText()
    desk.type("power = 60 W")
    #expect(desk.type(line).contains(shown))
    #expect(!desk.file.contains("> "))
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
    let desk = try atText()
    desk.type("power = 60 W")
    desk.type(line)
    #expect(desk.section("1.7").hasSuffix("> \(line)\n"))
  }

  @Test func theEditorsTextIsTakenWhereItChanged() throws {
    var handed: [String] = []
    let desk = try atText(edit: { text in
      handed.append(text)
      return .text("Edited.\r\nSecond \u{1B}[31mline.\n\n")
    })
    desk.type("Typed.")
    #expect(desk.type(":edit").contains("2 sentences"))
    #expect(handed == ["Typed."])
    #expect(desk.section("1.7").contains("> Edited.\n> Second [31mline."))
    #expect(desk.type(":edit").contains("Nothing was changed."))
    desk.type(":undo")
    #expect(desk.section("1.7").contains("> Typed."))
  }

  @Test func anEmptiedTextIsGoneAndComesBack() throws {
    let desk = try atText(edit: { _ in .text("\n") })
    desk.type("Typed.")
    #expect(desk.type(":edit").contains("empty now"))
    #expect(!desk.file.contains("Typed."))
    desk.type(":undo")
    #expect(desk.file.contains("> Typed."))
  }

  @Test func anEditorThatFailsLeavesTheTextAsItWas() throws {
    let desk = try atText(edit: { _ in .failed("the editor `x` could not be started") })
    desk.type("Typed.")
    #expect(desk.type(":edit").contains("Your text is as it was: the editor `x` could not"))
    #expect(desk.section("1.7").contains("> Typed."))
    let tooLong = try atText(edit: { _ in .text(String(repeating: "word ", count: 5000)) })
    #expect(tooLong.type(":edit").contains("20'000 characters"))
    #expect(!tooLong.file.contains("word"))
  }

  @Test func editingIsForTextsAndForTerminals() throws {
    let desk = try Desk(edit: { _ in .text("x") })
    #expect(desk.type(":edit").contains("`:edit` is for questions that ask for a text"))
    #expect(try atText().type(":edit").contains("needs a terminal"))
  }
}
