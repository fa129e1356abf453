import SeededRandom
import Testing

@testable import NotebookFiles

/// What an edit takes over from the notebook before it is what reading the new text gives.
@Suite struct TakenOverTests {
  /// All that is read of a notebook, with its places.
  private func account(_ notebook: ParsedNotebook) -> [String] {
    let layout = notebook.layout
    return ["head \(notebook.header.bodyOffset) \(notebook.header.bodyFirstLine)"]
      + layout.sections.map { "section \($0.id ?? "-") \($0.level) \($0.bytes) \($0.blocks)" }
      + layout.faults.map { "fault \($0.line) \($0.fault)" }
      + notebook.statements.statements.map {
        "statement \($0.question ?? "-") \($0.line) \($0.place) \($0.fence.content) \($0.statement.text)"
      }
      + notebook.statements.unreadable.map {
        "unreadable \($0.question ?? "-") \($0.diagnostic.line) \($0.opening) \($0.position)"
          + " \($0.diagnostic.diagnostic.message)"
      }
      + layout.sections.flatMap(\.fences).map { "lines \(notebook.lines(of: $0).map(\.bytes))" }
  }

  private static let typed = [
    "a = 1", "b = 2 kW", "def f(x):\n  y = x\n  return y * 2", "g(x) = x^2", "a + b",
    "c = (1 +\n  2)", "é = 3 # why", "d = 'x; y'", "e = 1; f = 2", "# a remark", "h = (",
    "i = 1 2", "s = \"\"\"\n```\nx\n```\"\"\"", "  j = 3",
  ]

  private static let starts = [
    "---\nexercise: x\n---\n",
    "---\nexercise: x\ntries: {2.1: 3}\n---\n# Mine\n\n## 2.1\n```reckon\na = 1\nb = 2\n```\n"
      + "\n> A text\n> of two lines\n\n## 2.2\n~~~reckon\nz = 1; w = 2 # both\n\n# alone\nv = 3\n~~~\n"
      + "\n- [ ] A\n- [x] B\n\n## 2.3\ntext\n",
    "---\nexercise: x\n---\n## 2.1\n```reckon\nbroken = (\n```\n\n## 2.2\n```reckon\ndef f(x):\n"
      + "  return x\n```\n\n```reckon\nq = 1\n```\n",
    "## 2.1\n```reckon\na = 1\n```\n",
    "---\nexercise: x\n---\n## 2.1\r\n```reckon\r\na = 1\r\n```\r\n",
  ]

  @Test(arguments: 0..<80)
  func afterEveryEditItIsWhatReadingAnewGives(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var file = NotebookFile(text: Self.starts[seed % Self.starts.count], name: "a.md")
    file.order = ["2.1", "2.2", "2.3", "2.4"]
    for _ in 0..<60 {
      _ = account(file.reading)
      let id = try #require(file.order.randomElement(using: &random))
      let typed = try #require(Self.typed.randomElement(using: &random))
      let placed = file.statements().randomElement(using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0...3: file.append(typed, toQuestion: id, title: "Title")
      case 4, 5:
        if let placed {
          file.replace(placed, with: typed, droppingComment: Bool.random(using: &random))
        }
      case 6: if let placed { file.remove(placed) }
      case 7:
        let old = file.reply(toQuestion: id) ?? ""
        file.setReply(old + "\nA line, *so* to speak", toQuestion: id, title: "Title")
      case 8:
        file.setTicks(
          ["A", "B"].map { ($0, Bool.random(using: &random)) }, toQuestion: id, title: "Title")
      default:
        file.tries[id, default: 0] += 1
        file.hints[id] = Int.random(in: 0..<3, using: &random)
      }
      let anew = ParsedNotebook(file.text, name: "a.md")
      let (own, fresh) = (account(file.reading), account(anew))
      let missing = fresh.filter { !own.contains($0) }
      let extra = own.filter { !fresh.contains($0) }
      let isSame = own == fresh
      try #require(isSame, "missing \(missing)\nextra \(extra)\n\(file.text)")
    }
  }
}
