import Diagnostics

/// Quantities are multiplied that are to be added, and the like.
struct WrongOperation: ErrorPattern {
  /// What is done with them, as a participle.
  enum Operation: String {
    case added, subtracted, multiplied, divided
  }

  let origins: [FormulaTree.Origin]
  let meant: Operation
  let used: Operation

  static func vary(_ node: Int, in variations: inout Variations) {
    let part = variations.tree.nodes[node]
    guard part.zero == 0 else { return }
    switch part.kind {
    case .sum(let terms) where terms.count == 2:
      if terms.allSatisfy({ !$0.isInverse }) {
        add(terms.map(\.node), node, .added, .multiplied, &variations) { $0 * $1 }
      } else if !terms[0].isInverse {
        add(terms.map(\.node), node, .subtracted, .divided, &variations) { $0 / $1 }
      }
    case .product(let factors) where factors.count == 2 && !factors[0].isInverse:
      if factors[1].isInverse {
        add(factors.map(\.node), node, .divided, .subtracted, &variations) { $0 - $1 }
        add(factors.map(\.node), node, .divided, .subtracted, &variations) { $1 - $0 }
      } else {
        add(factors.map(\.node), node, .multiplied, .added, &variations) { $0 + $1 }
      }
    case .leaf, .product, .sum, .power, .raised, .call, .aggregate, .named: break
    }
  }

  /// - Parameter compute: of figures of one unit.
  private static func add(
    _ nodes: [Int], _ node: Int, _ meant: Operation, _ used: Operation,
    _ variations: inout Variations, _ compute: (Double, Double) -> Double
  ) {
    let tree = variations.tree
    let (first, second, whole) = (tree.nodes[nodes[0]], tree.nodes[nodes[1]], tree.nodes[node])
    guard first.unit == second.unit, isQuantity(first), isQuantity(second),
      first.zero == 0, second.zero == 0,
      let measured = FormulaTree.combined(first.numbers, second.numbers, compute),
      let figures = FormulaTree.combined(
        first.numbers.map { $0 / first.one }, second.numbers.map { $0 / second.one }, compute)
    else { return }
    let unit =
      switch used {
      case .added, .subtracted: first.unit
      case .multiplied: variations.power(first.unit, 2)
      case .divided: variations.power(first.unit, 0)
      }
    variations.add(
      Self(origins: [first.origin, second.origin], meant: meant, used: used), node,
      bare: figures.map { $0 * whole.one }, measured: measured,
      change: unit.flatMap { try? $0.product(with: whole.unit, inverted: true).unit },
      held: [first.origin, second.origin])
  }

  /// A plain number of a formula is none of its own.
  private static func isQuantity(_ node: FormulaTree.Node) -> Bool {
    switch node.origin {
    case .name, .column, .row, .formula, .madeOf: true
    case .literal, .unit, .part: false
    }
  }

  var cause: Cause { Cause(.operation, names: origins.flatMap(\.names)) }
  var rank: Int { 7 }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.pair
  }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "\(enumeration(origins.map(wording.thing))) are \(used.rawValue), and are to be \(meant.rawValue)"
  }
}
