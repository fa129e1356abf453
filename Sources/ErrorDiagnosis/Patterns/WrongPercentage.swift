/// A percentage is not divided by 100, or twice.
struct WrongPercentage: ErrorPattern {
  /// The figure that is a percentage; nil where it has no name.
  let origin: FormulaTree.Origin?
  /// How many times too large the whole is; nil for a percentage within a formula that is not
  /// divided by 100.
  let factor: Double?

  static func vary(_ node: Int, in variations: inout Variations) {
    let tree = variations.tree
    let part = tree.nodes[node]
    guard case .leaf = part.kind, part.unit == .one, part.numbers.count == 1,
      (0..<1).contains(part.numbers[0]),
      let whole = tree.value(replacing: node, by: [part.numbers[0] * 100]),
      // Of a product, the whole is 100 times too large with it, which is said of that.
      !Variations.isSame(whole, tree.value.map { $0 * 100 })
    else { return }
    variations.add(Self(origin: part.origin, factor: nil), node, bare: [part.numbers[0] * 100])
  }

  static func varyWhole(in variations: inout Variations) {
    guard let origin = percentage(in: variations.tree),
      // hPa and cm are a hundred times another unit.
      !variations.tree.nodes.contains(where: { node in
        node.unit != .one && [100, 0.01].contains { Conversions.isNear(node.one, $0) }
      })
    else { return }
    for factor in [100, 0.01] {
      variations.add(
        Self(origin: origin, factor: factor), variations.tree.root,
        bare: variations.whole.numbers.map { $0 * factor })
    }
  }

  /// The figure that is a percentage; nil where there is none.
  private static func percentage(in tree: FormulaTree) -> FormulaTree.Origin?? {
    for node in tree.nodes {
      guard case .leaf = node.kind, node.unit == .one, node.numbers.count == 1,
        node.numbers[0] > 0, node.numbers[0] < 1
      else { continue }
      switch node.origin {
      case .literal, .name: return .some(node.origin.names.isEmpty ? nil : node.origin)
      case .column, .row, .formula, .madeOf, .unit, .part: break
      }
    }
    return tree.whole.unit == .one && Conversions.isNear(tree.whole.one, 0.01) ? .some(nil) : .none
  }

  var cause: Cause { Cause(.percent, names: origin?.names ?? [], factor: factor) }
  var rank: Int { 3 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    let thing = origin.map(wording.thing)
    let what = thing.map { ", \($0)," } ?? ""
    switch factor {
    case nil:
      return "\(thing ?? "a part of it") is a percentage, and is not divided by 100: typed with its"
        + " `%`, it is a share of 1"
    case let factor? where factor > 1:
      return "it is 100 times too large, as when a percentage\(what) is not divided by 100: typed"
        + " with its `%`, it is a share of 1"
    case _?: return "it is 100 times too small, as when a percentage\(what) is divided by 100 twice"
    }
  }

  func maySecond(isComputed: Bool, _ formula: StudentFormula) -> Bool { factor != nil }
}
