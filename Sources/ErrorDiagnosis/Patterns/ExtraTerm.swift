import Formulas

/// A term is one too many.
struct ExtraTerm: ErrorPattern {
  let origin: FormulaTree.Origin
  let isSubtracted: Bool

  static func varyWhole(in variations: inout Variations) {
    let whole = variations.whole
    for name in variations.names {
      guard let value = variations.scope.value(of: name),
        let (own, unit) = variations.numbers(of: value, fitting: whole),
        variations.ownUnit(unit).dimension == whole.unit.dimension, !unit.isTemperaturePoint,
        whole.zero == 0
      else { continue }
      let numbers = unit.inBaseUnits(own)
      func add(_ isSubtracted: Bool, _ operation: (Double, Double) -> Double) {
        guard let sum = FormulaTree.combined(whole.numbers, numbers, operation) else { return }
        variations.add(
          Self(origin: .name(name), isSubtracted: isSubtracted), variations.tree.root, bare: sum,
          held: [.name(name)])
      }
      add(false, +)
      add(true, -)
      // What is left over of it: the water, where the stock is asked for.
      add(true) { $1 - $0 }
    }
  }

  var cause: Cause { Cause(.termExtra, names: origin.names) }
  var rank: Int { 12 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    let thing = wording.thing(origin)
    return isSubtracted
      ? "there is a difference with \(thing) that does not belong in it"
      : "\(thing) is one term too many"
  }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.common
  }
}
