import Exercises
import Formulas

/// What compiling does with one kind of question.
protocol CompiledKind {
  /// - Parameter sheet: has the exercise's names and the question's givens.
  func compile(_ question: Question, on sheet: Worksheet, by compiler: ExerciseCompiler)
}

extension Question.Body {
  var compiled: any CompiledKind {
    switch self {
    case .values(let answers): CompiledValues(answers: answers)
    case .function(let function): function
    case .choice, .reading: NothingToCompile()
    case .text(let text): text
    }
  }
}

private struct NothingToCompile: CompiledKind {
  func compile(_ question: Question, on sheet: Worksheet, by compiler: ExerciseCompiler) {}
}
