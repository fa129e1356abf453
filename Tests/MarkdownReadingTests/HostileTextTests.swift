import MarkdownReading
import Prose
import Testing

/// A text that would be dear to read or to lay out.
struct HostileText: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String

  var testDescription: String { name }

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }

  static func repeated(_ piece: String, _ count: Int = 100_000) -> HostileText {
    HostileText("\(count) × \(piece)", String(repeating: piece, count: count))
  }

  /// Texts on which cmark-gfm itself spends far more than their length.
  static let dear: [HostileText] = [
    HostileText(
      "deep nesting, then blank lines",
      String(repeating: "1. ", count: 16_000) + "a\n" + String(repeating: "\n", count: 50_000)),
    HostileText(
      "short rows of a wide table",
      String(repeating: "|a", count: 10_000) + "\n" + String(repeating: "|-", count: 10_000) + "\n"
        + String(repeating: "|a\n", count: 1_000)),
    HostileText(
      "a long destination, often named",
      "[a]: /" + String(repeating: "x", count: 50_000) + "\n\n"
        + String(repeating: "[a] ", count: 16_000)),
    HostileText("more than is read", String(repeating: "**a** b\n", count: 200_000)),
  ]

  static let all: [HostileText] =
    dear + [
      repeated(">"), repeated("["), repeated("]"), repeated("!["), repeated("[](", 30_000),
      repeated("*a "), repeated("_"), repeated("- "), repeated("1. "), repeated("<"),
      repeated("`"), repeated("a@"), repeated("a@b.c ", 20_000), repeated("|"),
      repeated("> - ", 25_000), repeated("a"), repeated("\n"), repeated("\0"),
      repeated("e\u{301}\u{327}", 30_000), repeated("```\n", 25_000),
      repeated("a|b\n-|-\n", 10_000),
      HostileText("strong within strong", mirrored("**", around: "a")),
      HostileText("links that almost close", mirrored("[", "](b)", around: "a")),
    ]

  private static func mirrored(_ open: String, _ close: String? = nil, around: String) -> String {
    String(repeating: open, count: 50_000) + around
      + String(repeating: close ?? open, count: 50_000)
  }
}

@Suite("Hostile text")
struct HostileTextTests {
  @Test(.timeLimit(.minutes(1)), arguments: HostileText.all)
  func isReadAndLaidOutInGoodTime(hostile: HostileText) {
    let start = ContinuousClock.now
    let document = readMarkdown(hostile.text)
    _ = TerminalLayout(width: 60).lines(document)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func losesNoTextThatIsNestedTooDeep() {
    let text = String(repeating: "> ", count: 5_000) + "a **b** `c`\n"
    #expect(readMarkdown(text).plainText == "a b c")
    #expect(depth(of: readMarkdown(text).blocks.map(\.block)) <= 101)
  }

  @Test(arguments: HostileText.dear)
  func comesBackAsItIsWhereItIsTooDearToRead(hostile: HostileText) {
    let lines = hostile.text.utf8.count { $0 == UInt8(ascii: "\n") }
    let last = hostile.text.utf8.last == UInt8(ascii: "\n") ? lines : lines + 1
    #expect(
      readMarkdown(hostile.text, firstLine: 3).blocks == [
        PlacedBlock(.code(info: "", text: hostile.text, fenced: false), lines: 3...last + 2)
      ])
  }

  private func depth(of blocks: [Block]) -> Int {
    blocks.map { block in
      switch block {
      case .quote(let inner): 1 + depth(of: inner)
      case .list(_, _, let items): 1 + (items.map { depth(of: $0.blocks) }.max() ?? 0)
      case .heading, .paragraph, .code, .table, .rule, .html: 1
      }
    }.max() ?? 0
  }
}
