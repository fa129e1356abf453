import Diagnostics
import Quantities

/// What is said in and under charts, in alphabetical order.
enum ChartWording {
  static func bin(_ range: String, count: Int) -> String { "\(range): \(count)." }

  static func bins(_ bins: Bins, unit: String) -> String {
    let edges = bins.edges
    let width = Figures.texts([edges.values[1] - edges.values[0]])[0]
    let rule =
      switch bins.rule {
      case .asked: ""
      case .freedmanDiaconis: " (rule of Freedman and Diaconis, rounded)"
      case .sturges: " (rule of Sturges, rounded)"
      }
    let text = unit.isEmpty ? width : "\(width) \(unit)"
    return "\(bins.counts.count) bins, each \(text) wide\(rule)."
  }

  static let countAxis = "Count"

  /// How a line goes: whether it rises at first, nil for a level one, and where it turns.
  static func course(rises: Bool?, turns: [String]) -> String {
    guard var rises else { return "It is level." }
    var text = rises ? "It rises" : "It falls"
    for turn in turns {
      rises.toggle()
      text += ", then \(rises ? "rises" : "falls") from \(turn)"
    }
    return text + (turns.isEmpty ? " all the way." : ".")
  }

  static func crossing(_ crossing: Chart.Crossing, _ chart: Chart, x: String, y: String) -> String {
    "\(crossing.first) and \(crossing.second) cross at \(chart.x.text(x)), \(chart.y.text(y))."
  }

  /// Points of a series that are told one by one at most.
  static let describedPoints = 20

  static let empty = "There is nothing to draw."

  /// Of what stands on an axis, each with where it is.
  static func extremes(
    of axis: Chart.Axis, least: (value: String, name: String),
    greatest: (value: String, name: String)
  ) -> String {
    "\(axis.label.isEmpty ? "The least" : "The least of \(axis.label)") is \(least.value), at"
      + " \(least.name); the greatest is \(greatest.value), at \(greatest.name)."
  }

  /// Rows that leave a gap.
  static func gap(_ names: [String], series: String, isTooLarge: Bool) -> String {
    let isOne = names.count == 1
    let what =
      isTooLarge
      ? "\(isOne ? "is" : "are") too large to be drawn" : "\(isOne ? "has" : "have") no value"
    return "A gap: \(firstFew(names))\(series.isEmpty ? "" : " of \(series)") \(what)."
  }

  static func kind(_ chart: Chart) -> String {
    let (x, y) = (chart.x.title(exponent: 0), chart.y.title(exponent: 0))
    return switch chart.kind {
    case .scatter: "A scatter chart of \(y) against \(x)."
    case .lines: "A line chart of \(y) against \(x)."
    case .bars: "A bar chart of \(y)."
    case .histogram: "A histogram of \(x)."
    }
  }

  /// Where a line begins and ends.
  static func line(
    _ name: String, from first: Chart.Point, to last: Chart.Point, _ chart: Chart
  ) -> String {
    let values = Figures.texts([first.y, last.y])
    let places = Figures.texts([first.x, last.x])
    return "\(name.isEmpty ? "The line" : name) goes from \(chart.y.text(values[0])) at "
      + "\(chart.x.text(places[0])) to \(chart.y.text(values[1])) at \(chart.x.text(places[1]))."
  }

  static func moreCrossings(_ count: Int) -> String { "The lines cross \(count) times more." }

  static func powerOfTen(_ exponent: Int, unicode: Bool) -> String {
    unicode ? "10" + superscript(exponent) : "10^\(exponent)"
  }

  static func range(_ axis: Chart.Axis, _ range: ClosedRange<Double>) -> String {
    let texts = Figures.texts([range.lowerBound, range.upperBound])
    let name = axis.label.isEmpty ? "The values" : axis.label
    return "\(name): from \(texts[0]) to \(axis.text(texts[1]))."
  }

  static func row(_ row: Int) -> String { "row \(row)" }

  /// By the coefficient of a correlation.
  static func tendency(_ coefficient: Double) -> String {
    switch coefficient {
    case 0.5...: "Further right the points lie higher, on the whole."
    case ...(-0.5): "Further right the points lie lower, on the whole."
    default: "The points neither rise nor fall on the whole."
    }
  }

  static func tooManyBars(_ limit: Int, of count: Int) -> String {
    "The first \(limit) bars of \(count) are drawn."
  }

  static func tooManySeries(_ limit: Int, of count: Int) -> String {
    "The first \(limit) series of \(count) are drawn."
  }

  static let turnsOften = "It goes up and down."

  static func unlabelled(_ names: [String]) -> String {
    "No room for the \(names.count == 1 ? "label" : "labels") of \(firstFew(names))."
  }

  // MARK: Pieces

  /// At most five by name, and the rest by their count.
  private static func firstFew(_ names: [String]) -> String {
    let named = names.prefix(5)
    return names.count > named.count
      ? named.joined(separator: ", ") + " and \(names.count - named.count) more"
      : enumeration(names)
  }
}
