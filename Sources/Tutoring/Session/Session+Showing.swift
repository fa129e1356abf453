import Diagnostics
import Formulas

/// Diagnostics and texts as events.
extension Session {
  func told(_ diagnostic: Diagnostic, in source: SourceText = SourceText("")) -> [SessionEvent] {
    [.diagnostic(LocatedDiagnostic(diagnostic, in: source))]
  }

  func problems(_ problems: [LocatedDiagnostic]) -> [SessionEvent] {
    problems.isEmpty ? [] : [.problems(problems, file: store.path)]
  }

  /// - Parameter formula: what the value comes from, which tells whose rows it has.
  func shown(_ value: Value, from formula: Expression? = nil) -> ShownValue {
    ShownValue(value: value, rowNames: sheet.rowNames(for: value, from: formula))
  }

  /// The value of a name or column.
  func shown(_ value: Value, of key: Worksheet.Key) -> ShownValue {
    shown(value, from: sheet.formula(of: key))
  }

  func trimmed(_ text: String) -> String { text.trimmingBlank }
}
