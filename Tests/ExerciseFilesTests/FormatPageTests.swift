import Diagnostics
import ExerciseFiles
import Exercises
import Formulas
import Foundation
import Grading
import PageTesting
import Quantities
import Testing

@testable import AnswerKeys
@testable import Files
@testable import TextLayout

@Suite("The page on the format of exercises")
struct FormatPageTests {
  @Test(arguments: FormatPage.shared.exercises)
  func showsExercisesThatLoadAndGrade(exercise: PageBlock) throws {
    let folder = try FormatPage.shared.folder()
    let path = try folder.write(exercise.text, to: "this.md")
    let library = ExerciseLibrary(folders: [folder.path])
    let loaded = ExerciseLoader().load(path: path)
    #expect(loaded.summary == [])
    #expect(try problems(of: #require(loaded.exercise), in: library) == [])
  }

  @Test(arguments: FormatPage.shared.questions + FormatPage.shared.excerpts)
  func showsBlocksThatFitIntoItsExercise(block: PageBlock) throws {
    let folder = try FormatPage.shared.folder()
    let host = try #require(FormatPage.shared.exercises.first)
    let path = try folder.write(host.text + "\n## 99 Block\n\n" + block.text, to: "host.md")
    let loaded = ExerciseLoader().load(path: path)
    #expect(loaded.summary == [])
    let exercise = try #require(loaded.exercise)
    #expect(try problems(of: exercise, in: ExerciseLibrary(folders: [])) == [])
    if FormatPage.shared.questions.contains(block), case .reading = exercise.questions.last?.body {
      Issue.record("the question of line \(block.line) asks for something")
    }
  }

  @Test(arguments: FormatPage.shared.frontMatter)
  func showsFrontMatterThatLoads(part: PageBlock) throws {
    let folder = try FormatPage.shared.folder()
    let text = "---\nreckon: 1\nid: part\ntitle: Part\n\(part.text)---\n"
    let loaded = ExerciseLoader().load(path: try folder.write(text, to: "part.md"))
    #expect(loaded.summary == [])
    let exercise = try #require(loaded.exercise)
    #expect(try problems(of: exercise, in: ExerciseLibrary(folders: [])) == [])
  }

