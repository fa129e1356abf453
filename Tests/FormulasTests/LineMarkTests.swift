import Testing

@testable import Formulas

/// What of a line is marked while it is typed: units, brackets.
@Suite struct LineMarkTests {
  /// The texts that are marked so, with the cursor at the bar.
  private func marked(_ line: String, _ kind: LineMark.Kind) -> [String] {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    let text = parts.joined()
    let page = NotebookPage()
    page.type("h = 3 kg")
    return page.sheet.marks(of: text, cursor: parts.count > 1 ? parts[0].utf8.count : -1)
      .filter { $0.kind == kind }.sorted { $0.span.start < $1.span.start }
      .map { String(decoding: Array(text.utf8)[$0.span.start..<$0.span.end], as: UTF8.self) }
  }

  @Test(arguments: [
    ("power = 450 W", ["W"]), ("5 km/h + 2 * h", ["km"]), ("5 h", ["h"]), ("x to h", ["h"]),
    ("2 kW h", ["kW", "h"]), ("m = 3", []), ("def f(m, s) = m", []), ("\"5 kg\"", []),
    ("# 5 kg", []), ("é + 3 µm", ["µm"]), ("min(3)", []),
  ])
  func unitsAreMarked(line: String, units: [String]) { #expect(marked(line, .unit) == units) }

  @Test(arguments: [
    ("(1 + [2]|)", ["[", "]"]), ("|(1)", ["(", ")"]), ("(1)|", ["(", ")"]), ("(1 |+ 2)", []),
    ("a[\"(\"]|", ["[", "]"]),
  ])
  func theBracketAtTheCursorIsMarkedWithItsOther(line: String, pair: [String]) {
    #expect(marked(line, .pair) == pair)
  }

  @Test(arguments: [
    ("sum([1, 2", ["(", "["]), ("1)", [")"]), ("(1]", ["(", "]"]), ("(1)", []),
    ("t[\"Mod", ["[", "\""]), ("", []),
  ])
  func whatHasNoOtherIsMarked(line: String, open: [String]) {
    #expect(marked(line, .unmatched) == open)
  }
}
