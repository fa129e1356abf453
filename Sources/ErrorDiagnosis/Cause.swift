/// Why an answer is off, as far as a variation of its model answer explains it.
public struct Cause: Hashable, Sendable {
  /// The raw values are those of `check --json`.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A sum for a mean and the like.
    case aggregate
    /// A misconception that the author has foreseen.
    case author
    case factorExtra = "factor-extra"
    case factorMissing = "factor-missing"
    /// A function for another, or an angle in degrees for radians.
    case function
    /// The error began in earlier answers.
    case follows
    /// A well-known constant rounded, or as it is by another convention.
    case constant
    case inverted
    /// A figure is another one than it should be.
    case number
    /// A temperature for a difference, or one counted from another zero than its place asks for.
    case offset
    /// Quantities are multiplied that are to be added, and the like.
    case operation
    case otherColumn = "other-column"
    case otherName = "other-name"
    case otherRow = "other-row"
    /// It stops early; the names are what is still missing.
    case partial
    case percent
    /// A root, a square, an exponent.
    case power
    case rounded
    /// A conversion missed, or done by hand as well as by the units.
    case scale
    case sign
    /// Two names have changed places.
    case swapped
    case termExtra = "term-extra"
    case termMissing = "term-missing"
    /// The figure is right in another unit of the dimension.
    case unit
  }

  public var kind: Kind
  /// Factors or terms as the model answer writes them; for `otherColumn` and `otherName` what was
  /// used; for `follows` the answers in which the error began.
  public var names: [String]
  /// By how much the answer is too large, for `scale` and `percent`.
  public var factor: Double?
  /// For `unit`: in which unit it was read, and in which it would be right.
  public var units: [String] = []
  /// Slips that go with the first.
  public var further: [Further] = []

  /// A further slip beside the first.
  public struct Further: Hashable, Sendable {
    public var kind: Kind
    public var names: [String]
    /// By how much it makes the value too large; nil where it is no factor.
    public var factor: Double?

    public init(kind: Kind, names: [String], factor: Double?) {
      (self.kind, self.names, self.factor) = (kind, names, factor)
    }
  }

  public init(_ kind: Kind, names: [String] = [], factor: Double? = nil, units: [String] = []) {
    self.kind = kind
    self.names = names
    self.factor = factor
    self.units = units
  }
}
