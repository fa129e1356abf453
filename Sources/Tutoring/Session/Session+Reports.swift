import Exercises
import Grading

/// What is found of the answers as the notebook stands.
extension Session {
  /// What is found of a question as the notebook stands.
  public func report(on question: Question) -> QuestionReport { graded.report(on: question) }

  /// What is found of every question that asks for something.
  public func report() -> ExerciseReport { graded.report() }

  /// The first question that is neither done nor waiting for a person; practice comes last.
  func firstOpenPlace() -> Int? {
    let open = exercise.questions.indices.lazy.filter { self.isOpen(self.exercise.questions[$0]) }
    return open.first { !self.exercise.questions[$0].isPractice } ?? open.first
  }

  func isOpen(_ question: Question) -> Bool {
    question.asksForResponse && !report(on: question).isDone
  }
}
