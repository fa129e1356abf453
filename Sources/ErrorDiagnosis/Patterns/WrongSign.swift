/// The whole, or a term of it, has the other sign.
struct WrongSign: ErrorPattern {
  /// Nil for the whole.
  let origin: FormulaTree.Origin?
  /// Whether it is in an exponent.
  var isExponent = false

  static func vary(_ node: Int, in variations: inout Variations) {
    varyBracket(node, in: &variations)
    varyExponent(node, in: &variations)
    guard let part = variations.term(node) else { return }
    variations.add(
      Self(origin: part.origin), node, bare: part.bare { -$0 },
      measured: part.numbers.map { -$0 }, held: [part.origin])
  }

  private static func varyExponent(_ node: Int, in variations: inout Variations) {
    let tree = variations.tree
    let part = tree.nodes[node]
    switch part.kind {
    case .raised(_, let exponent):
      let name = tree.parts(of: exponent).map { tree.nodes[$0].origin }.first(where: \.isNamed)
      variations.add(
        Self(origin: name ?? .part, isExponent: true), node, bare: part.numbers.map { 1 / $0 })
    case .call(let function, let arguments) where function.name == "exp":
      let name = tree.parts(of: arguments[0]).map { tree.nodes[$0].origin }.first(where: \.isNamed)
      variations.add(
        Self(origin: name ?? .part, isExponent: true), node, bare: part.numbers.map { 1 / $0 })
    case .leaf, .product, .sum, .power, .call, .aggregate, .named: break
    }
  }

  /// Of `a + b - c`, all but the first turned, as by a bracket.
  private static func varyBracket(_ node: Int, in variations: inout Variations) {
    let tree = variations.tree
    let part = tree.nodes[node]
    guard case .sum(let terms) = part.kind, terms.count > 2, let first = terms.first,
      part.zero == 0
    else { return }
    let start = tree.nodes[first.node].numbers.map { first.isInverse ? -$0 : $0 }
    guard let turned = FormulaTree.combined(start, part.numbers, { 2 * $0 - $1 }) else { return }
    variations.add(Self(origin: part.origin == .part ? .part : part.origin), node, bare: turned)
  }

  static func varyWhole(in variations: inout Variations) {
    variations.add(Self(origin: nil), variations.tree.root, bare: variations.whole.bare { -$0 })
  }

  var cause: Cause { Cause(.sign, names: origin?.names ?? []) }
  var rank: Int { 7 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    if isExponent {
      let thing = origin.map(wording.thing) ?? "a part of it"
      return "the exponent with \(thing) has the wrong sign"
    }
    return origin.map { "\(wording.thing($0)) has the wrong sign" }
      ?? "its sign is the wrong way round"
  }

  var factor: Double? { origin == nil ? -1 : nil }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.common
      || origin == nil && search.response.isExactly(tree.value.map { -$0 })
  }
}
