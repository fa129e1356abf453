import Diagnostics
import Formulas

/// A part without a name is not in it yet, or all that is made of some names.
struct MissingPart: ErrorPattern {
  let names: [FormulaTree.Origin]

  var cause: Cause { Cause(.factorMissing, names: uniqueNames) }
  var rank: Int { 2 }

  private var uniqueNames: [String] {
    var seen: Set<String> = []
    return names.flatMap(\.names).filter { seen.insert($0).inserted }
  }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "what is made of \(enumeration(uniqueNames.map { "`\($0)`" })) is not in it yet"
  }
}

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

/// Two names are exchanged.
struct Swapped: ErrorPattern {
  let first: FormulaTree.Origin
  let second: FormulaTree.Origin

  /// Names that are exchanged with one another at most.
  private static let limit = 12

  static func varyWhole(in variations: inout Variations) {
    let tree = variations.tree
    var places: [FormulaTree.Origin: [Int]] = [:]
    for node in tree.nodes.indices where tree.nodes[node].origin.isNamed {
      places[tree.nodes[node].origin, default: []].append(node)
    }
    let names = places.keys.sorted { places[$0]?.first ?? 0 < places[$1]?.first ?? 0 }
      .prefix(limit)
    for (place, first) in names.enumerated() {
      for second in names.dropFirst(place + 1) {
        guard let one = places[first], let other = places[second],
          tree.nodes[one[0]].unit.dimension == tree.nodes[other[0]].unit.dimension,
          tree.areOfLikeSize(one[0], other[0]),
          // One within the other is no exchange.
          !one.contains(where: { !other.allSatisfy(tree.isApart($0)) }),
          let value = tree.exchanging(one, other)
        else { continue }
        variations.add(
          Self(first: first, second: second), tree.root, bare: value, held: [first, second])
      }
    }
  }

  var cause: Cause { Cause(.swapped, names: first.names + second.names) }
  var rank: Int { 6 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "\(wording.thing(first)) and \(wording.thing(second)) have changed places"
  }
}

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

extension FormulaTree {
  /// Tells of parts that are neither above nor within a part.
  fileprivate func isApart(_ node: Int) -> (Int) -> Bool {
    { other in
      node != other && !ancestors(of: other).contains(node) && !ancestors(of: node).contains(other)
    }
  }

  /// Whether one may be taken for the other: nobody takes a price for a percentage.
  fileprivate func areOfLikeSize(_ first: Int, _ second: Int) -> Bool {
    guard nodes[first].unit == .one, let one = nodes[first].numbers.first,
      let other = nodes[second].numbers.first
    else { return true }
    let ratio = abs(one / other)
    return ratio < 1000 && ratio > 0.001
  }

  /// What the whole comes to where two names have each other's numbers.
  fileprivate func exchanging(_ first: [Int], _ second: [Int]) -> [Double]? {
    let (one, other) = (nodes[first[0]].numbers, nodes[second[0]].numbers)
    guard one.count == other.count else { return nil }
    var tree: FormulaTree? = self
    for node in first { tree = tree?.replacing(node, by: other) }
    for node in second { tree = tree?.replacing(node, by: one) }
    return tree?.value
  }
}
