import MarkdownReading
import Testing

@testable import TextLayout

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
      "a long destination, often named",
      "[a]: /" + String(repeating: "x", count: 50_000) + "\n\n"
        + String(repeating: "[a] ", count: 16_000)),
    HostileText("more than is read", String(repeating: "**a** b\n", count: 200_000)),
  ]

  /// Tables on which cmark-gfm spends the square of their width, or of the lines above them.
  static let tables: [HostileText] = [
    HostileText(
      "short rows of a wide table",
      String(repeating: "|a", count: 10_000) + "\n" + String(repeating: "|-", count: 10_000) + "\n"
        + String(repeating: "|a\n", count: 1_000)),
    HostileText("one very wide row", "|a|\n|-|\n" + String(repeating: "|a", count: 65_000) + "\n"),
    HostileText(
      "a head below many lines", String(repeating: "a\n", count: 40_000) + "a|b\n-|-\n"),
    repeated("a|b|c\n-|-\n", 20_000),
  ]

  /// Texts whose parts are drawn at random, each repeated often.
  static let random: [HostileText] = (1...16).map { seed in
    var random = RandomPieces(seed: seed)
    return HostileText("random \(seed)", random.text(bytes: 200_000))
  }

  static let all: [HostileText] =
    dear + tables + random + [
      repeated("www.a.b)", 1) + repeated(")", 200_000), repeated("<?"), repeated("<!A"),
      repeated("<![CDATA[", 30_000), repeated("&a;"), repeated("[a](<b", 40_000),
      repeated("- [ ] ", 1) + repeated("- ", 100_000), repeated("[a]: b '\n", 30_000),
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

extension HostileText {
  static func + (first: HostileText, second: HostileText) -> HostileText {
    HostileText("\(first.name), \(second.name)", first.text + second.text)
  }
}

/// Draws texts of what means something in Markdown, the same ones for the same seed.
struct RandomPieces {
  private static let pieces = [
    "<", "?", "!", "[", "]", "(", ")", "*", "_", "`", "~", "&", ";", ":", "/", "@", ".", "www.",
    "http://", "a", "|", "-", "|-|", ":-:", "\n", "\n", "\n\n", " ", "    ", "> ", "- ", "1. ",
    "# ", "```", "\\", "\"", "'", "===", "<!--", "-->", "<![CDATA[", "<!A", "[a]: /b", "[^a]",
    "<a ", "mailto:", "&#", "\t", "\0", "\u{301}", "![", "](<", "[ ] ",
  ]
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  /// Up to three runs, each of one unit repeated; one text in three is quoted.
  mutating func text(bytes: Int) -> String {
    var text = ""
    let runs = 1 + next(3)
    while text.utf8.count < bytes {
      let unit = (0...next(5)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      text += String(repeating: unit, count: bytes / runs / unit.utf8.count + 1)
    }
    return next(3) == 0 ? "> " + text.split(separator: "\n").joined(separator: "\n> ") : text
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

  @Test(arguments: HostileText.tables)
  func isTextWhereATableWouldBeTooDear(hostile: HostileText) {
    let document = readMarkdown(hostile.text)
    #expect(!document.blocks.contains { if case .table = $0.block { true } else { false } })
    func letters(_ text: String) -> Int { text.utf8.count { $0 == UInt8(ascii: "a") } }
    #expect(letters(document.plainText) == letters(hostile.text))
  }

  @Test func isPlainWhereAParagraphHasTooManyMarks() {
    let marks = String(repeating: "*a* <?", count: 5_000)
    let document = readMarkdown("# *a*\n\n> *b*\n> \(marks)\n\n*c*\n", firstLine: 10)
    #expect(
      document.blocks.map(\.block) == [
        .heading(level: 1, [.emphasis([.text("a")])]),
        .quote([.paragraph([.text("*b*"), .softBreak, .text(marks)])]),
        .paragraph([.emphasis([.text("c")])]),
      ])
    #expect(document.plainLines == [12])
  }

  @Test(arguments: ["", "|", "- ", "```\n", "> ", "    "])
  func keepsATextOfMarksThatEndsAnywhere(opening: String) {
    let marks = String(repeating: "*a", count: 20_000)
    #expect(readMarkdown(opening + marks).plainText.contains(marks))
  }

  @Test func isReadAsWhatItSaysUpToTheBound() {
    let prose = String(repeating: "It is *about* 5 kWh (or `3` MJ), see [a](b). ", count: 60)
    #expect(readMarkdown(String(repeating: prose + "\n\n", count: 200)).plainLines == [])
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

  @Test func aFormulaOfManyLinesIsText() {
    func formula(_ lines: Int) -> Bool {
      let text = "$$\n" + String(repeating: "+ x\n", count: lines) + "$$\n"
      return readMarkdown(text).blocks.contains {
        if case .paragraph(let inlines) = $0.block, case .formula? = inlines.first {
          true
        } else {
          false
        }
      }
    }
    #expect(formula(99))
    #expect(!formula(100))
  }

  /// The marks that stand for formulas while a text is read can be typed as entities.
  @Test(arguments: ["0", "99", "-1", "9223372036854775808", "", "x"])
  func marksOfFormulasThatAreTypedAreText(_ number: String) {
    let mark = "&#xE000;" + number + "&#xE000;"
    let text =
      "$x_1$ [a](<b\(mark)> \"\(mark)\") ![\(mark)](\(mark).png) \(mark) <i title='\(mark)'>"
    #expect(readMarkdown(text).plainText.contains("a"))
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
