import Exercises
import ShippedExercises
import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// Questions with choices of every kind.
private let tea = """
  ---
  reckon: 1
  id: tea
  title: Tea
  ---
  ## 1.1 Heat

  ```question
  points: 1
  choose: 2
  hint_cost: 10%
  skip: yes
  options:
    - {text: Volume of water, right: yes, because: It is heated.}
    - {text: Rise in temperature, right: yes, because: The *more*, the more.}
    - {text: Kind of kettle, right: if argued, because: Some lose heat.}
    - {text: Colour of the mug, because: Nobody sees energy.}
    - {text: Total cost}
  hints:
    - Look at the formula.
  ```

  ## 1.2 Drawbacks

  ```question
  points: 1
  choose: any
  options:
    - {text: Burns, right: yes}
    - {text: Stains, right: yes}
    - Thirst
    - None of these
  ```

  ## 1.3 Poll

  ```question
  points: 0
  choose: 1
  options:
    - {text: Green, because: It is mild.}
    - {text: Black, right: yes, because: It is strong.}
  ```

  """

private func harness(_ id: String, notebook: String? = nil, width: Int = 80) throws
  -> SessionHarness
{
  let harness = try SessionHarness("tea", notebook: notebook, width: width, exercises: ["tea": tea])
  harness.type(":goto \(id)")
  return harness
}

