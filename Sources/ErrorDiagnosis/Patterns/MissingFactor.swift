/// A factor is left out.
struct MissingFactor: ErrorPattern {
  let origin: FormulaTree.Origin

  static func vary(_ node: Int, in variations: inout Variations) {
    guard let part = variations.factor(node), part.origin != .part,
      !variations.tree.isPlainNumber(node)
    else { return }
    // A unit by itself is no factor: `1 pc`.
    if case .literal = part.origin, part.numbers == [part.one] { return }
    variations.add(
      Self(origin: part.origin), node, bare: [part.one], measured: [1],
      change: variations.power(part.unit, -1), lacking: [part.origin])
  }

  /// `a - b` for `1 - b / a`: what should divide the whole of a sum does not.
  static func varyWhole(in variations: inout Variations) {
    let tree = variations.tree
    guard case .sum(let terms) = tree.nodes[tree.withoutNames(tree.root)].kind else { return }
    for term in terms {
      guard case .product(let factors) = tree.nodes[term.node].kind else { continue }
      for factor in factors where factor.isInverse && tree.nodes[factor.node].origin.isNamed {
        let part = tree.nodes[factor.node]
        guard let numbers = FormulaTree.combined(tree.value, part.numbers, *) else { continue }
        variations.add(
          Self(origin: part.origin), tree.root, bare: numbers, change: part.unit)
      }
    }
  }

  var cause: Cause { Cause(.factorMissing, names: origin.names) }
  /// A part without a name is seldom forgotten as a whole.
  var rank: Int {
    switch origin {
    case .formula, .madeOf: 3
    case .name, .column, .row, .literal, .unit, .part: 1
    }
  }
  var missingFactor: FormulaTree.Origin? { origin }

  var isToldExactly: Bool { origin.isNamed }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    wording.leftOut(origin, isAlone: isAlone)
  }

  func mayBeFirst(isComputed: Bool) -> Bool { origin.names != [] || isComputed }
  func maySecond(isComputed: Bool, _ formula: StudentFormula) -> Bool { isComputed }
}
