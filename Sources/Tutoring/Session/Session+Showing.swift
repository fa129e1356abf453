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

  func shown(_ value: Value) -> ShownValue {
    ShownValue(value: value, rowNames: sheet.rowNames(for: value))
  }

  func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
