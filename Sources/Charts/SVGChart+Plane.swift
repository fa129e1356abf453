import Diagnostics

/// Scatter charts and lines.
extension SVGChart {
  /// What a part of the picture has taken up, and what is to be said under it.
  struct Drawn {
    var end: Double
    var notes: [String] = []
  }

  /// The area between the axes, with the values at its edges.
  struct Plane {
    let box: Box
    let xTicks: Ticks
    let yTicks: Ticks

    func x(_ value: Double) -> Double { box.x + xTicks.share(of: value) * box.width }
    func y(_ value: Double) -> Double { box.y + (1 - yTicks.share(of: value)) * box.height }
  }

  private static let height = 320.0
  private static let crossingLimit = 6
  /// Marks of one series in one place are drawn once, and at most so many.
  private static let markLimit = 4000
  /// With more points than that, marks are small.
  private static let largeMarks = 200

  mutating func drawPlane(from top: Double) -> Drawn {
    let series = chart.drawn
    guard let ranges = chart.ranges(series) else { return Drawn(end: top) }
    let names = series.map { Self.clipped($0.name, width: 150) }
    let isNamed = series.contains { !$0.name.isEmpty }
    let hasNames = chart.kind == .lines && isNamed
    let plane = axes(
      top: top, right: hasNames ? Self.width(of: names) + 34 : Self.margin + 12, x: ranges.x,
      y: ranges.y)
    if chart.kind == .lines { for place in series.indices { drawLine(place, plane) } }
    let points = drawMarks(series, plane)
    var placer = LabelPlacer(
      area: Box(
        x: plane.box.x, y: plane.box.y - 4, width: width - plane.box.x - 4,
        height: plane.box.height + 4),
      marks: points.map { Box(x: $0.x - 7, y: $0.y - 7, width: 14, height: 14) })
    var drawn = Drawn(end: plane.box.y + plane.box.height + 62)
    drawn.notes = drawCrossings(plane, &placer) + drawLabels(points, &placer)
    if isNamed, !hasNames || !writeNames(names, series, plane) {
      drawn.end = legend(names, from: drawn.end)
    }
    return drawn
  }

  /// Draws the grid, its numbers and the names of the axes.
  mutating func axes(
    top: Double, right: Double, x: ClosedRange<Double>, y: ClosedRange<Double>, xTicks: Ticks? = nil
  ) -> Plane {
    let yTicks = Ticks(covering: y, steps: 7, isWhole: chart.kind == .histogram || chart.y.isWhole)
    let left = Self.margin + Self.width(of: yTicks.texts, size: Self.tickSize) + 8
    var top = top + 4
    writeLines(
      chart.kind == .histogram ? ChartWording.countAxis : chart.y.title(exponent: yTicks.exponent),
      from: &top, base: 14, class: "rk-axis-title")
    let box = Box(x: left, y: top + 12, width: width - left - right, height: Self.height)
    let ticks =
      xTicks
      ?? Ticks(covering: x, isWhole: chart.x.isWhole) { ticks in
        let widest = Self.width(of: ticks.texts, size: Self.tickSize)
        return box.width / Double(ticks.intervals) > widest + 16
      }
    let plane = Plane(box: box, xTicks: ticks, yTicks: yTicks)
    for (value, text) in zip(yTicks.values, yTicks.texts) {
      rule(box.x, plane.y(value), box.x + box.width, plane.y(value), class: "rk-grid")
      write(text, x: box.x - 8, y: plane.y(value) + 4.5, anchor: "end", class: "rk-tick")
    }
    let bottom = box.y + box.height
    let widest = Self.width(of: ticks.texts, size: Self.tickSize)
    // Bins may be many, and then not every edge has its number.
    let stride = Int(bounded: ((widest + 10) * Double(ticks.intervals) / box.width).rounded(.up))
    for (index, (value, text)) in zip(ticks.values, ticks.texts).enumerated() {
      let isNumbered = index.isMultiple(of: max(1, stride))
      if xTicks == nil { rule(plane.x(value), box.y, plane.x(value), bottom, class: "rk-grid") }
      rule(plane.x(value), bottom, plane.x(value), bottom + (isNumbered ? 5 : 3), class: "rk-axis")
      if isNumbered {
        write(text, x: plane.x(value), y: bottom + 20, anchor: "middle", class: "rk-tick")
      }
    }
    let zero = yTicks.domain.contains(0) ? plane.y(0) : bottom
    rule(box.x, zero, box.x + box.width, zero, class: "rk-axis")
    if zero != bottom { rule(box.x, bottom, box.x + box.width, bottom, class: "rk-axis") }
    rule(box.x, box.y, box.x, bottom, class: "rk-axis")
    write(
      Self.clipped(chart.x.title(exponent: ticks.exponent), width: width - 40),
      x: box.x + box.width / 2, y: bottom + 44, anchor: "middle", class: "rk-axis-title")
    return plane
  }

