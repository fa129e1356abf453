import Foundation
import TerminalTesting
import Testing

/// The student's own editor, opened from the notebook at a terminal.
@Suite(.serialized) struct EditorTests {
  private static let name = "chatbot-model-analysis"

  /// The program at its first open question.
  private func atText(_ student: Student, _ extra: [String: String]) throws -> PseudoTerminal {
    let terminal = try student.sitDown(["open", Self.name], extra: extra)
    try terminal.expect("Your student id")
    try terminal.expect(": ")
    try terminal.send("\r")
    try terminal.expect("› ")
    try terminal.send(":goto 1.3.1\r")
    try terminal.expect("Model comparison")
    try terminal.expect("› ")
    return terminal
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.expect("› ")
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test(arguments: ["VISUAL", "EDITOR"])
  func textFromTheEditorIsTaken(_ variable: String) throws {
    let student = try Student()
    try student.write("edit.sh", "cat \"$1\" > seen; printf 'Model 1 has 85.2 %%.\\n' >> \"$1\"\n")
    let terminal = try atText(student, [variable: "sh ./edit.sh"])
    try terminal.send("Typed first.\r")
    try terminal.expect("› ")
    try terminal.send(":edit\r")
    try terminal.expect("1 figure that agrees")
    try leave(terminal)
    #expect(student.read("seen") == "Typed first.\n")
    #expect(
      student.read(Self.name + ".answers.md").contains("> Typed first.\n> Model 1 has 85.2 %."))
  }

  @Test(arguments: [
    ("no-such-editor", "could not be started"), ("false", "ended with an error"),
    ("rm", "left no text behind"), ("true", "Nothing was changed"),
  ])
  func anEditorThatDoesNotWorkIsTold(_ editor: String, _ said: String) throws {
    let student = try Student()
    let terminal = try atText(student, ["EDITOR": editor])
    try terminal.send(":edit\r")
    try terminal.expect(said)
    try terminal.expect("› ")
    // The terminal is as it was.
    try terminal.send("= 20 + 22\r")
    try terminal.expect("42")
    try leave(terminal)
  }

  /// A `nano` of its own, which adds a line.
  private func withNano(_ student: Student) throws -> [String: String] {
    try student.write("nano", "#!/bin/sh\necho 'Model 1 has 85.2 %.' >> \"$1\"\n")
    chmod(student.path("nano"), 0o755)
    return ["PATH": student.folder + ":/usr/bin:/bin"]
  }

  @Test func howAnEditorIsLeftIsSaidBeforeItOpens() throws {
    let student = try Student()
    let terminal = try atText(student, try withNano(student))
    try terminal.send(":edit\r")
    try terminal.expect("Ctrl-X leaves")
    try terminal.expect("goes back: ")
    terminal.settle()
    #expect(!terminal.hasShown("1 figure"))
    // Ctrl-C opens nothing.
    try terminal.send("\u{3}")
    try terminal.expect("Nothing was changed")
    try terminal.expect("› ")
    try terminal.send(":edit\r")
    try terminal.expect("goes back: ")
    try terminal.send("\r")
    try terminal.expect("1 figure that agrees")
    try terminal.expect("› ")
    try terminal.send(":edit\r")
    try terminal.expect("goes back: ")
    try terminal.send("here\r")
    try terminal.expect("1  Model 1 has 85.2 %.")
    try terminal.expect("edit › ")
    try terminal.send("cancel\r")
    try leave(terminal)
  }

  @Test func thoseWhoHearTheScreenEditAtThePrompt() throws {
    let student = try Student()
    let extra = try withNano(student).merging(["RECKON_ACCESSIBLE": "1"]) { $1 }
    let terminal = try student.sitDown(["open", Self.name], extra: extra)
    try terminal.expect("(Enter for later): ")
    try terminal.send("\r")
    try terminal.expect("1.2.1: ")
    try terminal.send(":goto 1.3.1\r")
    try terminal.expect("1.3.1: ")
    try terminal.send(":edit\r")
    try terminal.expect("line 1: ")
    // Ctrl-C leaves it.
    try terminal.send("\u{3}")
    try terminal.expect("1.3.1: ")
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func interruptIsTheEditorsWhileItRuns() throws {
    let student = try Student()
    // Without `exec`, a shell that is just starting `sleep` may swallow the interrupt.
    try student.write("wait.sh", "echo waiting; exec sleep 30\n")
    let terminal = try atText(student, ["EDITOR": "sh ./wait.sh"])
    try terminal.send(":edit\r")
    try terminal.expect("waiting")
    try terminal.send("\u{3}")
    try terminal.expect("ended with an error")
    try leave(terminal)
  }
}
