import Formulas

/// A plain number, or one such as π, is left out.
struct MissingNumber: ErrorPattern {
  let origin: FormulaTree.Origin

  static func vary(_ node: Int, in variations: inout Variations) {
    varyAll(node, in: &variations)
    // Without a named 1 nothing is other, which an author wants to know.
    guard let part = variations.factor(node), part.unit == .one,
      part.numbers != [1] || part.origin.isNamed, variations.tree.isPlainNumber(node)
    else { return }
    variations.add(
      Self(origin: part.origin), node, bare: [1], lacking: part.origin.isNamed ? [part.origin] : [])
  }

  /// All plain numbers of a product: `2 * pi`.
  private static func varyAll(_ node: Int, in variations: inout Variations) {
    let tree = variations.tree
    guard case .product(let factors) = tree.nodes[node].kind else { return }
    let plain = factors.filter { tree.isPlainNumber($0.node) }
    guard plain.count > 1, plain.count < factors.count, let number = tree.product(of: plain)?.first,
      number != 0
    else { return }
    variations.add(
      Self(origin: .part), node, bare: tree.nodes[node].numbers.map { $0 / number })
  }

  var cause: Cause { Cause(.number, names: origin.names) }
  var rank: Int { 3 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    switch origin {
    case .name: wording.leftOut(origin, isAlone: isAlone)
    case .literal, .column, .row, .formula, .madeOf, .unit, .part:
      "a plain number of the formula is left out" + (isAlone ? ", and all the rest fits" : "")
    }
  }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.common
  }

  func mayBeFirst(isComputed: Bool) -> Bool { isComputed }
  func maySecond(isComputed: Bool, _ formula: StudentFormula) -> Bool { isComputed }
}
