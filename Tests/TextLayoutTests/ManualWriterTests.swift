import Diagnostics
import Testing

@testable import TextLayout

@Suite struct ManualWriterTests {
  /// What becomes of blocks that stand first in a part.
  private func source(_ blocks: Block..., pages: [String: String] = [:]) -> String {
    var writer = ManualWriter(pages: pages)
    writer.write(Document(blocks: blocks.map { PlacedBlock($0, lines: 1...1) }))
    return writer.source
  }

  private func source(_ inlines: Inline...) -> String { source(.paragraph(inlines)) }

  @Test func nothingInATextIsARequestOrAnEscape() {
    #expect(source(.text(".so /etc/passwd")) == "\\&.so /etc/passwd\n")
    #expect(source(.text("a"), .softBreak, .text(" 'b")) == "a\n\\&'b\n")
    #expect(source(.text("a\\fBb")) == "a\\efBb\n")
    #expect(source(.code(".x")) == "\\fB.x\\fR\n")
    #expect(
      source(.code(info: "", text: ".de x\n\n'\\n\n", fenced: true))
        == ".RS 4\n.EX\n\\&.de x\n\n\\(aq\\en\n.EE\n.RE\n")
    #expect(source(.text("a\u{1B}[1mb\u{202E}c")) == "a[1mbc\n")
  }

  @Test func whatCanBeTypedStaysAsItIsTyped() {
    #expect(
      source(.code("--a `b` 'c' ^~")) == "\\fB\\-\\-a \\(gab\\(ga \\(aqc\\(aq \\(ha\\(ti\\fR\n")
  }

  @Test func aFontEndsWhereTheOneAroundItGoesOn() {
    let inner: [Inline] = [.text("a "), .code("b"), .text(" c")]
    #expect(source(.strong(inner), .text(" d")) == "\\fBa \\fBb\\fB c\\fR d\n")
    #expect(source(.emphasis(inner)) == "\\fIa \\fBb\\fI c\\fR\n")
  }

  @Test func aPartBeginsWithoutAGapAndItsParagraphsHaveOne() {
    let text = Block.paragraph([.text("a")])
    #expect(
      source(.heading(level: 2, [.text("A"), .code("b")]), text, text)
        == ".SS \"Ab\"\na\n.PP\na\n")
    #expect(source(.heading(level: 1, [.text("Title")]), text) == "a\n")
  }

  @Test func anItemKeepsWhatBelongsToIt() {
    let items = [
      ListItem([.paragraph([.text("a")]), .code(info: "", text: "b\n", fenced: true)]),
      ListItem([.paragraph([.text("c")])], checked: true),
    ]
    #expect(
      source(.list(start: nil, tight: true, items: items))
        == ".IP \\(bu 2\na\n.RS 2\n.RS 4\n.EX\nb\n.EE\n.RE\n.RE\n.IP \\(bu 2\n[x] c\n")
    #expect(source(.list(start: 3, tight: true, items: [items[1]])) == ".IP 3. 4\n[x] c\n")
  }

  @Test func aTableSaysOfItsFirstCellsWhatTheLastSay() {
    let header: [[Inline]] = [[.text("Key")], [.text("Default")], [], [.text("Meaning")]]
    let rows: [[[Inline]]] = [
      [[.code("a")], [.text("0")], [.text("rare")], [.text("what it is")]],
      [[.code("b")], [], [], []],
    ]
    #expect(
      source(.table(alignments: [], header: header, rows: rows))
        == ".TP\n\\fBa\\fR (Default: 0; rare)\nwhat it is\n.TP\n\\fBb\\fR\n\\&\n")
  }

  @Test func aLinkNamesAPageOfTheManualOrAnAddress() {
    func link(_ destination: String) -> String {
      source(
        .paragraph([.link(destination: destination, [.text("x")])]),
        pages: ["language.md": "reckon-language(7)"])
    }
    #expect(link("language.md#units") == "x (see \\fBreckon\\-language(7)\\fR)\n")
    #expect(link("https://example.org/a-b") == "x (https://example.org/a\\-b)\n")
    #expect(link("#units") == "x\n")
    #expect(link("other.md") == "x\n")
  }

  @Test func aListOfPlacesOnThePageIsLeftOut() {
    let contents = ListItem([.paragraph([.link(destination: "#a", [.text("a")])])])
    #expect(source(.list(start: nil, tight: true, items: [contents, contents])) == "")
  }
}
