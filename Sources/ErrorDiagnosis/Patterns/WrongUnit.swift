import Formulas

/// A figure of the exercise has another unit than there.
struct WrongUnit: ErrorPattern {
  let origin: FormulaTree.Origin
  /// As the student typed it.
  let used: String

  var cause: Cause { Cause(.unit, names: origin.names, units: [used]) }
  var rank: Int { 4 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "the figure for \(wording.thing(origin)) is right, and its unit is not \(used)"
  }
}
