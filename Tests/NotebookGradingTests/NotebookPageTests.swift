import Dates
import ExerciseFiles
import Exercises
import Formulas
import Foundation
import Grading
import NotebookFiles
import NotebookGrading
import PageTesting
import TerminalTesting
import Testing

/// The page on the format of notebooks.
@Suite struct NotebookPageTests {
  private let page = Page("notebook-format.md")
  private let exercise: Exercise
  private let text: String

  init() throws {
    let exercises = Page("exercise-format.md")
    let folder = try TemporaryFolder()
    let path = folder.path + "/bath-or-shower.md"
    let table = try #require(exercises.blocks.first { $0.info == "csv heads.csv" })
    for (text, path) in [
      (table.text, folder.path + "/heads.csv"),
      (try #require(exercises.exercises.first).text, path),
    ] {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    exercise = try #require(ExerciseLoader().load(path: path).exercise)
    text = try #require(page.documents.first).text
  }

  private var file: NotebookFile { NotebookFile(text: text, name: "bath-or-shower.answers.md") }

  @Test func itsNotebookIsReadWholeAndAllOfItIsRight() {
    let graded = OpenedExercise(exercise).compiled.grade(file)
    #expect(graded.remarks.map(\.diagnostic.severity) == [.notice])
    let report = graded.report()
    #expect(report.score + report.provisional == report.maximum - 0.5)
    #expect(report.waiting == 0.5)
    #expect(report.questions.map(\.isDone) == [true, true, true])
    #expect(file.askedQuestions.map(\.question) == ["1.2"])
  }

  @Test func itsHeadSaysWhatItsTableSays() {
    #expect(file.exercise == exercise.id)
    #expect(file.student == NotebookFile.Student(id: "345678", name: "Ada Lovelace"))
    #expect(file.tries == ["1.1": 1])
    #expect(file.hints == ["1.1": 2, "shower_energy": 1])
    #expect(file.noted == ["units"])
    // Its history holds, and is that of its hints and its late change.
    #expect(file.takenBack(exercise: exercise.id).isEmpty)
    for (old, new) in [("1.1: 2", "1.1: 1"), ("late: ", "later: "), ("09:21:05Z", "09:21:06Z")] {
      let changed = NotebookFile(text: text.replacing(old, with: new), name: "a.md")
      #expect(changed.takenBack(exercise: exercise.id).count == 1)
    }
    #expect(file.late(after: nil).isEmpty)
    let due = Moment("2030-12-01T23:59:00Z")
    #expect(file.late(after: due) == ["1.3": Moment("2030-12-02T08:00:00Z")])
  }

  /// Every key that is ever written stands in the table, and none that is not.
  @Test func itsTableHasEveryKey() throws {
    var all = NotebookFile(exercise: "x", title: "X", name: "x.answers.md")
    all.student = NotebookFile.Student(id: "1", name: "Ada")
    all.tries = ["1": 1]
    all.hints = ["1": 1]
    all.skip("1", at: try #require(Moment("2030-12-02T08:00:00Z")), exercise: "x")
    all.noted = ["units"]
    all.late = ["1": try #require(Moment("2030-12-02T08:00:00Z"))]
    let head = try #require(all.text.components(separatedBy: "---\n").dropFirst().first)
    let written = head.split(separator: "\n").map { String($0.prefix { $0 != ":" }) }
    let rows = page.text.components(separatedBy: "## The sections")[0].split(separator: "\n")
      .filter { $0.hasPrefix("| `") && !$0.hasPrefix("| `TIME") }
      .map { String($0.dropFirst(3).prefix { $0 != "`" }) }
    #expect(Set(rows) == Set(written))
    #expect(rows.count == 9)
  }
}
