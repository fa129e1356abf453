import Diagnostics
import Formulas

/// It stops early: a part of the model answer stands for the whole.
struct PartialResult: ErrorPattern {
  /// What is still missing.
  let names: [String]

  static func vary(_ node: Int, in variations: inout Variations) {
    let tree = variations.tree
    let part = tree.nodes[node]
    // What is named is said to be that name, and a factor or term that is left out is told as such.
    switch part.kind {
    case .leaf, .named, .aggregate: return
    case .product, .sum, .power, .raised, .call: break
    }
    guard !tree.isWhole(node), let parent = part.parent else { return }
    if case .product = tree.nodes[parent].kind { return }
    let within = Set(tree.parts(of: node).flatMap { tree.nodes[$0].origin.names })
    var names: [String] = []
    for other in tree.nodes where other.origin.isNamed {
      for name in other.origin.names where !within.contains(name) && !names.contains(name) {
        names.append(name)
      }
    }
    variations.add(
      Self(names: names), tree.root, bare: part.numbers,
      change: (try? part.unit.product(with: tree.whole.unit, inverted: true))?.unit)
  }

  var cause: Cause { Cause(.partial, names: names) }
  var rank: Int { 8 }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.single
  }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    names.isEmpty
      ? "it is a step on the way, and there is one more to go"
      : "it is a step on the way: \(enumeration(names.map { "`\($0)`" }))"
        + " \(names.count == 1 ? "is" : "are") not in it yet"
  }
}
