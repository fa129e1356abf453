/// A name stands where another belongs, or for the whole.
struct OtherName: ErrorPattern {
  let used: String
  /// Nil for the whole.
  let replaced: FormulaTree.Origin?
  /// Whether it is no quantity of the kind, so that only its figure was mistaken.
  var isOfOtherKind = false

  /// Numbers of a part up to which it is tried, names tried in all, and names tried for the whole.
  private static let limits = (numbers: Variations.longest, replacements: 2000, ofWhole: 100)

  static func vary(_ node: Int, in variations: inout Variations) {
    let part = variations.tree.nodes[node]
    guard case .name(let name) = part.origin, part.numbers.count <= limits.numbers,
      variations.tree.nodes.count * variations.names.count <= limits.replacements
    else { return }
    for other in variations.names where other != name {
      add(other, at: node, replacing: part.origin, &variations)
    }
  }

  static func varyWhole(in variations: inout Variations) {
    for name in variations.names.prefix(limits.ofWhole) {
      add(name, at: variations.tree.root, replacing: nil, &variations)
    }
  }

  private static func add(
    _ name: String, at node: Int, replacing replaced: FormulaTree.Origin?,
    _ variations: inout Variations
  ) {
    guard let value = variations.scope.value(of: name),
      let (numbers, unit) = variations.numbers(of: value, fitting: variations.tree.nodes[node])
    else { return }
    variations.replace(
      node, by: numbers, unit, Self(used: name, replaced: replaced), used: .name(name))
  }

  var cause: Cause { Cause(.otherName, names: [used] + (replaced?.names ?? [])) }
  var rank: Int { replaced == nil ? 13 : 7 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    replaced.map { "`\(used)` stands where \(wording.thing($0)) belongs" }
      ?? "it has the value of `\(used)`"
  }

  var isOfNumbers: Bool { false }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    // Of two names for the same kind of quantity one is easily the other.
    figures >= (replaced == nil ? CauseSearch.figures.pair : CauseSearch.figures.single)
      || replaced == nil && search.isGiven(used)
  }
}
