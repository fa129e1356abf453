import TerminalTesting
import Testing

/// From one exercise to the next, and to an exercise by a part of its name.
@Suite(.serialized) struct GoingOnTests {
  private static let footprint = """
    ---
    exercise: chatgpt-footprint
    student: {id: '1', name: Ada}
    ---
    ## 2.1.1 Usage metrics
    ```reckon
    total_number_queries = usage["Number of queries"].sum()
    total_character_year = usage["Number of characters"].sum()
    total_token_year = total_character_year / (4 character/token)
    average_query_day = total_number_queries / (365 day)
    average_query_size = total_character_year / total_number_queries
    ```

    """
  private static let last =
    "footprint_per_token = 1 / (107.5 token/s) * 8 * 0.407 kW * 1.2 * 262 g CO2e/kWh"

  @Test func theNextExerciseFollowsAtEnter() throws {
    let student = try Student()
    try student.write("chatgpt-footprint.answers.md", Self.footprint)
    let terminal = try student.sitDown(["open", "chatgpt"])
    try terminal.expect("2.2.1 › ")
    try terminal.send(Self.last + "\r")
    try terminal.expect("Enter goes on with the next exercise, EPFL estimate (epfl-estimate).")
    try terminal.expect("› ")
    try terminal.send("\r")
    try terminal.expect("2.3.1 0/4 › ")
    try terminal.send(":quit\r")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func theMenuGoesOnWithWhatIsNotDone() throws {
    let student = try Student()
    try student.write(
      "chatgpt-footprint.answers.md",
      Self.footprint + "## 2.2.1 Carbon footprint per token\n```reckon\n\(Self.last)\n```\n")
    let terminal = try student.sitDown([])
    try terminal.expect("(1-3, Enter for 3): ")
    try terminal.send("what do I do\r")
    try terminal.expect("Type the number of an exercise")
    try terminal.expect("(1-3, Enter for 3): ")
    try terminal.send("let me out\r")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func checkAloneChecksTheNotebooksOfTheFolder() throws {
    let student = try Student()
    let none = try student.run(["check"])
    #expect(none.status == 2)
    #expect(none.errors.contains("There is no notebook in this folder."))
    try student.write("chatgpt-footprint.answers.md", Self.footprint)
    let run = try student.run(["check"])
    #expect(run.status == 1)
    #expect(run.output.contains("chatgpt-footprint.answers.md"))
  }
}
