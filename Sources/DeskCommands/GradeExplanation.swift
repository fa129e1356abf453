import Dates
import Diagnostics
import Feedback
import Gradebook
import ReckonCommands

/// How each mark of a student came about, for the assistant.
struct GradeExplanation {
  let student: String
  let gradebook: String
  /// Exercises; none for all.
  let only: [String]
  let context: ExerciseContext

  init(
    student: String, gradebook: String, only: [String], _ context: ExerciseContext
  ) {
    self.student = student
    self.gradebook = gradebook
    self.only = only
    self.context = context
  }

  func show() throws {
    let console = context.console
    let shelf = GradebookShelf(path: gradebook, exercise: nil, console: console)
    try shelf.open { book, ids throws in
      let key = try StudentName(student).key(in: book, console)
      let accounts = try ids.filter { only.isEmpty || only.contains($0) }.compactMap {
        try book.account(exercise: $0, student: key)
      }
      guard !accounts.isEmpty else {
        console.report(DeskWording.noGradeOf(student))
        throw Status.badInput
      }
      for account in accounts {
        let report = MarkAccount(
          account, for: .assistant, opened: try? context.silent.open(account.exercise),
          zone: WallClock.system.zone
        ).report
        console.show(
          report.lines(
            width: console.width, unicode: console.unicode, plainMarks: !console.colour))
      }
    }
  }
}

/// A word by which an assistant calls a student.
struct StudentName {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The gradebook's key for the student; reports where nobody is meant, or several, and throws.
  func key(in book: Gradebook, _ console: Console) throws -> String {
    switch try book.student(called: text) {
    case .one(let key): return key
    case .several(let keys): console.report(DeskWording.severalStudents(text, keys))
    case .nobody: console.report(DeskWording.noSuchStudent(text))
    }
    throw Status.badInput
  }
}
