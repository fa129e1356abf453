extension Chart {
  /// What is said of points that have no place in the chart, a sentence for each series.
  var gapSentences: [String] {
    var sentences = series.prefix(Self.seriesLimit).flatMap { series -> [String] in
      let places = series.points.indices.filter { !isDrawn(series.points[$0]) }
      let large = places.filter { isTooLarge(series.points[$0]) }
      let empty = large.isEmpty ? places : places.filter { !isTooLarge(series.points[$0]) }
      return [(empty, false), (large, true)].compactMap { rows, isTooLarge in
        guard !rows.isEmpty else { return nil }
        // Of a line over a range only its ends matter; a row has a name.
        return ChartWording.gap(
          rows.map { name(of: $0, in: series) }, series: self.series.count > 1 ? series.name : "",
          isTooLarge: isTooLarge)
      }
    }
    if series.count > Self.seriesLimit {
      sentences.append(ChartWording.tooManySeries(Self.seriesLimit, of: series.count))
    }
    if kind == .bars, let most = series.map(\.points.count).max(), most > Self.barLimit {
      sentences.append(ChartWording.tooManyBars(Self.barLimit, of: most))
    }
    return sentences
  }

  private func name(of row: Int, in series: Series) -> String {
    if let label = series.points[row].label, !label.isEmpty { return label }
    return ChartWording.row(row)
  }

  /// Everything that stands under the chart: crossings, the rule of its bins, gaps, remarks.
  var notes: [String] {
    (histogram.map { [ChartWording.bins($0, unit: x.unit)] } ?? []) + gapSentences + remarks
  }

  /// The bins of a histogram; nil for any other chart, and where there are no numbers.
  var histogram: Bins? {
    kind == .histogram ? Bins(drawn.flatMap { $0.points.map(\.x) }, wanted: bins) : nil
  }

  /// What the axes have to cover: the numbers, and where marks stand a little more.
  func ranges(_ series: [Series]) -> (x: ClosedRange<Double>, y: ClosedRange<Double>)? {
    guard let own = ownRanges(series) else { return nil }
    return kind == .scatter ? (Self.withRoom(own.x), Self.withRoom(own.y)) : own
  }

  /// From the least to the greatest of the numbers along each axis.
  func ownRanges(_ series: [Series]) -> (x: ClosedRange<Double>, y: ClosedRange<Double>)? {
    let points = series.lazy.flatMap(\.points)
    guard let first = points.first else { return nil }
    var (x, y) = (first.x...first.x, first.y...first.y)
    for point in points {
      x = min(x.lowerBound, point.x)...max(x.upperBound, point.x)
      y = min(y.lowerBound, point.y)...max(y.upperBound, point.y)
    }
    return (x, y)
  }

  /// A little more than the range, so that no mark stands on an axis, save that nothing is made
  /// negative by it.
  private static func withRoom(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let room = (range.upperBound - range.lowerBound) * 0.04
    let low = range.lowerBound - room
    return (range.lowerBound >= 0 ? max(0, low) : low)...range.upperBound + room
  }

}

extension Chart.Axis {
  /// The label with its unit, as `Total emissions (t CO2e)`. A power of ten goes with the unit; a
  /// unit that the label ends with already is not said twice.
  func title(exponent: Int, unicode: Bool = true) -> String {
    var name = label
    if exponent == 0, isSaid { return name }
    if !unit.isEmpty, name.hasSuffix("(\(unit))") {
      if exponent == 0 { return name }
      name = String(name.dropLast(unit.count + 2))
      while name.last == " " { name.removeLast() }
    }
    let power = exponent == 0 ? "" : ChartWording.powerOfTen(exponent, unicode: unicode)
    let inside = [power, isSaid ? "" : unit].filter { !$0.isEmpty }.joined(separator: " ")
    if inside.isEmpty { return name }
    return name.isEmpty ? inside : "\(name) (\(inside))"
  }

  /// Whether the label names the unit itself, as `Users per day` does where `user` is counted.
  private var isSaid: Bool {
    unit.count > 3 && unit.allSatisfy { $0.isASCII && $0.isLowercase }
      && label.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix(unit) }
  }

  /// A number of this axis with its unit, for sentences.
  func text(_ value: String) -> String {
    // `17'246 users per day` reads better than `17'246 user`.
    if isSaid, label.lowercased().hasPrefix(unit) { return "\(value) \(label.lowercased())" }
    return unit.isEmpty ? value : "\(value) \(unit)"
  }
}
