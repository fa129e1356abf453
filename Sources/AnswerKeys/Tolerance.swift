import Quantities

/// How near to its reference a number must be, both in the unit asked for.
public enum Tolerance: Hashable, Sendable {
  case relative(Double)
  case absolute(Double)
  /// Of temperatures in °C or °F, whose zero is only a mark on the scale: within a share of the
  /// figure, and at least so many degrees. No ratio of two of them says anything.
  case degrees(share: Double, least: Double)
  /// Within half a unit of the reference's last figure of so many.
  case figures(Int)
  case range(Double, Double)
  case factor(Double)

  /// Half a percent, where nothing else is said.
  public static func standard(in unit: Unit) -> Tolerance { .relative(0.005, in: unit) }

  /// The tolerance for another value than the reference: a range says nothing of it, and a factor
  /// too little.
  public func forOtherValue(in unit: Unit) -> Tolerance {
    switch self {
    case .relative, .absolute, .degrees, .figures: self
    case .range, .factor: .standard(in: unit)
    }
  }

  /// The same for a value in another unit than the one asked for, of which a size says nothing.
  public func forOtherUnit(_ unit: Unit) -> Tolerance {
    switch self {
    case .relative, .figures: self
    case .absolute, .degrees, .range, .factor: .standard(in: unit)
    }
  }

  /// A missing number (NaN) is never near.
  public func accepts(_ value: Double, _ reference: Double) -> Bool {
    guard value.isFinite, reference.isFinite else { return false }
    let distance = abs(value - reference)
    func isWithin(_ size: Double) -> Bool {
      distance <= size + Self.slack(size, reference) && !isPowerOfTenOff(value, reference)
    }
    switch self {
    case .relative where reference == 0, .figures where reference == 0,
      .factor where reference == 0:
      return distance <= Self.zero
    case .relative(let share): return isWithin(share * abs(reference))
    case .absolute(let size): return isWithin(size)
    case .degrees(let share, let least):
      return distance <= max(share * abs(reference), least) + 1e-9 * (abs(reference) + 300)
    case .figures(let count):
      let power = NumberFormat.leadingPower(reference) - count + 1
      let half = (Double("1e\(power)") ?? 0) / 2
      // Of two numbers that are equally near, the one that rounding half away from zero gives.
      let slack = Self.slack(half, reference)
      return abs(value) > abs(reference) ? distance <= half + slack : distance < half - slack
    case .range(let low, let high):
      let slack = Self.slack(high - low, max(abs(low), abs(high)))
      return value >= low - slack && value <= high + slack
    case .factor(let factor):
      let ratio = value / reference
      return ratio >= 1 / factor - 1e-9 && ratio <= factor + 1e-9
        && !isPowerOfTenOff(value, reference)
    }
  }

  /// What is taken for 0, in the unit asked for.
  private static let zero = 1e-9

  /// Rounding of the computation itself: a few of a number's last bits, and up to a billionth of
  /// it where the tolerance is far wider.
  private static func slack(_ size: Double, _ reference: Double) -> Double {
    max(4 * reference.ulp, min(1e-9 * abs(reference), 1e-3 * size))
  }

  /// Degrees from which on a share of a temperature's figure is what it allows.
  static let leastDegrees = 10.0

  /// Within a share of a figure in the unit.
  static func relative(_ share: Double, in unit: Unit) -> Tolerance {
    guard unit.isTemperaturePoint else { return .relative(share) }
    return .degrees(share: share, least: share * leastDegrees / unit.scale.value)
  }

  /// A wide tolerance does not make a slip of ten, a hundred or a thousand right.
  private func isPowerOfTenOff(_ value: Double, _ reference: Double) -> Bool {
    guard reference != 0, value != 0 else { return false }
    let ratio = abs(value / reference)
    return [10, 100, 1000, 0.1, 0.01, 0.001].contains { abs(ratio / $0 - 1) < 1e-6 }
  }
}
