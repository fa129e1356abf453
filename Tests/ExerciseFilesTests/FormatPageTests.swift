import Diagnostics
import ExerciseFiles
import Exercises
import Formulas
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
    #expect(page.questions.count == 12)
    #expect(page.excerpts.count == 3)
    #expect(page.frontMatter.count == 5)
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
