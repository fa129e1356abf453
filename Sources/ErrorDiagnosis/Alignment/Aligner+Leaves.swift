import Formulas
import Quantities

extension Aligner {
  /// Something stands in the place of something else.
  func replaced(_ m: Part, by s: Part) -> Comparison {
    let origin = model.nameable(m.node)
    func slip(
      _ error: any ErrorPattern, cost: Double = Cost.slip, isBare: Bool = false, matched: Int = 1,
      numbers: [Double]? = nil
    ) -> Comparison {
      Comparison(
        differences: [
          Difference(
            error: error, edits: [.init(node: m.node, change: .set(numbers ?? s.numbers))],
            cost: cost, trace: .replaced(m, by: s))
        ], matched: matched, isBare: isBare)
    }
    let opaque = Comparison(isOpaque: true)
    if let zero = otherZero(m, s) {
      // 62 for 335.15 K: the figure counts from another zero.
      return slip(
        WrongZero(origin: origin, manner: zero),
        isBare: s.isPlain && !m.isPlain)
    }
    if m.isAtom, m.dimension == s.dimension, !m.isPlain || m.isLiteral || m.one != 1,
      case .literal(let figure, let unit) = s.origin, !unit.isEmpty,
      m.numbers.count == 1, abs(figure - (m.numbers[0] - m.zero) / m.one) <= 1e-9 * abs(figure)
    {
      return slip(WrongUnit(origin: origin, used: unit, size: s.numbers[0] / m.numbers[0]))
    }
    let isBare = s.isPlain && !m.isPlain
    if s.isLiteral, s.numbers.count == 1, m.numbers.count == 1, s.rounding <= 0.2,
      isBare || m.dimension == s.dimension, m.zero == 0
    {
      for size in isBare ? [1.0, 1000, 0.001] : [1] {
        let one = isBare ? m.one * size : 1
        let own = m.numbers[0] / one
        let far = abs(s.numbers[0] - own)
        if far > Sameness.limit * abs(own), far <= s.rounding * abs(s.numbers[0]) * 1.0001 {
          return slip(
            RoundedOnTheWay(origin: named(m)), isBare: isBare, numbers: s.numbers.map { $0 * one })
        }
      }
    }
    if isBare || m.isPlain && s.isPlain, m.isAtom, origin.isNamed,
      let used = vocabulary.name(ofFigure: s), used != origin.names.first
    {
      return slip(
        OtherName(
          used: used, replaced: origin, isOfOtherKind: vocabulary.dimension(of: used) != m.dimension
        ),
        cost: Cost.replaced, isBare: isBare, matched: 0,
        numbers: isBare ? s.numbers.map { $0 * m.one } : nil)
    }
    guard m.dimension == s.dimension else {
      guard s.isPlain, m.isAtom, origin.isNamed, s.namedLeaves.isEmpty, m.zero == 0,
        m.numbers.count == 1, s.numbers.count == 1
      else { return opaque }
      let ratio = s.numbers[0] * m.one / m.numbers[0]
      // A mistyped figure is of the same size.
      guard ratio > 0.5, ratio < 2 else { return opaque }
      return slip(
        WrongNumber(origin: origin), cost: Cost.unnamed, isBare: true, matched: 0,
        numbers: s.numbers.map { $0 * m.one })
    }
    if case .row(let key, let row) = s.origin, case .row(let own, _) = m.origin, key == own {
      return slip(OtherRow(column: "\(key)", row: row, replaced: origin))
    }
    if case .column(let used) = s.origin, case .column = m.origin {
      return slip(OtherColumn(used: used, replaced: origin))
    }
    if case .name(let used) = s.origin, s.isAtom, origin.isNamed || m.isAtom && !m.isPlain,
      !m.namedLeaves.contains(where: { $0.origin == s.origin })
    {
      // What is in the formula anyway stands there less likely for something else.
      let isInIt = model.nodes.contains { $0.origin == s.origin }
      return slip(
        OtherName(used: used, replaced: origin), cost: Cost.replaced + (isInIt ? 0.05 : 0),
        matched: 0)
    }
    // A small plain number is some name's by chance.
    if m.isAtom, origin.isNamed || !m.isPlain || s.hasFigures, let used = vocabulary.name(of: s) {
      return slip(OtherName(used: used, replaced: origin), cost: Cost.replaced, matched: 0)
    }
    // What has other names in it is no figure mistyped.
    let isOfSameNames = s.namedLeaves.allSatisfy { own in
      m.namedLeaves.contains { $0.origin == own.origin }
    }
    if isOfSameNames, let ratio = ratio(of: s, to: m) {
      let known = Conversions.nearestPowerOfTen(abs(ratio), within: s.slack + 1e-9)
      if m.isPlain, !m.namedLeaves.isEmpty, m.numbers.allSatisfy({ abs($0) <= 1 }),
        known == 100 || known == 0.01
      {
        return slip(WrongPercentage(origin: named(m), factor: known == 100 ? nil : 0.01))
      }
      // A unit alone stands for what is left out.
      if origin.isNamed, !m.isPlain, case .literal(1, _) = s.origin {
        return slip(MissingFactor(origin: origin))
      }
      if m.isAtom || origin.isNamed, ratio > 0 {
        if let known, known != 1 {
          return slip(
            WrongScale(size: known, origin: origin), numbers: m.numbers.map { $0 * known })
        }
        if s.namedLeaves.isEmpty,
          let other = vocabulary.sizes.other(than: m.unit, ratio, within: s.slack)
        {
          return slip(
            WrongScale(size: other, origin: origin), cost: Cost.replaced,
            numbers: m.numbers.map { $0 * other })
        }
      }
    }
    if m.isPlain, origin.isNamed, m.numbers.allSatisfy({ $0 > 0 && $0 < 1 }),
      Sameness(m.numbers.map { 1 - $0 }, s.numbers, within: s.slack) != nil
    {
      return slip(ExtraTerm(origin: origin, manner: .complement))
    }
    if m.isAtom, origin.isNamed || !m.isPlain || s.hasFigures, let extra = extraTerm(m, s) {
      if origin == .name(extra.name), !extra.isSubtracted {
        return slip(ExtraFactor(origin: origin, manner: .termTwice))
      }
      return slip(
        ExtraTerm(origin: .name(extra.name), manner: extra.isSubtracted ? .subtracted : .added))
    }
    // A mistyped figure is not so far off.
    guard let far = ratio(of: s, to: m).map(abs), far < 20, far > 0.05 else { return opaque }
    guard m.isAtom, s.namedLeaves.isEmpty, !model.isWhole(m.node) else { return opaque }
    if origin.isNamed, !m.isPlain,
      let constant = Worksheet.constants.first(where: { constant in
        constant.unit.dimension == m.dimension && .name(constant.name) != origin
          && Sameness([constant.number], s.numbers, within: max(s.slack, 0.001)) != nil
      })
    {
      return slip(OtherName(used: constant.name, replaced: origin), matched: 0)
    }
    return slip(
      isConstant(m, s) ? OtherConstant(origin: origin) : WrongNumber(origin: origin),
      cost: Cost.figure, matched: 0)
  }

