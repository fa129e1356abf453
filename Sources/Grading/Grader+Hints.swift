import AnswerKeys
import ErrorDiagnosis
import Exercises

/// Hints that are counted: the author's, and those that the model answers make.
extension Grader {
  /// As many as there can be at most, whatever the notebook says; that depends on the exercise alone.
  func hintsShown(of question: Question) -> Int {
    let own = min(hints[question.id] ?? 0, question.hints.count)
    return question.namesOfSteps.reduce(own) { shown, name in
      guard let count = hints[name], count > 0 else { return shown }
      return shown + min(count, compiled.steps(towards: name, in: question)?.count ?? 0)
    }
  }

  func hasOtherHints(than old: Grader, for id: String) -> Bool {
    let names = compiled.exercise.question(id)?.namesOfSteps ?? []
    return ([id] + names).contains { hints[$0] != old.hints[$0] }
  }
}

extension Question {
  /// Answers towards which the model answer has steps, if it is a formula.
  public var namesOfSteps: [String] {
    switch body {
    case .values(let answers): answers.map(\.name)
    case .function(let function): [function.name]
    case .choice, .text, .reading: []
    }
  }
}
