import Exercises
import Formulas
import Grading
import TextLayout

/// What is found of the answers as the notebook stands.
extension Session {
  /// What is found of a question as the notebook stands.
  public func report(on question: Question) -> QuestionReport {
    reports.report(on: question, by: replay.grader)
  }

  /// What is found of every question that asks for something.
  public func report() -> ExerciseReport {
    ExerciseReport(exercise: exercise.id, questions: asking.map { report(on: $0) })
  }

  /// Questions that are not there only to be read.
  private var asking: [Question] {
    exercise.questions.filter { question in
      if case .reading = question.body { return false }
      return true
    }
  }

  /// Questions judged so far, each of which takes time.
  var judgements: Int { reports.judgements }

  /// Forgets what a statement that binds a key, or declares a unit, may have changed: the report
  /// on the first question with an answer that it reaches, and those after it, which may be
  /// judged on that answer.
  func forgetReports(reachedFrom key: Worksheet.Key?) {
    guard let key else { return reports.forget(exercise.questions) }
    let reached = Set(([key] + sheet.dependents(of: key)).compactMap { owner(of: $0)?.id })
    reports.forget(exercise.questions.drop { !reached.contains($0.id) })
  }

  /// The first question that is neither done nor waiting for a person; practice comes last.
  func firstOpenPlace() -> Int? {
    let open = exercise.questions.indices.lazy.filter { self.isOpen(self.exercise.questions[$0]) }
    return open.first { !self.exercise.questions[$0].isPractice } ?? open.first
  }

  func isOpen(_ question: Question) -> Bool {
    if case .reading = question.body { return false }
    return !report(on: question).isDone
  }
}
