/// The rules by which a value is compared with the model answer's.
public struct MarkingRules: Hashable, Sendable {
  /// How far a value may be from the model answer.
  public enum Tolerance: Hashable, Sendable {
    /// A share of the reference, such as 0.005.
    case relative(Double)
    /// A distance, such as `0.5 kg`; a bare one, as in `±0.1`, is in the unit of the answer.
    case absolute(AuthorFormula)
    /// Within half a unit of the reference's last figure of so many.
    case figures(Int)
    /// From a quantity to a quantity.
    case range(AuthorFormula, AuthorFormula)
    /// At most so many times larger or smaller.
    case factor(Double)
  }

  /// How a right number has to be written, where that matters.
  public enum WrittenForm: Hashable, Sendable {
    /// With so many significant figures.
    case figures(Int)
    /// With so many digits after the point.
    case decimals(Int)
  }

  /// Which units an answer may be given in; the raw values are those of an exercise file.
  public enum UnitPolicy: String, Hashable, Sendable, CaseIterable {
    /// Any unit of the right dimension.
    case convert
    /// The unit asked for and no other.
    case exact
    /// Units are not looked at.
    case none
  }

  /// What becomes of a number without a unit where one is asked for.
  public enum BarePolicy: String, Hashable, Sendable, CaseIterable {
    /// A bare number lacks its unit, which is asked for.
    case ask
    /// A bare number is taken in the unit asked for.
    case adopt
    /// A bare number is of the wrong dimension.
    case refuse
  }

  /// Whether counted units may be left out.
  public enum CountPolicy: String, Hashable, Sendable, CaseIterable { case forgiving, strict }

  public var tolerance: Tolerance
  /// The share of the reference that is the tolerance, where it is typed as a bare number, such as
  /// `0.1`, which may have been meant as a distance.
  public var bareShare: SourcedText?
  /// Nil where any way of writing is taken.
  public var written: WrittenForm?
  public var units: UnitPolicy
  public var bare: BarePolicy
  public var counts: CountPolicy
  /// Other units that are read as the one asked for.
  public var accepts: [AuthorFormula]
  /// Shares of the mark where the author changes them.
  public var shares: [Verdict: Double]

  /// Half a per cent, of an answer that says none.
  public static let defaultTolerance = Tolerance.relative(0.005)

  public init(
    tolerance: Tolerance = defaultTolerance, units: UnitPolicy = .convert, bare: BarePolicy = .ask,
    counts: CountPolicy = .forgiving, accepts: [AuthorFormula] = [], shares: [Verdict: Double] = [:]
  ) {
    self.tolerance = tolerance
    self.units = units
    self.bare = bare
    self.counts = counts
    self.accepts = accepts
    self.shares = shares
  }
}
