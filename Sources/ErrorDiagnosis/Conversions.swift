import Diagnostics
import Quantities
import RealModule

/// The conversions that are missed, or done twice.
enum Conversions {
  /// Each stands for itself and its inverse.
  static let common: [Double] = [1000, 3600, 60, 24, 365, 1e6, 100, 10, 8760, 86_400, 1440, 3.6e6]
  public static let all: [Double] =
    common + [1e4, 1e5, 1e7, 1e8, 1e9, 1e12, 3.6, 31_536_000, 525_600, 12, 7, 1024]
  /// Apart by this are bits and bytes.
  static let byte = 8.0
  /// Prefixes of 1024 for those of 1000, bytes for bits, and both.
  static let ofData: [Double] = [
    byte, 1.024, 1.048576, 1.073741824, byte * 1.024, byte * 1.048576, byte * 1.073741824,
  ]
  static let dataDimension = UnitSystem().lookup("bit")?.dimension ?? .one
  /// Apart by this are degrees and radians.
  static let radian = 180 / Double.pi
  /// Apart by this are radians and turns.
  static let turn = 2 * Double.pi

  static func isCommon(_ factor: Double) -> Bool {
    common.contains { isNear(factor, $0) || isNear(1 / factor, $0) }
  }

  /// Those that chance seldom meets and students often do.
  static func isFrequent(_ factor: Double) -> Bool {
    frequent.contains { isNear(factor, $0) || isNear(1 / factor, $0) }
  }

  private static let frequent = [1000, 3600, 60, 24, 365, 1e6, radian] + ofData

  static func isPrefix(_ factor: Double) -> Bool {
    isNear(factor, 1000) || isNear(1 / factor, 1000)
  }

  static func isPowerOfTen(_ factor: Double) -> Bool {
    guard factor.isFinite, factor != 0 else { return false }
    return powerOfTen(Int(bounded: Double.log10(abs(factor)).rounded())).map {
      isNear(abs(factor), $0)
    }
      ?? false
  }

  /// Powers of ten that are at hand; others are read when they are asked for.
  private static let powersOfTen: [Double] = (-30...30).compactMap { Double("1e\($0)") }

  /// Nil beyond what a number may be.
  static func powerOfTen(_ power: Int) -> Double? {
    abs(power) <= 30 ? powersOfTen[power + 30] : Double("1e\(power)")
  }

  /// Whether a number is one by which people convert by hand.
  static func isConversion(_ number: Double) -> Bool {
    guard number > 0 else { return false }
    return isPowerOfTen(number) || isCommon(number)
      || Unit.isRatioOfKin(number, within: number.rounded() == number ? 1e-9 : 0.002)
  }

  /// A conversion, or a root of one, that a ratio is; nil where it is none.
  static func nearest(_ ratio: Double, within slack: Double) -> Double? {
    if let found = nearest(ratio, among: all + ofData, within: slack) { return found }
    if let power = nearestPowerOfTen(ratio, within: slack) { return power }
    // Under a root.
    return nearestPowerOfTen(ratio * ratio, within: 2 * slack) == nil ? nil : ratio
  }

  /// The one of some sizes, or of their inverses, that a ratio is; nil where it is none.
  static func nearest(_ ratio: Double, among sizes: [Double], within slack: Double) -> Double? {
    for size in sizes {
      if abs(ratio - size) <= slack * size { return size }
      if abs(ratio * size - 1) <= slack { return 1 / size }
    }
    return nil
  }

  /// The power of ten that a number is; nil where it is none.
  static func nearestPowerOfTen(_ number: Double, within slack: Double) -> Double? {
    guard number.isFinite, number > 0 else { return nil }
    let power = NumberFormat.leadingPower(number * (1 + slack))
    guard let exact = powerOfTen(power), abs(number - exact) <= slack * exact else { return nil }
    return exact
  }

  static func isNear(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= 1e-9 * abs(right)
  }
}
