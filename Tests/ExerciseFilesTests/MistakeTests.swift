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

  @Test(arguments: shownQuestions)
  func thatShowWhatIsForAuthorsAreErrors(mistake: Mistake) throws {
    let loaded = try load(mistake.text)
    #expect(loaded.summary == mistake.expected)
    #expect(!loaded.isSound)
  }

  /// What looks like one of these and is not.
  @Test(arguments: [
    "## 1 A\n\n- a\n\n  ```\n  x = 1\n  ```\n\n```python\npoints = 1\n```\n\nIn points: 3 of them.\n",
    "## 1 A\n\n<!-- For me,\n\n    ```question\n    points: 1\n\nalone. -->\n\n`<!--` opens a comment.\n",
    "## 1 A\n\n```question\npoints: 1 # of three\nanswers:\n  weight: 5 N\n  range: {expect: 3 m}\n"
      + "hints:\n  - 'Table #2' # as printed\n  - \"Two\\nlines, $5 or\\n$6\"\n  - \"A\\ttab\"\n```\n",
  ])
  func areNotSeenInSoundText(body: String) throws {
    #expect(try load(withFrontMatter(body)).summary == [])
  }

  @Test func inTheDepthOfAKeySayWhatToWrite() throws {
    let loaded = try load(
      withQuestion("points: 1\nanswers:\n  stress: '[1, 2] MPa'\n  unit: MPa"))
    #expect(
      loaded.problems.flatMap(\.diagnostic.help)
        == ["Write `stress: {expect: '[1, 2] MPa', unit: MPa}`."])
  }

  @Test(arguments: [
    ("2024-12-01", "2024-12-01T23:59:00+01:00"), ("1.2.2027 08:15", "2027-02-01T08:15:00+01:00"),
    ("2027-02-01 08:15:00Z", "2027-02-01T08:15:00Z"), ("soon", "2030-12-01T23:59:00+01:00"),
    ("2027-02-30", "2030-12-01T23:59:00+01:00"),
  ])
  func inADateAreOfferedCompleted(found: String, offered: String) throws {
    let loaded = try load(
      "---\nreckon: 1\nid: test\ntitle: Test\ndue: \(found)\n---\n")
    #expect(loaded.problems.map(\.diagnostic.id) == ["bad-date"])
    #expect(loaded.problems.flatMap(\.diagnostic.help) == ["Write it as in `\(offered)`."])
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
