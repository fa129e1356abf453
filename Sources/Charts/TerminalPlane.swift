import Diagnostics
import TextLayout

/// A scatter chart or lines on a plane of character cells, with axes on the left and below. A
/// tick's value lies in the middle of its cell, and the steps between ticks are equally wide.
struct TerminalPlane {
  private(set) var lines: [StyledText] = []
  private(set) var notes: [String] = []

  private let chart: Chart
  private let terminal: TerminalChart
  private let series: [Chart.Series]
  private let xTicks: Ticks
  private let yTicks: Ticks
  private let columns: Int
  private let rows: Int
  private let gutter: Int
  private var cells: CellPlane

  private static let marks: [Character] = ["●", "▲", "■", "◆", "○", "△", "□", "◇"]
  private static let asciiMarks: [Character] = ["o", "x", "+", "*", "#", "@", "%", "&"]
  /// With more points than that, each is a dot of braille.
  private static let mostMarks = 80
  /// Crossings that are marked and told.
  private static let crossingLimit = 4

  init(_ chart: Chart, _ terminal: TerminalChart) {
    self.chart = chart
    self.terminal = terminal
    series = chart.drawn
    let ranges = chart.ranges(series) ?? (0...1, 0...1)

    let rowsAtHand = max(7, min(terminal.height - 8, terminal.width / 4, 21))
    yTicks = Ticks(
      covering: ranges.y, steps: max(2, (rowsAtHand - 1) / 3), isWhole: chart.y.isWhole)
    rows = yTicks.intervals * max(1, (rowsAtHand - 1) / yTicks.intervals) + 1
    gutter = yTicks.width + 1

    let isNamed =
      chart.kind == .lines && series.contains { !$0.name.isEmpty } && terminal.width >= 56
    let nameWidth = series.map { displayWidth(terminal.clean($0.name)) }.max() ?? 0
    let margin = isNamed ? min(18, nameWidth) + 2 : 3
    let columnsAtHand = max(12, terminal.width - gutter - 1 - margin)
    xTicks = Ticks(covering: ranges.x, isWhole: chart.x.isWhole) { ticks in
      (columnsAtHand - 1) / ticks.intervals >= ticks.width + 2
    }
    columns = xTicks.intervals * max(1, (columnsAtHand - 1) / xTicks.intervals) + 1
    cells = CellPlane(columns: columns, rows: rows)

    drawGrid()
    draw()
    lines = assembled(names: isNamed ? namesAtEnds(width: margin - 2) : nil)
  }

  // MARK: Drawing

  private var isCrowded: Bool { series.reduce(0) { $0 + $1.points.count } > Self.mostMarks }

  /// A faint dot where the ticks of both axes meet, to read a place by.
  private mutating func drawGrid() {
    guard terminal.unicode, chart.kind == .lines || !isCrowded else { return }
    let step = (columns - 1) / xTicks.intervals
    for row in stride(from: 0, to: rows - 1, by: (rows - 1) / yTicks.intervals) {
      for column in stride(from: step, to: columns, by: step) {
        cells.ground("·", column: column, row: row)
      }
    }
  }

  private mutating func draw() {
    var marks: [(row: Int, column: Int, label: String?)] = []
    for (place, own) in series.enumerated() {
      let hasMarks =
        chart.kind == .scatter
        ? !isCrowded || !terminal.unicode : own.points.count <= Chart.marksOfLine
      if chart.kind == .lines { drawLine(place) }
      for point in own.points {
        let column = column(of: point.x)
        let row = row(of: point.y)
        if hasMarks {
          cells.set(mark(place), .series(place), column: column, row: row)
          marks.append((row, column, point.label))
        } else if chart.kind == .scatter {
          let dot = dot(of: point)
          cells.dot(x: dot.x, y: dot.y, series: place)
        }
      }
    }
    var placer = LabelPlacer(
      area: Box(x: 0, y: 0, width: Double(columns), height: Double(rows)),
      marks: marks.map { Box(x: Double($0.column), y: Double($0.row), width: 1, height: 1) })
    drawCrossings(&placer)
    drawLabels(marks, &placer)
  }

  private mutating func drawLabels(
    _ marks: [(row: Int, column: Int, label: String?)], _ placer: inout LabelPlacer
  ) {
    let labelled = marks.filter { !($0.label ?? "").isEmpty }
    guard labelled.count <= Chart.labelLimit else { return }
    var left: [String] = []
    for mark in labelled {
      let text = terminal.clipped(mark.label ?? "", to: min(24, columns / 2))
      let box = placer.place(
        width: Double(displayWidth(text)), height: 1,
        beside: Box(x: Double(mark.column), y: Double(mark.row), width: 1, height: 1),
        gap: (x: 1, y: 0), clearance: 2)
      if let box {
        cells.write(
          text, .plain, column: Int(bounded: box.x.rounded()), row: Int(bounded: box.y.rounded()))
      } else {
        left.append(text)
      }
    }
    if !left.isEmpty { notes.append(ChartWording.unlabelled(left)) }
  }

