import MathText
import Testing

@testable import TextLayout

@Suite("Formulas of a document")
struct FormulaLayoutTests {
  private static let paragraph: [Block] = [
    .paragraph([
      .text("With "), .formula(MathFormula("\\eta \\le 1")), .text(" the energy is"), .softBreak,
      .formula(MathFormula("E = \\frac{V \\cdot c}{\\eta}", isDisplay: true)), .softBreak,
      .text("for each."),
    ])
  ]

  private func lines(_ blocks: [Block], width: Int = 60, unicode: Bool = true) -> String {
    TerminalLayout(width: width, unicode: unicode).lines(blocks).map(\.plain).joined(
      separator: "\n")
  }

  @Test func standApartWhereTheyTakeSeveralLines() {
    #expect(
      lines(Self.paragraph) == """
        With η ≤ 1 the energy is

                V · c
            E = ─────
                  η

        for each.
        """)
  }

  @Test func areTypedInASCII() {
    #expect(
      lines(Self.paragraph, unicode: false) == """
        With eta <= 1 the energy is

            E = V * c/eta

        for each.
        """)
  }

  @Test func keepToALineWhereTheyAreReadOut() {
    let layout = TerminalLayout(width: 60, inWords: true)
    #expect(layout.lines(Self.paragraph).map(\.plain).contains("    E = V · c/η"))
  }

  @Test func areBrokenBeforeRelationsWhereTheLineIsShort() {
    let formula = MathFormula("a = \\text{the first} + \\text{the second} = 5", isDisplay: true)
    #expect(
      lines([.paragraph([.formula(formula)])], width: 30) == """
            a = the first + the second
              = 5
        """)
  }

  @Test func areElementsOfAPageWithoutAScript() {
    let html = HTMLWriter().html(Self.paragraph)
    #expect(html.hasPrefix("<p>With <math alttext=\"η ≤ 1\"><mrow><mi>η</mi><mo>≤</mo>"))
    #expect(
      html.contains("</p>\n<div class=\"scroll formula\" tabindex=\"0\"><math display=\"block\""))
    #expect(html.hasSuffix("</div>\n<p>for each.</p>\n"))
  }

  @Test func nothingInThemActsOnATerminal() {
    let formula = MathFormula("a\u{1B}[31m\\text{b\u{202E}c}", isDisplay: true)
    let shown =
      lines([.paragraph([.formula(formula)])])
      + HTMLWriter().html([.paragraph([.formula(formula)])])
    #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}
