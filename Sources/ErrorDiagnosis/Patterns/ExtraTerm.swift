import Formulas

/// A term is one too many.
struct ExtraTerm: ErrorPattern {
  enum Manner: Hashable {
    case added, subtracted
    /// What is left of it stands there: the water for the stock, `1 - x` for x.
    case complement
    /// It stands there, and what is left of it is asked for: x for `1 - x`.
    case whole
  }

  let origin: FormulaTree.Origin
  let manner: Manner

  static func varyWhole(in variations: inout Variations) {
    let whole = variations.whole
    // The interest alone, where the sum is asked for: less a figure of the formula.
    for node in variations.tree.nodes {
      guard case .literal(_, let unit) = node.origin, !unit.isEmpty,
        node.unit.dimension == whole.unit.dimension,
        whole.zero == 0,
        let rest = FormulaTree.combined(whole.numbers, node.numbers, -)
      else { continue }
      variations.add(
        Self(origin: node.origin, manner: .subtracted), variations.tree.root, bare: rest)
    }
    for name in variations.names {
      guard let value = variations.scope.value(of: name),
        let (own, unit) = variations.numbers(of: value, fitting: whole),
        variations.ownUnit(unit).dimension == whole.unit.dimension, !unit.isTemperaturePoint,
        whole.zero == 0
      else { continue }
      let numbers = unit.inBaseUnits(own)
      func add(_ manner: Manner, _ operation: (Double, Double) -> Double) {
        guard let sum = FormulaTree.combined(whole.numbers, numbers, operation) else { return }
        variations.add(
          Self(origin: .name(name), manner: manner), variations.tree.root, bare: sum,
          held: [.name(name)])
      }
      add(.added, +)
      add(.subtracted, -)
      add(.complement) { $1 - $0 }
    }
  }

  var cause: Cause { Cause(manner == .whole ? .termMissing : .termExtra, names: origin.names) }
  /// A part is taken for the rest more often than a term is too many.
  var rank: Int { manner == .complement ? 7 : 12 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    let thing = wording.thing(origin)
    if origin == .part, manner == .added { return "a term is in it that does not belong there" }
    return switch manner {
    case .added: "\(thing) is one term too many"
    case .subtracted: "\(thing) is taken away from it, and does not belong there"
    case .whole: "\(thing) stands there, and what is left of 1 without it is asked for"
    case .complement: "what is left of \(thing) stands there, and not the part itself"
    }
  }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.common
  }
}
