/// A temperature is used with the figure that it has in its own unit, where it has to count from
/// absolute zero; or a difference of two is counted from there.
struct WrongZero: ErrorPattern {
  let origin: FormulaTree.Origin
  let isDifference: Bool

  /// 20 for a temperature of 20 °C that has to be 293.15 K, and 283.15 for a difference of 10 K.
  static func vary(_ node: Int, in variations: inout Variations) {
    guard let part = variations.factor(node) else { return }
    if part.zero != 0 {
      return variations.add(
        Self(origin: part.origin, isDifference: false), node,
        bare: part.numbers.map { $0 - part.zero }, held: [part.origin])
    }
    let nodes = variations.tree.nodes
    var inner = node
    while case .named(let next) = nodes[inner].kind { inner = next }
    guard case .sum(let terms) = nodes[inner].kind,
      let zero = terms.map({ nodes[$0.node].zero }).first(where: { $0 != 0 })
    else { return }
    variations.add(
      Self(origin: part.origin, isDifference: true), node, bare: part.numbers.map { $0 + zero },
      held: [part.origin])
  }

  var cause: Cause { Cause(.offset, names: origin.names) }
  var rank: Int { 6 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    let thing = wording.thing(origin)
    return isDifference
      ? "\(thing) is a difference, the same in K as in °C: nothing is added to convert it"
      : "\(thing) stands with its figure in degrees, and has to count from absolute zero: take it"
        + " `to K`"
  }
}
