/// A text in Markdown with placeholders, in which stands what a student's results come to.
public struct LiveText: Hashable, Sendable {
  /// Words, or a place that a figure fills.
  public enum Piece: Hashable, Sendable {
    /// Markdown as written.
    case text(String)
    case placeholder(Placeholder)
  }

  /// A formula whose value stands in the text.
  public struct Placeholder: Hashable, Sendable {
    /// Computed with the student's own values.
    public var formula: AuthorFormula
    /// How much of the figure is shown.
    public var rounding: Rounding
    /// Whether the number stands there without its unit.
    public var isBare: Bool
    /// Whether it stands within a formula of the text, in TeX.
    public var isInFormula = false

    public init(_ formula: AuthorFormula, rounding: Rounding = .newspaper, isBare: Bool = false) {
      self.formula = formula
      self.rounding = rounding
      self.isBare = isBare
    }
  }

  /// As a newspaper rounds, or to so many figures.
  public enum Rounding: Hashable, Sendable {
    /// Two to three figures, millions in words.
    case newspaper
    case figures(Int)
    /// As the notebook shows it.
    case exact
  }

  /// Names of its own for what is used more than once, each after those it builds on.
  public let names: [Given]
  /// In their order.
  public let pieces: [Piece]
  /// Of the block or the text, counted from 1 in its file.
  public let line: Int
  /// Names that its formulas use, through those of its own, which are not among them.
  public let usedNames: Set<String>

  public init(names: [Given] = [], pieces: [Piece], line: Int) {
    self.names = names
    self.pieces = pieces
    self.line = line
    var used: Set<String> = []
    for case .placeholder(let placeholder) in pieces {
      used.formUnion(placeholder.formula.usedNames)
    }
    for name in names.reversed() where used.contains(name.name) {
      used.formUnion(name.formula.usedNames)
    }
    usedNames = used.subtracting(names.map(\.name))
  }

  /// Its places for figures, in their order.
  public var placeholders: [Placeholder] {
    pieces.compactMap { piece in
      if case .placeholder(let placeholder) = piece { return placeholder }
      return nil
    }
  }

  /// Its text with a figure in each of its places.
  public var outline: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder: "0"
      }
    }.joined()
  }

  /// Its formulas, those of its names first.
  public var formulas: [AuthorFormula] { names.map(\.formula) + placeholders.map(\.formula) }
}
