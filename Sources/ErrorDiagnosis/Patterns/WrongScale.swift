import Diagnostics
import Formulas
import Quantities

/// The whole, or a term of it, is off by a conversion that is missed or done twice.
struct WrongScale: ErrorPattern {
  /// How many times too large it is.
  let size: Double
  /// Nil for the whole.
  let origin: FormulaTree.Origin?
  /// Whether it is of a part that is no factor of the whole: in a logarithm, or a percentage in a sum.
  var isWithin = false
  /// Whether units at hand are so far apart.
  var isOfUnits = false
  /// Whether it is a conversion done the wrong way round.
  var isTurned = false

  static func vary(_ node: Int, in variations: inout Variations) {
    let part = variations.tree.nodes[node]
    // Of a logarithm, what it is taken of may be in another unit.
    if let parent = part.parent, variations.tree.isLogarithm(parent) {
      for size in [1000, 0.001, 1e6, 1e-6] {
        variations.add(
          Self(size: size, origin: part.origin, isWithin: true), node,
          bare: part.numbers.map { $0 * size })
      }
    }
    // 17 % for 1.7 %: within a sum it is no factor of the whole.
    if variations.isTerm(node), case .leaf = part.kind, case .name = part.origin, part.unit == .one,
      part.numbers.count == 1, (0..<1).contains(part.numbers[0])
    {
      for size in [10, 0.1] {
        variations.add(
          Self(size: size, origin: part.origin, isWithin: true), node,
          bare: part.numbers.map { $0 * size })
      }
    }
    guard variations.isTerm(node), part.numbers.count <= Variations.longest else { return }
    for factor in Conversions.common {
      for (size, bare) in [
        (factor, part.bare { $0 * factor }), (1 / factor, part.bare { $0 / factor }),
      ] { variations.add(Self(size: size, origin: part.origin), node, bare: bare) }
    }
  }

  static func varyWhole(in variations: inout Variations) {
    let isOfData = variations.tree.nodes.contains { $0.unit.symbol.contains("bit") }
    let symbol = variations.answer.unit.symbol
    let own =
      (isOfData ? Conversions.ofData : [])
      + (variations.answer.unit.isDegree ? [Conversions.radian] : [])
    var sizes = (Conversions.all + own).flatMap { [$0, 1 / $0] }
    let isOfTurns = UnitMixups.ofTurns.contains(where: symbol.contains)
    let others = variations.factors + (isOfTurns ? [Conversions.turn, 1 / Conversions.turn] : [])
    for other in others where !sizes.contains(where: { Conversions.isNear($0, other) }) {
      sizes.append(other)
    }
    // A conversion done the wrong way round: divided by 3.6 where it is to be multiplied.
    let asked = variations.answer.unit.withoutCounts.scale.value
    var units = [1.0]
    for node in variations.tree.nodes
    where node.unit.dimension == variations.answer.unit.withoutCounts.dimension {
      if case .literal = node.origin { units.append(node.one) }
      if case .name(let name) = node.origin {
        units.append(variations.scope.value(of: name)?.unit?.scale.value ?? node.one)
      }
    }
    for unit in units {
      let size = (asked / unit) * (asked / unit)
      guard size > 0, !Conversions.isPowerOfTen(size) else { continue }
      for size in [size, 1 / size] where !sizes.contains(where: { Conversions.isNear($0, size) }) {
        variations.add(
          Self(size: size, origin: nil, isTurned: true), variations.tree.root,
          bare: variations.whole.bare { $0 * size })
      }
    }
    let mixups = UnitMixups([symbol] + variations.tree.unitSymbols(in: variations.scope))
    for size in sizes {
      let isOfUnits = mixups.example(max(size, 1 / size)) != nil && !Conversions.isPowerOfTen(size)
      variations.add(
        Self(size: size, origin: nil, isOfUnits: isOfUnits), variations.tree.root,
        bare: variations.whole.bare { $0 * size })
    }
  }

  var cause: Cause { Cause(.scale, names: origin?.names ?? [], factor: size) }
  var rank: Int {
    if origin != nil { return isWithin ? 8 : 14 }
    if Conversions.isPrefix(size) { return 2 }
    if isTurned { return 7 }
    return isOfUnits && Conversions.isFrequent(size)
      ? 3 : isOfUnits ? 5 : Conversions.isPowerOfTen(size) ? 6 : 10
  }
  var factor: Double? { origin == nil ? size : nil }
  var nearness: Double {
    isOfUnits || origin == nil && Conversions.isPowerOfTen(size) ? CauseSearch.nearness : 0
  }
  var conversion: Double? { size }
  /// A term that a conversion makes too small to be seen is left out, not converted.
  var hasToBeVisible: Bool { origin != nil }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    if isTurned { return figures >= CauseSearch.figures.common }
    if isWithin { return figures >= CauseSearch.figures.single }
    if origin != nil { return figures >= CauseSearch.figures.pair }
    if figures >= CauseSearch.figures.single
      || figures >= CauseSearch.figures.ofUnit && Conversions.isPowerOfTen(size)
    {
      return true
    }
    // 0.45 W for 450 W: the model's own figures, in another unit.
    if case .leaf = tree.nodes[tree.root].kind, Conversions.isFrequent(size),
      search.response.isExactly(tree.value.map { $0 * size })
    {
      return true
    }
    if Conversions.isPrefix(size), case .figures(let asked) = search.answer.tolerance {
      return figures >= min(asked, CauseSearch.figures.common)
    }
    return figures >= CauseSearch.figures.common && Conversions.isFrequent(size)
  }

  func maySecond(isComputed: Bool, _ formula: StudentFormula) -> Bool {
    guard origin == nil else { return false }
    let larger = max(size, 1 / size)
    return isComputed
      ? Conversions.isCommon(size) || formula.madeByHand(size) != nil
      : Conversions.isNear(larger, 1000) || Conversions.isNear(larger, 3600)
  }

  // MARK: Wording

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    let larger = size > 1 ? size : 1 / size
    let mixup = wording.mixups.example(larger)
    if let parts = wording.madeByHand(size) {
      let place = origin.map { " with \(wording.thing($0))" } ?? ""
      let byHand = enumeration(parts.map(Self.written)) + place
      return wording.hasUnits && mixup != nil
        ? "leave \(byHand) out, for units are converted for you"
        : "leave \(byHand) out" + (isAlone ? ", and all the rest fits" : "")
    }
    let far =
      "\(origin.map(wording.thing) ?? "it") is \(Self.times(larger)) times too"
      + " \(size > 1 ? "large" : "small")"
    guard let mixup else { return far }
    let advice =
      wording.hasUnits || !isAlone
      ? "" : ". Type each figure with the unit it is given in, and it is converted for you"
    return "\(far), as when \(mixup)\(advice)"
  }

  private static func times(_ size: Double) -> String {
    if Conversions.isNear(size, Conversions.turn) { return "2π" }
    let short = NumberFormat.rounded(size, figures: 8)
    return Conversions.isNear(size, short)
      ? NumberFormat.standard.string(short)
      : "about " + NumberFormat.standard.string(NumberFormat.rounded(size, figures: 3))
  }

  /// `/ 3600` as the student's formula has it.
  private static func written(_ factor: FormulaInputs.BareFactor) -> String {
    let number = NumberFormat(digits: 12, groupSeparator: nil).string(factor.number)
    return "`\(factor.isDivisor ? "/" : "*") \(number)`"
  }
}
