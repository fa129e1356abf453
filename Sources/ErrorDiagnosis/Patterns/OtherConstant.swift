import Formulas

/// A constant stands rounded, or as it is by another convention.
struct OtherConstant: ErrorPattern {
  let origin: FormulaTree.Origin

  var cause: Cause { Cause(.constant, names: origin.names) }
  var rank: Int { 10 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "the figure for \(wording.thing(origin)) is near to the one that the exercise has, and not it"
  }
}
