import Formulas

/// A figure on the way is rounded too early.
struct RoundedOnTheWay: ErrorPattern {
  let origin: FormulaTree.Origin

  var cause: Cause { Cause(.rounded, names: origin.names) }
  var rank: Int { 10 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "\(wording.thing(origin)) is rounded on the way: keep its figures, and round the result alone"
  }
}
