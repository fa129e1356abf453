import TerminalTesting
import Testing

@Suite(.serialized) struct PseudoTerminalTests {
  @Test func aProgramHasTheTerminalForItsOwn() throws {
    let terminal = try PseudoTerminal.spawn(
      "/bin/sh", ["-c", "stty size </dev/tty; read x; echo \"<$x>\"; exit 3"], columns: 61)
    try terminal.expect("24 61\n")
    try terminal.send("é\n")
    try terminal.expect("<é>")
    #expect(try terminal.waitForExit() == .exited(3))
  }

  @Test func aProgramIsToldOfANewSize() throws {
    let terminal = try PseudoTerminal.spawn(
      "/bin/bash",
      ["-c", "trap 'stty size' WINCH; echo ready; while :; do read -t 0.05 x && exit 4; done"],
      environment: ["PATH": "/usr/bin:/bin"])
    try terminal.expect("ready")
    try terminal.resize(columns: 44, rows: 11)
    try terminal.expect("11 44")
    try terminal.send("\n")
    #expect(try terminal.waitForExit() == .exited(4))
  }

  @Test func controlCReachesTheProgram() throws {
    let terminal = try PseudoTerminal.spawn("/bin/cat")
    try terminal.send("a\n")
    try terminal.expect("a\na\n")
    try terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .signalled(2))
  }

  @Test func aWaitForWhatDoesNotComeEnds() throws {
    let terminal = try PseudoTerminal.spawn("/bin/cat")
    #expect(throws: PseudoTerminal.Failure.self) { try terminal.expect("never", timeout: 0.1) }
    #expect(throws: PseudoTerminal.Failure.self) { try terminal.waitForExit(timeout: 0.1) }
  }
}
