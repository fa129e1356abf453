import Diagnostics
import RealModule

/// How large a unit is in coherent base units: an exact ratio where it is one.
///
/// The ratio is `numerator / denominator × 2^twos × 5^fives`, the first two coprime and free of
/// the factors 2 and 5, so that prefixes never overflow. A scale that is no ratio (degrees), or
/// whose terms would not fit, is kept as a double.
public struct Scale: Hashable, Sendable {
  private let numerator: UInt64
  private let denominator: UInt64
  private let twos: Int
  private let fives: Int
  /// The value where there is no exact ratio.
  private let approximation: Double?

  public static let one = Scale(1)

  public init(_ whole: UInt64) { self.init(reducing: whole, over: 1, twos: 0, fives: 0) }

  /// `numerator / denominator × 10^power`; both must be positive.
  public init(_ numerator: UInt64, over denominator: UInt64 = 1, timesTenTo power: Int) {
    precondition(numerator > 0 && denominator > 0, "A unit's scale is positive.")
    self.init(reducing: numerator, over: denominator, twos: power, fives: power)
  }

  /// 2 to a power, for binary prefixes.
  public init(twoTo power: Int) { self.init(reducing: 1, over: 1, twos: power, fives: 0) }

  /// A scale that is no ratio.
  public init(approximately value: Double) { self.init(1, 1, 0, 0, approximation: value) }

  /// The scale of a number that a person typed: exact where it has a short decimal form.
  public init(decimal value: Double) {
    let decimal = DecimalDigits(value)
    guard value > 0, value.isFinite, decimal.count <= 15 else {
      self.init(approximately: value)
      return
    }
    self.init(decimal.whole, timesTenTo: decimal.exponent - decimal.count)
  }

  /// Whether it is within the range of a double, with room to apply it.
  var isUsable: Bool { (1e-290...1e290).contains(value) }

  /// Whether it is a ratio of whole numbers.
  public var isExact: Bool { approximation == nil }

  /// The nearest double.
  public var value: Double {
    if let approximation { return approximation }
    let (top, bottom) = terms
    return top / bottom
  }

  /// The ratio as two doubles, to be applied as `(value × top) / bottom`.
  var terms: (top: Double, bottom: Double) {
    if let approximation { return (approximation, 1) }
    var top = Double(numerator)
    var bottom = Double(denominator)
    if fives >= 0 { top *= Self.five(to: fives) } else { bottom *= Self.five(to: -fives) }
    if twos >= 0 {
      top = Double(sign: .plus, exponent: twos, significand: top)
    } else {
      bottom = Double(sign: .plus, exponent: -twos, significand: bottom)
    }
    return (top, bottom)
  }

  /// Exact as long as the numbers fit, else a floating-point number.
  public static func * (left: Scale, right: Scale) -> Scale {
    guard left.approximation == nil, right.approximation == nil else {
      return Scale(approximately: left.value * right.value)
    }
    let first = greatestCommonDivisor(left.numerator, right.denominator)
    let second = greatestCommonDivisor(right.numerator, left.denominator)
    let (top, topOverflow) = (left.numerator / first)
      .multipliedReportingOverflow(by: right.numerator / second)
    let (bottom, bottomOverflow) = (left.denominator / second)
      .multipliedReportingOverflow(by: right.denominator / first)
    let twos = left.twos + right.twos
    let fives = left.fives + right.fives
    guard !topOverflow, !bottomOverflow, abs(twos) < 900, abs(fives) < 400 else {
      return Scale(approximately: left.value * right.value)
    }
    return Scale(top, bottom, twos, fives)
  }

  public static func / (left: Scale, right: Scale) -> Scale { left * right.inverse }

  public var inverse: Scale {
    if let approximation { return Scale(approximately: 1 / approximation) }
    return Scale(denominator, numerator, -twos, -fives)
  }

  public func power(_ exponent: Exponent) -> Scale {
    if exponent == .one || self == .one { return self }
    if exponent.isWhole {
      let result = repeatElement(self, count: Int(exponent.numerator.magnitude)).reduce(.one, *)
      return exponent.numerator < 0 ? result.inverse : result
    }
    let root = Int(exponent.denominator)
    if approximation == nil, twos % root == 0, fives % root == 0,
      let top = Self.wholeRoot(numerator, root), let bottom = Self.wholeRoot(denominator, root)
    {
      return Scale(top, bottom, twos / root, fives / root).power(Exponent(exponent.numerator))
    }
    return Scale(approximately: Double.pow(value, exponent.value))
  }

  private init(
    _ numerator: UInt64, _ denominator: UInt64, _ twos: Int, _ fives: Int,
    approximation: Double? = nil
  ) {
    (self.numerator, self.denominator) = (numerator, denominator)
    (self.twos, self.fives) = (twos, fives)
    self.approximation = approximation
  }

  private init(reducing top: UInt64, over bottom: UInt64, twos: Int, fives: Int) {
    let divisor = greatestCommonDivisor(top, bottom)
    var (top, bottom, twos, fives) = (top / divisor, bottom / divisor, twos, fives)
    while top % 2 == 0 { (top, twos) = (top / 2, twos + 1) }
    while bottom % 2 == 0 { (bottom, twos) = (bottom / 2, twos - 1) }
    while top % 5 == 0 { (top, fives) = (top / 5, fives + 1) }
    while bottom % 5 == 0 { (bottom, fives) = (bottom / 5, fives - 1) }
    self.init(top, bottom, twos, fives)
  }

  private static func five(to power: Int) -> Double { repeatElement(5, count: power).reduce(1, *) }

  private static func wholeRoot(_ number: UInt64, _ root: Int) -> UInt64? {
    let guess = UInt64(Int(bounded: Double.pow(Double(number), 1 / Double(root)).rounded()))
    var product: UInt64 = 1
    for _ in 0..<root {
      let (next, overflow) = product.multipliedReportingOverflow(by: guess)
      if overflow { return nil }
      product = next
    }
    return product == number ? guess : nil
  }
}
