import AnswerKeys
import Exercises
import Formulas

extension Grader {
  /// Forgets, of what follows from earlier answers, those that have another accepted value than
  /// the model's: no error began there.
  func forgetAlternatives(_ report: inout AnswerReport, _ attempt: Attempt) {
    guard report.verdict == .follows, let origins = report.cause?.names else { return }
    let errors = origins.filter { !isByAlternative($0) }
    guard errors.count < origins.count else { return }
    let wording = wording(of: attempt.answer)
    guard errors.isEmpty else {
      report.cause?.names = errors
      report.message = wording.follows(errors.map { ($0, answerKey.answer(named: $0)?.question) })
      return
    }
    report.verdict = .correct
    report.share = share(.correct, attempt.answer)
    report.message = wording.right
    report.cause = nil
    report.rows = report.rows.map { $0.map { _ in .correct } }
  }

  /// Whether an answer is right by another accepted value than the model's, or by what is computed
  /// from one.
  func isByAlternative(_ name: String) -> Bool {
    guard let answer = answerKey.answer(named: name), answer.spec.rules.units != .none else {
      return false
    }
    let report = judge(answer.spec)
    guard report.verdict == .correct || report.verdict == .otherForm,
      let value = report.value?.converted(to: answer.unit)
    else { return false }
    return !answer.acceptsAsModels(value)
  }
}
