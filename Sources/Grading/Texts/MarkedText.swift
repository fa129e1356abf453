import AnswerKeys
import Exercises

extension TextAnswer: MarkedKind {
  /// Those that its figures are computed from.
  func names(of question: Question, in compiled: CompiledExercise) -> Set<String> {
    criteria.reduce(into: []) { names, criterion in
      for figure in compiled.figures(of: question.id, criterion: criterion.id) {
        names.formUnion(figure.formula.usedNames)
      }
    }
  }

  /// What a text would add, once a person has confirmed it, and what only a person can give.
  func mark(_ report: inout QuestionReport, of question: Question, by grader: Grader) {
    let answer = grader.judge(self, of: question)
    report.answers.append(answer)
    guard answer.verdict != .unanswered else { return }
    let found = answer.criteria ?? []
    report.provisional = found.filter { $0.met == true }.reduce(0) { $0 + $1.points }
    report.waiting =
      criteria.isEmpty
      ? report.maximum : found.filter { $0.met == nil }.reduce(0) { $0 + $1.points }
  }
}
