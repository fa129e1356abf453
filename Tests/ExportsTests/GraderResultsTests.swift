import ExerciseFiles
import Foundation
import NotebookGrading
import ShippedExercises
import TerminalTesting
import Testing

@testable import Exports

/// A place as a platform prepares it, with what a student has handed in.
private final class Machine {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func write(_ bytes: [UInt8], to name: String) throws {
    let path = folder.path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: path))
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func results(
    _ adapter: GraderAdapter, _ exercises: [String] = ["chatgpt-footprint"],
    of exerciseFolder: String = ShippedExercises.folder
  ) throws -> [String: Any] {
    let library = ExerciseLibrary(folders: [exerciseFolder])
    let value = adapter.results(at: folder.path, exercises: exercises) { id in
      library.load(id).exercise.map { exercise in
        OpenedExercise(exercise, required: library.required(by: exercise).compactMap(\.exercise))
      }
    }
    let object = try JSONSerialization.jsonObject(with: Data(value.text.utf8))
    return try #require(object as? [String: Any])
  }
}

/// What each of them has handed in: a name, and files.
private let hostile: [(String, [(String, [UInt8])])] = {
  let huge = String(repeating: "(", count: 1_000_000)
  let head = "---\nreckon: 1\nexercise: chatgpt-footprint\n---\n"
  func notebook(_ code: String) -> [UInt8] { Array((head + "```reckon\n\(code)\n```\n").utf8) }
  return [
    ("nothing", []), ("an empty file", [("a.answers.md", [])]),
    ("zeros", [("a.answers.md", [UInt8](repeating: 0, count: 100_000))]),
    ("no text", [("a.answers.md", [0xFF, 0xFE, 0x00] + [UInt8](repeating: 0xC3, count: 5000))]),
    ("another kind", [("a.py", Array("import os; os.remove('/')".utf8))]),
    ("no zip", [("a.zip", Array("PK\u{3}\u{4} and so on".utf8))]),
    ("another exercise", [("a.md", Array("---\nexercise: quantum\n---\n".utf8))]),
    ("a path for an id", [("a.md", Array("---\nexercise: ../../etc/passwd\n---\n".utf8))]),
    ("brackets", [("a.answers.md", notebook("a = \(huge)"))]),
    ("powers", [("a.answers.md", notebook("a = 9^9^9^9\nb = range(1e9)"))]),
    ("controls", [("\u{1B}[2J\u{202E}.md", notebook("a = 1 \u{1B}]0;x\u{7}"))]),
    ("many", (0..<300).map { ("\($0).answers.md", notebook("total_number_queries = \($0)")) }),
    ("JSON", [("a.md", Array("{\"score\": 1, \"tests\": []}".utf8))]),
    ("Jupyter", [("a.ipynb", Array("{\"cells\": []}".utf8))]),
  ]
}()

@Suite struct GraderResultsTests {
  private let right = notebook("chatgpt-footprint")

  /// A notebook with right answers in formulas.
  private static func notebook(_ id: String, then rest: String = "") -> String {
    """
    ---
    reckon: 1
    exercise: \(id)
    ---
    ## 1
    ```reckon
    \(ShippedExercises.answers[id] ?? "")
    ```
    \(rest)
    """
  }

  /// With a text, and a choice that is not complete.
  private let analysis = notebook(
    "chatbot-model-analysis",
    then: """
      ## 1.3.1
      > Model 1, Model 2, Model 3 and Model 4 differ.

      ## 1.3.2a
      - [x] Accuracy (%)
      """)

  // MARK: Gradescope

  private static let gradescopeKeys: Set<String> = [
    "score", "execution_time", "output", "output_format", "test_output_format", "test_name_format",
    "visibility", "stdout_visibility", "extra_data", "tests", "leaderboard",
  ]
  private static let testKeys: Set<String> = [
    "score", "max_score", "status", "name", "name_format", "number", "output", "output_format",
    "tags", "visibility", "extra_data",
  ]
  private static let visibilities: Set<String> = [
    "hidden", "after_due_date", "after_published", "visible",
  ]

