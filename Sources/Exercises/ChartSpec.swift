/// A chart of a question as its author wrote it. Its formulas are computed with the
/// student's own values.
public struct ChartSpec: Hashable, Sendable {
  /// The raw values are the words of an exercise file.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case scatter, lines, bars, histogram
  }

  /// A line, a group of bars or a cloud of points.
  public struct Series: Hashable, Sendable {
    /// Empty where there is only one.
    public var name: String
    /// Columns of numbers; nil where `x` is that of the whole chart, or where `over` takes its
    /// place.
    public var x: AuthorFormula?
    /// Nil for a histogram, which counts its `x`.
    public var y: AuthorFormula?

    public init(name: String = "", x: AuthorFormula? = nil, y: AuthorFormula? = nil) {
      self.name = name
      self.x = x
      self.y = y
    }
  }

  /// A name that runs from one quantity to another, and stands for the x axis of lines.
  public struct Over: Hashable, Sendable {
    public var name: String
    public var from: AuthorFormula
    public var to: AuthorFormula

    public init(name: String, from: AuthorFormula, to: AuthorFormula) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  /// What points or bars are called.
  public enum Labels: Hashable, Sendable {
    /// A column of texts or numbers.
    case formula(AuthorFormula)
    case texts([String])
  }

  public var kind: Kind
  public var title = ""
  /// For every series that has none of its own.
  public var x: AuthorFormula?
  /// The range over which lines are drawn.
  public var over: Over?
  /// In the order of the legend.
  public var series: [Series] = []
  /// What points and bars are called.
  public var labels: Labels?
  public var xLabel = ""
  public var yLabel = ""
  /// Units in which the axes count; nil for those of the values.
  public var xUnit: AuthorFormula?
  /// Nil where the first value settles it.
  public var yUnit: AuthorFormula?
  /// Bins asked for.
  public var bins: Int?
  /// Of the block's first line.
  public var line: Int

  public init(kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
