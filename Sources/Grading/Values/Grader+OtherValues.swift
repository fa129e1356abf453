import AnswerKeys
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities

/// A student's formula on other values than the student's, and a student's result on them.
extension Grader {
  /// What a formula comes to in which all other answers have the model's values.
  struct OutcomeOnModelValues {
    let verdict: Verdict
    /// Whether it is the model's formula part by part. Where it is not by what is looked at here, it
    /// may be all the same: that takes longer to tell.
    let isModelsFormula: Bool
  }

  /// Nil where it comes to nothing. What a class has typed alike is looked at once.
  ///
  /// - Parameter others: answers beside those on which the model answer is built.
  func outcomeOnModelValues(
    _ attempt: Attempt, also others: Set<String> = []
  ) -> OutcomeOnModelValues? {
    let answer = attempt.answer
    var fixed = compiled.names(behind: answer)
    if !others.isEmpty { fixed.formUnion(answerKey.names(behind: others)) }
    fixed.remove(answer.spec.name)
    guard let shared else { return makeOutcome(attempt, fixed: fixed) }
    return shared.outcome(at: attempt.key, sheet, fixed: fixed, failing: failing) {
      makeOutcome(attempt, fixed: fixed)
    }
  }

  private func makeOutcome(_ attempt: Attempt, fixed: Set<String>) -> OutcomeOnModelValues? {
    let (answer, key) = (attempt.answer, attempt.key)
    var values: [Worksheet.Key: Value] = [:]
    // Answers that it is not built on have the student's values: what is made of a later answer is
    // not right by that.
    for other in fixed.lazy.compactMap(answerKey.answer(named:)) {
      for own in other.keys where own != key { values[own] = other.value }
    }
    let copy = sheet.copy(fixing: values, provided: compiled.required)
    guard case .success(let raw)? = copy.rawValue(of: key) else { return nil }
    let reading = interpretation(of: raw, answer, at: key, on: copy)
    let verdict = verdict(of: raw, reading, answer, formula: attempt.formula).verdict
    return OutcomeOnModelValues(
      verdict: verdict,
      isModelsFormula: FormulaLikeness.isModelsValue(raw, answer, in: scope(of: answer, own: [:]))
        && attempt.formula.map { isLaidOutWhole($0, at: key, fixed: Set(values.keys)) } ?? false)
  }

  /// Whether a formula comes to its value on the model's by what can be laid out of it, part by part
  /// down to figures, columns that are given and fixed answers.
  private func isLaidOutWhole(
    _ formula: Expression, at key: Worksheet.Key, fixed: Set<Worksheet.Key>
  ) -> Bool {
    var left = 200
    func isOpen(_ part: Expression, level: Int) -> Bool {
      left -= 1
      guard left > 0, level < 12 else { return false }
      func isTable(_ receiver: Expression, _ heading: String) -> Bool {
        guard case .name(let word) = receiver.kind, sheet.formula(of: .name(word)) == nil,
          let table = compiled.tables.first(where: { $0.table.name == word })
        else { return false }
        let column = Worksheet.Key.column(table: table.table.name, column: heading)
        return sheet.formula(of: column) == nil && answerKey.answer(for: column) == nil
      }
      switch part.kind {
      case .number: return true
      case .unitWord(let word): return isPlainUnit(word)
      case .name(let name):
        let own = Worksheet.Key.name(name)
        if fixed.contains(own) { return sheet.formula(of: own) != nil }
        if answerKey.answer(for: own) != nil || compiled.required[name] != nil { return false }
        if let formula = sheet.formula(of: own) { return isOpen(formula, level: level + 1) }
        return isPlainUnit(name)
      case .group(let inner), .negation(let inner), .conversion(let inner, _):
        return isOpen(inner, level: level)
      case .implicit(let left, let right), .binary(.multiply, let left, let right),
        .binary(.divide, let left, let right), .binary(.add, let left, let right),
        .binary(.subtract, let left, let right):
        return isOpen(left, level: level) && isOpen(right, level: level)
      case .element(let receiver, let element):
        if case .text(let heading) = element.kind { return isTable(receiver, heading) }
        return false
      case .member(let receiver, let heading, _): return isTable(receiver, heading)
      case .text, .truth, .not, .binary, .conditional, .call, .method, .list: return false
      }
    }
    return isOpen(formula, level: 0)
  }

  /// Temperatures count from zeros of their own.
  private func isPlainUnit(_ word: String) -> Bool {
    sheet.units.lookup(word).map { !$0.isTemperaturePoint } ?? true
  }

  /// The verdict on a result where the model answer is taken on the student's own values.
  func verdictOnOwnValues(
    _ raw: Value, _ attempt: Attempt, _ earlier: FollowThrough
  ) -> Verdict? {
    var own = attempt.answer
    guard
      let expected = scope(of: own, own: earlier.values).value(of: own.formula)?
        .converted(to: own.unit)
    else { return nil }
    own.value = expected
    // A range is one of the model's value; on other values it says nothing.
    if case .range = own.tolerance { own.tolerance = .standard(in: own.unit) }
    let reading = interpretation(of: raw, own, at: attempt.key, on: sheet)
    return verdict(of: raw, reading, own, formula: attempt.formula).verdict
  }
}
