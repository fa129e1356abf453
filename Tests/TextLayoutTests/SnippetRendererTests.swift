import Diagnostics
import Testing
import TextLayout

@Suite struct SnippetRendererTests {
  private func drawn(
    _ text: String, _ labels: [Diagnostic.Label], help: [String] = [], width: Int = 60,
    name: String? = nil, unicode: Bool = true
  ) -> [String] {
    let diagnostic = Diagnostic(id: "test", message: "Something.", labels: labels, help: help)
    let lines = SnippetRenderer(width: width, unicode: unicode)
      .render(diagnostic, in: SourceText(text, name: name)).plain
    return lines.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func sentencesAreWrittenInASCIIWhereTheTerminalShowsNoMore() {
    let diagnostic = Diagnostic(
      id: "x", message: "a → b in kg/m² and Δ°C", labels: [.init(Span(0, 1), "20 °C")],
      help: ["`f(…)` with é"])
    let text = SnippetRenderer(unicode: false).render(diagnostic, in: SourceText("a")).plain
    #expect(
      text.split(separator: "\n") == [
        "error: a -> b in kg/m^2 and delta_degC", "  | a", "  | ^ 20 degC",
        "  try: `f(...)` with é",
      ])
  }

  @Test func thePlaceIsUnderlinedOnItsLine() {
    #expect(
      drawn("a = 1\nb = c + 2", [.init(Span(10, 11), "not known")], help: ["`a`"], name: "x.md")
        == ["x.md:2: error: Something.", "  │ b = c + 2", "  │     ^ not known", "  try: `a`"])
  }

  @Test func severalLabelsOfALineStandUnderIt() {
    #expect(
      drawn("5 kW + 3 m", [.init(Span(0, 4), "power"), .init(Span(7, 10), "length")])
        == ["error: Something.", "  │ 5 kW + 3 m", "  │ ^^^^ power", "  │        ^^^ length"])
  }

  @Test func aLabelThatDoesNotFitBesideItsMarksStandsUnderThem() {
    #expect(
      drawn("number_of_things + gpu_power", [.init(Span(19, 28), "power (W)")], width: 34)
        == [
          "error: Something.", "  │ number_of_things + gpu_power",
          "  │                    ^^^^^^^^^", "  │                    power (W)",
        ])
  }

  @Test func wideCharactersCountTwice() {
    #expect(
      drawn("価格 + x", [.init(Span(9, 10))]) == ["error: Something.", "  │ 価格 + x", "  │        ^"])
    #expect(drawn("é\u{301} + x", [.init(Span(7, 8))]).last == "  │     ^")
  }

  @Test func tabsAndControlsTakeOneColumn() {
    #expect(
      drawn("\ta\u{7} x", [.init(Span(4, 5))]) == [
        "error: Something.", "  │  a\u{FFFD} x", "  │     ^",
      ])
    #expect(
      drawn("\u{7}x", [.init(Span(1, 2))], unicode: false) == [
        "error: Something.", "  | ?x", "  |  ^",
      ])
  }

  @Test(arguments: [0, 50, 500, 999]) func aLongLineIsCutAroundThePlace(_ place: Int) throws {
    let text = String(repeating: "abcdefghi ", count: 100)
    let lines = drawn(text, [.init(Span(place, place + 1), "here")], width: 40)
    #expect(lines.allSatisfy { displayWidth($0) <= 40 })
    let column = try #require(lines.last?.firstIndex(of: "^")).utf16Offset(in: lines.last ?? "")
    let mark = Array(lines[1])[column]
    #expect(String(mark) == SourceText(text).text(Span(place, place + 1)))
  }

  @Test func aLabelOutOfSightGetsItsOwnPartOfTheLine() {
    let text = "start" + String(repeating: " ", count: 300) + "end"
    let lines = drawn(text, [.init(Span(0, 5), "one"), .init(Span(305, 308), "two")], width: 40)
    #expect(lines.count == 5)
    #expect(lines[1].hasPrefix("  │ start"))
    #expect(lines[3].hasSuffix("end"))
    #expect(lines[4].hasSuffix("^^^ two"))
  }

  @Test func aLongLabelIsWrapped() {
    let words = String(repeating: "word ", count: 30)
    let lines = drawn("x = 1", [.init(Span(0, 1), words)], width: 40)
    #expect(lines.count > 4)
    #expect(lines.allSatisfy { displayWidth($0) <= 40 })
  }

  @Test(arguments: [Span(0, 0), Span(5, 5), Span(5, 900), Span(900, 901), Span(-3, 2)])
  func placesBeyondTheTextDoNoHarm(_ span: Span) {
    #expect(drawn("x = 1", [.init(span, "here")]).count == 3)
    #expect(drawn(String(repeating: "x", count: 500), [.init(span, "here")], width: 30).count >= 3)
  }

  @Test func aPlaceOverSeveralLinesEndsWithItsFirst() {
    #expect(
      drawn("(1 +\n2 +\n3", [.init(Span(0, 10))]) == ["error: Something.", "  │ (1 +", "  │ ^^^^"])
  }

  @Test func carriageReturnsAreNoPartOfTheLine() {
    #expect(drawn("a\r\nbc\r\n", [.init(Span(3, 5))]) == ["error: Something.", "  │ bc", "  │ ^^"])
  }
}
