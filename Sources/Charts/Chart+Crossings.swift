extension Chart {
  /// Where two lines of a chart change places.
  public struct Crossing: Hashable, Sendable {
    public var first: String
    public var second: String
    /// In the unit of its axis, between two samples by interpolation.
    public var x: Double
    public var y: Double
  }

  /// The crossings of every two lines, from left to right, for series whose `x` increases. Between
  /// two samples a line is taken as straight; lines that only touch do not cross.
  public var crossings: [Crossing] {
    guard kind == .lines else { return [] }
    let lines = series.prefix(Self.seriesLimit).map { runs(of: $0) }
    var found: [Crossing] = []
    for first in lines.indices {
      for second in lines.indices.dropFirst(first + 1) {
        for one in lines[first] {
          found += lines[second].flatMap { Self.crossings(one, $0) }.map {
            Crossing(first: series[first].name, second: series[second].name, x: $0, y: $1)
          }
        }
      }
    }
    return found.sorted { $0.x < $1.x }
  }

  /// The pieces of a line between its gaps; none where `x` goes back.
  private func runs(of series: Series) -> [[Point]] {
    let points = series.points.filter(isDrawn)
    let isIncreasing = zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x }
    let runs = series.points.split { !isDrawn($0) }.map(Array.init)
    return isIncreasing && runs.count <= 100 ? runs : []
  }

  private static func crossings(_ one: [Point], _ other: [Point]) -> [(Double, Double)] {
    var found: [(Double, Double)] = []
    var last: (x: Double, difference: Double)?
    var (i, j) = (0, 0)
    while i < one.count, j < other.count, found.count < 100 {
      let x = max(one[i].x, other[j].x)
      // Each line is known from its first point on.
      guard let left = height(one, i, at: x), let right = height(other, j, at: x) else {
        if one[i].x < x { i += 1 } else { j += 1 }
        continue
      }
      let difference = left - right
      if difference != 0 {
        if let last, last.difference.sign != difference.sign {
          let share = last.difference / (last.difference - difference)
          let place = last.x + (x - last.x) * share
          if let y = value(of: one, at: place) { found.append((place, y)) }
        }
        last = (x, difference)
      }
      let next = min(
        i + 1 < one.count ? one[i + 1].x : .infinity,
        j + 1 < other.count ? other[j + 1].x : .infinity)
      if next.isInfinite { break }
      if i + 1 < one.count, one[i + 1].x <= next { i += 1 }
      if j + 1 < other.count, other[j + 1].x <= next { j += 1 }
    }
    return found
  }

  /// The height of a line at `x`, which lies at or after its point `index`.
  private static func height(_ line: [Point], _ index: Int, at x: Double) -> Double? {
    if line[index].x == x { return line[index].y }
    guard line[index].x < x, index + 1 < line.count, line[index + 1].x >= x else { return nil }
    let (left, right) = (line[index], line[index + 1])
    return left.y + (right.y - left.y) * ((x - left.x) / (right.x - left.x))
  }

  private static func value(of line: [Point], at x: Double) -> Double? {
    line.lastIndex { $0.x <= x }.flatMap { height(line, $0, at: x) }
  }
}
