import Exercises
import Formulas
import Quantities

/// What authors say of wrong answers that they have foreseen.
extension Grader {
  /// What the author says of a value that a misconception gives, as loosely as the answer is taken.
  ///
  /// - Parameter read: the value in the unit asked for; nil where it cannot be read so.
  func misconception(
    _ raw: Value, read: Value?, _ submission: Submission?, _ answer: Reference.Answer,
    _ scopes: [ModelScope]
  ) -> String? {
    guard let question = reference.exercise.question(answer.question) else { return nil }
    for scope in scopes {
      for misconception in question.misconceptions
      where misconception.answer.map({ $0.text == answer.spec.name }) ?? true {
        guard case .success(let formula) = Parser.formula(misconception.when.text),
          let value = scope.value(of: formula),
          isNear(raw, read, value, answer)
            || submission?.equals(value, one: answer.unit, in: sheet.units) == true
        else { continue }
        if let asked = value.converted(to: answer.unit, in: sheet.units), answer.accepts(asked) {
          continue
        }
        return misconception.say
      }
    }
    return nil
  }

  /// Whether a student's value is a foreseen one, as a quantity or read in the unit asked for.
  private func isNear(
    _ raw: Value, _ read: Value?, _ foreseen: Value, _ answer: Reference.Answer
  ) -> Bool {
    let units = sheet.units
    func withoutCounts(_ value: Value) -> Value? {
      value.unit.map { value.relabelled(units.withoutCounts($0)) }
    }
    let asked = units.withoutCounts(answer.unit)
    guard let raw = withoutCounts(raw), let foreseen = withoutCounts(foreseen) else { return false }
    if let wanted = foreseen.converted(to: asked, in: units) {
      let own = read ?? raw.converted(to: asked, in: units)
      return isNear(own, wanted, answer.tolerance.forOtherValue())
    }
    // Of another dimension than asked for, it is compared in its own unit, or figure with figure.
    let own = foreseen.unit.flatMap { raw.converted(to: $0, in: units) } ?? read
    return isNear(own, foreseen, answer.tolerance.forOtherValue(inUnitAsked: false))
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