  /// After the specifications of Gradescope's autograder.
  private func validateGradescope(_ results: [String: Any]) throws {
    #expect(Set(results.keys).isSubset(of: Self.gradescopeKeys))
    let tests = try #require(results["tests"] as? [[String: Any]])
    #expect(!tests.isEmpty)
    #expect(results["score"] is Double)
    #expect(results["output"] is String)
    #expect(Self.visibilities.contains(try #require(results["stdout_visibility"] as? String)))
    for test in tests {
      #expect(Set(test.keys).isSubset(of: Self.testKeys))
      let score = try #require(test["score"] as? Double)
      let maximum = try #require(test["max_score"] as? Double)
      #expect(score >= 0 && score <= maximum)
      #expect(test["number"] is String && test["name"] is String && test["output"] is String)
      if let status = test["status"] { #expect(["passed", "failed"].contains("\(status)")) }
      #expect(
        ["text", "html", "simple_format", "md", "ansi"].contains("\(test["output_format"] ?? "")"))
      #expect(Self.visibilities.contains(try #require(test["visibility"] as? String)))
    }
    let sum = tests.reduce(0) { $0 + ($1["score"] as? Double ?? 0) }
    #expect(abs(sum - (results["score"] as? Double ?? -1)) < 1e-6)
  }

  @Test func aRightNotebookPassesEveryTest() throws {
    let machine = try Machine()
    try machine.write(right, to: "submission/chatgpt-footprint.answers.md")
    let results = try machine.results(.gradescope)
    try validateGradescope(results)
    #expect(results["score"] as? Double == 2)
    let tests = try #require(results["tests"] as? [[String: Any]])
    #expect(tests.map { $0["status"] as? String } == ["passed", "passed"])
    #expect(tests.map { $0["number"] as? String } == ["2.1.1", "2.2.1"])
    #expect(results["output"] as? String == "2 of 2 points.")
  }

