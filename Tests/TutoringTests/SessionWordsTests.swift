import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

@Suite struct SessionWordsTests {
  @Test func linesOfTextAreAddedAndSentencesCounted() throws {
    let harness = try SessionHarness()
    harness.type(":goto 1.7")
    #expect(harness.type("Lamps use 0.06 kW. é and CO₂.").contains("2 sentences, as asked"))
    #expect(harness.type("A third one. A fourth!").contains("4 sentences, where 2 to 3 are asked"))
    #expect(
      harness.section("1.7").contains("> Lamps use 0.06 kW. é and CO₂.\n> A third one. A fourth!"))
    #expect(harness.type("= 2 * 21").contains("42"))
    #expect(!harness.section("1.7").contains("> = 2"))
    harness.type(":undo")
    harness.type(":undo")
    #expect(!harness.file.contains("A third"))
  }

  @Test func textThatLooksLikeMarkdownComesBackAsItWas() throws {
    let harness = try SessionHarness()
    harness.type(":goto 1.7")
    let lines = ["# not a heading", "```reckon", "> quoted", "- [x] Noise", "## 1.1 Figures"]
    harness.type(lines: lines)
    let again = try harness.another()
    let shown = again.handle(":goto 1.7").map(\.plain).joined(separator: "\n")
    for line in lines { #expect(shown.contains(line)) }
    #expect(!again.handle(":status").map(\.plain).joined().contains("◐  1.1"))
  }

  @Test func aTextIsBounded() throws {
    let harness = try SessionHarness()
    harness.type(":goto 1.7")
    harness.type(String(repeating: "word ", count: 3000))
    #expect(harness.type(String(repeating: "word ", count: 3000)).contains("The text is full"))
    #expect(harness.file.utf8.count < 20_000)
  }
}