private func ticked(_ harness: SessionHarness, _ id: String = "1.1") -> [String] {
  harness.section(id).split(separator: "\n").filter { $0.hasPrefix("- [x]") }
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
    let harness = try harness("1.1")
    #expect(harness.type(line).contains("✓ 1.1 is complete: 1 of 1 point."), "\(line)")
    #expect(ticked(harness) == Self.both)
  }

  @Test func singleOptionsAddUp() throws {
    let harness = try harness("1.1")
    let first = harness.type("1")
    #expect(first.contains("1 of 2 chosen; 1 more is asked for."))
    #expect(!first.contains("fit") && !first.contains("right") && !first.contains("heated"))
    #expect(ticked(harness) == ["Volume of water"])
    #expect(harness.type("1").contains("1 is ticked already."))
    #expect(harness.type("rise").contains("✓ 1.1  Right."))
    #expect(ticked(harness) == Self.both)
    #expect(harness.type("4").contains("more than 2: 1 and 2 are ticked"))
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
    let harness = try harness("1.1")
    harness.type("1 2")
    harness.type(line)
    #expect(ticked(harness) == left)
    harness.type(":undo")
    if left != Self.both { #expect(ticked(harness) == Self.both) }
  }

  @Test(arguments: [
    ("1 2 3", "Choose 2, and here are 3"), ("6", "`6` is none of the options"),
    ("0 1", "`0` is none of the options"), ("1-9", "`9` is none of the options"),
    ("99999999999999999999 1", "is none of the options"),
    ("smell", "`smell` is none of the options: type numbers from 1 to 5, such as `1 4`"),
    ("Volume of wter", "Did you mean `Volume of water`?"),
    ("kind, smell", "`smell` is none"), ("not 4", "4 is not ticked"), ("all", "Choose 2"),
    (", ,", "is none of the options"), ("none", "Nothing is ticked."),
  ])
  func aChoiceThatDoesNotFitIsToldAndNotKept(_ line: String, _ said: String) throws {
    let harness = try harness("1.1")
    #expect(harness.type(line).contains(said))
    #expect(harness.file.isEmpty)
  }

  @Test func aPartOfSeveralOptionsIsAskedAbout() throws {
    let text = tea.replacing("Total cost", with: "Kind of tea")
    let harness = try SessionHarness("tea", exercises: ["tea": text])
    harness.type(":goto 1.1")
    let said = harness.type("kind")
    #expect(said.contains("`kind` may be `Kind of kettle` or `Kind of tea`"))
    #expect(harness.file.isEmpty)
  }

  @Test func aVeryLongLineIsRefusedAtOnce() throws {
    let harness = try harness("1.1")
    let line = String(repeating: "1 and ", count: 50_000)
    #expect(harness.type(line).contains("is none of the options"))
  }

  @Test func allThatApplyAddUp() throws {
    let harness = try harness("1.2")
    #expect(harness.type("1").contains("What you ticked fits: 50 % of the mark so far."))
    #expect(!harness.file.contains("tries"))
    #expect(harness.type("3").contains("1 of your 2 fits"))
    #expect(harness.file.contains("tries: {\"1.2\": 1}"))
    harness.type("not thirst")
    #expect(harness.type("stains").contains("✓ 1.2 is complete: 1 of 1 point."))
    #expect(ticked(harness, "1.2") == ["Burns", "Stains"])
    #expect(harness.type("all").contains("takes the mark off again"))
    #expect(ticked(harness, "1.2").count == 4)
    // An option comes before the word that clears.
    harness.type(":reset")
    harness.type("none")
    #expect(ticked(harness, "1.2") == ["None of these"])
  }

  @Test func ofAGradedChoiceTheReasonsComeAfterwards() throws {
    let harness = try harness("1.1")
    #expect(harness.type(":why").contains("are shown once your choice is right"))
    let wrong = harness.type("1 4")
    #expect(wrong.contains("~ 1.1  1 of your 2 fits: 50 % of the mark so far."))
    #expect(!wrong.contains("heated") && !wrong.contains("sees energy"))
    #expect(harness.type(":why").contains("are shown once your choice is right"))
    let right = harness.type("1 2")
    #expect(right.contains("1 [x] Volume of water  ✓ right\n       It is heated.\n"))
    #expect(right.contains("Nobody sees energy."))
    #expect(right.contains("Kind of kettle  ~ right if argued"))
    #expect(harness.type(":why").contains("Some lose heat."))
  }

  @Test func twoChoicesThatDoNotFitOfferAHintThatCosts() throws {
    let harness = try harness("1.1")
    harness.type("4 5")
    #expect(harness.type("1 4").contains(":hint"))
    #expect(harness.file.contains("tries: {\"1.1\": 2}"))
    harness.type(lines: [":hint", ":hint"])
    #expect(harness.type("1 2").contains("✓ 1.1 is complete: 0.9 of 1 point, 0.1 for a hint."))
  }

  @Test func anOptionToBeArguedForWaitsForAPersonWhoReadsWhy() throws {
    let harness = try harness("1.1")
    let said = harness.type("1 3")
    #expect(said.contains("`Kind of kettle` is acceptable if you argue for it"))
    #expect(said.contains("is complete: 0.5 of 1 point, 0.5 wait for a person."))
    #expect(harness.type("because old kettles lose heat").contains("for the person who reads it"))
    #expect(harness.section("1.1").contains("> old kettles lose heat"))
    #expect(ticked(harness) == ["Volume of water", "Kind of kettle"])
    let again = try harness.another()
    let shown = again.handle(":goto 1.1").map(\.plain).joined(separator: "\n")
    #expect(shown.contains("Your reason: old kettles lose heat"))
  }

  @Test func aPollIsNotedWithItsReasonsAndNoMarks() throws {
    let harness = try harness("1.3")
    #expect(harness.type(":why").contains("shown once you have chosen"))
    let said = harness.type("green")
    #expect(said.contains("✓ Noted."))
    #expect(said.contains("[x] Green\n       It is mild.") && said.contains("It is strong."))
    for word in ["right", "wrong", "✗", "complete"] { #expect(!said.contains(word)) }
    let changed = harness.type("2")
    #expect(ticked(harness, "1.3") == ["Black"])
    // The reasons have been shown: those of what is newly ticked are said again.
    #expect(changed.contains("It is strong.") && !changed.contains("It is mild."))
    #expect(changed.contains("`:why` shows the reasons of all options again."))
    #expect(harness.type(":why").contains("It is mild."))
  }

  @Test func aSkippedChoiceShowsTheRightOptionsAndThenTheReasons() throws {
    let harness = try harness("1.1")
    harness.type(":skip")
    let said = harness.type(":skip")
    #expect(said.contains("✓ Volume of water\n") && said.contains("Kind of kettle  if argued"))
    #expect(!said.contains("Colour"))
    #expect(harness.type(":why").contains("Nobody sees energy."))
    #expect(harness.type("1 2").contains("this counts no points"))
  }

  @Test func ticksSetByHandAreReadAndNothingIsLost() throws {
    let notebook = """
      ---
      exercise: tea
      ---
      ## 1.1 Heat

      A remark of mine.

      * [X]  volume  OF water
      * [x] Volume of water
      * [x] Size of the spoon
      * [ ] rise in temperature!

      """
    let harness = try harness("1.1", notebook: notebook)
    #expect(harness.type(":question").contains("1 [x] Volume of water"))
    let said = harness.type("2")
    #expect(said.contains("✓ 1.1  Right."))
    #expect(said.contains("`Size of the spoon` is ticked in the notebook and is none of"))
    #expect(harness.file.contains("A remark of mine."))
    #expect(harness.section("1.1").contains("- [x] volume OF water\n- [x] Volume of water\n"))
    #expect(harness.section("1.1").contains("[x] Size of the spoon"))
    #expect(harness.section("1.1").contains("[x] rise in temperature!"))
    harness.type("none")
    #expect(ticked(harness).isEmpty)
    #expect(harness.section("1.1").contains("- [ ] Size of the spoon"))
  }

  @Test func moreTickedByHandThanAskedForAreToldAndCanBeTakenAway() throws {
    let notebook =
      "---\nexercise: tea\n---\n## 1.1\n- [x] Volume of water\n- [x] Rise in temperature\n"
      + "- [x] Colour of the mug\n"
    let harness = try harness("1.1", notebook: notebook)
    #expect(harness.prompt.hasPrefix("1.1 ◐"))
    #expect(harness.type(":status").contains("partly right"))
    #expect(harness.type("not 4").contains("✓ 1.1  Right."))
  }

  @Test func statusSaysWhatIsToBeDoneStill() throws {
    let harness = try harness("1.1")
    harness.type("4")
    #expect(harness.type(":status").contains("1 of 2 chosen"))
    harness.type("5")
    #expect(harness.type(":status").contains("not right yet"))
  }

  @Test func formulasAreStillComputed() throws {
    let harness = try harness("1.1")
    #expect(harness.type("= 2 * 21").contains("42"))
    #expect(harness.type("2 * 21").contains("42"))
    #expect(harness.type("x = 60 W").contains("60 W"))
    #expect(ticked(harness).isEmpty)
  }

  @Test func tabCompletesOptions() throws {
    let harness = try harness("1.1")
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
    let harness = try harness("1.1", width: width)
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
