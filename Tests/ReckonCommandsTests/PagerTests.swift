import Foundation
import TerminalTesting
import Testing

/// What is longer than the window is read page by page.
@Suite(.serialized) struct PagerTests {
  private static let wait = "Space goes on"

  /// At the first question of the exercise on ChatGPT, in a window that it does not fit into.
  private func open(
    _ extra: [String: String] = [:], rows: Int = 24
  ) throws -> (Student, PseudoTerminal) {
    let student = try Student()
    try student.write(
      "chatgpt-footprint.answers.md",
      "---\nexercise: chatgpt-footprint\nstudent: {id: '1', name: Ada}\n---\n")
    return (student, try student.sitDown(["open", "chatgpt-footprint"], rows: rows, extra: extra))
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.send(":quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func spaceAndReturnTurnThePageAndTheTaskStandsLast() throws {
    let (_, terminal) = try open()
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

  @Test func backShowsThePageBeforeOnceMore() throws {
    let (_, terminal) = try open()
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

  @Test(arguments: ["q", "\u{3}"])
  func leavingThePageLeavesTheTaskAndThePrompt(_ key: String) throws {
    let (_, terminal) = try open()
    try terminal.expect(Self.wait)
    try terminal.send(key)
    let rest = try terminal.expect("2.1.1 0/5 › ")
    #expect(rest.contains("·  total_number_queries"))
    #expect(!terminal.hasShown("A column is written with its table"))
    try leave(terminal)
  }

  @Test(arguments: ["a = 1 + 2\r", "\u{1B}[200~a = 1 + 2\n\u{1B}[201~"])
  func aLineThatIsTypedAtAPageIsNotLost(_ line: String) throws {
    let (student, terminal) = try open()
    try terminal.expect(Self.wait)
    try terminal.send(line)
    try terminal.expect("\n3")
    try terminal.expect("› ")
    try leave(terminal)
    #expect(student.read("chatgpt-footprint.answers.md").contains("a = 1 + 2"))
  }

  @Test func whereEverythingFitsNothingIsHeldBack() throws {
    let (_, terminal) = try open(rows: 100)
    try terminal.expect("› ")
    #expect(!terminal.hasShown(Self.wait))
    #expect(!terminal.hasShown("in short:"))
    try leave(terminal)
  }

  @Test func aTerminalThatCannotBeDrawnOnGetsAllAtOnce() throws {
    let (_, terminal) = try open(["TERM": "dumb"])
    try terminal.expect("2.1.1 0/5 › ")
    #expect(!terminal.hasShown(Self.wait))
    try leave(terminal)
  }

  @Test func theTerminalIsLeftAsItWas() throws {
    let (_, terminal) = try open()
    let before = try terminal.modes()
    try terminal.expect(Self.wait)
    terminal.hangUp()
    _ = try terminal.waitForExit()
    let (_, second) = try open()
    try second.expect(Self.wait)
    try second.send("q")
    try second.expect("› ")
    try leave(second)
    #expect(before.c_lflag & UInt32(ECHO) != 0)
  }

  @Test func tablesAreCutToTheWindow() throws {
    let (_, terminal) = try open()
    try terminal.expect(Self.wait)
    try terminal.send("q")
    try terminal.expect("› ")
    try terminal.send(":table\r")
    try terminal.expect("Rows 1 to 18 of 225")
    try terminal.expect("› ")
    try terminal.send("more\r")
    try terminal.expect("Rows 19 to ")
    #expect(!terminal.hasShown("2023-12-31\u{1B}"))
    try leave(terminal)
  }
}
