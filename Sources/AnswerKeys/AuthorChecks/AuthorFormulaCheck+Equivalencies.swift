import Exercises
import Formulas
import Quantities

extension AuthorFormulaCheck {
  /// Computes every equivalency for one of its unit.
  mutating func checkEquivalencies() {
    // Only constants are known of every exercise.
    let sheet = Worksheet(units: compiled.units)
    for constant in compiled.constants { sheet.provide(constant.value, as: constant.name) }
    let hidden = Set(compiled.exercise.constants.map(\.name))
      .subtracting(compiled.constants.map(\.name))
    for equivalency in compiled.exercise.equivalencies {
      guard let unit = self.unit(equivalency.unit, of: equivalency) else { continue }
      var values: [String: Value] = [Equivalency.amount: .quantity(1, unit)]
      for use in equivalency.uses {
        values[use.name] = self.unit(use.formula, of: equivalency).map { .quantity(1, $0) }
      }
      guard values.count == equivalency.uses.count + 1,
        equivalency.text.usedNames.isDisjoint(with: hidden)
      else { continue }
      for formula in equivalency.text.formulas {
        let result = formula.parsed.flatMap { sheet.evaluate($0, where: [], values: values) }
        _ = value(result, of: formula, in: equivalency.file)
      }
    }
  }

  private mutating func unit(_ text: AuthorFormula, of equivalency: Equivalency) -> Unit? {
    if let unit = try? compiled.units.unit(of: text).get() { return unit }
    report(AnswerKeyWording.notAUnit(text.text), at: text.source, in: equivalency.file)
    return nil
  }
}