  /// A temperature counted from another zero than its place asks for.
  private func otherZero(_ m: Part, _ s: Part) -> WrongZero.Manner? {
    // Of two sums, it is one of the terms.
    if m.isSum, s.isSum, m.zero != 0 { return nil }
    if m.isPlain, s.isPlain, m.origin.isNamed, m.numbers.count == 1, s.numbers.count == 1,
      abs(s.numbers[0] - m.numbers[0] - Temperatures.zero) <= 0.001
    {
      return .figure
    }
    guard m.dimension == Temperatures.dimension, s.dimension == m.dimension || s.isPlain,
      m.numbers.count == s.numbers.count, !m.numbers.isEmpty
    else { return nil }
    func isSame(_ change: (Double) -> Double) -> Bool {
      zip(m.numbers, s.numbers).allSatisfy { own, other in
        // Of 20 °C and 293.15 K alike, a tenth of a degree is what may be rounded.
        abs(change(own) - other) <= max(s.slack * abs(other), 0.16)
      }
    }
    let isDifference = m.isSum && m.zero == 0
    if isSame({ $0 - Temperatures.zero }) || isSame({ $0 - 2 * Temperatures.zero })
      || isSame({ $0 * 1.8 - 459.67 })
    {
      return .figure
    }
    guard isSame({ $0 + Temperatures.zero }) else { return nil }
    if m.isAtom, m.zero == 0, s.zero != 0 { return .typedAsPoint }
    return isDifference ? .difference : .figure
  }

  /// How many times one is the other, on every row.
  private func ratio(of s: Part, to m: Part) -> Double? {
    guard let own = m.numbers.first, let other = s.numbers.first, own != 0, other != 0 else {
      return nil
    }
    let ratio = other / own
    return Sameness(m.numbers.map { $0 * ratio }, s.numbers, within: 0) == nil ? nil : ratio
  }

  /// A name that is added or taken away within a figure: 51.5 µL for 50 µL.
  private func extraTerm(_ m: Part, _ s: Part) -> (name: String, isSubtracted: Bool)? {
    for (name, numbers, unit) in vocabulary.names where unit.dimension == m.dimension {
      for isSubtracted in [false, true] {
        guard
          let sum = FormulaTree.combined(m.numbers, numbers, isSubtracted ? (-) : (+)),
          Sameness(sum, s.numbers, within: s.slack) != nil
        else { continue }
        return (name, isSubtracted)
      }
    }
    return nil
  }

  /// Whether a well-known constant stands there rounded: 10 m/s² for 9.81.
  private func isConstant(_ m: Part, _ s: Part) -> Bool {
    guard s.isLiteral, let own = m.numbers.first, let other = s.numbers.first else { return false }
    return abs(other - own) <= 0.05 * abs(own)
  }
}

enum Temperatures {
  static let dimension = UnitSystem().lookup("K")?.dimension ?? .one
  /// Of °C, in kelvins.
  static let zero = 273.15
}

/// How many times the size of the usual units of their kinds units are, worked out once for each.
final class UsualSizes {
  private var known: [Unit: [Double]] = [:]

  /// How many times the size of a usual unit of its kind a unit is, where a figure is right in that.
  func other(than unit: Unit, _ ratio: Double, within slack: Double) -> Double? {
    Conversions.nearest(ratio, among: sizes(of: unit), within: slack + 1e-9)
  }

  private func sizes(of unit: Unit) -> [Double] {
    if let found = known[unit] { return found }
    let isOfData = unit.dimension == Conversions.dataDimension || unit.symbol.contains("bit")
    let sizes =
      Conversions.all + (isOfData ? Conversions.ofData : [])
      + unit.kin.map { $0.scale.value / unit.scale.value }
    known[unit] = sizes
    return sizes
  }
}
