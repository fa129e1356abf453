import Diagnostics

/// What would bring the two sides of a mismatch of units together, where that can be told.
public enum Bridge: Sendable {
  /// A side lacks a factor, or has one too many.
  case factor(MissingFactor)
  /// A factor without which the sides would agree; `quantity` is what is left then.
  case excess(factor: String, quantity: String, mend: Mend)
  /// `C` or `F` that was meant as a temperature.
  case degrees(mends: [Mend])
  /// A number without unit that could take one.
  case lacksUnit(Mend)
  /// A percentage that was meant as a share of the other side.
  case share(Mend, isLess: Bool)
  /// A number behind a minus that was meant as the exponent of the unit before it: `m s-2`.
  case exponent(Mend)
  /// A quotient that fits if it is read otherwise; it was read as is said.
  case otherReading(String, mends: [Mend])
  /// The one over it would fit; of a quotient, both sides are given.
  case reciprocal(of: Span, (top: Span, bottom: Span)?)
  /// Two things that were meant as a product: `kW-h`, or a sum that makes no sense.
  case product(of: String, mend: Mend)
  /// A unit that differs in its capital from the one that fits: `H` for `h`.
  case otherCapital(found: String, meaning: String, mend: Mend)
  /// A factor stands upside down; `mend` takes its place, and `other` keeps its value.
  case upsideDown(found: String, mend: Mend, other: Mend? = nil)

  /// What to type, and in the place of what.
  public struct Mend: Sendable {
    public var span: Span
    public var text: String
  }
}

/// A factor that one side of a formula would need.
public struct MissingFactor: Sendable {
  public enum Way: Sendable { case multiply, divide }
  public enum Side: Sendable { case left, right, whole }

  public var way: Way
  public var side: Side
  /// What physicists call it, such as `time`, or else its unit.
  public var quantity: String
  public var isNamed: Bool
  /// The learner's own names that are such a quantity.
  public var names: [String]
  /// Columns of the tables at hand, where there are no such names.
  public var columns: [String]
  /// Factors of that side that are plain numbers, as typed, and may lack their unit.
  public var bare: [String]
  /// One to show where there are no names, such as `24 h`.
  public var example: String?
}
