import Diagnostics

/// What a chart shows, whichever way it is drawn. Texts are on one line and without controls.
public struct Chart: Hashable, Sendable {
  /// The raw values are the words of an exercise file.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A mark for each point, and its label beside it.
    case scatter
    /// Points joined in the order in which they come.
    case lines
    /// A horizontal bar for each point, named by its label.
    case bars
    /// How many points have an `x` within each of several bins.
    case histogram
  }

  /// What an axis measures, and in which unit.
  public struct Axis: Hashable, Sendable {
    public var label: String
    /// The unit of the numbers, as `kg CO2e`; empty for plain numbers.
    public var unit: String
    /// Whether it counts something, as rows, so that nothing lies between whole numbers.
    public var isWhole: Bool

    public init(_ label: String = "", unit: String = "", isWhole: Bool = false) {
      self.label = shortLine(label)
      self.unit = shortLine(unit)
      self.isWhole = isWhole
    }
  }

  /// A row of what was given. One that has no finite numbers leaves a gap.
  public struct Point: Hashable, Sendable {
    /// Of no meaning for bars.
    public var x: Double
    /// Of no meaning for a histogram.
    public var y: Double
    public var label: String?

    public init(x: Double, y: Double, label: String? = nil) {
      self.x = x
      self.y = y
      self.label = label.map(shortLine)
    }
  }

  /// Points that belong together.
  public struct Series: Hashable, Sendable {
    /// Empty where there is only one.
    public var name: String
    public var points: [Point]

    public init(_ name: String = "", points: [Point]) {
      self.name = shortLine(name)
      self.points = points
    }
  }

  public var kind: Kind
  public var title: String
  public var x: Axis
  public var y: Axis
  /// At most `seriesLimit` of them are drawn.
  public var series: [Series]
  /// Sentences under the chart: what could not be drawn, and why.
  public var remarks: [String]
  /// Bins that a histogram has at most; nil leaves that to the rule of `Bins`.
  public var bins: Int?

  public init(
    _ kind: Kind, title: String, x: Axis = Axis(), y: Axis = Axis(), series: [Series],
    remarks: [String] = [], bins: Int? = nil
  ) {
    self.kind = kind
    self.title = shortLine(title)
    self.x = x
    self.y = y
    self.series = series
    self.remarks = remarks.map(shortLine)
    self.bins = bins
  }

  public static let seriesLimit = 12
  /// Bars that are drawn at most.
  public static let barLimit = 40
  /// Points that have their labels beside them at most; where there are more, none has.
  public static let labelLimit = 40
  /// A line of so few points has a mark at each.
  static let marksOfLine = 15

  /// Whether a point has a place in the chart.
  func isDrawn(_ point: Point) -> Bool {
    // Beyond this size the span of an axis is no number any more.
    figures(of: point).allSatisfy { abs($0) < 1e300 }
  }

  /// Whether a point has its numbers, and one of them is too large for an axis.
  func isTooLarge(_ point: Point) -> Bool {
    figures(of: point).allSatisfy(\.isFinite) && !isDrawn(point)
  }

  /// The numbers of a point that mean something.
  private func figures(of point: Point) -> [Double] {
    switch kind {
    case .scatter, .lines: [point.x, point.y]
    case .bars: [point.y]
    case .histogram: [point.x]
    }
  }

  /// The series that are drawn, without the points that cannot be.
  var drawn: [Series] {
    series.prefix(Self.seriesLimit).map { Series($0.name, points: $0.points.filter(isDrawn)) }
  }

  /// Whether the axis that is named right under the title has the same name.
  var isTitledByAxis: Bool {
    switch kind {
    case .bars, .lines, .scatter: y.label == title
    case .histogram: x.label == title
    }
  }

  /// Whether there is nothing to draw at all.
  public var isEmpty: Bool { drawn.allSatisfy(\.points.isEmpty) }
}

/// A text without line breaks, tabs and what could act on a terminal.
func shortLine(_ text: String) -> String {
  // Most labels of a hundred thousand need nothing done.
  if text.utf8.count <= 100, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }),
    text.first != " ", text.last != " "
  {
    return text
  }
  let line = plainLine(text)
  return line.count > 400 ? line.prefix(400) + "…" : line
}
