import Testing

@testable import NotebookFiles
@testable import Tutoring

@Suite struct HistoryTests {
  private func notebook(lines: Int) -> NotebookFile {
    let own = (0..<lines).map { "value_\($0) = \($0) kW" }.joined(separator: "\n")
    return NotebookFile(
      text: "---\nexercise: x\n---\n## 1.1 A\n```reckon\n\(own)\n```\n\n## 1.2 B\n> Text.\n",
      name: "a.md")
  }

  /// What a session does to a notebook, by what it types.
  private static let changes: [(String, @Sendable (inout NotebookFile, Int) -> Int)] = [
    (
      "new lines",
      { file, step in
        let line = "own_\(step) = \(step) W"
        file.append(line, toQuestion: "1.1", title: "A")
        file.tries["1.1", default: 0] += 1
        return line.utf8.count
      }
    ),
    (
      "changed lines",
      { file, step in
        let statements = file.statements()
        let line = "value_\(step % 7) = \(step + 1) MW"
        file.replace(statements[step % 7], with: line)
        file.hints["1.2", default: 0] += 1
        return line.utf8.count
      }
    ),
    (
      "lines of a text",
      { file, step in
        let line = "And line \(step)."
        file.setReply(
          (file.reply(toQuestion: "1.2") ?? "") + "\n" + line, toQuestion: "1.2", title: "B")
        return line.utf8.count
      }
    ),
  ]

  @Test(arguments: changes.indices, [10, 2000])
  func whatIsHeldGrowsWithWhatIsTypedAndNotWithTheNotebook(_ change: Int, _ lines: Int) {
    var file = notebook(lines: lines)
    var history = History()
    var typed = 0
    let steps = 40
    for step in 0..<steps {
      let before = file
      typed += Self.changes[change].1(&file, step)
      history.remember("a line", before: before)
    }
    #expect(history.heldBytes <= file.body.utf8.count + 2 * typed + 100 * steps)
    for _ in 0..<steps / 2 {
      guard case .change(_, let body)? = history.back(from: file) else {
        Issue.record("there are steps")
        return
      }
      file.body = body
    }
    #expect(history.heldBytes <= 2 * (file.body.utf8.count + 2 * typed + 100 * steps))
  }

  @Test func everyStateComesBackByteForByteAndForthAgain() throws {
    var file = NotebookFile(text: "---\nexercise: x\n---\n", name: "a.md")
    var history = History()
    var bodies = [file.body]
    let texts = [
      "a", "ab", "abab", "", "é", "e\u{301}", "\r\n", "ab\r\nab", String(repeating: "x", count: 99),
      String(repeating: "x", count: 98) + "y", "👩‍👩‍👧", "👩‍👩‍👦",
    ]
    for text in texts + texts.reversed() + texts {
      let before = file
      file.body = text
      history.remember(text, before: before)
      bodies.append(text)
    }
    for body in bodies.dropLast().reversed() {
      guard case .change(_, let found)? = history.back(from: file) else {
        Issue.record("there is a step")
        return
      }
      #expect(Array(found.utf8) == Array(body.utf8))
      file.body = found
      file.tries["1.1", default: 0] += 1
    }
    let last = history.back(from: file)
    #expect(last == nil)
    for body in bodies.dropFirst() {
      let next = history.forth(from: file)
      let found = try #require(next).body
      #expect(Array(found.utf8) == Array(body.utf8))
      file.body = found
    }
    let beyond = history.forth(from: file)
    #expect(beyond == nil)
    #expect(file.tries == ["1.1": bodies.count - 1])
  }

  @Test func theOldestStepsGoFirst() {
    var file = notebook(lines: 1)
    var history = History()
    for step in 0..<History.limit + 20 {
      let before = file
      if step % 10 == 0 { history.rememberSkip(of: "1.\(step)") }
      file.body = "\(step)"
      history.remember("step \(step)", before: before)
    }
    var count = 0
    while let step = history.back(from: file) {
      count += 1
      if case .change(_, let body) = step { file.body = body }
    }
    #expect(history.isCut)
    #expect(count == History.limit)
  }

  @Test func editsOfMegabytesAreBounded() {
    var file = notebook(lines: 1)
    var history = History()
    for step in 0..<40 {
      let before = file
      file.body = String(repeating: step.isMultiple(of: 2) ? "a" : "b", count: 500_000)
      history.remember("an edit", before: before)
    }
    #expect(history.heldBytes < History.byteLimit + 1_000_000)
    let step = history.back(from: file)
    #expect(step != nil)
  }
}