  @Test(arguments: hostile.map(\.0)) func gradescopeGetsResultsWhateverIsHandedIn(
    name: String
  ) throws {
    let machine = try Machine()
    try machine.write("", to: "submission/.keep")
    for file in try #require(hostile.first { $0.0 == name }).1 {
      try machine.write(file.1, to: "submission/" + file.0)
    }
    let results = try machine.results(.gradescope)
    try validateGradescope(results)
    #expect(results["score"] as? Double == 0)
    let output = try #require(results["output"] as? String)
    #expect(!output.isEmpty && output.count < 9000)
    #expect(!output.unicodeScalars.contains { $0.value < 0x0A || $0.value == 0x202E })
  }

  @Test func whatAPlatformSaysBeyondItsLimitIsNotRead() throws {
    let machine = try Machine()
    try machine.write(right, to: "submission/chatgpt-footprint.answers.md")
    try machine.write("{}", to: "submission_metadata.json")
    let path = machine.folder.path + "/submission_metadata.json"
    #expect(truncate(path, off_t(GraderAdapter.metadataLimit + 1)) == 0)
    #expect(try machine.results(.gradescope)["score"] as? Double == 2)
  }

  @Test func aLinkLeadsNowhere() throws {
    let machine = try Machine()
    try machine.write("", to: "submission/.keep")
    try FileManager.default.createSymbolicLink(
      atPath: machine.folder.path + "/submission/a.answers.md", withDestinationPath: "/etc/passwd")
    let results = try machine.results(.gradescope)
    try validateGradescope(results)
    #expect("\(results)".contains("a link, which is not followed"))
    #expect(!"\(results)".contains("root:"))
  }

  @Test func aFolderThatIsNotThereIsNothingHandedIn() throws {
    let results = try Machine().results(.gradescope)
    try validateGradescope(results)
    #expect(results["output"] as? String == "Nothing was handed in.")
  }

  @Test(arguments: [
    ("2024-12-01T22:58:59.999999+00:00", false), ("2024-12-01T23:59:00.000001+01:00", false),
    ("2024-12-01T23:59:01.5+01:00", true), ("2025-01-01T00:00:00-07:00", true),
    ("yesterday", false),
  ]) func lateIsWhatWasHandedInAfterTheDueDate(created: String, isLate: Bool) throws {
    let machine = try Machine()
    try machine.write(right, to: "submission/a.answers.md")
    try machine.write(
      """
      {"id": 1, "created_at": "\(created)",
       "assignment": {"due_date": "2024-12-01T23:59:00.000000+01:00", "total_points": "2.0"},
       "users": [{"email": "a@x", "id": 1, "name": "A"}], "previous_submissions": []}
      """, to: "submission_metadata.json")
    let results = try machine.results(.gradescope)
    try validateGradescope(results)
    #expect((results["extra_data"] as? [String: Any])?["late"] as? Bool == isLate)
    #expect((results["output"] as? String)?.contains("after the due date") == isLate)
  }

  @Test func pointsThatWaitForAPersonAreSaid() throws {
    let machine = try Machine()
    try machine.write(analysis, to: "submission/chatbot-model-analysis.answers.md")
    let results = try machine.results(.gradescope, ["chatbot-model-analysis"])
    try validateGradescope(results)
    #expect((results["output"] as? String)?.contains("for a person") == true)
    let tests = try #require(results["tests"] as? [[String: Any]])
    #expect(tests.contains { $0["status"] == nil && "\($0["output"] ?? "")".contains("a person") })
  }

  @Test func optionsOfAChoiceAreNotGivenAway() throws {
    let machine = try Machine()
    try machine.write(
      """
      ---
      reckon: 1
      id: pick
      title: Pick
      due: 2020-01-01T12:00:00Z
      ---
      ## 1 Fruit
      Which are fruit?
      ```question
      points: 2
      choose: any
      options:
        - {text: Apple, right: yes, because: It grows on a tree.}
        - {text: Pear, right: yes, because: So does this.}
        - {text: Carrot, because: It is a root.}
      ```
      """, to: "mine/pick.md")
    try machine.write(
      "---\nexercise: pick\n---\n## 1\n- [x] Carrot\n- [ ] Apple\n",
      to: "submission/pick.answers.md")
    let results = try machine.results(.gradescope, ["pick"], of: machine.folder.path + "/mine")
    try validateGradescope(results)
    for word in ["Apple", "Pear", "tree", "root"] { #expect(!"\(results)".contains(word)) }
    #expect((results["tests"] as? [Any])?.count == 1)
  }

  // MARK: PrairieLearn

  /// After docs/externalGrading.md of PrairieLearn.
  private func validatePrairieLearn(_ results: [String: Any]) throws {
    let isGradable = try #require(results["gradable"] as? Bool)
    let data = try JSONSerialization.data(withJSONObject: results)
    #expect(data.count < 1 << 20)
    guard isGradable else {
      let errors = try #require(results["format_errors"] as? [String])
      #expect(!errors.isEmpty && errors.allSatisfy { !$0.isEmpty })
      #expect(results["score"] == nil)
      return
    }
    let score = try #require(results["score"] as? Double)
    #expect((0...1).contains(score))
    let tests = try #require(results["tests"] as? [[String: Any]])
    for test in tests {
      #expect(test["name"] is String && test["output"] is String)
      let points = try #require(test["points"] as? Double)
      let maximum = try #require(test["max_points"] as? Double)
      #expect(points >= 0 && points <= maximum)
    }
  }

  @Test func aRightNotebookHasAScoreOfOne() throws {
    let machine = try Machine()
    try machine.write(right, to: "student/chatgpt-footprint.answers.md")
    try machine.write("{}", to: "data/data.json")
    let results = try machine.results(.prairieLearn)
    try validatePrairieLearn(results)
    #expect(results["score"] as? Double == 1)
  }

  @Test func filesOfTheDataServeWhereTheFolderIsEmpty() throws {
    let machine = try Machine()
    let contents = Data(right.utf8).base64EncodedString()
    try machine.write(
      """
      {"submitted_answers": {"_files": [
        {"name": "chatgpt-footprint.answers.md", "contents": "\(contents)"}]}}
      """, to: "data/data.json")
    let results = try machine.results(.prairieLearn)
    #expect(results["score"] as? Double == 1)
  }

  @Test(arguments: hostile.map(\.0)) func prairieLearnGetsResultsWhateverIsHandedIn(
    name: String
  ) throws {
    let machine = try Machine()
    try machine.write("[1, 2", to: "data/data.json")
    for file in try #require(hostile.first { $0.0 == name }).1 {
      try machine.write(file.1, to: "student/" + file.0)
    }
    let results = try machine.results(.prairieLearn)
    try validatePrairieLearn(results)
    #expect(results["score"] as? Double ?? 0 == 0)
    // What answers a question counts as an attempt, whatever is wrong with it.
    let attempts: Set = ["many"]
    #expect(results["gradable"] as? Bool == attempts.contains(name))
  }
}
