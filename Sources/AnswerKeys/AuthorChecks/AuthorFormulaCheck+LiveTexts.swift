import Exercises
import Formulas

extension AuthorFormulaCheck {
  /// Computes the formulas of every live text on the model answers.
  mutating func checkLiveTexts() {
    let texts = compiled.exercise.liveTexts + compiled.exercise.questions.flatMap(\.liveTexts)
    guard !texts.isEmpty else { return }
    let sheet = compiled.makeModelSheet()
    for text in texts { check(text, on: sheet) }
  }

  private mutating func check(_ text: LiveText, on sheet: Worksheet) {
    let broken = text.formulas.filter { $0.expression == nil }
    for formula in broken { _ = value(formula.parsed.flatMap { sheet.evaluate($0) }, of: formula) }
    guard broken.isEmpty else { return }
    let names = text.ownNames
    for (index, name) in text.names.enumerated() {
      let result = sheet.evaluate(names[index].formula, where: Array(names[..<index]))
      // What builds on it fails too, and says nothing new.
      guard value(result, of: name.formula) != nil else { return }
    }
    for placeholder in text.placeholders {
      let formula = placeholder.formula
      let result = formula.parsed.flatMap { sheet.evaluate($0, where: names) }
      guard let value = value(result, of: formula) else { continue }
      switch value {
      case .quantity, .column, .text, .texts, .truth: break
      case .truths, .table, .function:
        report(AnswerKeyWording.notShowable(value.kindName), at: formula.source)
      }
    }
  }
}