  private mutating func drawLine(_ place: Int, _ plane: Plane) {
    for run in chart.runsToDraw(place, columns: Int(bounded: plane.box.width)) {
      let points = run.map { (plane.x($0.x), plane.y($0.y)) }
      if points.count > 1 {
        stroke("polyline", [("points", SVGText.points(points))], series: place)
      } else if let (x, y) = points.first {
        mark(place, x: x, y: y)
      }
    }
  }

  private mutating func drawMarks(
    _ series: [Chart.Series], _ plane: Plane
  ) -> [(x: Double, y: Double, label: String?)] {
    var drawn: [(x: Double, y: Double, label: String?)] = []
    let isSmall = series.reduce(0) { $0 + $1.points.count } > Self.largeMarks
    for (place, own) in series.enumerated() {
      guard chart.kind == .scatter || own.points.count <= Chart.marksOfLine else { continue }
      var seen: Set<Int> = []
      for point in own.points {
        let (x, y) = (plane.x(point.x), plane.y(point.y))
        guard seen.count < Self.markLimit,
          seen.insert(Int(bounded: x) * 10_000 + Int(bounded: y)).inserted
        else {
          if !(point.label ?? "").isEmpty, drawn.count < Self.markLimit {
            drawn.append((x, y, point.label))
          }
          continue
        }
        mark(place, x: x, y: y, isSmall: isSmall)
        drawn.append((x, y, point.label))
      }
    }
    return drawn
  }

  private mutating func drawLabels(
    _ points: [(x: Double, y: Double, label: String?)], _ placer: inout LabelPlacer
  ) -> [String] {
    let labelled = points.filter { !($0.label ?? "").isEmpty }
    guard labelled.count <= Chart.labelLimit else { return [] }
    var left: [String] = []
    for point in labelled {
      let text = Self.clipped(point.label ?? "", width: 220)
      let box = placer.place(
        width: Self.width(of: text), height: 18,
        beside: Box(x: point.x - 7, y: point.y - 7, width: 14, height: 14), gap: (x: 3, y: 1),
        clearance: 10)
      if let box {
        // Towards its mark, since the true width is not known.
        let middle = box.x + box.width / 2
        let anchor = middle > point.x + 1 ? "start" : middle < point.x - 1 ? "end" : "middle"
        let x = anchor == "start" ? box.x : anchor == "end" ? box.x + box.width : middle
        write(text, x: x, y: box.y + 13.5, anchor: anchor, class: "rk-label")
      } else {
        left.append(text)
      }
    }
    return left.isEmpty ? [] : [ChartWording.unlabelled(left)]
  }

  private mutating func drawCrossings(_ plane: Plane, _ placer: inout LabelPlacer) -> [String] {
    let crossings = chart.crossings
    var notes: [String] = []
    for crossing in crossings.prefix(Self.crossingLimit) {
      let (x, y) = (plane.x(crossing.x), plane.y(crossing.y))
      rule(x, y + 6, x, plane.box.y + plane.box.height, class: "rk-cross rk-drop")
      circle(x: x, y: y, radius: 6, class: "rk-cross")
      let text = Figures.text(crossing.x, on: plane.xTicks.domain)
      let box = placer.place(
        width: Self.width(of: text) + 8, height: 20,
        beside: Box(x: x, y: plane.box.y + plane.box.height - 24, width: 0, height: 20),
        gap: (x: 4, y: 2), clearance: 4)
      if let box { write(text, x: box.x + 2, y: box.y + 15, class: "rk-strong") }
      notes.append(
        ChartWording.crossing(
          crossing, chart, x: text, y: Figures.text(crossing.y, on: plane.yTicks.domain)))
    }
    if crossings.count > Self.crossingLimit {
      notes.append(ChartWording.moreCrossings(crossings.count - Self.crossingLimit))
    }
    return notes
  }

  /// Names beside the ends of the lines; false where there is no room.
  private mutating func writeNames(
    _ names: [String], _ series: [Chart.Series], _ plane: Plane
  ) -> Bool {
    let wanted = series.map { plane.y($0.points.last?.y ?? plane.yTicks.domain.lowerBound) }
    let range = plane.box.y...plane.box.y + plane.box.height
    guard let places = LabelPlacer.spread(wanted, distance: 18, within: range) else { return false }
    for (place, y) in places.enumerated() where !series[place].points.isEmpty {
      write(
        names[place], x: plane.box.x + plane.box.width + 10, y: y + 5,
        class: "rk-strong rk-f\(Self.colour(place))")
    }
    return true
  }

  mutating func legend(_ names: [String], from top: Double) -> Double {
    var (x, y) = (Self.margin, top)
    for (place, name) in names.enumerated() where !name.isEmpty {
      let width = Self.width(of: name) + 46
      if x > Self.margin, x + width > self.width - Self.margin { (x, y) = (Self.margin, y + 22) }
      switch chart.kind {
      case .lines: stroke("line", Self.ends(x, y + 10, x + 24, y + 10), series: place)
      case .scatter: mark(place, x: x + 12, y: y + 10)
      case .bars, .histogram: rectangle(x: x + 5, y: y + 3, width: 14, height: 14, series: place)
      }
      write(name, x: x + 30, y: y + 15, class: "rk-label")
      x += width
    }
    return y + 26
  }
}
