import Formulas
import NotebookGrading

extension Worksheet {
  /// The name or column that a formula is, and nothing else.
  func key(namedBy formula: Expression) -> Key? {
    if case .name(let name) = formula.kind { return .name(name) }
    guard case .element(let table, let element) = formula.kind, case .name(let word) = table.kind,
      case .text(let column) = element.kind
    else { return nil }
    return canonical(.column(table: word, column: column))
  }
}

extension GradedNotebook {
  /// An answer in the unit asked for, unless it was typed in another; any other value as it is.
  func asShown(_ value: Value, of key: Worksheet.Key) -> Value {
    guard sheet.formula(of: key)?.typedFigures == nil,
      let unit = compiled.answerKey.answer(for: key)?.unit
    else { return value }
    return value.converted(to: unit) ?? value
  }

  /// A key's value as it is shown.
  func shownValue(of key: Worksheet.Key) -> Value? {
    guard case .success(let value)? = sheet.value(of: key) else { return nil }
    return asShown(value, of: key)
  }
}
