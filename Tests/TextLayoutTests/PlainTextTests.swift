import Testing

@testable import TextLayout

@Suite("The text of a document, without marks")
struct PlainTextTests {
  @Test func leavesOutMarksDestinationsAndTags() {
    let inlines: [Inline] = [
      .strong([.text("a"), .emphasis([.code("b")])]), .softBreak,
      .link(destination: "u", [.text("c")]), .html("<b>"), .image(destination: "v", alt: "d"),
      .strikethrough([.text("e")]), .lineBreak, .text("f"),
    ]
    #expect(inlines.plainText == "ab cde\nf")
  }

  @Test func putsEachBlockOnLinesOfItsOwn() {
    let blocks: [Block] = [
      .heading(level: 1, [.text("a")]),
      .quote([.list(start: 1, tight: true, items: [ListItem([.paragraph([.text("b")])])])]),
      .rule, .code(info: "", text: "c\n", fenced: true),
      .table(alignments: [.left, .left], header: [[], [.text("d")]], rows: [[[.text("e")], []]]),
    ]
    let document = Document(blocks: blocks.map { PlacedBlock($0, lines: 1...1) })
    #expect(document.plainText == "a\nb\nc\n\td\ne\t")
  }
}
