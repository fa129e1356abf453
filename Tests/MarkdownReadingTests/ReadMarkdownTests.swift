import MarkdownReading
import Testing

@testable import TextLayout

private func blocks(_ text: String) -> [Block] {
  readMarkdown(text).blocks.map(\.block)
}

@Suite("Markdown read")
struct ReadMarkdownTests {
  @Test func isTheTextsBlocksAndInlines() {
    let text = """
      ## 1.2.2 *Training* `x`
      a **b**
      c\\
      d ~~e~~ [f](g "h") ![i *j*](k) <b>

      > q

      ***
      """
    #expect(
      blocks(text) == [
        .heading(
          level: 2, [.text("1.2.2 "), .emphasis([.text("Training")]), .text(" "), .code("x")]),
        .paragraph([
          .text("a "), .strong([.text("b")]), .softBreak, .text("c"), .lineBreak, .text("d "),
          .strikethrough([.text("e")]), .text(" "), .link(destination: "g", [.text("f")]),
          .text(" "), .image(destination: "k", alt: "i j"), .text(" "), .html("<b>"),
        ]),
        .quote([.paragraph([.text("q")])]), .rule,
      ])
  }

  @Test func tellsFencedCodeFromIndentedAndKeepsTheInfoWhole() {
    #expect(
      blocks("```question  draft, points=1\na: 1\n\n  b: 2\n```\n\n    x\n") == [
        .code(info: "question  draft, points=1", text: "a: 1\n\n  b: 2\n", fenced: true),
        .code(info: "", text: "x\n", fenced: false),
      ])
  }

  @Test func knowsTheNumberOfAListAndItsTasks() {
    func item(_ text: String, _ checked: Bool? = nil) -> ListItem {
      ListItem([.paragraph([.text(text)])], checked: checked)
    }
    #expect(
      blocks("3. a\n4. b\n\n- [x] c\n- [ ] d\n- e\n\n+ f\n\n+ g\n") == [
        .list(start: 3, tight: true, items: [item("a"), item("b")]),
        .list(start: nil, tight: true, items: [item("c", true), item("d", false), item("e")]),
        .list(start: nil, tight: false, items: [item("f"), item("g")]),
      ])
  }

  @Test func givesEveryRowOfATableAsManyCellsAsTheHeader() {
    #expect(
      blocks("a|b|c\n-|:-:|-:\n1 \\| 2\n3|4|`5`|6\n") == [
        .table(
          alignments: [.left, .centre, .right],
          header: [[.text("a")], [.text("b")], [.text("c")]],
          rows: [
            [[.text("1 | 2")], [], []], [[.text("3")], [.text("4")], [.code("5")]],
          ])
      ])
  }

  @Test func findsBareAddresses() {
    #expect(
      blocks("see www.epfl.ch.") == [
        .paragraph([
          .text("see "), .link(destination: "http://www.epfl.ch", [.text("www.epfl.ch")]),
          .text("."),
        ])
      ])
  }

  @Test func doesNotStrikeOutWhatStandsBetweenSingleTildes() {
    #expect(blocks("~17 t~ or ~16 t") == [.paragraph([.text("~17 t~ or ~16 t")])])
  }

  @Test func isTheSameWhateverEndsTheLines() {
    let text = "# a\n\nb\nc\n\n```\nd\n```\n"
    #expect(readMarkdown(text.replacing("\n", with: "\r\n")) == readMarkdown(text))
    #expect(readMarkdown(text.replacing("\n", with: "\r")) == readMarkdown(text))
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}"])
  func isEmptyForATextWithoutContent(text: String) {
    #expect(readMarkdown(text).blocks.isEmpty)
  }

  @Test func canBeReadByManyTasksAtOnce() async {
    let text = String(repeating: "~~a~~ www.b.ch\n\n|c|\n|-|\n|d|\n\n- [x] e\n\n", count: 20)
    let expected = readMarkdown(text)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { (0..<50).allSatisfy { _ in readMarkdown(text) == expected } }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test func showsInATerminalWhatStoodInTheFile() {
    let text = "# CO₂\n\n- [x] *one*\n\n|a|b|\n|-|-:|\n|日|2|\n"
    let lines = TerminalLayout(width: 60).lines(readMarkdown(text)).map(\.plain)
    #expect(lines == ["CO₂", "", "[x] one", "", "a   b", "──  ─", "日  2"])
  }
}
