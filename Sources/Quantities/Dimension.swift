/// What a unit measures: a product of powers of base dimensions.
public struct Dimension: Hashable, Sendable {
  /// What is made of nothing else: the base quantities of the SI (SI Brochure, 9th edition,
  /// table 2), information, each currency by its code, and each thing that is counted, by the name
  /// of its unit.
  enum Base: Hashable, Comparable, Sendable {
    case mass, length, time, current, temperature, amount, luminousIntensity, information
    case money(String)
    case counted(String)
  }

  struct Power: Hashable, Sendable {
    var base: Base
    var exponent: Exponent
  }

  /// In the order of their bases; no exponent is 0.
  private(set) var powers: [Power]

  /// The dimension of plain numbers.
  public static var one: Dimension { Dimension(powers: []) }

  /// Of what comes so many times a time.
  public static let frequency = Dimension(.time, to: -Exponent.one)

  init(_ base: Base, to exponent: Exponent = .one) {
    powers = [Power(base: base, exponent: exponent)]
  }

  private init(powers: [Power]) { self.powers = powers }

  /// Nil where an exponent goes over its limit.
  func multiplied(by other: Dimension, to exponent: Exponent = .one) -> Dimension? {
    var rest = powers[...]
    var result: [Power] = []
    result.reserveCapacity(powers.count + other.powers.count)
    for power in other.powers {
      guard var sum = power.exponent.multiplied(by: exponent) else { return nil }
      while let first = rest.first, first.base < power.base { result.append(rest.removeFirst()) }
      if let first = rest.first, first.base == power.base {
        guard let both = first.exponent.adding(sum) else { return nil }
        sum = both
        rest.removeFirst()
      }
      if !sum.isZero { result.append(Power(base: power.base, exponent: sum)) }
    }
    return Dimension(powers: result + rest)
  }

  /// The exponent r for which `self = other^r`; nil where there is none.
  func ratio(to other: Dimension) -> Exponent? {
    guard !powers.isEmpty, powers.count == other.powers.count,
      let ratio = powers[0].exponent.divided(by: other.powers[0].exponent)
    else { return nil }
    for (left, right) in zip(powers, other.powers) {
      guard left.base == right.base, right.exponent.multiplied(by: ratio) == left.exponent else {
        return nil
      }
    }
    return ratio
  }
}

extension Dimension {
  /// The name where physics has one; `a plain number` where it measures nothing.
  public var name: String? {
    self == .one ? "a plain number" : currency == nil ? Self.known[self]?.name : "money"
  }

  /// The code of the currency that it is an amount of; nil where it is none.
  public var currency: String? {
    guard powers.count == 1, powers[0].exponent == .one, case .money(let code) = powers[0].base
    else { return nil }
    return code
  }

  /// A quantity of this dimension to show what is meant, such as `24 h` for a time; nil where it
  /// has no name. It can be typed as it is.
  public var example: String? { currency.map { "12.50 \($0)" } ?? Self.known[self]?.example }

  private static let known: [Dimension: (name: String, example: String)] =
    Catalogue.dimensionNames.reversed().reduce(into: [:]) { known, entry in
      guard let dimension = WrittenUnit(entry.unit).unit?.dimension else { return }
      known[dimension] = (entry.name, entry.example)
    }
}
