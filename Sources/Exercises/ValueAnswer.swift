/// A name that the student binds to a formula, and how its value is judged.
public struct ValueAnswer: Sendable {
  public var name: String
  public var expect: SourcedText
  /// The unit asked for; nil stands for the unit of `expect`.
  public var unit: SourcedText?
  /// Share of the question's points, relative to the other answers.
  public var weight: Double
  public var judging: Judging
  /// Other names, or columns such as `models["Total CO2e (kg)"]`, under which it is taken.
  public var also: [String]

  public init(
    name: String, expect: SourcedText, unit: SourcedText? = nil, weight: Double = 1,
    judging: Judging = Judging(), also: [String] = []
  ) {
    self.name = name
    self.expect = expect
    self.unit = unit
    self.weight = weight
    self.judging = judging
    self.also = also
  }
}

/// A function that the student defines, judged on test points.
public struct FunctionAnswer: Sendable {
  public var name: String
  public var parameters: [String]
  /// The body of the model answer, over the parameters.
  public var expect: SourcedText
  public var unit: SourcedText?
  public var judging: Judging
  /// Arguments of each point, as formulas.
  public var points: [[SourcedText]]

  public init(
    name: String, parameters: [String], expect: SourcedText, unit: SourcedText? = nil,
    judging: Judging = Judging(), points: [[SourcedText]]
  ) {
    self.name = name
    self.parameters = parameters
    self.expect = expect
    self.unit = unit
    self.judging = judging
    self.points = points
  }
}

/// The rules by which a value is compared with its reference.
public struct Judging: Hashable, Sendable {
  public enum Tolerance: Hashable, Sendable {
    /// A share of the reference, such as 0.005.
    case relative(Double)
    /// A quantity, such as `0.5 kg`, in the unit of the answer.
    case absolute(SourcedText)
    /// Within half a unit of the reference's last figure of so many.
    case figures(Int)
    /// From a quantity to a quantity.
    case range(SourcedText, SourcedText)
    /// At most so many times larger or smaller.
    case factor(Double)
  }

  public enum UnitPolicy: String, Hashable, Sendable, CaseIterable {
    /// Any unit of the right dimension.
    case convert
    /// The unit asked for and no other.
    case exact
    /// Units are not looked at.
    case none
  }

  public enum BarePolicy: String, Hashable, Sendable, CaseIterable {
    /// A bare number lacks its unit, which is asked for.
    case ask
    /// A bare number is taken in the unit asked for.
    case adopt
    /// A bare number is of the wrong dimension.
    case refuse
  }

  public enum CountPolicy: String, Hashable, Sendable, CaseIterable {
    case forgiving, strict
  }

  public var tolerance: Tolerance
  public var units: UnitPolicy
  public var bare: BarePolicy
  public var counts: CountPolicy
  /// Other units that are read as the one asked for.
  public var accepts: [SourcedText]
  /// Shares of the mark by verdict (`unit-missing`, …) where the author changes them.
  public var shares: [String: Double]

  public static let defaultTolerance = Tolerance.relative(0.005)

  public init(
    tolerance: Tolerance = defaultTolerance, units: UnitPolicy = .convert, bare: BarePolicy = .ask,
    counts: CountPolicy = .forgiving, accepts: [SourcedText] = [], shares: [String: Double] = [:]
  ) {
    self.tolerance = tolerance
    self.units = units
    self.bare = bare
    self.counts = counts
    self.accepts = accepts
    self.shares = shares
  }
}
