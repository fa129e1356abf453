import MarkdownReading
import MathText
import Testing

@testable import TextLayout

/// Formulas in Markdown, which keep their backslashes and underscores.
@Suite struct FormulaReadingTests {
  private func blocks(_ text: String) -> [Block] { readMarkdown(text).blocks.map(\.block) }

  private func formula(_ source: String, isDisplay: Bool = false) -> Inline {
    .formula(MathFormula(source, isDisplay: isDisplay))
  }

  @Test func standBetweenTextOfAnyKind() {
    #expect(
      blocks("a *b $x_1 * y_2$ c* **$z$**: \\(\\alpha\\) [$l$](http://e.org)") == [
        .paragraph([
          .text("a "), .emphasis([.text("b "), formula("x_1 * y_2"), .text(" c")]), .text(" "),
          .strong([formula("z")]), .text(": "), formula("\\alpha"), .text(" "),
          .link(destination: "http://e.org", [formula("l")]),
        ])
      ])
  }

  @Test func standInTablesListsAndHeadings() {
    #expect(
      blocks("# $h$\n\n- a $b$\n\n| $c$ |\n|---|\n| $\\|d\\|$ |") == [
        .heading(level: 1, [formula("h")]),
        .list(
          start: nil, tight: true, items: [ListItem([.paragraph([.text("a "), formula("b")])])]),
        .table(alignments: [.left], header: [[formula("c")]], rows: [[[formula("|d|")]]]),
      ])
  }

  @Test(arguments: [
    "$$\nx\n= y\n+ z\n- 1. a\n# b\n> c\n$$", "\\[ x\n= y\n+ z\n- 1. a\n# b\n> c \\]",
    "> $$\n> x\n> = y\n> + z\n> - 1. a\n> # b\n> > c\n> $$",
    "- $$\n  x\n  = y\n  + z\n  - 1. a\n  # b\n  > c\n  $$",
  ])
  func takeSeveralLinesWhateverTheseBeginWith(_ text: String) throws {
    let expected = Block.paragraph([formula("x = y + z - 1. a # b > c", isDisplay: true)])
    let found = blocks(text)
    try #require(found.count == 1)
    switch found[0] {
    case .quote(let inner): #expect(inner == [expected])
    case .list(_, _, let items): #expect(items.map(\.blocks) == [[expected]])
    default: #expect(found == [expected])
    }
  }

  @Test func keepTheLinesOfWhatFollows() {
    let lines = readMarkdown("a\n\n$$\nx\n- y\n$$\nb\n\n## c\n", firstLine: 10).blocks.map(\.lines)
    #expect(lines == [10...10, 12...16, 18...18])
  }

  @Test func areNotLookedForInCodeAndAddresses() {
    #expect(
      blocks(
        "`$a$` [b](/$c$) <https://e.org/$d$>\n\n```\n$$\n- e\n$$\n```\n\n    $$\n    - f\n    $$")
        == [
          .paragraph([
            .code("$a$"), .text(" "), .link(destination: "/$c$", [.text("b")]), .text(" "),
            .link(destination: "https://e.org/$d$", [.text("https://e.org/$d$")]),
          ]),
          .code(info: "", text: "$$\n- e\n$$\n", fenced: true),
          .code(info: "", text: "$$\n- f\n$$\n", fenced: false),
        ])
  }

  @Test func blocksOfMathAreFormulas() {
    #expect(
      blocks("```math\na\n\\\\ b\n```") == [.paragraph([formula("a \\\\ b", isDisplay: true)])])
  }

  @Test func charactersOfPrivateUseStayWhatTheyAre() {
    #expect(
      blocks("\u{E000}0\u{E000} $x$ \u{E001}") == [
        .paragraph([.text("\u{E000}0\u{E000} "), formula("x"), .text(" \u{E001}")])
      ])
  }

  @Test func areTextWhereTheyAreNotLookedFor() {
    let found = readMarkdown("$$\n- a\n$$ $b$", formulas: false).blocks.map(\.block)
    #expect(found.count == 2)
    #expect(found.map(\.plainText).joined().contains("$b$"))
  }

  @Test(arguments: [
    "Energy is $E = \\frac{a}{b}$ and $$x < y$$ too.", "| $\\lvert a \\rvert$ |\n|---|\n| $b_1$ |",
    "$$a \\\\ b$$", "- $a_1 * b_2$", "> \\(x\\)",
  ])
  func areWrittenAsTheyWere(_ text: String) {
    let document = readMarkdown(text)
    let written = MarkdownWriter().markdown(document)
    #expect(readMarkdown(written).blocks.map(\.block) == document.blocks.map(\.block))
    #expect(written.contains("$"))
  }

  @Test func whatIsNotKnownIsNoFormulaOnAPage() {
    let document = readMarkdown("$\\href{javascript:alert(1)}{x}$")
    #expect(MarkdownWriter().markdown(document).contains("\\$\\\\href"))
    #expect(HTMLWriter().html(document).contains("<code>$\\href{javascript"))
  }
}
