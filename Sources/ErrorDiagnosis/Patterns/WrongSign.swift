/// The whole, or a term of it, has the other sign.
struct WrongSign: ErrorPattern {
  /// Nil for the whole.
  let origin: FormulaTree.Origin?
  /// Whether it is in an exponent.
  var isExponent = false

  static func vary(_ node: Int, in variations: inout Variations) {
    guard let part = variations.term(node) else { return }
    variations.add(
      Self(origin: part.origin), node, bare: part.bare { -$0 },
      measured: part.numbers.map { -$0 }, held: [part.origin])
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
    return origin.map { "\(wording.thing($0)) has the wrong sign" } ?? "its sign is the wrong way round"
  }

  var factor: Double? { origin == nil ? -1 : nil }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.common
      || origin == nil && search.response.isExactly(tree.value.map { -$0 })
  }
}
