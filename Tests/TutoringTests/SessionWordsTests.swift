import Charts
import ExerciseFiles
import MarkdownReading
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

@Suite struct SessionWordsTests {
  @Test func linesOfTextAreAddedAndSentencesCounted() throws {
    let desk = try Desk()
    desk.type(":goto 1.7")
    #expect(desk.type("Lamps use 0.06 kW. é and CO₂.").contains("2 sentences, as asked"))
    #expect(desk.type("A third one. A fourth!").contains("4 sentences, where 2 to 3 are asked"))
    #expect(
      desk.section("1.7").contains("> Lamps use 0.06 kW. é and CO₂.\n> A third one. A fourth!"))
    #expect(desk.type("= 2 * 21").contains("42"))
    #expect(!desk.section("1.7").contains("> = 2"))
    desk.type(":undo")
    desk.type(":undo")
    #expect(!desk.file.contains("A third"))
  }

  @Test func textThatLooksLikeMarkdownComesBackAsItWas() throws {
    let desk = try Desk()
    desk.type(":goto 1.7")
    let lines = ["# not a heading", "```reckon", "> quoted", "- [x] Noise", "## 1.1 Figures"]
    desk.type(lines: lines)
    let again = try desk.another()
    let shown = again.handle(":goto 1.7").map(\.plain).joined(separator: "\n")
    for line in lines { #expect(shown.contains(line)) }
    #expect(!again.handle(":status").map(\.plain).joined().contains("◐  1.1"))
  }

  @Test func aTextIsBounded() throws {
    let desk = try Desk()
    desk.type(":goto 1.7")
    desk.type(String(repeating: "word ", count: 3000))
    #expect(desk.type(String(repeating: "word ", count: 3000)).contains("The text is full"))
    #expect(desk.file.utf8.count < 20_000)
  }
}
