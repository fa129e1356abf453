import Formulas

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
