extension Chart {
  /// Points of a series that are told one by one at most; of more, the least and the greatest are.
  private static let mostTold = 40

  /// The chart as sentences, a line each, for those who hear it: what it is of, its axes, its
  /// points, the least and the greatest, how it goes, and what stands under it.
  public var sentences: [String] {
    let isSaid = isTitledByAxis || ChartWording.kind(self).contains(title)
    let heading = title.isEmpty || isSaid && !isEmpty ? [] : [title + "."]
    if isEmpty { return heading + [ChartWording.empty] + notes }
    var sentences = heading + [ChartWording.kind(self)]
    if kind != .histogram, kind != .bars, let ranges = ownRanges(drawn) {
      sentences += [ChartWording.range(x, ranges.x), ChartWording.range(y, ranges.y)]
    }
    switch kind {
    case .histogram: sentences += binSentences
    case .bars, .scatter, .lines: sentences += drawn.flatMap(self.sentences)
    }
    return sentences + crossingSentences + notes
  }

  private var binSentences: [String] {
    guard let bins = histogram else { return [] }
    let texts = bins.edges.texts
    return bins.counts.enumerated().map { index, count in
      ChartWording.bin(x.text("\(texts[index]) to \(texts[index + 1])"), count: count)
    }
  }

  private func sentences(of series: Series) -> [String] {
    let points = series.points
    let values = Figures.texts(points.map(\.y))
    let places = kind == .bars ? [] : Figures.texts(points.map(\.x))
    func name(_ index: Int) -> String {
      if let label = points[index].label, !label.isEmpty { return label }
      return kind == .bars ? ChartWording.row(index) : x.text(places[index])
    }
    var told: [String] = []
    let isFew = points.count <= Self.mostTold
    if isFew {
      told = points.indices.map { index in
        let isNamed = kind == .bars || points[index].label?.isEmpty == false
        let place = kind == .scatter && isNamed ? x.text(places[index]) + ", " : ""
        return "\(isNamed ? "" : "at ")\(name(index)): \(place)\(y.text(values[index]))"
      }
    } else if kind == .lines, let first = points.first, let last = points.last {
      told = [ChartWording.line("", from: first, to: last, self)]
    }
    let head = series.name.isEmpty ? "" : series.name + ": "
    var sentences = told.isEmpty ? [] : [head + told.joined(separator: "; ") + (isFew ? "." : "")]
    let order = points.indices.sorted { points[$0].y < points[$1].y }
    if let least = order.first, let greatest = order.last, order.count > 2,
      points[least].y < points[greatest].y
    {
      sentences.append(
        head
          + ChartWording.extremes(
            of: y, least: (y.text(values[least]), name(least)),
            greatest: (y.text(values[greatest]), name(greatest))))
    }
    if let trend = trend(of: points, name: name) { sentences.append(head + trend) }
    return sentences
  }

  /// How a line goes from left to right, and whether the points of a scatter chart rise on the whole.
  private func trend(of points: [Point], name: (Int) -> String) -> String? {
    guard points.count > 2 else { return nil }
    switch kind {
    case .bars, .histogram: return nil
    case .scatter: return correlation(points).map(ChartWording.tendency)
    case .lines:
      let steps = zip(points, points.dropFirst()).map { $1.y - $0.y }
      let turns = turns(steps)
      return turns.count > 3
        ? ChartWording.turnsOften
        : ChartWording.course(rises: steps.first { $0 != 0 }.map { $0 > 0 }, turns: turns.map(name))
    }
  }

  /// Places at which a line goes the other way.
  private func turns(_ steps: [Double]) -> [Int] {
    var turns: [Int] = []
    var last = 0.0
    for (index, step) in steps.enumerated() where step != 0 {
      if last * step < 0 { turns.append(index) }
      last = step > 0 ? 1 : -1
    }
    return turns
  }

  /// Pearson's coefficient; nil where all points lie above one place or on one height.
  private func correlation(_ points: [Point]) -> Double? {
    let count = Double(points.count)
    let x = points.reduce(0) { $0 + $1.x } / count
    let y = points.reduce(0) { $0 + $1.y } / count
    let (xx, yy, xy) = points.reduce((0.0, 0.0, 0.0)) { sums, point in
      let (dx, dy) = (point.x - x, point.y - y)
      return (sums.0 + dx * dx, sums.1 + dy * dy, sums.2 + dx * dy)
    }
    let spread = (xx * yy).squareRoot()
    return spread > 0 && spread.isFinite ? xy / spread : nil
  }
}
