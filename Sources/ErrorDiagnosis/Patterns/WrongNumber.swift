import Formulas

/// A figure is another than the exercise has, or than the formula.
struct WrongNumber: ErrorPattern {
  /// What has another figure.
  let origin: FormulaTree.Origin

  /// Plain numbers that are left out of formulas, or stand in them for others.
  static let usual: [Double] = [2, 0.5, 4, 0.25, .pi, 1 / .pi, 8, 0.125, 3, 1 / 3]

  static func isUsual(_ number: Double) -> Bool {
    usual.contains { Conversions.isNear(number, $0) }
  }

  static func vary(_ node: Int, in variations: inout Variations) {
    let part = variations.tree.nodes[node]
    guard variations.factor(node) != nil, case .leaf = part.kind, part.unit == .one,
      case .literal = part.origin
    else { return }
    for factor in usual where factor != 1 / part.numbers[0] {
      variations.add(Self(origin: part.origin), node, bare: part.numbers.map { $0 * factor })
    }
  }

  var cause: Cause { Cause(.number, names: origin.names) }
  var rank: Int { 9 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    switch origin {
    case .name, .column, .row, .formula, .madeOf:
      "the figure for \(wording.thing(origin)) is another than the exercise has"
    case .literal(_, let unit) where !unit.isEmpty:
      "\(wording.thing(origin)) is another than it should be"
    case .literal, .unit, .part: "a plain number of the formula is another"
    }
  }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.single
  }

  func maySecond(isComputed: Bool, _ formula: StudentFormula) -> Bool { false }
}
