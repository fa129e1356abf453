import Diagnostics
import ErrorDiagnosis
import ExerciseFiles
import Exercises
import Foundation
import Grading
import NotebookFiles
import NotebookGrading
import PageTesting
import Reports
import Testing

/// docs/causes.md stays true: what it says is said of an answer is said of it.
@Suite("The page on causes") struct CausesPageTests {
  @Test(arguments: CausesPage.shared.page.exercises)
  func showsExercisesThatLintFindsNothingIn(_ block: PageBlock) throws {
    let opened = try CausesPage.open(block)
    let found = opened.problems + ExerciseCheck(opened.compiled).formulaProblems()
    let remarks = found + ExerciseCheck(opened.compiled).modelAnswerProblems()
    #expect(remarks.map(\.diagnostic.message) == [])
  }

  @Test(arguments: CausesPage.shared.examples)
  func showsWhatIsSaidOfAnAnswer(_ example: CauseExample) throws {
    let opened = try #require(CausesPage.shared.exercises.first { $0.asks(for: example.name) })
    let answer = try #require(opened.compiled.answerKey.answer(named: example.name))
    #expect("\(example.name) = \(answer.spec.expect.text)" == example.asked)
    let notebook = NotebookFile(text: example.notebook(of: opened.exercise.id), name: "page")
    let graded = opened.compiled.grade(notebook)
    #expect(graded.problems.map(\.diagnostic.message) == [])
    let report = graded.report()
    let found = try #require(
      report.questions.flatMap(\.answers).first { $0.name == example.name })
    #expect(found.message == example.said)
    #expect(found.cause?.kind.rawValue == example.id)
    // A cause stands in an object as the page has it.
    let json = CheckJSON.value(report, opened: opened).text
    let name = "\"name\": \"\(example.name)\", \"verdict\": \"\(found.verdict.rawValue)\""
    #expect(json.contains("\(name), \"cause\": \(example.json), \"message\""), "\(json)")
  }

  @Test(arguments: Cause.Kind.allCases)
  func hasASectionWithAnExampleOfEveryCause(_ kind: Cause.Kind) throws {
    let heading = "\n#### `\(kind.rawValue)`\n"
    let sections = CausesPage.shared.page.text.components(separatedBy: heading)
    try #require(sections.count == 2)
    let section = try #require(sections[1].components(separatedBy: "\n#").first)
    let lines = section.split(separator: "\n").filter { $0.hasPrefix("json ") }
    #expect(!lines.isEmpty)
    for line in lines { #expect(line.contains("{\"id\": \"\(kind.rawValue)\"")) }
  }

  /// The table says what goes with each id, and no example has anything else.
  @Test(arguments: Cause.Kind.allCases)
  func saysInOneRowWhatGoesWithACause(_ kind: Cause.Kind) throws {
    let rows = CausesPage.shared.rows.filter { $0[0].contains("`\(kind.rawValue)`") }
    // What goes with it, and what can be done with it.
    try #require(rows.map(\.count) == [3, 2])
    let (names, beside) = (rows[0][1], rows[0][2])
    for example in CausesPage.shared.examples where example.id == kind.rawValue {
      let first = try #require(example.json.components(separatedBy: ", \"and\"").first)
      if names == "none" { #expect(first.contains("\"names\": []")) }
      if first.contains("\"names\": []") { #expect(names.contains("none")) }
      for key in ["factor", "units"] where first.contains("\"\(key)\"") {
        #expect(beside.contains("`\(key)`"))
      }
    }
  }
}

/// An answer of the page, with what is said of it.
struct CauseExample: Sendable, CustomTestStringConvertible {
  var asked = ""
  var typed = ""
  var said = ""
  var json = ""
  var line: Int

  var testDescription: String { "\(typed), line \(line)" }

  init(_ block: PageBlock) {
    line = block.line
    var label = ""
    for line in block.text.split(separator: "\n") {
      let own = line.prefix(7).trimmingCharacters(in: .whitespaces)
      if !own.isEmpty { label = own }
      let text = String(line.dropFirst(7))
      switch label {
      case "asked": asked = text
      case "typed": typed = text
      case "said": said += (said.isEmpty ? "" : " ") + text
      case "json": json = text
      default: Issue.record("line \(block.line) has no \(label)")
      }
    }
  }

  private var statements: [String] { typed.components(separatedBy: "; ") }

  /// What the last statement binds.
  var name: String { String((statements.last ?? "").prefix { $0 != " " }) }

  var id: String? {
    json.hasPrefix("{\"id\": \"") ? String(json.dropFirst(8).prefix { $0 != "\"" }) : nil
  }

  func notebook(of exercise: String) -> String {
    "---\nexercise: \(exercise)\n---\n## 1\n```reckon\n"
      + statements.joined(separator: "\n") + "\n```\n"
  }
}

struct CausesPage: Sendable {
  static let shared = CausesPage()

  let page = Page("causes.md")
  let examples: [CauseExample]

  private init() {
    examples = page.blocks.filter { $0.info == "cause" }.map(CauseExample.init)
  }

  var exercises: [OpenedExercise] { page.exercises.compactMap { try? Self.open($0) } }

  /// Rows of the page's tables, cell by cell.
  var rows: [[String]] {
    page.text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  static func open(_ block: PageBlock) throws -> OpenedExercise {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reckon-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "exercise.md")
    try block.text.write(to: file, atomically: true, encoding: .utf8)
    let loaded = ExerciseLoader().load(path: file.path)
    return OpenedExercise(try #require(loaded.exercise), problems: loaded.problems)
  }
}

extension OpenedExercise {
  fileprivate func asks(for name: String) -> Bool {
    compiled.answerKey.answer(named: name) != nil
  }
}