  private mutating func drawCrossings(_ placer: inout LabelPlacer) {
    let crossings = chart.crossings
    for crossing in crossings.prefix(Self.crossingLimit) {
      let (column, row) = (column(of: crossing.x), row(of: crossing.y))
      // No mark of a series looks like it.
      let sign = terminal.unicode ? "╳" : "(X)"
      let start = column - sign.count / 2
      cells.write(sign, .strong, column: start, row: row)
      let x = Figures.text(crossing.x, on: xTicks.domain)
      let y = Figures.text(crossing.y, on: yTicks.domain)
      notes.append("\(sign) " + ChartWording.crossing(crossing, chart, x: x, y: y))
      // Below or above the lines, where there is room.
      let mark = Box(x: Double(start), y: Double(row), width: Double(sign.count), height: 1)
      placer = LabelPlacer(area: placer.area, marks: placer.taken + cells.occupied + [mark])
      func place(gap: Double) -> Box? {
        placer.place(
          width: Double(x.count), height: 1, beside: mark, gap: (x: 1, y: gap), clearance: 1)
      }
      if let box = place(gap: 0) ?? place(gap: 1) {
        cells.write(
          x, .strong, column: Int(bounded: box.x.rounded()), row: Int(bounded: box.y.rounded()))
      }
    }
    if crossings.count > Self.crossingLimit {
      notes.append(ChartWording.moreCrossings(crossings.count - Self.crossingLimit))
    }
  }

  /// Joins the points of a series, gaps left open. Beside its colour each line has its own dashes.
  private mutating func drawLine(_ place: Int) {
    let pattern = Self.dashes[place % Self.dashes.count]
    var travelled = 0
    for run in chart.runsToDraw(place, columns: columns * 2) {
      var last: (x: Int, y: Int)?
      for point in run {
        let next = terminal.unicode ? dot(of: point) : (x: column(of: point.x), y: row(of: point.y))
        let from = last ?? next
        let steps = max(abs(next.x - from.x), abs(next.y - from.y))
        for step in 0...steps where step > 0 || last == nil {
          let share = steps == 0 ? 0 : Double(step) / Double(steps)
          let x = Int(bounded: (Double(from.x) + Double(next.x - from.x) * share).rounded())
          let y = Int(bounded: (Double(from.y) + Double(next.y - from.y) * share).rounded())
          if !terminal.unicode {
            cells.set(mark(place), .series(place), column: x, row: y)
          } else if pattern[travelled % pattern.count] {
            cells.dot(x: x, y: y, series: place)
          }
          travelled += 1
        }
        last = next
      }
    }
  }

  /// Whether each dot of a line is drawn, over and over: so many are, and so many are not.
  private static let dashes: [[Bool]] = [[1], [6, 3], [2, 3], [8, 3, 2, 3]].map { lengths in
    lengths.enumerated().flatMap { Array(repeating: $0.isMultiple(of: 2), count: $1) }
  }

  private func mark(_ series: Int) -> Character {
    let marks = terminal.unicode ? Self.marks : Self.asciiMarks
    return marks[series % marks.count]
  }

  private func column(of x: Double) -> Int {
    Int(bounded: (xTicks.share(of: x) * Double(columns - 1)).rounded())
  }

  private func row(of y: Double) -> Int {
    rows - 1 - Int(bounded: (yTicks.share(of: y) * Double(rows - 1)).rounded())
  }

  /// The dot of braille, two to a column and four to a row.
  private func dot(of point: Chart.Point) -> (x: Int, y: Int) {
    let x = xTicks.share(of: point.x) * Double(columns - 1) * 2 + 0.5
    let y = (1 - yTicks.share(of: point.y)) * Double(rows - 1) * 4 + 1.5
    return (Int(bounded: x.rounded(.down)), Int(bounded: y.rounded(.down)))
  }

  // MARK: Putting together

  /// The name of each line in the row where it ends, by row; nil where there is no room.
  private func namesAtEnds(width: Int) -> [Int: StyledText]? {
    let ends = series.enumerated().filter { !$0.element.points.isEmpty }
    let wanted = ends.map { Double(row(of: $0.element.points.last?.y ?? 0)) }
    guard
      let places = LabelPlacer.spread(wanted, distance: 1, within: 0...Double(rows - 1))
    else { return nil }
    var names: [Int: StyledText] = [:]
    for (end, row) in zip(ends, places) {
      let text = terminal.clipped(end.element.name, to: width)
      names[Int(bounded: row.rounded())] = StyledText(text, .series(end.offset))
    }
    return names
  }

