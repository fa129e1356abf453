/// A dimension's number in its `UnitSystem`: equal numbers are equal dimensions.
public struct DimensionID: Hashable, Sendable {
  let index: Int32

  /// The dimension of plain numbers.
  public static let one = DimensionID(index: 0)
}

/// A base dimension's number: the seven of the SI, information, then the counted ones.
struct BaseID: Hashable, Sendable, Comparable {
  let index: Int32

  static func < (left: BaseID, right: BaseID) -> Bool { left.index < right.index }
}

/// A product of powers of base dimensions, in the order of their numbers.
struct Dimension: Hashable, Sendable {
  struct Power: Hashable, Sendable {
    var base: BaseID
    var exponent: Exponent
  }

  var powers: [Power] = []

  /// Nil where an exponent goes over its limit.
  func multiplied(by other: Dimension, to exponent: Exponent) -> Dimension? {
    var result = powers
    for power in other.powers {
      guard let added = power.exponent.multiplied(by: exponent) else { return nil }
      if let index = result.firstIndex(where: { $0.base == power.base }) {
        guard let sum = result[index].exponent.adding(added) else { return nil }
        result[index].exponent = sum
      } else {
        result.append(Power(base: power.base, exponent: added))
      }
    }
    result.removeAll { $0.exponent.isZero }
    result.sort { $0.base < $1.base }
    return Dimension(powers: result)
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