  @Test(arguments: FormatPage.shared.courses)
  func showsACourseThatLoads(course: PageBlock) throws {
    let folder = try FormatPage.shared.folder()
    let loaded = CourseLoader().load(path: try folder.write(course.text, to: "course.md"))
    #expect(loaded.problems.map(\.diagnostic.message) == [])
    let ids = FormatPage.shared.exercises.compactMap(\.exerciseID)
    #expect(loaded.course?.exercises == ids)
    var exercise = Exercise(id: "course", title: "Course", file: "course.md")
    exercise.adopt(try #require(loaded.course))
    #expect(!exercise.equivalencies.isEmpty)
    #expect(try problems(of: exercise, in: ExerciseLibrary(folders: [])) == [])
  }

  @Test func hasBlocksOfEverySort() throws {
    let page = FormatPage.shared
    #expect(page.exercises.count == 2)
    #expect(page.courses.count == 1)
    #expect(page.tables.count == 1)
    #expect(page.questions.count == 13)
    #expect(page.excerpts.count == 3)
    #expect(page.frontMatter.count == 6)
  }

  @Test func showsWhatLintSays() throws {
    let host = try #require(FormatPage.shared.exercises.first)
    let text = host.text.replacing("    unit: kWh\n", with: "    unit: kW\n")
      .replacing("tolerance: 1%", with: "tolerence: 1%")
    let folder = try FormatPage.shared.folder()
    let loaded = ExerciseLoader().load(path: try folder.write(text, to: "host.md"))
    let reference = CompiledExercise(try #require(loaded.exercise), units: UnitSystem())
    let problems =
      loaded.problems
      + reference.problems
    #expect(problems.count == 2)
    for problem in problems {
      let source = SourceText(
        bytes: problem.source.bytes, name: "bath-or-shower.md", firstLine: problem.source.firstLine)
      let shown = SnippetRenderer(width: 80).render(problem.diagnostic, in: source).plain
      #expect(FormatPage.shared.text.contains(shown + "\n"))
    }
  }

  @Test(arguments: FormatPage.shared.typedAnswers)
  func saysWhatIsSaidOfATypedAnswer(answer: TypedAnswer) throws {
    let loaded = try host(with: answer.question)
    #expect(loaded.summary == [])
    let compiled = CompiledExercise(try #require(loaded.exercise), units: UnitSystem())
    #expect(compiled.problems.map(\.diagnostic.message) == [])
    let sheet = compiled.makeSheet()
    _ = sheet.load(
      Parser.parse("x = \(answer.typed)").items.compactMap { item in
        if case .statement(let statement) = item { statement } else { nil }
      })
    let reports = Grader(compiled, sheet: sheet).report().questions.flatMap(\.answers)
    let report = try #require(reports.first { $0.name == "x" })
    #expect(report.verdict.rawValue == answer.verdict)
    #expect(([report.message] + report.notices).joined(separator: " ") == answer.said)
  }

  @Test func typedAnswersAreFoundInEveryTable() {
    #expect(FormatPage.shared.typedAnswers.count == 43)
  }

  /// The ends of what is right, and what `lint` says of a tolerance for a plain number.
  @Test(arguments: FormatPage.shared.tolerances)
  func saysHowFarAToleranceReaches(row: [String]) throws {
    let loaded = try host(
      with: "points: 1\nanswers:\n  x: {expect: 7.2, tolerance: \(row[0].code[0])}")
    let compiled = CompiledExercise(try #require(loaded.exercise), units: UnitSystem())
    let remarks = loaded.problems + ExerciseCheck(compiled).modelAnswerProblems()
    #expect(remarks.map(\.diagnostic.message) == (row[2].isEmpty ? [] : [row[2]]))
    let ends = row[1].components(separatedBy: " to ").compactMap(Double.init)
    try #require(ends.count == (row[1].isEmpty ? 0 : 2))
    guard let low = ends.first, let high = ends.last else { return }
    let answer = try #require(compiled.answerKey.answer(named: "x"))
    for (number, isRight) in [
      (low + 0.001, true), (high - 0.001, true), (low - 0.001, false), (high + 0.001, false),
    ] {
      #expect(answer.accepts(.quantity(number, .one)) == isRight, "\(number)")
    }
  }

  @Test func aGivenNameMayStandInAFunctionAndHidesAnEarlierAnswer() throws {
    let function = try host(
      with: "points: 1\ngiven: {heat: 35 Wh/L}\nfunction: need(v)\nexpect: v * heat\ntests: [2 L]")
    let compiled = CompiledExercise(try #require(function.exercise), units: UnitSystem())
    let remarks = ExerciseCheck(compiled).modelAnswerProblems()
    #expect(remarks.map(\.diagnostic.message) == [])
    let hiding = try host(
      with: "points: 1\ngiven: {bath_energy: 4 m}\nanswers:\n  x: 2 * bath_energy")
    let exercise = CompiledExercise(try #require(hiding.exercise), units: UnitSystem())
    #expect(exercise.answerKey.answer(named: "x")?.value.text() == "8 m")
  }

  /// The page's exercise with one more question, in whose block a text stands.
  private func host(with question: String) throws -> LoadedExercise {
    let folder = try FormatPage.shared.folder()
    let host = try #require(FormatPage.shared.exercises.first)
    let units = "units: {shower: counted, person: {counted: people}}"
    let text =
      host.text.replacing("units: {shower: counted}", with: units)
      + "\n## 99 Block\n\n```question\n\(question)\n```\n"
    return ExerciseLoader().load(path: try folder.write(text, to: "host.md"))
  }

  /// Double quotes around a formula that has some itself, of which the page warns.
  @Test func warnsOfAQuoteThatYAMLClosesTooEarly() throws {
    let loaded = try load(withQuestion("points: 1\nanswers:\n  a: \"heads[\"Flow\"] * 2\""))
    #expect(loaded.summary == ["yaml-value-ended:11"])
  }

  /// What is wrong with the formulas of an exercise, and with how they are judged.
  private func problems(of exercise: Exercise, in library: ExerciseLibrary) throws -> [String] {
    let units = UnitSystem()
    var values: [String: Formulas.Value] = [:]
    for loaded in library.required(by: exercise) {
      let required = CompiledExercise(try #require(loaded.exercise), units: units, required: values)
      values.merge(required.answerKey.values) { $1 }
    }
    let reference = CompiledExercise(exercise, units: units, required: values)
    let check = ExerciseCheck(reference)
    return (reference.problems + check.formulaProblems() + check.modelAnswerProblems())
      .map { "\($0.line): \($0.diagnostic.message)" }
  }
}

/// `docs/exercise-format.md`, parted into its fenced blocks.
struct FormatPage: Sendable {
  static let shared = FormatPage()

  private let page = Page("exercise-format.md")

  var text: String { page.text }
  private var blocks: [PageBlock] { page.blocks }

  private var markdown: [PageBlock] { blocks.filter { $0.info == "markdown" } }

  /// Complete exercises.
  var exercises: [PageBlock] { page.exercises }

  var courses: [PageBlock] { page.documents.filter { $0.exerciseID == nil } }

  /// Parts of exercises in Markdown.
  var excerpts: [PageBlock] { markdown.filter { !$0.text.hasPrefix("---\n") } }

  /// Question blocks that stand by themselves, fences included.
  var questions: [PageBlock] {
    blocks.filter { $0.info == "question" }.map {
      PageBlock(info: $0.info, text: "```question\n\($0.text)```\n", line: $0.line)
    }
  }

  var frontMatter: [PageBlock] { blocks.filter { $0.info == "yaml" } }
  var tables: [PageBlock] { blocks.filter { $0.info.hasPrefix("csv ") } }

  /// A folder with the page's exercises and tables, as its reader would save them.
  func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for table in tables { try folder.write(table.text, to: String(table.info.dropFirst(4))) }
    for exercise in exercises {
      try folder.write(exercise.text, to: (exercise.exerciseID ?? "exercise") + ".md")
    }
    return folder
  }
}

/// A line that a table of the page says a student types, with what is found of it.
struct TypedAnswer: Sendable, CustomTestStringConvertible {
  /// The text of the question's block.
  let question: String
  let typed: String
  let verdict: String
  let said: String

  var testDescription: String { "\(typed): \(question.split(separator: "\n").last ?? "")" }
}

extension FormatPage {
  /// Of the tables that say of an answer, which stands in the paragraph before, what students type,
  /// and perhaps with which of its keys.
  var typedAnswers: [TypedAnswer] {
    let paragraphs = text.components(separatedBy: "\n\n")
    return zip(paragraphs, paragraphs.dropFirst()).flatMap { before, table -> [TypedAnswer] in
      guard table.contains("| Typed | Verdict | What is said |") else { return [] }
      let code = before.code
      guard let answer = code.last(where: { $0.hasPrefix("{") }) else { return [] }
      let given = code.first { $0.hasPrefix("given: ") }.map { $0 + "\n" } ?? ""
      var keys: [String] = []
      return table.tableRows.flatMap { row -> [TypedAnswer] in
        if row.count == 4, !row[0].isEmpty { keys = Self.keys(in: row[0]) }
        let cells = row.suffix(3)
        return (keys.isEmpty ? [""] : keys).flatMap { key in
          cells[cells.startIndex].code.map { typed in
            let spec = key.isEmpty ? answer : answer.dropLast() + ", \(key)}"
            return TypedAnswer(
              question: "points: 1\n\(given)answers:\n  x: \(spec)", typed: typed,
              verdict: cells[cells.startIndex + 1].code.joined(), said: cells.last ?? "")
          }
        }
      }
    }
  }

  /// `bare: ask` of a cell that says so; of one that names policies for bare numbers alone, each.
  private static func keys(in cell: String) -> [String] {
    if cell.hasPrefix("any") { return [] }
    return cell.code.map { $0.contains(": ") ? $0 : "bare: \($0)" }
  }

  /// The rows of the table of tolerances of a plain number.
  var tolerances: [[String]] {
    text.components(separatedBy: "\n\n").filter { $0.hasPrefix("| `tolerance` | Right is |") }
      .flatMap(\.tableRows)
  }
}

extension String {
  /// What stands between backquotes.
  fileprivate var code: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// Of a table, cell by cell, without its heading.
  fileprivate var tableRows: [[String]] {
    split(separator: "\n").dropFirst(2).map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}
