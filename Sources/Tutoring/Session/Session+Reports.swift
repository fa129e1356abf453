import Exercises
import Formulas
import Grading
import TextLayout

/// What is found of the answers as the notebook stands.
extension Session {
  /// What is found of a question as the notebook stands.
  public func report(on question: Question) -> QuestionReport { replay.report(on: question) }

  /// What is found of every question that asks for something.
  public func report() -> ExerciseReport { replay.report() }

  /// `3/6` while answers are missing, a tick when all are right, a dash when a person has
  /// yet to read it.
  func state(of question: Question) -> StyledText {
    let report = self.report(on: question)
    if report.isSkipped { return StyledText("skipped", .dim) }
    if report.isDone { return marks.state(of: report) }
    guard report.answers.count > 1 else {
      return report.isStarted ? marks.begun : StyledText()
    }
    let right = report.answers.count { $0.share == 1 }
    return StyledText("\(right)/\(report.answers.count)", .dim)
  }

  var marks: Marks { Marks(unicode: surroundings.unicode) }
  var tick: String { marks.tick }
  var cross: String { marks.cross }

  /// The first question that is neither done nor waiting for a person; practice comes last.
  func firstOpenPlace() -> Int? {
    let open = exercise.questions.indices.lazy.filter { self.isOpen(self.exercise.questions[$0]) }
    return open.first { !self.exercise.questions[$0].isPractice } ?? open.first
  }

  func isOpen(_ question: Question) -> Bool {
    question.asksForResponse && !report(on: question).isDone
  }
}
