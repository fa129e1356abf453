extension Chart {
  /// The chart in words, for those who do not see it: what it is of, its values as far as they are
  /// few, and what stands under it.
  public var description: String {
    var sentences = [ChartWording.kind(self)]
    switch kind {
    case .scatter, .lines:
      if let ranges = ownRanges(drawn) {
        sentences.append(ChartWording.range(x, ranges.x))
        sentences.append(ChartWording.range(y, ranges.y))
      }
    case .bars, .histogram: break
    }
    for series in drawn {
      let values = Figures.texts(series.points.map(\.y))
      let points = zip(series.points, values).prefix(ChartWording.describedPoints)
      switch kind {
      case .bars where series.points.count <= ChartWording.describedPoints,
        .scatter where series.points.count <= ChartWording.describedPoints:
        let said = points.map { point, value in
          let place =
            kind == .bars
            ? y.text(value) : "\(x.text(Figures.texts([point.x])[0])), \(y.text(value))"
          return "\(point.label ?? ""): \(place)"
        }
        sentences.append(
          (series.name.isEmpty ? "" : series.name + ": ") + said.joined(separator: "; ") + ".")
      case .lines:
        if let first = series.points.first, let last = series.points.last {
          sentences.append(ChartWording.line(series.name, from: first, to: last, self))
        }
      case .bars, .scatter, .histogram: break
      }
    }
    return (sentences + crossingSentences + notes).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Where lines cross.
  var crossingSentences: [String] {
    let (xs, ys) = crossingDomains
    return crossings.prefix(ChartWording.describedPoints).map { crossing in
      ChartWording.crossing(
        crossing, self, x: Figures.text(crossing.x, on: xs), y: Figures.text(crossing.y, on: ys))
    }
  }

  /// What the crossings are rounded by.
  private var crossingDomains: (ClosedRange<Double>, ClosedRange<Double>) {
    guard let ranges = ranges(drawn) else { return (0...1, 0...1) }
    return (Ticks(covering: ranges.x, steps: 5).domain, Ticks(covering: ranges.y, steps: 5).domain)
  }
}
