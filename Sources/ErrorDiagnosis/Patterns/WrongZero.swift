/// A temperature is used with the figure that it has in its own unit, where it has to count from
/// absolute zero; or a difference of two is counted from there.
struct WrongZero: ErrorPattern {
  enum Manner {
    /// It stands with its figure in degrees.
    case figure
    /// A difference is counted from absolute zero.
    case difference
    /// A difference is typed as a temperature in °C.
    case typedAsPoint
  }

  let origin: FormulaTree.Origin
  let manner: Manner

  /// 20 for a temperature of 20 °C that has to be 293.15 K, 566.3 where it is added twice, and
  /// 283.15 for a difference of 10 K.
  static func vary(_ node: Int, in variations: inout Variations) {
    let tree = variations.tree
    let part = tree.nodes[node]
    guard part.unit.dimension == Temperatures.dimension, !part.origin.isUnit else { return }
    let inner = tree.nodes[tree.withoutNames(node)]
    switch inner.kind {
    case .sum where inner.zero == 0:
      variations.add(
        Self(origin: tree.isWhole(node) ? .part : part.origin, manner: .difference), node,
        bare: part.numbers.map { $0 + Temperatures.zero }, held: [part.origin])
    case .leaf:
      // In a difference the zero does not matter.
      guard !variations.isTerm(node), node != tree.root else { return }
      for size in [-1.0, 1, -2] {
        variations.add(
          Self(origin: part.origin, manner: .figure), node,
          bare: part.numbers.map { $0 + size * Temperatures.zero }, held: [part.origin])
      }
      variations.add(
        Self(origin: part.origin, manner: .figure), node,
        bare: part.numbers.map { $0 * 1.8 - 459.67 }, held: [part.origin])
    case .sum, .product, .power, .raised, .call, .aggregate, .named: break
    }
  }

  /// Every temperature with its figure in °C.
  static func varyWhole(in variations: inout Variations) {
    let tree = variations.tree
    varyAsked(in: &variations)
    let nodes = tree.nodes.indices.filter { node in
      guard case .leaf = tree.nodes[node].kind, node != tree.root else { return false }
      return tree.nodes[node].unit.dimension == Temperatures.dimension && !variations.isTerm(node)
        && !tree.nodes[node].origin.isUnit
    }
    guard nodes.count > 1 else { return }
    var changed: FormulaTree? = tree
    for node in nodes {
      changed = changed?.replacing(
        node, by: tree.nodes[node].numbers.map { $0 - Temperatures.zero })
    }
    guard let changed else { return }
    variations.add(
      Self(origin: tree.nodes[nodes[0]].origin, manner: .figure), tree.root,
      bare: changed.value, held: nodes.map { tree.nodes[$0].origin })
  }

  /// Where a temperature is asked for, its figure from another zero: kelvins for °C, °F for °C.
  private static func varyAsked(in variations: inout Variations) {
    let (tree, asked) = (variations.tree, variations.answer.unit)
    guard asked.isTemperaturePoint else { return }
    let (zero, one) = (asked.zero, asked.scale.value)
    func add(_ figure: (Double) -> Double) {
      variations.add(
        Self(origin: tree.whole.origin, manner: .figure), tree.root,
        bare: tree.value.map { zero + one * figure($0) })
    }
    add { $0 }
    add { $0 * 1.8 - 459.67 }
    add { $0 - Temperatures.zero }
    // 32 not taken off; and 9/5 taken for 5/9.
    add { $0 - Temperatures.zero + 32 / 1.8 }
    variations.add(
      WrongScale(size: 3.24, origin: nil), tree.root,
      bare: tree.value.map { zero + one * ($0 - Temperatures.zero) * 3.24 })
  }

  var cause: Cause { Cause(.offset, names: origin.names) }
  var rank: Int { 6 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    let thing = wording.thing(origin)
    switch manner {
    case .figure:
      return "\(thing) stands with its figure in degrees, and has to count from absolute zero: take"
        + " it `to K`"
    case .difference:
      return "\(origin == .part ? "it" : thing) is a difference, the same in K as in °C: nothing is"
        + " added to convert it"
    case .typedAsPoint:
      return "\(thing) is a difference, and no temperature: type it in `K`"
    }
  }
}
