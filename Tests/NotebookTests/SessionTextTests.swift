import Testing

@testable import Notebook

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
