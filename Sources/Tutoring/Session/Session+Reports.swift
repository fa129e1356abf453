import Exercises
import Grading

/// What is found of the answers as the notebook stands.
extension Session {
  /// What is found of a question as the notebook stands.
  public func report(on question: Question) -> QuestionReport { graded.report(on: question) }

  /// What is found of every question that asks for something.
  public func report() -> ExerciseReport { graded.report() }

  /// The report without the marks of choices that are half made: else options could be tried one
  /// by one.
  func reportWithoutHalfChoices() -> ExerciseReport {
    var report = self.report()
    for index in report.questions.indices
    where report.questions[index].answers.contains(where: { $0.choice?.isHalfMade == true }) {
      report.questions[index].score = 0
    }
    return report
  }

  /// The first question that is neither done nor waiting for a person; practice comes last.
  func firstOpenPlace() -> Int? {
    let open = exercise.questions.indices.lazy.filter { self.isOpen(self.exercise.questions[$0]) }
    return open.first { !self.exercise.questions[$0].isPractice } ?? open.first
  }

  func isOpen(_ question: Question) -> Bool {
    question.asksForResponse && !report(on: question).isDone
  }
}
