import Diagnostics

/// What would bring the two sides of a mismatch of units together, where that can be told.
public enum UnitRepair: Sendable {
  /// A side lacks a factor, or has one too many.
  case factor(MissingFactor)
  /// A factor without which the sides would agree; `quantity` is what is left then.
  case excess(factor: String, quantity: String, fixIt: FixIt)
  /// `C` or `F` that was meant as a temperature.
  case degrees(fixIts: [FixIt])
  /// A number without unit that could take one.
  case lacksUnit(FixIt)
  /// A percentage that was meant as a share of the other side.
  case share(FixIt, isLess: Bool)
  /// A number behind a minus that was meant as the exponent of the unit before it: `m s-2`.
  case exponent(FixIt)
  /// A quotient that fits if it is read otherwise; it was read as is said.
  case otherInterpretation(String, fixIts: [FixIt])
  /// The one over it would fit; of a quotient, both sides are given.
  case reciprocal(of: Span, (top: Span, bottom: Span)?)
  /// Two things that were meant as a product: `kW-h`, or a sum that makes no sense.
  case product(of: String, fixIt: FixIt)
  /// A unit that differs in its capital from the one that fits: `H` for `h`.
  case otherCapital(found: String, meaning: String, fixIt: FixIt)
  /// What is said of one of the things that are counted, whose unit the fix-its put behind it.
  case perCounted([String], fixIts: [FixIt])
  /// A factor stands upside down; `fixIt` takes its place, and `other` keeps its value.
  case upsideDown(found: String, fixIt: FixIt, other: FixIt? = nil)
}

/// A factor that one side of a formula would need.
public struct MissingFactor: Sendable {
  /// What to do with it.
  public enum Way: String, Sendable { case multiply, divide }
  /// What lacks it, as a sentence names it: of two sides one, or all that is converted.
  public enum Side: String, Sendable {
    case left = "the left side"
    case right = "the right side"
    case whole = "it"
  }

  /// What to do with it.
  public var way: Way
  /// What lacks it.
  public var side: Side
  /// What physicists call it, such as `time`, or else its unit.
  public var quantity: String
  /// Whether `quantity` is such a name, and no unit.
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
