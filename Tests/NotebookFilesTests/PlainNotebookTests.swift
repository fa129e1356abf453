import MarkdownReading
import SeededRandom
import Testing
import TextLayout

@testable import NotebookFiles

/// What is read of a plain notebook without a reader of Markdown or YAML is what these read.
@Suite struct PlainNotebookTests {
  private static let lines = [
    "# Chatbot model analysis", "## 1.2.1 Problem variables", "### 1.3.2a Métriques, en bref",
    "## 2 What (else)? It's 5 % - 3+1", "#", "# ", "####### seven", "#none", "## a_b_ *c*",
    "## x #", "##  two", "```reckon", "```ask 2024-12-01T16:21:50Z", "```", "````", "~~~reckon",
    "``` reckon", "gpu_power = 450 W", "  indented = 1", "    ```", " ```",
    "> A text, so to speak.",
    "> - a list", "> # no heading", ">", "> ", ">close", "> `code`", "> ~~~reckon", "> > inner",
    "> 1. first", "> \u{E9}t\u{E9} <b>", "> | a | b |", "> |---|---|", "> [x]: y", "- [ ] Safety",
    "- [x] Model size", "- [x] Été", "- [ ] `code`", "- [x]", "- [ ] - [ ] two", "* [ ] Other",
    "- plain", "  more", "", "", "", "", "---", "===", "a paragraph", "| a | b |", "<div>",
    "\ttab", "x\u{0}y", "[x]: y",
  ]

  /// A line of the kinds that come together mostly, and now and then another.
  private func body(_ random: inout SplitMix) -> String {
    var lines: [String] = []
    func any(_ range: Range<Int>) -> String { Self.lines[Int.random(in: range, using: &random)] }
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1: lines.append(any(0..<4))
      case 2: lines += [any(11..<13), any(17..<19), "```"]
      case 3:
        for _ in 0..<Int.random(in: 1...3, using: &random) { lines.append(any(21..<24)) }
      case 4:
        for _ in 0..<Int.random(in: 1...3, using: &random) { lines.append(any(35..<37)) }
      case 5: lines.append(any(0..<Self.lines.count))
      default: break
      }
      if Bool.random(using: &random) || Bool.random(using: &random) { lines.append("") }
    }
    return lines.joined(separator: "\n") + (Bool.random(using: &random) ? "\n" : "")
  }

  private func account(_ blocks: [PlacedBlock]) -> [String] {
    blocks.map { placed in
      let what: String
      switch placed.block {
      case .heading(let level, let inlines): what = "heading \(level) \(inlines.plainText)"
      case .code(let info, _, let isFenced): what = "code \(info) \(isFenced)"
      case .quote: what = "quote"
      case .list: what = "list"
      case .paragraph, .table, .rule, .html: what = "other"
      }
      return "\(placed.lines) \(what)"
    }
  }

  @Test(arguments: 0..<40)
  func blocksAreThoseOfMarkdown(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var plain = 0
    for _ in 0..<100 {
      let text = body(&random)
      let bytes = Array(text.utf8)
      let starts = [0] + bytes.indices.filter { bytes[$0] == Byte.newline }.map { $0 + 1 }
      guard let found = PlainBody(0..<bytes.count, of: bytes, lineStarts: starts) else { continue }
      plain += 1
      let read = readMarkdown(text, formulas: false).blocks
      try #require(account(found.blocks) == account(read), "\(text)")
    }
    #expect(plain > 10)
  }

  private static let heads = [
    "reckon: 1", "exercise: chatbot-model-analysis", "exercise: 12", "exercise: \"x y\"",
    "student: {id: \"100846\", name: Ji\u{159}\u{ED} Dvo\u{159}\u{E1}k}",
    "student: {name: O'Brien-Smith, id: 5}", "student: {id: \"\", name: \"\"}", "student: Ada 5",
    "student: {id: 1, id: 2}", "tries: {1.2.1: 1, 1.2.3: 3}", "tries: {1.2.1: many}", "tries: {}",
    "hints: {1.2.4: 2}", "hints: {1.2.4: -1}", "skipped: [1.2.1, \"1.3\"]", "skipped: [a, a]",
    "skipped: 1.2.1", "noted: [units]", "reckon: 1.1",
    "history: [\"2024-12-03T10:04:53Z skip 1.2.1 0123456789ab\", b]", "history: [a, a]",
    "history: a",
    "noted: []", "late: {1.2.2: 2024-12-03T10:04:53Z}",
    "late: {1.2.2: yesterday}", "own: true", "own: &a b", "own: a: b", "own: a # b", "own: 'x'",
    "- list", "  own: deeper", "own: {a: {b: c}}", "own: \u{4E2D}", "own:", "own: a  b",
    "reckon: 2",
    "tries: {\"1.1\": 1}", "own: 10:20", "own: a:b", "own: {a:b}", "own: \"a\\nb\"", "own: no",
  ]

  /// All but its values.
  private func account(_ header: NotebookHeader) -> [String] {
    [
      "\(header.skippedLines.sorted { $0.key < $1.key }) \(header.historyLine ?? 0)",
      "\(header.entries.filter { $0.key != "zz" })", "\(header.isEditable)",
      "\(header.faults.map { "\($0.line) \($0.fault.message)" })",
    ]
  }

  @Test(arguments: 0..<40)
  func headsSayWhatYAMLSays(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var plain = 0
    for _ in 0..<100 {
      let lines = (0..<Int.random(in: 1...4, using: &random)).compactMap { _ in
        Self.heads.randomElement(using: &random)
      }
      let text = "---\n" + lines.joined(separator: "\n") + "\n---\n# Title\n"
      let bytes = Array(text.utf8)
      let yaml = 4..<bytes.count - 12
      guard PlainHeader(yaml, of: bytes) != nil else { continue }
      plain += 1
      // A block scalar, which is never plain, keeps the rest from being taken for plain.
      let other = "---\n" + lines.joined(separator: "\n") + "\nzz: |\n  z\n---\n# Title\n"
      let (own, read) = (NotebookHeader(of: bytes), NotebookHeader(of: Array(other.utf8)))
      try #require(own.values == read.values, "\(text)")
      try #require(account(own) == account(read), "\(text)")
    }
    #expect(plain > 10)
  }
}
