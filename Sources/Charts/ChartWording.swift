import Diagnostics

/// What is said in and under charts, in alphabetical order.
enum ChartWording {
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

  static func crossing(_ crossing: Chart.Crossing, _ chart: Chart, x: String, y: String) -> String {
    "\(crossing.first) and \(crossing.second) cross at \(chart.x.text(x)), \(chart.y.text(y))."
  }

  /// Points of a series that are told one by one at most.
  static let describedPoints = 20

  static let empty = "There is nothing to draw."

  /// Rows that leave a gap.
  static func gap(_ names: [String], count: Int, series: String, isTooLarge: Bool) -> String {
    let rest = count - names.count
    let said =
      rest > 0
      ? names.joined(separator: ", ") + " and \(rest) more" : enumeration(names)
    let whose = series.isEmpty ? "" : " of \(series)"
    if isTooLarge {
      return "A gap: \(said)\(whose) \(count == 1 ? "is" : "are") too large to be drawn."
    }
    return "A gap: \(said)\(whose) \(count == 1 ? "has" : "have") no value."
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

  static func moreCrossings(_ count: Int) -> String {
    "The lines cross \(count) times more."
  }

  /// Rows that are named at most where they leave a gap.
  static let namesLimit = 5

  static func powerOfTen(_ exponent: Int, unicode: Bool) -> String {
    guard unicode else { return "10^\(exponent)" }
    let raised: [Character: Character] = [
      "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
      "9": "⁹", "-": "⁻",
    ]
    return "10" + String(String(exponent).map { raised[$0] ?? $0 })
  }

  static func range(_ axis: Chart.Axis, _ range: ClosedRange<Double>) -> String {
    let texts = Figures.texts([range.lowerBound, range.upperBound])
    let name = axis.label.isEmpty ? "The values" : axis.label
    return "\(name): from \(texts[0]) to \(axis.text(texts[1]))."
  }

  static func row(_ row: Int) -> String { "row \(row)" }

  static func tooManyBars(_ limit: Int, of count: Int) -> String {
    "The first \(limit) bars of \(count) are drawn."
  }

  static func tooManySeries(_ limit: Int, of count: Int) -> String {
    "The first \(limit) series of \(count) are drawn."
  }

  static func unlabelled(_ names: [String], count: Int) -> String {
    let rest = count - names.count
    let said = rest > 0 ? names.joined(separator: ", ") + " and \(rest) more" : enumeration(names)
    return "No room for the \(count == 1 ? "label" : "labels") of \(said)."
  }
}
