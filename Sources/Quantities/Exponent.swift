import Diagnostics

/// A rational exponent of a unit or dimension, in lowest terms.
public struct Exponent: Hashable, Sendable {
  /// Reduced; the denominator is positive.
  public let numerator: Int32
  /// Always positive.
  public let denominator: Int32

  public static let zero = Exponent(0)
  public static let one = Exponent(1)

  /// Exponents beyond this are refused: no quantity in use has them.
  public static let limit: Int32 = 1000
  /// Denominators beyond this are refused, so that every exponent that comes of a computation can be
  /// typed, where it is told from a number that only comes near.
  private static let denominatorLimit: Int32 = 12

  public init(_ whole: Int32) {
    numerator = whole
    denominator = 1
  }

  /// Nil when the denominator is 0 or a term, once reduced, is over its limit.
  public init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0, let size = Int(exactly: numerator.magnitude), size < 1 << 40 else {
      return nil
    }
    let divisor = max(1, greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    let sign = denominator < 0 ? -1 : 1
    let top = sign * numerator / Int(divisor)
    let bottom = sign * denominator / Int(divisor)
    guard abs(top) <= Self.limit, bottom <= Self.denominatorLimit else { return nil }
    self.numerator = Int32(top)
    self.denominator = Int32(bottom)
  }

  /// The exponent that a computed number stands for: a ratio within the limits.
  public init?(nearest value: Double) {
    for bottom in 1...Int(Self.denominatorLimit) {
      let top = (value * Double(bottom)).rounded()
      if abs(top) <= Double(Self.limit), abs(top / Double(bottom) - value) <= 1e-12 * abs(value) {
        self.init(Int(bounded: top), over: bottom)
        return
      }
    }
    return nil
  }

  public var value: Double { Double(numerator) / Double(denominator) }
  public var isPositive: Bool { numerator > 0 }
  public var isZero: Bool { numerator == 0 }
  public var isWhole: Bool { denominator == 1 }

  /// Whether it lies between nothing and another exponent.
  func isWithin(_ other: Exponent) -> Bool {
    isPositive == other.isPositive && abs(value) <= abs(other.value)
  }

  public static prefix func - (exponent: Exponent) -> Exponent {
    Exponent(unchecked: -exponent.numerator, exponent.denominator)
  }

  /// Nil beyond `limit`.
  public func adding(_ other: Exponent) -> Exponent? {
    if denominator == 1, other.denominator == 1 {
      let sum = numerator + other.numerator
      return abs(sum) <= Self.limit ? Exponent(sum) : nil
    }
    return Exponent(
      Int(numerator) * Int(other.denominator) + Int(other.numerator) * Int(denominator),
      over: Int(denominator) * Int(other.denominator))
  }

  /// Nil beyond `limit`.
  public func multiplied(by other: Exponent) -> Exponent? {
    Exponent(Int(numerator) * Int(other.numerator), over: Int(denominator) * Int(other.denominator))
  }

  /// Nil when `other` is zero or the quotient is beyond `limit`.
  public func divided(by other: Exponent) -> Exponent? {
    Exponent(Int(numerator) * Int(other.denominator), over: Int(denominator) * Int(other.numerator))
  }

  private init(unchecked numerator: Int32, _ denominator: Int32) {
    self.numerator = numerator
    self.denominator = denominator
  }
}

/// Euclid's algorithm; 0 only when both are 0.
func greatestCommonDivisor<Number: UnsignedInteger>(_ left: Number, _ right: Number) -> Number {
  var (a, b) = (left, right)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
