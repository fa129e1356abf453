import Foundation
import TerminalTesting
import Testing

/// What is longer than the window is read page by page.
@Suite(.serialized) struct PagerTests {
  private static let wait = "Space goes on"

  /// At the first question of the exercise on ChatGPT, in a window that it does not fit into.
  private func open(
    _ extra: [String: String] = [:], columns: Int = 80, rows: Int = 24,
    _ read: (Student, PseudoTerminal) throws -> Void
  ) throws {
    let student = try Student()
    try student.write(
      "chatgpt-footprint.answers.md",
      "---\nexercise: chatgpt-footprint\nstudent: {id: '1', name: Ada}\n---\n")
    let terminal = try student.sitDown(
      ["open", "chatgpt-footprint"], columns: columns, rows: rows, extra: extra)
    try withExtendedLifetime(student) { try read(student, terminal) }
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.send(":quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func spaceAndReturnTurnThePageAndTheTaskStandsLast() throws {
    try open { _, terminal in
      try terminal.expect("ChatGPT footprint")
      try terminal.expect(Self.wait)
      #expect(!terminal.hasShown("in short"))
      try terminal.send(" ")
      try terminal.expect(Self.wait)
      try terminal.send("\r")
      let last = try terminal.expect("2.1.1 0/5 › ")
      #expect(last.contains("2.1.1 Usage metrics  in short"))
      #expect(last.contains("·  average_query_size"))
      try leave(terminal)
    }
  }

  @Test func backShowsThePageBeforeOnceMore() throws {
    try open { _, terminal in
      try terminal.expect(Self.wait)
      try terminal.send(" ")
      try terminal.expect(Self.wait)
      try terminal.send("b")
      try terminal.expect("How much does one student use ChatGPT")
      try terminal.expect(Self.wait)
      try terminal.send("q")
      try terminal.expect("› ")
      try leave(terminal)
    }
  }

  @Test(arguments: ["q", "\u{3}"])
  func leavingThePageLeavesTheTaskAndThePrompt(_ key: String) throws {
    try open { _, terminal in
      try terminal.expect(Self.wait)
      try terminal.send(key)
      let rest = try terminal.expect("2.1.1 0/5 › ")
      #expect(rest.contains("·  total_number_queries"))
      #expect(!terminal.hasShown("A column is written with its table"))
      try leave(terminal)
    }
  }

  @Test(arguments: ["a = 1 + 2\r", "\u{1B}[200~a = 1 + 2\n\u{1B}[201~"])
  func aLineThatIsTypedAtAPageIsNotLost(_ line: String) throws {
    try open { student, terminal in
      try terminal.expect(Self.wait)
      try terminal.send(line)
      try terminal.expect("\n3")
      try terminal.expect("› ")
      try leave(terminal)
      #expect(student.read("chatgpt-footprint.answers.md").contains("a = 1 + 2"))
    }
  }

  @Test func whereEverythingFitsNothingIsHeldBack() throws {
    try open(rows: 100) { _, terminal in
      try terminal.expect("› ")
      #expect(!terminal.hasShown(Self.wait))
      #expect(!terminal.hasShown("  in short"))
      try leave(terminal)
    }
  }

  @Test func aTerminalThatCannotBeDrawnOnGetsAllAtOnce() throws {
    try open(["TERM": "dumb"]) { _, terminal in
      try terminal.expect("2.1.1 0/5 › ")
      #expect(!terminal.hasShown(Self.wait))
      try leave(terminal)
    }
  }

  @Test(arguments: ["g", "j", "d"]) func aLetterThatTheLineDoesNotNameBeginsALine(_ key: String)
    throws
  {
    try open { student, terminal in
      try terminal.expect(Self.wait)
      try terminal.send(key)
      try terminal.expect("› ")
      terminal.settle()
      try terminal.send("pu = 451 W\r")
      try terminal.expect("451 W")
      try terminal.expect("› ")
      try leave(terminal)
      #expect(student.read("chatgpt-footprint.answers.md").contains("\(key)pu = 451 W"))
    }
  }

  @Test func aTerminalThatGoesAwayEndsThePages() throws {
    try open { _, terminal in
      try terminal.expect(Self.wait)
      terminal.hangUp()
      _ = try terminal.waitForExit()
    }
  }

  @Test func thePagesOfASmallWindowCanBeLeft() throws {
    try open(columns: 20, rows: 8) { _, terminal in
      try terminal.expect("b, q --")
      try terminal.send("q")
      try terminal.expect("› ")
      try terminal.send("x = 1 + 1\r")
      try terminal.expect("\n2")
      try terminal.expect("› ")
      try leave(terminal)
    }
  }

  @Test func tablesAreCutToTheWindow() throws {
    try open { _, terminal in
      try terminal.expect(Self.wait)
      try terminal.send("q")
      try terminal.expect("› ")
      try terminal.send(":table\r")
      let first = try terminal.expect("Rows 1 to ")
      #expect(first.contains("2023-09-20"))
      try terminal.expect(" of 225")
      try terminal.expect("› ")
      try terminal.send("more\r")
      let second = try terminal.expect(" of 225")
      #expect(!second.contains("2023-09-20"))
      try terminal.expect("› ")
      try leave(terminal)
    }
  }
}
