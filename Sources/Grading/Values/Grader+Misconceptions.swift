import AnswerKeys
import ErrorDiagnosis
import Exercises
import Formulas

/// What authors say of wrong answers that they have foreseen.
extension Grader {
  /// A value as a student has it.
  struct Typed {
    var raw: Value
    /// In the unit asked for; nil where it cannot be read so.
    var read: Value?
  }

  /// What the author says of a value that a misconception gives.
  ///
  /// - Parameter typed: the value, where it is to be compared as loosely as the answer is taken, and
  ///   not figure for figure.
  func misconception(
    _ typed: Typed?, _ response: Response?, _ answer: AnswerKey.Answer, _ scopes: [ModelScope]
  ) -> String? {
    guard let question = compiled.exercise.question(answer.question) else { return nil }
    for scope in scopes {
      for misconception in question.misconceptions
      where misconception.answer.map({ $0.text == answer.spec.name }) ?? true {
        if let formula = misconception.when.expression, let value = scope.value(of: formula),
          typed.map({ isNear($0, value, answer) }) == true
            || response?.equals(value, one: answer.unit) == true,
          !answer.accepts(value.converted(to: answer.unit))
        {
          return misconception.say
        }
      }
    }
    return nil
  }

  /// Whether a student's value is a foreseen one, as a quantity or read in the unit asked for.
  private func isNear(_ typed: Typed, _ foreseen: Value, _ answer: AnswerKey.Answer) -> Bool {
    func withoutCounts(_ value: Value) -> Value? {
      value.unit.map { value.relabelled($0.withoutCounts) }
    }
    let asked = answer.unit.withoutCounts
    guard let raw = withoutCounts(typed.raw), let foreseen = withoutCounts(foreseen) else {
      return false
    }
    if let wanted = foreseen.converted(to: asked) {
      let own = typed.read ?? raw.converted(to: asked)
      return isNear(own, wanted, answer.tolerance.forOtherValue(in: asked))
    }
    // Of another dimension than asked for, it is compared in its own unit, or figure with figure.
    guard let unit = foreseen.unit else { return false }
    let own = raw.converted(to: unit) ?? typed.read
    return isNear(own, foreseen, answer.tolerance.forOtherUnit(unit))
  }

  private func isNear(_ own: Value?, _ wanted: Value, _ tolerance: Tolerance) -> Bool {
    guard let own = own?.numbers, let wanted = wanted.numbers,
      wanted.count == own.count || wanted.count == 1
    else { return false }
    return own.indices.allSatisfy { row in
      tolerance.accepts(own[row], wanted[wanted.count == 1 ? 0 : row])
    }
  }
}
