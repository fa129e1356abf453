import Exercises
import Foundation
import NotebookFiles
import SeededRandom
import ShippedExercises
import SmallExercises
import Testing

@testable import Files
@testable import NotebookGrading
@testable import TutorTerminal
@testable import Tutoring

/// A notebook that is left and opened again is the same, whatever was typed.
@Suite struct ReplayTests {
  private static let typed = [
    "own = 3 kg", "own = 4", "other = own * 2", "other / own", "def f(x) = x * own", "f(2)",
    "unit trip = 12 km", "1 trip to m", "(1 +", "2)", "def g(x):", "  return x", "", "  ", "# why",
    "s = \"a; b\"", "a = 1; b = 2", "\"\"\"", "x = [1, 2, 3]", "x.sum()", "x = x", ":undo", ":undo",
    ":reset", "yes", "no", ":next", ":back", ":hint", ":skip", ":goto 1.2.1", ":status", "1", "2",
    "1 2", "Model 1 needs 12 kg.", "> quoted", "- [x] no tick", "## 1.2.1 no heading", "```", "~~~",
    "---", "<!-- open", "b = 1\r+ 2", "a=\r\r  1", "c = 1\u{2028}d = 2", "e\u{301} = 1", "\t7 m",
    "k = 5 # \u{1B}[2J",
  ]

  @Test(arguments: (0..<9).map { (UInt64($0), ShippedExercises.ids[$0 % 3]) })
  func aNotebookThatIsOpenedAgainIsTheSame(seed: UInt64, id: String) throws {
    let opened = try ShippedExercises.open(id)
    let answers = (ShippedExercises.answers[id] ?? "").split(separator: "\n").map(String.init)
    var random = SplitMix(seed: seed)
    let folder = "/tmp/rk-" + UUID().uuidString.prefix(8)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = NotebookPath.path(of: id, in: folder)
    var terminal: TerminalSession? = TerminalSession(opened, notebook: path)
    var lines: [String] = []
    for _ in 0..<60 {
      let line = try #require((Self.typed + answers).randomElement(using: &random))
      lines.append(line)
      _ = terminal?.handle(line)
      guard random.next() % 4 == 0, let old = terminal?.session.report() else { continue }
      // What is open is no part of the notebook.
      _ = terminal?.end()
      terminal = nil
      let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      terminal = TerminalSession(opened, notebook: path)
      let new = try #require(terminal?.session.report())
      for (question, again) in zip(old.questions, new.questions) {
        try #require(question.summary == again.summary, "after \(lines):\n\(text)")
      }
      #expect((try? String(contentsOfFile: path, encoding: .utf8)) ?? "" == text)
    }
  }

  /// A carriage return that stands alone ends a line in a notebook, and so where it is typed.
  @Test func whatWasAcknowledgedOfALineWithACarriageReturnIsKept() throws {
    let harness = try SessionHarness()
    #expect(harness.type("power = 60 W\rhours = 1000 h").contains("1000 h"))
    harness.type("own = 1\r+ 2")
    let values = harness.session.report().questions[0].answers.map(\.share)
    try harness.reopen()
    #expect(harness.session.report().questions[0].answers.map(\.share) == values)
    #expect(values == [1, 1])
    #expect(harness.type("own") == "1")
  }
}
