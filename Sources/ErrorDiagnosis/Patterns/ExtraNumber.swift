import Formulas

/// A plain number of the usual ones is one factor too many in the whole: ½, 2, π.
struct ExtraNumber: ErrorPattern {
  /// By how much the whole is too large; nil where the number stands in a formula.
  let factor: Double?

  static func varyWhole(in variations: inout Variations) {
    guard variations.whole.zero == 0 else { return }
    for factor in [2, 0.5, 4, 0.25, .pi, 1 / .pi] {
      variations.add(
        Self(factor: factor), variations.tree.root,
        bare: variations.whole.numbers.map { $0 * factor }
      )
    }
  }

  var cause: Cause { Cause(.number, factor: factor) }
  var rank: Int { 12 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    switch factor {
    case nil: "a plain number is in it that does not belong there"
    case 2: "it is twice as large as it should be: look at the plain numbers"
    case 0.5: "it is half of what it should be: look for a 2 that is missing, or too many"
    case 4: "it is four times as large as it should be: look at the plain numbers"
    case 0.25: "it is a quarter of what it should be: look for a 2 within a square"
    case Double.pi: "it is π times as large as it should be: look at the plain numbers"
    case _: "it lacks a factor of π"
    }
  }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.common
  }
}
