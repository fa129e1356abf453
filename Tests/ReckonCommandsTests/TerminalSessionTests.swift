import Foundation
import TerminalTesting
import Testing

@testable import Files

/// Whole exercises typed at a terminal.
@Suite(.serialized) struct TerminalSessionTests {
  /// A line to be typed, and what must then be shown.
  private typealias Step = (line: String, shown: String)

  /// Types each line after the prompt has come.
  private func type(_ steps: [Step], at terminal: PseudoTerminal) throws {
    for step in steps {
      try terminal.expect("› ")
      try terminal.send(step.line + "\r")
      if !step.shown.isEmpty { try terminal.expect(step.shown) }
    }
  }

  private func introduce(_ terminal: PseudoTerminal) throws {
    try terminal.expect("Your student id")
    try terminal.expect(": ")
    try terminal.send("345678\r")
    try terminal.expect("Your name")
    try terminal.expect(": ")
    try terminal.send("Ada Lovelace\r")
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.expect("› ")
    try terminal.send("\u{4}")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  private func expectFullMarks(_ student: Student, _ exercise: String, _ points: Double) throws {
    let name = exercise + ".answers.md"
    let text = student.read(name)
    #expect(text.contains("345678"))
    #expect(text.contains("Ada Lovelace"))
    let checked = try CheckedNotebook(try student.run(["check", "--json", name]))
    let score = try #require(checked.object["score"] as? Double)
    #expect(score == points)
    #expect(checked.notCorrect == [:])
  }

  @Test(arguments: [80, 60])
  func theChatbotExerciseIsTypedToFullMarks(_ columns: Int) throws {
    let student = try Student()
    let terminal = try student.sitDown(["open", "chatbot-model-analysis"], columns: columns)
    try introduce(terminal)
    try type([("gpu_power = (450 W", "")], at: terminal)
    try terminal.expect("… ")
    try terminal.send(")\r")
    try terminal.expect("✓ gpu_power")
    let steps: [Step] = [
      ("é = 3", "\n3"), ("CO₂ = 2", "\n2"), ("x = 3)", "error:"),
      ("gpu_power = 450 kWh", "✗ gpu_power"),
      ("gpu_power = 450 w", "error:"), ("gpu_power = 0.450", "~ gpu_power"),
    ]
    try type(steps, at: terminal)
    try terminal.expect("unit? ")
    try terminal.send("kW\r")
    try terminal.expect("✓ gpu_power")
    // Ctrl-C drops the line.
    try terminal.expect("› ")
    try terminal.send("carbon_intensity = 1 kg\u{3}")
    // The arrow key brings the last line back; its end is mended.
    try type(
      [
        ("carbon_intensity = 260 g CO2e/kW", "carbon_intensity"),
        ("\u{1B}[Ah", "✓ carbon_intensity"),
      ], at: terminal)
    // Tab completes the name.
    try type(
      [
        ("average_t\t = 1000", "✓ average_token_per_request"),
        ("nb_request_per_user_per_day = 5", "✓ nb_request"),
        ("nb_user_per_day = 10000", "✓ nb_user_per_day"),
        ("total_duration = 365", "✓ 1.2.1 is complete"),
      ], at: terminal)
    try type(
      [
        ("", "1.2.2 Training emissions"),
        ("training_emissions = models[\"Training T\t * gpu_power", "✗ training_emissions"),
        ("\u{1B}[A * carbon_intensity", "✓ 1.2.2 is complete"), ("", "1.2.3"),
        (
          "tokens = nb_user_per_day * nb_request_per_user_per_day * average_token_per_request"
            + " * total_duration", "token"
        ),
        ("time = tokens / models[\"Output Speed (tokens/sec)\"]", "Model 4"),
        (
          "inference_emissions = time * models[\"Number GPUs Required for Inference\"]"
            + " * gpu_power * carbon_intensity", "✓ 1.2.3 is complete"
        ),
        ("", "1.2.4"), ("total_emissions = training_emissions + inference", "error:"),
        ("total_emissions = training_emissions + inference_emissions", "✓ 1.2.4 is complete"),
        (":status", "4 of 10 points"),
      ], at: terminal)
    try leave(terminal)
    try expectFullMarks(student, "chatbot-model-analysis", 4)
    let text = student.read("chatbot-model-analysis.answers.md")
    #expect(text.contains("gpu_power = 0.450 kW\n"))
    #expect(text.contains("é = 3\n"))
    #expect(!text.contains("1 kg"))
  }

  @Test(arguments: [80, 60])
  func theFootprintExerciseIsTypedToFullMarks(_ columns: Int) throws {
    let student = try Student()
    let terminal = try student.sitDown([], columns: columns)
    try terminal.expect("Which exercise?")
    try terminal.expect(": ")
    try terminal.send("2\r")
    try introduce(terminal)
    try type(
      [
        ("total_number_queries = epfl_student_df[\"Number of q\t.sum()", "✓ total_number_queries"),
        ("total_character_year = usage['Number of characters'].sum()", "✓ total_character_year"),
        ("total_token_year = total_character_year / 4", "✓ total_token_year"),
        ("average_query_day = total_number_queries / 365", "average_query_day"),
        ("average_query_day = total_number_queries / (365 day)", "✓ average_query_day"),
        ("average_query_size = total_number_queries / total_character_year", "average_query_size"),
        ("average_query_size = total_character_year / total_number_queries", "✓ 2.1.1 is complete"),
        ("", "2.2.1"), (":hint", "Hint 1 of 7"),
        ("footprint_per_token = 1 / 107.5 token/s * 8 * 0.407 kW", "✗ footprint_per_token"),
        ("t = 1 / (107.5 token/s)", "\n0.0093"),
        ("footprint_per_token = t * 8 * 0.407 kW * 1.2 * 262 g CO2e/kWh", "✓ 2.2.1 is complete"),
      ], at: terminal)
    try terminal.expect("All questions are done")
    try leave(terminal)
    try expectFullMarks(student, "chatgpt-footprint", 2)
  }

  @Test(arguments: [80, 60])
  func theEstimateIsTypedToFullMarks(_ columns: Int) throws {
    let student = try Student()
    let terminal = try student.sitDown(["open", "epfl-estimate"], columns: columns)
    try introduce(terminal)
    try type(
      [
        ("number_students = 75 * 10 000 %", "✓ number_students"),
        ("token_per_student_per_year = total_token_year", "✓ token_per_student_per_year"),
        ("lower_bound_carbon_emissions_kg_per_token = 0,0008", "error:"),
        ("lower_bound_carbon_emissions_kg_per_token = 0.0008 g CO2e/token", "✓ lower_bound"),
        ("upper_bound_carbon_emissions_kg_per_token = footprint_per_token", "✓ 2.3.1 is complete"),
        ("", "2.3.2"),
        ("def yearly_carbon_emissions_chatgpt(people, tokens, emissions):", ""),
      ], at: terminal)
    try terminal.expect("… ")
    try terminal.send("    all_tokens = people * tokens\r")
    try terminal.expect("… ")
    try terminal.send("    return all_tokens * emissions\r")
    try terminal.expect("✓ 2.3.2 is complete")
    try type(
      [
        (
          "yearly_carbon_emissions_chatgpt(number_students, token_per_student_per_year,"
            + " lower_bound_carbon_emissions_kg_per_token) to kg", "7016"
        ),
        (":goto 2.3.3", "2.3.3"), ("1 3 5", "Noted"), (":goto 2.4.1", "2.4.1"),
        ("Hardware, mostly GPUs. Manufacture above all.", "2 sentences"),
      ], at: terminal)
    try leave(terminal)
    try expectFullMarks(student, "epfl-estimate", 2)
    let text = student.read("epfl-estimate.answers.md")
    #expect(text.contains("- [x] Environmental footprint"))
    #expect(text.contains("> Hardware, mostly GPUs."))
  }

  @Test func aKillInTheMiddleLosesNothingThatWasAccepted() throws {
    let student = try Student()
    let terminal = try student.sitDown(["open", "chatgpt-footprint"])
    try introduce(terminal)
    try type(
      [("total_number_queries = usage[\"Number of queries\"].sum()", "✓ total_number_queries")],
      at: terminal)
    try terminal.expect("› ")
    try terminal.send("total_character_year = ")
    terminal.settle()
    let process = try #require(terminal.process)
    kill(process, SIGKILL)
    #expect(try terminal.waitForExit() == .signalled(SIGKILL))

    let again = try student.sitDown(["open", "chatgpt-footprint"])
    try again.expect("You go on with")
    try again.expect("1/5")
    #expect(!again.hasShown("another session"))
    try type([("total_number_queries", "query")], at: again)
    try leave(again)
  }

  /// Killed at moments that differ, in the middle of saves among them.
  @Test func whatKilledSessionsLeaveBesideTheNotebookGoesWithTheNextOne() throws {
    let student = try Student()
    // With a student, lest the first be killed before it has saved who that is.
    try student.write(
      "chatgpt-footprint.answers.md",
      "---\nexercise: chatgpt-footprint\nstudent: {id: '1', name: Ada}\n---\n")
    var typed = 0
    for round in 0..<12 {
      let terminal = try student.sitDown(["open", "chatgpt-footprint"])
      let process = try #require(terminal.process)
      _ = try terminal.expect("2.1.1")
      let lines = (0..<20).map { "line_\(typed + $0) = \($0) kg\n" }
      typed += lines.count
      try terminal.send(lines.joined())
      _ = try? terminal.expect("line_\(typed - 20 + round)", timeout: 5)
      usleep(UInt32(round * 1300))
      kill(process, SIGKILL)
      #expect(try terminal.waitForExit() == .signalled(SIGKILL))
    }
    // One that was killed while it wrote.
    try student.write(".chatgpt-footprint.answers.md.4194999.3.tmp", "half")
    let notebook = student.read("chatgpt-footprint.answers.md")
    #expect(notebook.contains("line_"))
    let run = try student.run(["open", "chatgpt-footprint"], input: "last = 1 kg\n")
    #expect(run.status == 0)
    #expect(student.read("chatgpt-footprint.answers.md").contains("last = 1 kg"))
    let names = try FileManager.default.contentsOfDirectory(atPath: student.folder)
    #expect(names.filter { $0.hasSuffix(".tmp") || $0.hasSuffix(".lock") }.isEmpty)
  }

  @Test func tenLinesPastedAtOnceAreAllTaken() throws {
    let student = try Student()
    let terminal = try student.sitDown(["open", "chatbot-model-analysis"])
    try introduce(terminal)
    try terminal.expect("› ")
    let lines = [
      "# from my notebook", "gpu_power = 450 W", "", "carbon_intensity = 260 g CO2e/kWh",
      "average_token_per_request = 1000", "nb_request_per_user_per_day = 5", "",
      "nb_user_per_day = 10000", "total_duration = (365", "  * 1 day)", Answers.training,
    ]
    try terminal.send("\u{1B}[200~" + lines.joined(separator: "\n") + "\u{1B}[201~")
    terminal.settle()
    try terminal.send("\r")
    try terminal.expect("✓ 1.2.2 is complete")
    try leave(terminal)
    let text = student.read("chatbot-model-analysis.answers.md")
    for line in lines where !line.isEmpty && !line.hasPrefix("#") { #expect(text.contains(line)) }
    let checked = try CheckedNotebook(
      try student.run(["check", "--json", "chatbot-model-analysis.answers.md"]))
    #expect(try checked.score("1.2.1") == 1)
    #expect(try checked.score("1.2.2") == 1)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"]])
  func whereNoColourIsWantedNoneIsShown(_ extra: [String: String]) throws {
    let student = try Student()
    let terminal = try student.sitDown(["open", "chatgpt-footprint"], extra: extra)
    try introduce(terminal)
    try type(
      [
        ("x = oops", "error:"), ("total_number_queries = 3 query", "✗ total_number_queries"),
        (":status", "points so far"),
      ], at: terminal)
    try leave(terminal)
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.firstMatch(of: /\e\[[0-9;]*[1-9][0-9;]*m/) == nil)
    if extra["TERM"] == "dumb" { #expect(!output.contains("\u{1B}[?2004h")) }
  }

  @Test func colourIsShownWhereNothingSpeaksAgainstIt() throws {
    let student = try Student()
    let terminal = try student.sitDown(["open", "chatgpt-footprint"])
    try introduce(terminal)
    try type([("x = oops", "error:")], at: terminal)
    try leave(terminal)
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("\u{1B}[1;31m"))
  }

  @Test func aSecondSessionOnTheSameNotebookIsToldAndLosesNothing() throws {
    let student = try Student()
    let first = try student.sitDown(["open", "chatgpt-footprint"])
    try introduce(first)
    try type([("a = 1", "\n1")], at: first)
    let second = try student.sitDown(["open", "chatgpt-footprint"])
    try second.expect("open in another session too")
    try type([("b = 2", "\n2")], at: second)
    try type([("c = a + b", "changed outside this session")], at: first)
    try leave(second)
    try leave(first)
    let text = student.read("chatgpt-footprint.answers.md")
    for line in ["a = 1", "b = 2", "c = a + b"] { #expect(text.contains(line)) }
  }

  @Test func theTerminalIsLeftAsItWas() throws {
    let student = try Student()
    let terminal = try student.sitDown(["open", "chatgpt-footprint"])
    let before = try terminal.modes()
    try introduce(terminal)
    try terminal.expect("› ")
    try terminal.send(":quit\r")
    try terminal.expect("Until next time")
    #expect(try terminal.waitForExit() == .exited(0))
    let after = try terminal.modes()
    #expect(before.c_lflag == after.c_lflag)
    #expect(before.c_iflag == after.c_iflag)
  }

  @Test func aWindowOfFewColumnsStillWorks() throws {
    let student = try Student()
    let terminal = try student.sitDown(["open", "chatgpt-footprint"], columns: 20)
    try introduce(terminal)
    try type(
      [("x = 1 + 1", "\n2"), (":status", "points"), (":table", "2023"), (":help", ":quit")],
      at: terminal)
    try leave(terminal)
  }

  @Test func aTerminalThatGoesAwayEndsTheProgram() throws {
    let student = try Student()
    let terminal = try student.sitDown(["open", "chatgpt-footprint"])
    try introduce(terminal)
    try type([("a = 1", "\n1")], at: terminal)
    terminal.hangUp()
    _ = try terminal.waitForExit()
    #expect(student.read("chatgpt-footprint.answers.md").contains("a = 1"))
  }
}
