import Diagnostics
import Formulas

/// Names of the model are nowhere in the formula, whatever else it does with those it has.
struct MissingNames: ErrorPattern {
  let origins: [FormulaTree.Origin]
  /// Whether they belong in a sum, or else in a product.
  let isTerm: Bool

  var cause: Cause {
    Cause(isTerm ? .termMissing : .factorMissing, names: origins.flatMap(\.names))
  }
  var rank: Int { 2 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "\(enumeration(origins.map(wording.thing))) \(origins.count == 1 ? "is" : "are") not in it yet"
  }
}
