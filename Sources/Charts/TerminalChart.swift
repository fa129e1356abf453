import Diagnostics
import TextLayout

/// Draws charts as lines of a terminal: braille and block characters, or ASCII alone.
public struct TerminalChart {
  let width: Int
  let height: Int
  let unicode: Bool

  /// - `width`: columns at hand; below 24 a chart is drawn as for 24.
  /// - `height`: lines of the whole terminal, of which a plane takes no more than fit.
  public init(width: Int, height: Int = 24, unicode: Bool) {
    self.width = max(24, width)
    self.height = height
    self.unicode = unicode
  }

  /// With title, axes, legend and remarks, within the width.
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
        let plane = TerminalPlane(chart, self)
        lines += plane.lines
        notes = plane.notes + notes
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
    let beginning = StyledText(text).shortened(to: columns - dots.count)
    return beginning.trailingSpaceTrimmed.plain + dots
  }

  // MARK: Bars

  private func bars(_ chart: Chart) -> [StyledText] {
    let names = chart.barRows
    var lastRow: Int?
    let bars = chart.bars.map { bar in
      defer { lastRow = bar.row }
      return Bar(
        name: bar.row == lastRow ? "" : names[bar.row], part: chart.series[bar.series].name,
        value: bar.value, series: bar.series, text: bar.text)
    }
    return axisTitle(chart.y, exponent: 0) + lines(bars, names: width / 3)
  }

  private func histogram(_ chart: Chart) -> [StyledText] {
    guard let bins = chart.histogram else { return [] }
    let texts = bins.edges.texts
    let low = texts.dropLast().map(displayWidth).max() ?? 0
    let high = texts.dropFirst().map(displayWidth).max() ?? 0
    let dash = unicode ? " – " : " to "
    let bars = bins.counts.enumerated().map { index, count in
      Bar(
        name: leftPadded(texts[index], to: low) + dash + leftPadded(texts[index + 1], to: high),
        part: "", value: Double(count), series: 0, text: String(count))
    }
    return axisTitle(chart.x, exponent: bins.edges.exponent) + lines(bars, names: width / 2)
  }

  func axisTitle(_ axis: Chart.Axis, exponent: Int) -> [StyledText] {
    let title = clean(axis.title(exponent: exponent, unicode: unicode))
    return title.isEmpty ? [] : wrapped(StyledText(title), width: width)
  }

  private struct Bar {
    var name: String
    /// The series' name, where there are several.
    var part: String
    /// NaN for a gap.
    var value: Double
    var series: Int
    var text: String
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
    let zero = Int(bounded: length(-least).rounded())
    return bars.map { bar in
      var line = StyledText(padded(clipped(bar.name, to: names), to: names))
      if parts > 0 {
        line.append(" " + padded(clipped(bar.part, to: parts), to: parts), .series(bar.series))
      }
      line.append(unicode ? " │" : " |", .dim)
      let below = bar.value < 0 ? min(zero, max(1, Int(bounded: length(-bar.value).rounded()))) : 0
      line.append(String(repeating: " ", count: zero - below))
      if bar.value.isFinite {
        line.append(
          below > 0 ? String(repeating: full, count: below) : block(length(bar.value)),
          .series(bar.series))
      }
      line.append(" ")
      line.append(bar.text, bar.value.isFinite ? .plain : .dim)
      return line
    }
  }

  private var full: String { unicode ? "█" : "#" }

  /// A bar of a length in columns, to the eighth of one. What is not zero shows.
  private func block(_ length: Double) -> String {
    guard length > 0 else { return "" }
    guard unicode else {
      return String(repeating: "#", count: max(1, Int(bounded: length.rounded())))
    }
    let eighths = max(1, Int(bounded: (length * 8).rounded()))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: full, count: eighths / 8) + parts[eighths % 8]
  }
}

extension TerminalChart {
  /// The chart as a terminal without colour shows it, for a block of code.
  public func text(_ chart: Chart) -> String {
    lines(chart).map { $0.trailingSpaceTrimmed.plain }.joined(separator: "\n")
  }
}
