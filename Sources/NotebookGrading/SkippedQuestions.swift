import Diagnostics
import Exercises
import NotebookFiles

/// The questions that a student has given up, and what takes the place of their answers.
struct SkippedQuestions {
  /// In the order of the exercise.
  let questions: [Question]
  /// What stands under `skipped` and is none.
  let problems: [LocatedDiagnostic]

  /// Mistakes under `skipped` that are told.
  private static let problemLimit = 10

  init(_ file: NotebookFile, _ exercise: Exercise) {
    let ids = file.skipped
    guard !ids.isEmpty else {
      (questions, problems) = ([], [])
      return
    }
    let wanted = Set(ids)
    questions = exercise.questions.filter { $0.maySkip && wanted.contains($0.id) }
    let skipped = Set(questions.map(\.id))
    problems = ids.filter { !skipped.contains($0) }.prefix(Self.problemLimit).map { id in
      let isKnown = exercise.question(id) != nil
      return file.located(
        isKnown ? .skippedNotAllowed(id: id) : .skippedUnknown(id: id), ofSkipped: id)
    }
  }
}
