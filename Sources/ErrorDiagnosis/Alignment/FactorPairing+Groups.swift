import Formulas
import Quantities

/// Several factors for one, and figures without their units.
extension FactorPairing {
  /// Takes several factors of one formula for one of the other, by what they come to.
  mutating func matchGroups() {
    for other in given.indices.reversed() {
      let factor = given[other]
      guard let places = Self.places(in: open, of: factor, slack: factor.part.slack) else {
        continue
      }
      for place in places.places { found.append((open[place], places.times, false)) }
      result.matched += max(1, factor.part.leafCount)
      result.deviation += factor.part.slack
      given.remove(at: other)
      for place in places.places.reversed() { open.remove(at: place) }
    }
    for mine in open.indices.reversed() {
      let factor = open[mine]
      let slack = given.reduce(0) { $0 + $1.part.slack }
      guard let places = Self.places(in: given, of: factor, slack: slack) else { continue }
      found.append((factor, places.times, false))
      result.matched += places.places.reduce(0) { $0 + given[$1].part.leafCount }
      open.remove(at: mine)
      for place in places.places.reversed() { given.remove(at: place) }
    }
  }

  /// Factors that are looked at together at most.
  static let groupLimit = 8

  /// Two or more factors that come to one; nil where there are none.
  private static func places(
    in factors: [Part.Factor], of whole: Part.Factor, slack: Double
  ) -> (places: [Int], times: Double)? {
    let wanted = whole.powered.first ?? .nan
    let near = slack * abs(whole.exponent) + 1e-6
    func isNear(_ number: Double) -> Bool { abs(number - wanted) <= near * abs(wanted) }
    return firstGroup(of: factors.map { $0.powered.first ?? .nan }) {
      isNear($0) || isNear(1 / $0)
    } fits: { places in
      times(places.map { factors[$0] }, whole, slack).map { (places, $0) }
    }
  }

  /// Goes through groups of two and more factors, the smallest first. Their numbers are looked at
  /// before their units, which take longer.
  static func firstGroup<Found>(
    of numbers: [Double], where isNear: (Double) -> Bool, fits: ([Int]) -> Found?
  ) -> Found? {
    guard (2...groupLimit).contains(numbers.count) else { return nil }
    for size in 2...numbers.count {
      for bits in 1..<(1 << numbers.count) where bits.nonzeroBitCount == size {
        let places = numbers.indices.filter { bits & (1 << $0) != 0 }
        guard isNear(places.reduce(1) { $0 * numbers[$1] }) else { continue }
        if let found = fits(places) { return found }
      }
    }
    return nil
  }

  /// Whether factors come to one of the other formula, or to its inverse.
  private static func times(
    _ chosen: [Part.Factor], _ whole: Part.Factor, _ slack: Double
  ) -> Double? {
    // Plain numbers alone come to a plain number by chance.
    guard chosen.contains(where: { !$0.part.isPlainNumber }) || whole.part.isPlainNumber,
      let product = product(chosen)
    else { return nil }
    let near = slack * abs(whole.exponent)
    if product.dimension == whole.dimension,
      Sameness(product.numbers, whole.powered, within: near) != nil
    {
      return 1
    }
    if whole.part.origin.isNamed || chosen.contains(where: { $0.part.origin.isNamed }),
      !whole.part.isPlain,
      product.inverse == whole.dimension,
      Sameness(product.numbers.map { 1 / $0 }, whole.powered, within: near) != nil
    {
      return -1
    }
    return nil
  }

  static func product(
    _ factors: [Part.Factor]
  ) -> (numbers: [Double], dimension: Dimension, inverse: Dimension, unit: Unit)? {
    var numbers: [Double] = [1]
    var unit = Unit.one
    for factor in factors {
      guard let next = FormulaTree.combined(numbers, factor.powered, *),
        let exponent = Exponent(nearest: factor.exponent),
        let power = try? factor.part.unit.power(exponent),
        let product = try? unit.product(with: power)
      else { return nil }
      (numbers, unit) = (next, product.unit)
    }
    return (numbers, unit.dimension, (try? unit.power(-.one))?.dimension ?? .one, unit)
  }

  /// Takes figures without unit for quantities, where they are theirs in a unit of their dimension.
  mutating func matchBareFigures() {
    matchBareGroups()
    for manner in UnitSizes.Manner.allCases {
      match { mine, other in
        guard other.part.isPlain, !mine.part.isPlain, !other.part.isPlainName,
          UnitSizes.isFigure(other.part, of: mine.part, manner)
        else { return nil }
        return (
          other.exponent / mine.exponent,
          Comparison(
            matched: max(1, other.part.leafCount), isBare: true, deviation: other.part.slack,
            areStated: manner == .stated)
        )
      }
    }
  }

  /// A figure without unit for several factors: 4.625 for `height / 2`.
  private mutating func matchBareGroups() {
    for other in given.indices.reversed() {
      let figure = given[other]
      guard figure.part.isPlain, figure.part.numbers.count == 1 else { continue }
      let factors = open
      // In the units in which they are stated.
      let own = factors.map { factor in
        (factor.powered.first ?? .nan) / FormulaTree.power(factor.part.one, factor.exponent)
      }
      let wanted = figure.powered.first ?? .nan
      let near = figure.part.slack * abs(figure.exponent) + 1e-9
      let places = Self.firstGroup(of: own) {
        abs($0 - wanted) <= near * abs(wanted)
      } fits: { places -> [Int]? in
        let chosen = places.map { factors[$0] }
        guard chosen.contains(where: { !$0.part.isPlain }), let product = Self.product(chosen),
          product.dimension != .one, product.numbers.count == 1
        else { return nil }
        return places
      }
      guard let places else { continue }
      for place in places { found.append((open[place], 1, true)) }
      result.matched += max(1, figure.part.leafCount)
      result.deviation += figure.part.slack
      result.isBare = true
      given.remove(at: other)
      for place in places.reversed() { open.remove(at: place) }
    }
  }
}
