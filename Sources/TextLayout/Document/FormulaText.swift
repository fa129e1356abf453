import Diagnostics
import MathText

/// A text without code, parted at its formulas.
public func inlines(withFormulas text: String) -> [Inline] {
  guard mayHoldFormulas(text.utf8) else { return text.isEmpty ? [] : [.text(text)] }
  return mathPieces(text).map { piece in
    switch piece {
    case .text(let text): .text(text.replacing("\\$", with: "$"))
    case .formula(let formula, _): .formula(formula)
    }
  }
}

/// A sentence of an author, which is no document, with its formulas on one line; code in it is left
/// alone.
public func withFormulasShown(_ text: String, unicode: Bool) -> String {
  guard mayHoldFormulas(text.utf8) else { return text }
  return mathPieces(text).map { piece in
    switch piece {
    case .text(let text): text.replacing("\\$", with: "$")
    case .formula(let formula, _): onOneLine(formula.line(unicode: unicode))
    }
  }.joined()
}
