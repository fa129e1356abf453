import TextLayout

/// Bars and histograms.
extension SVGChart {
  private static let barHeight = 20.0

  mutating func drawBars(from top: Double) -> Drawn {
    let series = Array(chart.series.prefix(Chart.seriesLimit))
    let rows = min(Chart.barLimit, series.map(\.points.count).max() ?? 0)
    guard let ticks = chart.barTicks(steps: 7) else { return Drawn(end: top) }
    let names = (0..<rows).map { row -> String in
      let label = series.lazy.compactMap { own in
        own.points.indices.contains(row) ? own.points[row].label : nil
      }.first
      return Self.clipped(label ?? ChartWording.row(row), size: Self.fontSize, width: 190)
    }
    let values = (0..<rows).flatMap { row in
      series.map { own -> Double in
        guard own.points.indices.contains(row), chart.isDrawn(own.points[row]) else { return .nan }
        return own.points[row].y
      }
    }
    let texts = zip(Figures.texts(values), values.indices).map { text, index in
      let points = series[index % series.count].points
      let row = index / series.count
      guard points.indices.contains(row), chart.isTooLarge(points[row]) else { return text }
      return Figures.text(tooLarge: points[row].y)
    }
    let textWidth = texts.map { Self.width(of: $0, size: 13) }.max() ?? 0
    var y = top + 4
    let title = chart.y.title(exponent: ticks.exponent)
    for line in Self.folded(title, size: Self.fontSize, width: Self.width - 2 * Self.margin) {
      write(line, x: Self.margin, y: y + 14, class: "rk-axis-title")
      y += Self.lineHeight
    }
    if series.contains(where: { !$0.name.isEmpty }) {
      y = legend(series.map { Self.clipped($0.name, size: Self.fontSize, width: 220) }, from: y + 2)
    }
    y += 6
    let left =
      Self.margin + (names.map { Self.width(of: $0, size: Self.fontSize) }.max() ?? 0) + 10
    let room = Self.width - left - Self.margin - textWidth - 10
    func x(_ value: Double) -> Double { left + ticks.share(of: value) * room }
    let group = Double(series.count) * Self.barHeight + 10
    let bottom = y + Double(rows) * group
    var shown = -Double.infinity
    for (value, text) in zip(ticks.values, ticks.texts) {
      rule(x(value), y, x(value), bottom, class: "rk-grid")
      // A number that would touch the one before is left out.
      let half = Self.width(of: text, size: 13) / 2
      if x(value) - half > shown + 8 {
        write(text, x: x(value), y: bottom + 18, anchor: "middle", class: "rk-tick")
        shown = x(value) + half
      }
    }
    for row in 0..<rows {
      let start = y + Double(row) * group + 5
      let middle = start + Double(series.count) * Self.barHeight / 2
      write(names[row], x: left - 10, y: middle + 5, anchor: "end", class: "rk-label")
      for place in series.indices {
        let index = row * series.count + place
        let value = values[index]
        let bar = start + Double(place) * Self.barHeight
        if value.isFinite, value != 0 {
          svg.add(
            "rect",
            [
              "x": SVGText.px(min(x(0), x(value))), "y": SVGText.px(bar + 1.5),
              "width": SVGText.px(max(1, abs(x(value) - x(0)))),
              "height": SVGText.px(Self.barHeight - 3), "class": "rk-f\(Self.colour(place))",
            ])
        }
        write(
          texts[index], x: max(x(0), value.isFinite ? x(value) : x(0)) + 6, y: bar + 14.5,
          class: "rk-tick")
      }
    }
    rule(x(0), y, x(0), bottom, class: "rk-axis")
    return Drawn(end: bottom + 30)
  }

  mutating func drawHistogram(from top: Double) -> Drawn {
    guard let bins = Bins(chart.drawn.flatMap { $0.points.map(\.x) }, wanted: chart.bins) else {
      return Drawn(end: top)
    }
    let most = Double(bins.counts.max() ?? 1)
    let plane = axes(
      top: top, right: Self.margin + 12, x: bins.edges.domain, y: 0...most, xTicks: bins.edges)
    for (index, count) in bins.counts.enumerated() where count > 0 {
      let (left, right) = (plane.x(bins.edges.values[index]), plane.x(bins.edges.values[index + 1]))
      let height = plane.y(0) - plane.y(Double(count))
      svg.add(
        "rect",
        [
          "x": SVGText.px(left + 0.5), "y": SVGText.px(plane.y(Double(count))),
          "width": SVGText.px(max(1, right - left - 1)), "height": SVGText.px(height),
          "class": "rk-f0",
        ])
    }
    return Drawn(end: plane.box.y + plane.box.height + 62)
  }
}
