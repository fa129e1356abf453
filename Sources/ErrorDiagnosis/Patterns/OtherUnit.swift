import Formulas
import Quantities

/// The figure is right in another unit of the dimension than the one it was read in.
struct OtherUnit: ErrorPattern {
  let read: String
  let meant: String
  /// How many times too large it is.
  let size: Double
  /// Its place among the units that people use for the same.
  let place: Int

  static func varyWhole(in variations: inout Variations) {
    let asked = variations.answer.unit
    guard asked != .one, variations.whole.zero == 0 else { return }
    let own = asked.withoutCounts
    var seen: [Double] = []
    func add(_ unit: Unit) {
      let size = own.scale.value / unit.scale.value
      guard !Conversions.isPowerOfTen(size), !seen.contains(where: { Conversions.isNear($0, size) })
      else { return }
      seen.append(size)
      variations.add(
        Self(read: asked.symbol, meant: unit.symbol, size: size, place: seen.count),
        variations.tree.root,
        bare: variations.whole.numbers.map { $0 * size })
    }
    // Units of the exercise come first.
    for node in variations.tree.nodes where node.unit.dimension == own.dimension {
      if case .literal(_, let symbol) = node.origin, let unit = variations.units.lookup(symbol) {
        add(unit)
      }
    }
    own.kin.forEach(add)
  }

  var cause: Cause { Cause(.unit, units: [read, meant]) }
  var rank: Int { place <= 3 ? 2 : place <= 8 ? 6 : 11 }
  var factor: Double? { size }
  var nearness: Double { place <= 3 ? CauseSearch.nearness : 0 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "the figure is right in \(meant), and \(read) is asked for"
  }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.ofUnit && !search.isFigureOfPart(in: tree)
  }
}
