extension Chart {
  /// A bar with what is written at it.
  struct Bar {
    /// From 0.
    var row: Int
    /// By its place in the chart, from 0.
    var series: Int
    /// NaN for a gap, and for what is too large to be drawn.
    var value: Double
    var text: String
  }

  /// Names of the rows of a bar chart, by the first series that has one.
  var barRows: [String] {
    let series = series.prefix(Self.seriesLimit)
    let count = min(Self.barLimit, series.map(\.points.count).max() ?? 0)
    return (0..<count).map { row in
      let points = series.lazy.map(\.points).filter { $0.indices.contains(row) }
      return points.compactMap { $0[row].label }.first ?? ChartWording.row(row)
    }
  }

  /// The bars, row by row, in the order of the series.
  var bars: [Bar] {
    let given = barRows.indices.flatMap { row in
      series.prefix(Self.seriesLimit).enumerated()
        .filter { $0.element.points.indices.contains(row) }
        .map { (row: row, series: $0.offset, point: $0.element.points[row]) }
    }
    let values = given.map { isDrawn($0.point) ? $0.point.y : .nan }
    return zip(given, zip(values, Figures.texts(values))).map { bar, drawn in
      Bar(
        row: bar.row, series: bar.series, value: drawn.0,
        text: isTooLarge(bar.point) ? Figures.text(bar.point.y, figures: 6) : drawn.1)
    }
  }

  /// The axis that bars are measured by: it always has its zero.
  func barTicks(steps: Int) -> Ticks? {
    let values = drawn.flatMap { $0.points.prefix(Self.barLimit).map(\.y) }
    guard let least = values.min(), let greatest = values.max() else { return nil }
    return Ticks(covering: min(0, least)...max(0, greatest), steps: steps)
  }
}
