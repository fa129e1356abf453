import Charts
import Diagnostics
import ItemAnalysis

/// How many students have which points, as a chart.
///
/// Scores of a test have few values, a step apart; there a bar for each says more than a
/// histogram, whose bins may hold two values or one.
enum ScoreChart {
  /// Bars that a distribution has at most.
  private static let mostBars = 25
  /// Steps in which points are given, in hundredths.
  private static let steps = [100, 50, 25, 20, 10, 5, 1]

  /// Nil where nobody has points.
  ///
  /// - Parameter isOfTotals: whether many scores are possible, so that those that occur say less
  ///   than their neighbourhood.
  static func chart(
    _ distribution: [ScoreCount], title: String, isOfTotals: Bool = false
  ) -> Chart? {
    guard let first = distribution.first, let last = distribution.last else { return nil }
    if let bars = regular(distribution) ?? (isOfTotals ? nil : irregular(distribution)) {
      let points = bars.map { score, count in
        Chart.Point(x: 0, y: Double(count), label: Figure.points(score))
      }
      return Chart(
        .bars, title: title, y: Chart.Axis(title, isWhole: true),
        series: [Chart.Series(points: points)])
    }
    let points = distribution.flatMap { entry in
      [Chart.Point](repeating: Chart.Point(x: entry.score, y: 0), count: entry.count)
    }
    guard last.score > first.score else { return nil }
    return Chart(
      .histogram, title: title, x: Chart.Axis("Points"), series: [Chart.Series(points: points)])
  }

  /// Every score from the lowest to the highest with its count; nil where there are too many.
  private static func regular(_ distribution: [ScoreCount]) -> [(Double, Int)]? {
    // Of totals that differ by what rounding leaves, one is meant.
    var counts: [Int: Int] = [:]
    for entry in distribution {
      let hundredths = entry.score * 100
      guard abs(hundredths) < 1e9, abs(hundredths - hundredths.rounded()) < 1e-6 else {
        return nil
      }
      counts[Int(bounded: hundredths.rounded()), default: 0] += entry.count
    }
    guard let low = counts.keys.min(), let high = counts.keys.max(),
      let step = steps.first(where: { step in
        counts.keys.allSatisfy { $0.isMultiple(of: step) }
      })
    else { return nil }
    guard (high - low) / step < mostBars else { return nil }
    return stride(from: low, through: high, by: step).map { (Double($0) / 100, counts[$0] ?? 0) }
  }

  /// A bar for each score there is, where these are few.
  private static func irregular(_ distribution: [ScoreCount]) -> [(Double, Int)]? {
    distribution.count <= mostBars / 2 ? distribution.map { ($0.score, $0.count) } : nil
  }
}
