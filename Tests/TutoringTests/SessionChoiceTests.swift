import Exercises
import ShippedExercises
import Testing

@testable import Tutoring

private let teaExercise = """
  ---
  reckon: 1
  id: tea
  title: Tea
  ---
  ## 1.1 Heat

  ```question
  points: 1
  choose: 2
  options:
    - {text: Volume of water, right: yes, because: It is heated.}
    - {text: Rise in temperature, right: yes, because: "The *more*, the more."}
    - {text: Kind of kettle, right: if argued, because: Some lose heat.}
    - {text: Colour of the mug, because: Nobody sees energy.}
    - {text: Total cost}
  ```

  """

private func tea(width: Int = 80) throws -> SessionHarness {
  try SessionHarness("tea", width: width, exercises: ["tea": teaExercise])
}

private func ticked(_ harness: SessionHarness) -> [String] {
  harness.section("1.1").split(separator: "\n").filter { $0.hasPrefix("- [x]") }
    .map { String($0.dropFirst(6)) }
}

@Suite struct SessionChoiceTests {
  private static let both = ["Volume of water", "Rise in temperature"]

  @Test(arguments: [
    "1 2", "2,1", "1;2", "1, 2", "1 and 2", "1 & 2", "1-2", "1 - 2", "1–2", "1 to 2", "2-1",
    "1. 2.", "(1) (2)", "#1 #2", "1..2", "volume of water, rise in temperature", "volume, RISE",
    "rise and vol", "Volume, 2", "water; temperature", "1 2 1", "Volume of water and rise",
  ])
  func choicesAreMadeByNumbersOrWords(_ line: String) throws {
    let harness = try tea()
    #expect(harness.type(line).contains("✓ 1.1 is complete: 1 of 1 point."), "\(line)")
    #expect(ticked(harness) == Self.both)
  }

  @Test(arguments: [
    ("not 1", ["Rise in temperature"]), ("-1", ["Rise in temperature"]),
    ("- 1", ["Rise in temperature"]), ("untick volume", ["Rise in temperature"]),
    ("-1 -2", []), ("not 1, 2", []), ("not 1 and 2", []),
    ("-1 4", ["Rise in temperature", "Colour of the mug"]),
    ("none", []), ("clear", []), ("reset", []), ("nothing", []), (":reset", []),
    ("not 4", both), ("4 5", ["Colour of the mug", "Total cost"]),
  ])
  func whatIsTickedCanBeTakenAway(_ line: String, _ left: [String]) throws {
    let harness = try tea()
    harness.type("1 2")
    harness.type(line)
    #expect(ticked(harness) == left)
    if left != Self.both { harness.type(":undo") }
    #expect(ticked(harness) == Self.both)
  }

  @Test func aVeryLongLineIsRefusedAtOnce() throws {
    let harness = try tea()
    let line = String(repeating: "1 and ", count: 50_000)
    #expect(harness.type(line).contains("is none of the options"))
  }

  @Test func tabCompletesOptions() throws {
    let harness = try tea()
    func complete(_ line: String) -> [String] {
      let found = harness.session.completion(of: line, cursor: line.utf8.count)
      return found.candidates.map { "\(found.start):\($0.text)" }
    }
    #expect(complete("vol") == ["0:Volume of water"])
    #expect(complete("Volume of water, ri") == ["17:Rise in temperature"])
    #expect(complete(":go").contains { $0.hasSuffix("goto ") })
  }

  @Test(arguments: [40, 60])
  func linesFitTheWindow(_ width: Int) throws {
    let harness = try tea(width: width)
    for line in ["1 4", "1 2", ":why", "smell and taste", "1", "not 5", ":question"] {
      for shown in harness.type(line).split(separator: "\n") { #expect(shown.count <= width) }
    }
  }
}

/// The polls of the course, as they are shipped.
@Suite struct ShippedPollTests {
  @Test(arguments: [
    ("chatbot-model-analysis", "1.3.2a", ["Accuracy", "Total CO2e"], ["Training time"], 2),
    (
      "chatbot-model-analysis", "1.3.2b", ["Safety", "Sustainability", "Empowerment"],
      ["Fairness", "Others"], 2
    ),
    (
      "epfl-estimate", "2.3.3",
      [
        "Environmental footprint", "Biases", "Content exploitation", "Labour exploitation",
        "Plagiarism",
      ], ["Others"], nil
    ),
  ])
  func holdWhatTheCourseSays(
    _ exercise: String, _ id: String, _ right: [String], _ argued: [String], _ count: Int?
  ) throws {
    let question = try #require(try ShippedExercises.open(exercise).exercise.question(id))
    guard case .choice(let choice) = question.body else {
      Issue.record("\(id) is no choice")
      return
    }
    #expect(choice.count.number == count)
    #expect(question.points == 0)
    #expect(choice.options.filter { $0.credit == .right }.map(\.text) == right)
    #expect(choice.options.filter { $0.credit == .rightIfArgued }.map(\.text) == argued)
    #expect(choice.options.allSatisfy { $0.because != nil })
  }
}
