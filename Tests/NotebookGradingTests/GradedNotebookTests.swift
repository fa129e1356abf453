import Diagnostics
import SeededRandom
import Testing

@testable import NotebookFiles

@Suite struct GradedNotebookTests {
  private static let statements = [
    "a = 1", "b = 2 kW", "def f(x):\n  y = x\n  return y * 2", "g(x) = x^2", "a + b",
    "t[\"x y\"] = 3", "s = \"\"\"\n```\nx\n```\"\"\"", "unit token", "c = (1 +\n  2)",
    "é = 3 # why", "d = 'x; y'", "n = [1, 2, 3]",
  ]

  private static let starts = [
    "", "---\nexercise: x\n---\n", "# Mine\r\n\r\nHello.\r\n", "## 2.1\n> q\n\n## 2.3\ntext",
    "## 2.1\n```reckon\nbroken = (\n```\n\n## 2.2\n~~~reckon\nz = 1; w = 2 # both\n~~~\n",
    "  ~~~~reckon\n  q = 1\n\n## 2.1 in it\n", "## 2.2\n- [x] a\n\n<!-- open\n\n## 2.3\n",
  ]

  /// Statements as texts, by question.
  private func state(_ file: NotebookFile) -> [String: [String]] {
    Dictionary(grouping: file.statements(), by: { $0.question ?? "" })
      .mapValues { $0.map { withUnixLineEnds($0.statement.text) } }
  }

  @Test(arguments: 0..<60)
  func randomEditsReplayToTheSameStatements(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let start = Self.starts[seed % Self.starts.count]
    var file = NotebookFile(text: start, name: "a.md")
    file.order = ["2.1", "2.2", "2.3", "2.4"]
    var expected = state(file)
    for _ in 0..<40 {
      let id = try #require(file.order.randomElement(using: &random))
      let typed = try #require(Self.statements.randomElement(using: &random))
      // A comment at the end is no part of the statement.
      let bare = typed.split(separator: " #").first.map(String.init) ?? typed
      let placed = file.statements().randomElement(using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0...4:
        file.append(typed, toQuestion: id, title: "Title")
        expected[id, default: []].append(bare)
      case 5, 6:
        guard let placed else { continue }
        let key = placed.question ?? ""
        let index = try #require(self.index(of: placed, in: file))
        let isDone = file.replace(placed, with: typed)
        #expect(isDone)
        expected[key]?[index] = bare
      case 7:
        guard let placed else { continue }
        let key = placed.question ?? ""
        let index = try #require(self.index(of: placed, in: file))
        let isDone = file.remove(placed)
        #expect(isDone)
        expected[key]?.remove(at: index)
      case 8:
        file.setReply("Reply \(seed)\n\n# 2.4 no", toQuestion: id, title: "Title")
        #expect(file.reply(toQuestion: id) == "Reply \(seed)\n\n# 2.4 no")
      default:
        file.setTicks([("A", Bool.random(using: &random))], toQuestion: id, title: "Title")
        file.tries[id, default: 0] += 1
      }
      expected = expected.filter { !$0.value.isEmpty }
      let again = NotebookFile(text: file.text, name: "a.md")
      try #require(state(again) == expected, "\(file.text)")
      #expect(again.tries == file.tries)
    }
  }

  private func index(of placed: NotebookFile.PlacedStatement, in file: NotebookFile) -> Int? {
    file.statements().filter { $0.question == placed.question }
      .firstIndex { $0.place == placed.place }
  }

  @Test(arguments: 0..<40)
  func randomBytesAreReadAndKept(_ seed: Int) {
    var random = SplitMix(seed: UInt64(seed) + 1000)
    let pieces = [
      "---\n", "```reckon\n", "~~~\n", "## 1.1\n", "> ", "- [x] ", "a = 1\n", "\r\n", "\r", "\n",
      "<!--", "\t", "    ", "{", "tries: ", "\u{FEFF}", "é", "\u{0}", "|", "```\n", "(",
      "exercise: x\n",
    ]
    for _ in 0..<40 {
      let count = Int.random(in: 0..<40, using: &random)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &random) }.joined()
      var file = NotebookFile(text: text, name: "a.md")
      file.order = ["1.1", "1.2"]
      _ = file.problems
      #expect(Array(file.text.utf8) == Array(text.utf8))
      let before = state(file)["1.2"] ?? []
      file.append("new = 1", toQuestion: "1.2", title: "T")
      #expect(state(file)["1.2"] ?? [] == before + ["new = 1"], "\(text.debugDescription)")
      file.tries = ["1.2": 1]
      #expect(state(file)["1.2"] ?? [] == before + ["new = 1"], "\(text.debugDescription)")
    }
  }
}
