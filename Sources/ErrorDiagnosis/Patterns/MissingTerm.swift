/// A term of a sum is left out.
struct MissingTerm: ErrorPattern {
  let origin: FormulaTree.Origin

  static func vary(_ node: Int, in variations: inout Variations) {
    guard let part = variations.term(node) else { return }
    varyRest(node, part.origin, &variations)
    // Of `1 - x` as a factor, the whole is forgotten where 1 is left.
    if variations.leavesOne(without: node) { return }
    variations.add(
      Self(origin: part.origin), node, bare: part.bare { _ in 0 },
      measured: part.numbers.map { _ in 0 }, lacking: [part.origin])
  }

  /// Of `1 - x`, x is left, and not -x.
  private static func varyRest(
    _ node: Int, _ origin: FormulaTree.Origin, _ variations: inout Variations
  ) {
    let tree = variations.tree
    guard let parent = tree.nodes[node].parent, case .sum(let terms) = tree.nodes[parent].kind,
      terms.count == 2, let other = terms.first(where: { $0.node != node }), other.isInverse
    else { return }
    variations.add(
      Self(origin: origin), parent, bare: tree.nodes[other.node].numbers, lacking: [origin])
  }

  var cause: Cause { Cause(.termMissing, names: origin.names) }
  var rank: Int { 0 }

  var isToldExactly: Bool { origin.isNamed }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    wording.leftOut(origin, isAlone: isAlone)
  }

  func mayBeFirst(isComputed: Bool) -> Bool { true }
}
