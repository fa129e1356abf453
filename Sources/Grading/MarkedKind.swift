import AnswerKeys
import Exercises
import Formulas

protocol MarkedKind {
  /// Names of answers that a report rests on, those behind them left out.
  func names(of question: Question, in compiled: CompiledExercise) -> Set<String>
  func mark(_ report: inout QuestionReport, of question: Question, by grader: Grader)
  /// Whether hints take off what a person has yet to give, once nothing else is left.
  var hintsTakeFromWaiting: Bool { get }
  /// Gives what is asked for the model answer's value on a sheet, but for the names that are right,
  /// and returns what it has bound. Nothing is done where the model answer has a mistake.
  func fill(
    in sheet: Worksheet, except right: Set<String>, of question: Question,
    _ compiled: CompiledExercise
  ) -> [Worksheet.Key]
}

extension MarkedKind {
  func names(of question: Question, in compiled: CompiledExercise) -> Set<String> {
    Set(question.askedNames)
  }

  var hintsTakeFromWaiting: Bool { false }

  func fill(
    in sheet: Worksheet, except right: Set<String>, of question: Question,
    _ compiled: CompiledExercise
  ) -> [Worksheet.Key] { [] }
}

extension Grader {
  /// Gives what a question asks for the model answer's value on a sheet, but for what is right, and
  /// returns what that has bound.
  public func fill(_ question: Question, in sheet: Worksheet) -> [Worksheet.Key] {
    let right = Set(report(on: question).answers.filter { $0.share == 1 }.map(\.name))
    return question.body.marked.fill(in: sheet, except: right, of: question, compiled)
  }
}

extension Question.Body {
  var marked: any MarkedKind {
    switch self {
    case .values(let answers): MarkedValues(answers: answers)
    case .function(let function): function
    case .choice(let choice): choice
    case .text(let text): text
    case .reading: NothingToMark()
    }
  }
}

private struct NothingToMark: MarkedKind {
  func mark(_ report: inout QuestionReport, of question: Question, by grader: Grader) {}
}
