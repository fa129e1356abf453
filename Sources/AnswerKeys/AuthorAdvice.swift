import Diagnostics
import Formulas

extension FormulaProblem {
  /// What the author of a formula is told. It is what a student reads, save where that speaks of
  /// what only students can do: to declare a unit in a formula, to define a name first.
  public var authorsDiagnostic: Diagnostic {
    var told = diagnostic
    switch kind {
    case .unknownUnit(let word, near: []): told.help = [AuthorAdvice.declaring(word)]
    case .unknownName(let name, near: []):
      told.help = [
        "a name of `given`, a constant, or an answer of this question or an earlier one",
        AuthorAdvice.declaring(name),
      ]
    case .unknownFunction(_, near: []): told.help = ["one of the functions of the language"]
    case .ambiguousUnit(let word, _, _):
      told.message = "`\(withoutControls(word))` is a unit and also a name here."
    case .nameAsUnit(let name):
      told.message = "`\(withoutControls(name))` is a name here, and a unit is expected."
    default: break
    }
    return told
  }
}

enum AuthorAdvice {
  static func declaring(_ word: String) -> String {
    "`units: {\(withoutControls(word)): counted}` in the front matter for something that is counted,"
      + " `label` for a mere word"
  }
}
