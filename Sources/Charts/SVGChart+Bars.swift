/// Bars and histograms.
extension SVGChart {
  private static let barHeight = 20.0

  mutating func drawBars(from top: Double) -> Drawn {
    guard let ticks = chart.barTicks(steps: 7) else { return Drawn(end: top) }
    let series = Array(chart.series.prefix(Chart.seriesLimit))
    let names = chart.barRows.map { Self.clipped($0, width: 190) }
    let bars = chart.bars
    var y = top + 4
    writeLines(chart.y.title(exponent: ticks.exponent), from: &y, base: 14, class: "rk-axis-title")
    if series.contains(where: { !$0.name.isEmpty }) {
      y = legend(series.map { Self.clipped($0.name, width: 220) }, from: y + 2)
    }
    y += 6
    let left = Self.margin + Self.width(of: names) + 10
    let room =
      width - left - Self.margin - Self.width(of: bars.map(\.text), size: Self.tickSize) - 10
    func x(_ value: Double) -> Double { left + ticks.share(of: value) * room }
    let group = Double(series.count) * Self.barHeight + 10
    let bottom = y + Double(names.count) * group
    var shown = -Double.infinity
    for (value, text) in zip(ticks.values, ticks.texts) {
      rule(x(value), y, x(value), bottom, class: "rk-grid")
      // A number that would touch the one before is left out.
      let half = Self.width(of: text, size: Self.tickSize) / 2
      if x(value) - half > shown + 8 {
        write(text, x: x(value), y: bottom + 18, anchor: "middle", class: "rk-tick")
        shown = x(value) + half
      }
    }
    for (row, name) in names.enumerated() {
      let start = y + Double(row) * group + 5
      let middle = start + Double(series.count) * Self.barHeight / 2
      write(name, x: left - 10, y: middle + 5, anchor: "end", class: "rk-label")
      for bar in bars where bar.row == row {
        let top = start + Double(bar.series) * Self.barHeight
        let end = bar.value.isFinite ? x(bar.value) : x(0)
        if bar.value.isFinite, bar.value != 0 {
          rectangle(
            x: min(x(0), end), y: top + 1.5, width: max(1, abs(end - x(0))),
            height: Self.barHeight - 3, series: bar.series)
        }
        write(bar.text, x: max(x(0), end) + 6, y: top + 14.5, class: "rk-tick")
      }
    }
    rule(x(0), y, x(0), bottom, class: "rk-axis")
    return Drawn(end: bottom + 30)
  }

  mutating func drawHistogram(from top: Double) -> Drawn {
    guard let bins = chart.histogram else { return Drawn(end: top) }
    let most = Double(bins.counts.max() ?? 1)
    let plane = axes(
      top: top, right: Self.margin + 12, x: bins.edges.domain, y: 0...most, xTicks: bins.edges)
    for (index, count) in bins.counts.enumerated() where count > 0 {
      let (left, right) = (plane.x(bins.edges.values[index]), plane.x(bins.edges.values[index + 1]))
      let top = plane.y(Double(count))
      rectangle(
        x: left + 0.5, y: top, width: max(1, right - left - 1), height: plane.y(0) - top, series: 0)
    }
    return Drawn(end: plane.box.y + plane.box.height + 62)
  }
}
