import TerminalTesting
import Testing

/// What helps while a line is typed, and the mode for those who hear the screen.
@Suite(.serialized) struct LineAidTests {
  private let student: Student

  init() throws { student = try Student() }

  private func sitDown(
    _ arguments: [String] = ["open", "chatbot-model-analysis"], extra: [String: String] = [:],
    prompt: String = "› "
  ) throws -> PseudoTerminal {
    let terminal = try student.sitDown(arguments, extra: extra)
    try terminal.expect("Your student id")
    try terminal.expect(": ")
    try terminal.send("\r")
    try terminal.expect(prompt)
    return terminal
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.send("\u{3}\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  private func written(_ terminal: PseudoTerminal) -> String {
    String(decoding: terminal.output, as: UTF8.self)
  }

  @Test func namesThatAreAskedForAreSuggestedAndTaken() throws {
    let terminal = try sitDown()
    try terminal.send("gpu_p")
    try terminal.expect("ower")
    #expect(written(terminal).contains("\u{1B}[2mower"))
    try terminal.send("\u{1B}[C = 450 W\r")
    try terminal.expect("✓ gpu_power")
    try terminal.expect("› ")
    try terminal.send("gp")
    try terminal.expect("u_power = 450 W")
    try terminal.send("\u{5}  # twice\r")
    try terminal.expect("✓ gpu_power")
    try terminal.expect("› ")
    try terminal.send("models[\"Acc")
    try terminal.expect("uracy (%)\"]")
    try leave(terminal)
  }

  @Test func bracketsAndUnitsAreMarked() throws {
    let terminal = try sitDown()
    try terminal.send("x = (3 kWh")
    terminal.settle()
    #expect(written(terminal).contains("\u{1B}[33m("))
    #expect(written(terminal).contains("\u{1B}[34mkWh"))
    try terminal.send(")")
    terminal.settle()
    #expect(written(terminal).contains("\u{1B}[4m("))
    try leave(terminal)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func nothingIsSuggestedOrMarkedWhereNoColourIsWanted(_ extra: [String: String]) throws {
    let terminal = try sitDown(extra: extra)
    try terminal.send("gpu_p")
    try terminal.expect("gpu_p")
    terminal.settle()
    #expect(!written(terminal).contains("\u{1B}[2m"))
    try terminal.send("\u{1B}[C = 1\r")
    try terminal.expect(" = 1\n")
    try terminal.expect("› ")
    try leave(terminal)
  }

  @Test func anEarlierLineComesBackToBeChanged() throws {
    let terminal = try sitDown()
    try terminal.send("gpu_power = 450 kW\r")
    try terminal.expect("✗ gpu_power")
    try terminal.expect("› ")
    try terminal.send(":edit gpu_power\r")
    try terminal.expect("› gpu_power = 450 kW")
    try terminal.send("\u{7F}\u{7F}W\r")
    try terminal.expect("✓ gpu_power")
    try terminal.expect("› ")
    try leave(terminal)
  }

  @Test func aTextIsEditedAtThePromptWhereThereIsNoEditor() throws {
    let terminal = try sitDown(extra: ["PATH": "/nowhere"])
    try terminal.send(":goto 1.3.1\r")
    try terminal.expect("› ")
    try terminal.send("Model 1 is god.\r")
    try terminal.expect("› ")
    try terminal.send(":edit\r")
    try terminal.expect("1  Model 1 is god.")
    try terminal.expect("edit › ")
    try terminal.send("1\r")
    try terminal.expect("Model 1 is god.")
    try terminal.send("\u{7F}\u{7F}od.\r")
    try terminal.expect("1  Model 1 is good.")
    try terminal.expect("edit › ")
    try terminal.send("done\r")
    try terminal.expect("Noted.")
    try terminal.expect("› ")
    try leave(terminal)
  }

  // MARK: In words

  @Test(arguments: [[:], ["RECKON_ACCESSIBLE": "1"]])
  func allIsSaidInWordsWhereThatIsAskedFor(_ extra: [String: String]) throws {
    let terminal = try sitDown(
      ["open", "chatbot-model-analysis"] + (extra.isEmpty ? ["--accessible"] : []), extra: extra,
      prompt: "1.2.1: ")
    try terminal.send("gpu_power = 450 W\r")
    try terminal.expect("Right: gpu_power.")
    try terminal.expect("1.2.1: ")
    try terminal.send("gp")
    terminal.settle()
    try terminal.send("\u{1B}[C\u{3}")
    try terminal.expect("1.2.1: ")
    try terminal.send(":table models\r")
    try terminal.expect("Model 1: Training Time")
    try terminal.expect("1.2.1: ")
    try terminal.send("scatter([1, 2, 3], [3, 4, 5])\r")
    try terminal.expect("Further right")
    try terminal.expect("1.2.1: ")
    #expect(!terminal.hasShown("u_power = 450 W\n1.2.1"))
    let output = written(terminal)
    #expect(output.firstMatch(of: /[─-▟⠀-⣿✓✗◐›»]/) == nil)
    #expect(output.firstMatch(of: /\e\[[0-9;]*m/) == nil)
    try terminal.send(":accessible\r")
    try terminal.expect("› ")
    try leave(terminal)
  }

  @Test func otherCommandsSayItInWordsToo() throws {
    try student.write(
      "chatbot-model-analysis.answers.md",
      "---\nexercise: chatbot-model-analysis\n---\n## 1.2.1\n```reckon\ngpu_power = 450 kW\n```\n")
    let check = try student.run(["check", "--accessible", "chatbot-model-analysis.answers.md"])
    #expect(check.output.contains("1.2.1 Problem variables: begun, 0 of 1"))
    #expect(check.output.contains("    Wrong: gpu_power. Not right yet"))
    let root = try student.run(
      ["--accessible", "open", "chatbot-model-analysis"], input: "gpu_power = 45 kW\n")
    #expect(root.output.contains("Wrong: gpu_power."))
    let list = try student.run(["list", "--accessible"])
    #expect(list.output.contains("chatbot-model-analysis, Chatbot model analysis, 0 of 10 points"))
    let eval = try student.run(["eval", "--accessible", "[1 kg, 2 kg]"])
    #expect(eval.output == "  Row 0: 1 kg.\n  Row 1: 2 kg.\n")
    let wrong = try student.run(["eval", "--accessible", "5 Kwh"])
    #expect(wrong.errors.contains("At character 3, \"Kwh\""))
  }
}
