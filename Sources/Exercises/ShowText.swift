/// A text in Markdown with formulas in it, which shows what a student's results come to.
public struct ShowText: Hashable, Sendable {
  public enum Piece: Hashable, Sendable {
    /// Markdown as written.
    case text(String)
    case formula(Hole)
  }

  /// A formula whose value stands in the text.
  public struct Hole: Hashable, Sendable {
    public var formula: SourcedText
    public var rounding: Rounding
    /// Whether the number stands there without its unit.
    public var isBare: Bool

    public init(_ formula: SourcedText, rounding: Rounding = .newspaper, isBare: Bool = false) {
      self.formula = formula
      self.rounding = rounding
      self.isBare = isBare
    }
  }

  public enum Rounding: Hashable, Sendable {
    /// Two to three figures, millions in words.
    case newspaper
    case figures(Int)
    /// As the notebook shows it.
    case exact
  }

  /// Names of its own for what is used more than once, each after those it builds on.
  public var names: [Given]
  public var pieces: [Piece]
  /// Of the block or the text, counted from 1 in its file.
  public var line: Int

  public init(names: [Given] = [], pieces: [Piece], line: Int) {
    self.names = names
    self.pieces = pieces
    self.line = line
  }

  public var holes: [Hole] {
    pieces.compactMap { piece in
      if case .formula(let hole) = piece { return hole }
      return nil
    }
  }
}
