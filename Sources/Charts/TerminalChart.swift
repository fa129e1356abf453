import TextLayout

/// Draws charts as lines of a terminal: braille and block characters, or ASCII alone.
public struct TerminalChart {
  let width: Int
  let height: Int
  let unicode: Bool

  /// - Parameters:
  ///   - width: columns at hand; below 24 a chart is drawn as for 24.
  ///   - height: lines of the whole terminal, of which a plane takes no more than fit.
  public init(width: Int, height: Int = 24, unicode: Bool) {
    self.width = max(24, width)
    self.height = height
    self.unicode = unicode
  }

  public func lines(_ chart: Chart) -> [StyledText] {
    var lines: [StyledText] = []
    if !chart.title.isEmpty, !chart.isTitledByAxis || chart.isEmpty {
      lines += wrapped(StyledText(clean(chart.title), .strong), width: width)
    }
    var notes = chart.notes
    if chart.isEmpty {
      notes.insert(ChartWording.empty, at: 0)
    } else {
      switch chart.kind {
      case .scatter, .lines:
        let drawing = TerminalPlane(chart, self)
        lines += drawing.lines
        notes = drawing.notes + notes
      case .bars: lines += bars(chart)
      case .histogram: lines += histogram(chart)
      }
    }
    for note in notes { lines += wrapped(StyledText(clean(note), .dim), width: width) }
    return lines
  }

  /// A text as this terminal can show it.
  func clean(_ text: String) -> String { unicode ? text : inASCII(text) }

  /// A text of at most so many columns.
  func clipped(_ text: String, to columns: Int) -> String {
    let text = clean(text)
    guard displayWidth(text) > columns else { return text }
    let dots = unicode ? "…" : ".."
    var result = ""
    var used = dots.count
    for character in text {
      used += displayWidth(character)
      if used > columns { break }
      result.append(character)
    }
    while result.last == " " { result.removeLast() }
    return result + dots
  }

  // MARK: Bars

  private func bars(_ chart: Chart) -> [StyledText] {
    let series = chart.series.prefix(Chart.seriesLimit).map(\.points)
    let rows = min(Chart.barLimit, series.map(\.count).max() ?? 0)
    var bars: [Bar] = []
    var values: [Double] = []
    for row in 0..<rows {
      for (place, points) in series.enumerated() where points.indices.contains(row) {
        let point = points[row]
        let name = point.label ?? ChartWording.row(row)
        bars.append(
          Bar(
            name: place == 0 ? name : "",
            part: chart.series[place].name,
            value: chart.isDrawn(point) ? point.y : .nan, series: place,
            large: chart.isTooLarge(point) ? point.y : .nan))
        values.append(chart.isDrawn(point) ? point.y : .nan)
      }
    }
    for (index, text) in Figures.texts(values).enumerated() { bars[index].text = text }
    for index in bars.indices where bars[index].large.isFinite {
      bars[index].text = Figures.text(tooLarge: bars[index].large)
    }
    return axisLine(chart.y.title(exponent: 0, unicode: unicode)) + lines(bars, names: width / 3)
  }

  private func histogram(_ chart: Chart) -> [StyledText] {
    guard let bins = Bins(chart.drawn.flatMap { $0.points.map(\.x) }, wanted: chart.bins) else {
      return []
    }
    let texts = bins.edges.texts
    let low = texts.dropLast().map(displayWidth).max() ?? 0
    let high = texts.dropFirst().map(displayWidth).max() ?? 0
    let dash = unicode ? "–" : "to"
    let bars = bins.counts.indices.map { index in
      Bar(
        name: leftPadded(texts[index], to: low) + " \(dash) "
          + leftPadded(texts[index + 1], to: high), part: "", value: Double(bins.counts[index]),
        series: 0, text: String(bins.counts[index]))
    }
    return axisLine(chart.x.title(exponent: bins.edges.exponent, unicode: unicode))
      + lines(bars, names: width / 2)
  }

  private func axisLine(_ title: String) -> [StyledText] {
    title.isEmpty ? [] : wrapped(StyledText(clean(title)), width: width)
  }

  private struct Bar {
    var name: String
    /// The series' name, where there are several.
    var part: String
    /// NaN for a gap.
    var value: Double
    var series: Int
    /// What is too large to be drawn; NaN elsewhere.
    var large = Double.nan
    var text = ""
  }

  /// `names` bounds the columns of the names.
  private func lines(_ bars: [Bar], names limit: Int) -> [StyledText] {
    let names = min(limit, bars.map { displayWidth(clean($0.name)) }.max() ?? 0)
    let parts = min(width / 4, bars.map { displayWidth(clean($0.part)) }.max() ?? 0)
    let texts = bars.map { displayWidth($0.text) }.max() ?? 0
    let head = names + (parts > 0 ? parts + 1 : 0) + 1
    let room = max(6, width - head - 1 - texts - 1)
    let values = bars.map(\.value).filter(\.isFinite)
    let (least, greatest) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    let span = greatest - least
    /// Columns that a value is long.
    func length(_ value: Double) -> Double { span > 0 ? value / span * Double(room) : 0 }
    // Columns to the left of zero.
    let zero = Int(length(-least).rounded())
    return bars.map { bar in
      var line = StyledText(padded(clipped(bar.name, to: names), to: names))
      if parts > 0 {
        line.append(
          " " + padded(clipped(bar.part, to: parts), to: parts), .series(bar.series))
      }
      line.append(unicode ? " │" : " |", .dim)
      if !bar.value.isFinite {
        line.append(String(repeating: " ", count: zero + 1))
        line.append(bar.text, .dim)
      } else if bar.value < 0 {
        let length = min(zero, max(1, Int(length(-bar.value).rounded())))
        line.append(String(repeating: " ", count: zero - length))
        line.append(String(repeating: full, count: length), .series(bar.series))
        line.append(" " + bar.text)
      } else {
        line.append(String(repeating: " ", count: zero))
        line.append(block(length(bar.value)), .series(bar.series))
        line.append(" " + bar.text)
      }
      return line
    }
  }

  private var full: String { unicode ? "█" : "#" }

  /// A bar of a length in columns, to the eighth of one. What is not zero shows.
  private func block(_ length: Double) -> String {
    guard length > 0 else { return "" }
    guard unicode else {
      return String(repeating: "#", count: max(1, Int(length.rounded())))
    }
    let eighths = max(1, Int((length * 8).rounded()))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: full, count: eighths / 8) + parts[eighths % 8]
  }
}
