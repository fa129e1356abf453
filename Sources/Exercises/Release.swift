/// What an exercise says of itself whose model answers are kept from students.
public struct Release: Sendable {
  /// What it tells of an answer; the raw values are words of an exercise file.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Form, units and dimension.
    case graded
    /// Right or wrong as well, from seals that an answer opens.
    case sealed
  }

  public var kind: Kind
  /// Digest of the exercise that it was made of, in hexadecimal.
  public var source: String
  /// What its seals hold; nil where there are none.
  public var seals: (any Unsealing)?

  public init(kind: Kind, source: String, seals: (any Unsealing)? = nil) {
    self.kind = kind
    self.source = source
    self.seals = seals
  }
}

/// Opens what an exercise seals for those who have the answer.
public protocol Unsealing: AnyObject, Sendable {
  /// What is sealed under a word; nil where nothing is. The first time that a word is asked for
  /// takes a tenth of a second or so.
  func content(of word: String) -> [UInt8]?
  /// What is sealed with a key that another seal holds; nil where nothing is.
  func content(withKey key: [UInt8]) -> [UInt8]?
}

/// What is known of a value whose model answer is withheld.
public struct WithheldValue: Hashable, Sendable {
  /// Of a column; nil for a single number.
  public var rows: Int?
  /// How its seals are found; nil where it has none.
  public var grid: SealGrid?

  public init(rows: Int? = nil, grid: SealGrid? = nil) {
    self.rows = rows
    self.grid = grid
  }
}

/// What is known of a function whose model answer is withheld.
public struct WithheldFunction: Hashable, Sendable {
  /// A unit for each parameter, in which it is tried.
  public var takes: [AuthorFormula]
  /// How the seals of its results are found; nil where it has none.
  public var grid: SealGrid?

  public init(takes: [AuthorFormula], grid: SealGrid? = nil) {
    self.takes = takes
    self.grid = grid
  }
}