  private func assembled(names: [Int: StyledText]?) -> [StyledText] {
    var lines = terminal.axisTitle(chart.y, exponent: yTicks.exponent)
    let step = (rows - 1) / yTicks.intervals
    for row in 0..<rows {
      let isTick = (rows - 1 - row).isMultiple(of: step)
      let text = isTick ? yTicks.texts[(rows - 1 - row) / step] : ""
      var line = StyledText(leftPadded(text, to: gutter - 1) + " ")
      line.append(axis(isTick ? "┤" : "│", isTick ? "+" : "|"), .dim)
      line += cells.line(row)
      if let name = names?[row] {
        line.append(String(repeating: " ", count: columns + gutter + 2 - line.width))
        line += name
      }
      lines.append(line)
    }
    lines += xAxis()
    if names == nil, series.contains(where: { !$0.name.isEmpty }) { lines += legend() }
    return lines
  }

  private func axis(_ character: String, _ ascii: String) -> String {
    terminal.unicode ? character : ascii
  }

  private func xAxis() -> [StyledText] {
    let step = (columns - 1) / xTicks.intervals
    var rule = String(repeating: " ", count: gutter) + axis("└", "+")
    for column in 0..<columns {
      rule += column.isMultiple(of: step) ? axis("┬", "+") : axis("─", "-")
    }
    var text = ""
    for (index, label) in xTicks.texts.enumerated() {
      // Under the middle of its tick, save that the first does not reach out to the left.
      let middle = gutter + 1 + index * step
      let start = max(0, middle - label.count / 2)
      text += String(repeating: " ", count: max(0, start - text.count)) + label
    }
    let lines = [StyledText(rule, .dim), StyledText(text)]
    let title = terminal.axisTitle(chart.x, exponent: xTicks.exponent)
    // A short one stands under the middle of the plane.
    let indent = max(0, gutter + 1 + (columns - (title.first?.width ?? 0)) / 2)
    let margin = StyledText(String(repeating: " ", count: title.count == 1 ? indent : 0))
    return lines + title.map { margin + $0 }
  }

  private func legend() -> [StyledText] {
    var line = StyledText()
    for (place, own) in series.enumerated() where !own.name.isEmpty {
      if place > 0 { line.append("   ") }
      var sign = String(mark(place))
      if chart.kind == .lines, terminal.unicode {
        var strip = CellPlane(columns: 5, rows: 1)
        let pattern = Self.dashes[place % Self.dashes.count]
        for x in 0..<10 where pattern[x % pattern.count] { strip.dot(x: x, y: 1, series: place) }
        sign = padded(strip.line(0).plain, to: 5)
      }
      line.append(sign + " ", .series(place))
      line.append(terminal.clipped(own.name, to: terminal.width / 2))
    }
    return wrapped(line, width: terminal.width)
  }
}

extension Chart {
  /// The pieces of a line between its gaps, with no more points than an axis of so many columns
  /// shows.
  func runsToDraw(_ place: Int, columns: Int) -> [[Point]] {
    series[place].points.split { !isDrawn($0) }.map { run in
      Chart.thinned(Array(run), columns: columns)
    }
  }

  /// A line with a great many points, cut down to what shows: where `x` increases the first, the
  /// least, the greatest and the last of each column, else every so-many-th.
  private static func thinned(_ points: [Point], columns: Int) -> [Point] {
    guard points.count > columns * 8, let first = points.first, let last = points.last else {
      return points
    }
    let isIncreasing = zip(points, points.dropFirst()).allSatisfy { $0.x <= $1.x }
    guard isIncreasing, last.x > first.x else {
      let stride = points.count / (columns * 8) + 1
      return points.indices.filter { $0.isMultiple(of: stride) || $0 == points.count - 1 }
        .map { points[$0] }
    }
    var result: [Point] = []
    var start = 0
    while start < points.count {
      let column = Int(bounded: (points[start].x - first.x) / (last.x - first.x) * Double(columns))
      var end = start
      var (low, high) = (start, start)
      while end < points.count,
        Int(bounded: (points[end].x - first.x) / (last.x - first.x) * Double(columns)) == column
      {
        if points[end].y < points[low].y { low = end }
        if points[end].y > points[high].y { high = end }
        end += 1
      }
      for index in Set([start, low, high, end - 1]).sorted() { result.append(points[index]) }
      start = end
    }
    return result
  }
}
