import Formulas
import Quantities

/// Where the unit of a student's value comes from, by its formula: whether it was left out, typed
/// wrongly, or comes from a wrong operation.
struct UnitProvenance {
  let compiled: CompiledExercise
  let sheet: Worksheet
  let key: Worksheet.Key
  let answer: AnswerKey.Answer

  /// Whether numbers without unit may stand for what a unit lacks. Counted units that were typed
  /// have to be the model's all the same.
  func fallsShort() -> Bool {
    sheet.formula(of: key) != nil && sheet.holdsBareNumber(key)
      && sheet.ambiguity(of: key, asked: answer.unit) == nil
      && !hasForeignUnit { $0.hasSameCounts(as: $1) }
  }

  /// Whether a number without unit may stand for the counted units by which a value differs, as the
  /// 4 of `characters / 4` stands for `character/token`, or the line was read otherwise than meant.
  func excusesCounts() -> Bool {
    if sheet.holdsBareNumber(key, takingWhole: isAnswer),
      !hasForeignUnit({ $0.hasSameCounts(as: $1) })
    {
      return true
    }
    return sheet.ambiguity(of: key) { unit in
      unit.differsOnlyInCounts(from: answer.unit) && unit.countsAreWithin(answer.unit)
    } != nil
  }

  /// Whether it is made of typed numbers alone, none of which has a unit.
  func isBare() -> Bool {
    let all = sheet.inputs(of: key)
    return sheet.formula(of: key) != nil && all.isTyped && all.quantities.isEmpty
  }

  /// Whether the fault may lie in a unit that was typed, and not in what the formula does with
  /// units that are right: a figure has a unit that nothing in the model answer has.
  func blamesTypedUnit() -> Bool { isFigure || hasForeignUnit { $0.dimension == $1.dimension } }

  // MARK: Pieces

  private func isAnswer(_ key: Worksheet.Key) -> Bool { compiled.answerKey.answer(for: key) != nil }

  /// Whether it is one number with its unit, or a list of such.
  private var isFigure: Bool {
    guard let formula = sheet.formula(of: key) else { return false }
    return formula.isQuantity { sheet.value(of: .name($0)) != nil }
      || formula.typedNumbers.map { $0.count > 1 } == true
  }

  private var near: FormulaInputs { sheet.inputs(of: key, takingWhole: isAnswer) }

  /// Whether a figure was typed with a unit that is like none of the model's.
  private func hasForeignUnit(_ isAlike: (Unit, Unit) -> Bool) -> Bool {
    let typed = near.quantities.compactMap { try? sheet.evaluate($0).get().unit }
    // Of what the model answer is made is not known where it is withheld.
    guard !typed.isEmpty, !answer.isWithheld, !answer.isShut else { return false }
    let known = compiled.partUnits(of: answer).union([answer.unit])
    return typed.contains { own in !known.contains { isAlike(own, $0) } }
  }
}
