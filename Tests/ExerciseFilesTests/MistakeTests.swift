import ExerciseFiles
import Testing

@testable import Exercises
@testable import Files

/// A mistake; `◀` ends the line that is to be blamed, or each of them in order.
struct Mistake: CustomTestStringConvertible {
  let ids: [String]
  let marked: String

  init(_ ids: String..., in marked: String) {
    self.ids = ids
    self.marked = marked
  }

  var testDescription: String { ids.joined(separator: ", ") }
  var text: String { marked.replacing(" ◀", with: "").replacing("◀", with: "") }

  /// `id:line` of each.
  var expected: [String] {
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .flatMap { line in line.element.filter { $0 == "◀" }.map { _ in line.offset + 1 } }
    return zip(ids, lines).map { "\($0):\($1)" }
  }
}

@Suite("Mistakes in an exercise's file")
struct MistakeTests {
  @Test(arguments: frontMatterMistakes + yamlMistakes + blockMistakes + chartMistakes)
  func inItsShapeAreToldWithTheirLine(mistake: Mistake) throws {
    let loaded = try load(mistake.text)
    #expect(loaded.summary == mistake.expected)
    #expect(!mistake.expected.isEmpty)
  }

  @Test(arguments: valueMistakes + functionMistakes + choiceMistakes + textMistakes)
  func inQuestionsAreToldWithTheirLine(mistake: Mistake) throws {
    let loaded = try load(mistake.text)
    #expect(loaded.summary == mistake.expected)
    #expect(!mistake.expected.isEmpty)
    #expect(loaded.exercise?.questions.isEmpty == false)
  }

  @Test func areAllToldAtOnce() throws {
    let loaded = try load(
      """
      ---
      reckon: 1
      id: test
      titel: Test
      ---
      ## 1.1 One
      ```question
      points: -1
      answers: {a: {expect: 1, toleranse: 1%}}
      ```
      ## 1.2 Two
      ```question
      points: 1
      answers: {a: 1, b: 2 W}
      ```
      """)
    #expect(
      loaded.summary == [
        "key-missing:2", "unknown-key:4", "bad-number:8", "unknown-key:9", "answer-twice:14",
      ])
    #expect(loaded.exercise?.questions.count == 2)
  }

  @Test func inKeysSuggestTheNearest() throws {
    let loaded = try load(withQuestion("points: 1\nanswers: {a: {expect: 1, toleranse: 1%}}"))
    let diagnostic = try #require(loaded.problems.first?.diagnostic)
    #expect(diagnostic.message == "The answer `a` has no key `toleranse`.")
    #expect(diagnostic.help == ["Did you mean `tolerance`?"])
  }

  @Test func inACourseAreToldWithTheirLine() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      """
      ---
      reckon: 1
      title: Course
      id: course
      exercises: [a, B c]
      calendar:
        - date: soon
          what: Exam
        - date: 2024-12-16
        - {date: 2024-12-17, what: Talk, for: question}
        - {date: 2024-12-18, until: 2024-12-17, what: Talk}
        - {date: 2024-12-18, until: 2024-12-18T10:00:00Z, what: Talk}
      ---
      Text
      """, to: "course.md")
    let loaded = CourseLoader().load(path: path)
    #expect(
      loaded.problems.map { "\($0.diagnostic.id):\($0.line)" } == [
        "unknown-key:4", "bad-exercise-id:5", "bad-date:7", "key-missing:9", "bad-word:10",
        "calendar-backwards:11",
      ])
    #expect(loaded.course?.exercises == ["a"])
  }

  @Test func areMarkedAtTheirPlace() throws {
    let loaded = try load(withQuestion("points: 1\nanswers: {é: {expect: 1, toleranse: 1%}}"))
    let problem = try #require(loaded.problems.first)
    let label = try #require(problem.diagnostic.labels.first)
    #expect(problem.source.text(label.span) == "toleranse")
  }

  @Test func speakOfNothingInside() throws {
    for mistake in frontMatterMistakes + yamlMistakes + valueMistakes + textMistakes {
      for problem in try load(mistake.text).problems {
        let text = ([problem.diagnostic.message] + problem.diagnostic.help).joined(separator: " ")
        #expect(!text.contains("Optional("))
        #expect(!text.contains("Yaml"))
        #expect(!text.contains("libyaml"))
      }
    }
  }
}
