import Diagnostics
import Formulas
import Quantities

/// Factors of two products that are taken for one another, and those that are left.
struct FactorPairing {
  /// Of the model that are left.
  var open: [Part.Factor]
  /// Of the student's that are left.
  var given: [Part.Factor]
  var isFlipped: Bool
  var result = Comparison()
  /// Factors of the model that were found, with how many times their exponent they have.
  var found: [(factor: Part.Factor, times: Double, isBare: Bool)] = []
  /// Products of the model that were opened, with their factors.
  private var opened: [(group: Part.Factor, factors: [Part.Factor])] = []

  init(_ m: Part, _ s: Part) {
    open = m.factors
    given = s.factors
    isFlipped = m.isNegative != s.isNegative
  }

  mutating func take(_ mine: Int, _ other: Int, times: Double, _ comparison: Comparison) {
    result.add(comparison)
    found.append((open[mine], times, comparison.isBare))
    open.remove(at: mine)
    given.remove(at: other)
  }

  /// Takes the same for one another: names first, then values with their exponents, then values
  /// with other exponents.
  mutating func matchAlike() {
    match { mine, other in
      guard mine.part.origin.isNamed, mine.part.origin == other.part.origin else { return nil }
      return (other.exponent / mine.exponent, Comparison(matched: 1))
    }
    for wantsExact in [true, false] {
      match { mine, other in
        guard mine.dimension == other.dimension else { return nil }
        let same = Sameness(
          mine.powered, other.powered, within: other.part.slack * abs(other.exponent))
        guard let same, !wantsExact || same == .exact else { return nil }
        return (
          1,
          Comparison(
            matched: max(1, other.part.leafCount),
            deviation: same == .exact ? 0 : other.part.slack)
        )
      }
    }
    let wasFlipped = isFlipped
    match { mine, other in
      // A logarithm turned is told of what it is taken of.
      guard mine.exponent == other.exponent, wasFlipped || !mine.part.isLogarithm,
        mine.part.dimension == other.part.dimension,
        Sameness(
          mine.powered.map { -$0 }, other.powered, within: other.part.slack * abs(other.exponent))
          != nil, mine.powered != [1] || other.powered != [-1]
      else { return nil }
      return (
        .nan, Comparison(matched: max(1, other.part.leafCount), deviation: other.part.slack)
      )
    }
    match { mine, other in
      // A plain number may be anywhere by chance.
      guard !mine.part.isPlainNumber || mine.part.hasFigures && other.part.hasFigures,
        mine.part.dimension == other.part.dimension,
        let same = Sameness(mine.part.numbers, other.part.numbers, within: other.part.slack),
        // What is 1 is the same to any power, and of an exponential the exponent has the sign.
        mine.part.numbers != [1], other.exponent > 0 || !mine.part.isExponential
      else { return nil }
      return (
        other.exponent / mine.exponent,
        Comparison(
          matched: max(1, other.part.leafCount),
          deviation: same == .exact ? 0 : other.part.slack)
      )
    }
    match { mine, other in
      guard abs(mine.exponent) != 1, abs(other.exponent) == 1, !mine.part.isPlainNumber,
        mine.part.dimension == other.dimension,
        Sameness(mine.part.numbers, other.powered, within: other.part.slack) != nil
      else { return nil }
      return (1 / mine.exponent, Comparison(matched: max(1, other.part.leafCount)))
    }
  }

  /// - Parameter fits: how many times its exponent a factor has in the other formula; not a number
  ///   where it has the other sign.
  mutating func match(
    _ fits: (Part.Factor, Part.Factor) -> (times: Double, Comparison)?
  ) {
    var mine = 0
    next: while mine < open.count {
      // The same exponent is looked for first.
      for wantsSame in [true, false] {
        for other in given.indices {
          guard let (times, comparison) = fits(open[mine], given[other]),
            !wantsSame || times == 1
          else { continue }
          if times.isNaN { isFlipped.toggle() }
          take(mine, other, times: times.isNaN ? 1 : times, comparison)
          continue next
        }
      }
      mine += 1
    }
  }

  /// Opens a factor that is a product itself; false where there is none left.
  mutating func openGroup() -> Bool {
    func opening(
      _ factors: inout [Part.Factor]
    ) -> (group: Part.Factor, factors: [Part.Factor])? {
      guard let place = factors.firstIndex(where: { $0.part.isProduct }) else { return nil }
      let group = factors.remove(at: place)
      let power =
        group.power ?? (group.exponent == 1 || group.exponent == -1 ? nil : group.part.node)
      let inside = group.part.factors.map { factor in
        Part.Factor(
          part: factor.part, exponent: factor.exponent * group.exponent,
          power: factor.power ?? power)
      }
      factors += inside
      if group.part.isNegative, group.exponent.rounded() == group.exponent,
        Int(bounded: group.exponent) % 2 != 0
      {
        isFlipped.toggle()
      }
      return (group, inside)
    }
    if opening(&given) != nil { return true }
    guard let group = opening(&open) else { return false }
    opened.append(group)
    return true
  }

  /// `450 * (1 W)` is one figure with its unit, where nothing else was found for either. False where
  /// there is none.
  mutating func joinUnits() -> Bool {
    let count = given.count
    for unit in given.indices.reversed()
    where given[unit].exponent == 1 && given[unit].part.origin.isOneOfUnit {
      let figure = given.firstIndex { factor in
        factor.part.isPlainLiteral && factor.exponent == 1
          && factor.part.node + 1 == given[unit].part.node
      }
      guard let figure else { continue }
      let (number, one) = (given[figure].part, given[unit].part)
      given[figure].part = Part(
        .atom, number, numbers: number.numbers.map { $0 * one.numbers[0] }, unit: one.unit,
        slack: number.slack)
      given.remove(at: unit)
    }
    return given.count < count
  }

  /// Of a named product of which nothing was found, the name is left.
  mutating func closeGroups() {
    for (group, factors) in opened.reversed()
    where group.part.origin.isNamed && !group.part.isNegative {
      let places = open.indices.filter { place in
        factors.contains { $0.part === open[place].part }
      }
      guard places.count == factors.count else { continue }
      for place in places.reversed() { open.remove(at: place) }
      open.append(group)
    }
  }
}

extension Part.Factor {
  /// Its numbers to its power.
  var powered: [Double] {
    exponent == 1 ? part.numbers : part.numbers.map { FormulaTree.power($0, exponent) }
  }

  /// Its dimension to its power.
  var dimension: Dimension {
    guard exponent != 1, part.unit != .one, let power = Exponent(nearest: exponent) else {
      return part.dimension
    }
    return (try? part.unit.power(power))?.dimension ?? part.dimension
  }
}
