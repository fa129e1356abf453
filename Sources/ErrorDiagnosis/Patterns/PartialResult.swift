import Diagnostics
import Formulas
import Quantities

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
    variations.add(
      Self(names: Self.names(in: tree, outside: node)), tree.root, bare: part.numbers,
      change: (try? part.unit.product(with: tree.whole.unit, inverted: true))?.unit)
  }

  private static func names(in tree: FormulaTree, outside node: Int) -> [String] {
    let within = Set(tree.parts(of: node).flatMap { tree.nodes[$0].origin.names })
    var names: [String] = []
    for other in tree.nodes where other.origin.isNamed {
      for name in other.origin.names where !within.contains(name) && !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  /// Nil where no computed part of a formula comes to the value.
  init?(of tree: FormulaTree, at value: [Double], _ unit: Unit) {
    let place = tree.nodes.indices.first { node in
      let part = tree.nodes[node]
      return !tree.isWhole(node) && !part.kind.children.isEmpty
        && part.unit.dimension == unit.dimension && Variations.isSame(part.numbers, value)
    }
    guard let place else { return nil }
    names = Self.names(in: tree, outside: place)
  }

  private init(names: [String]) { self.names = names }

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
