import RealModule

/// What the marks of a class say of a test: its totals, its reliability, and each of its items.
///
/// The definitions are those of Moodle's quiz statistics report (Moodle developer documentation,
/// "Quiz statistics calculations"). What is not defined is nil: nothing of an empty table, no
/// spread of one student, no index of a question that all have answered alike. No number is NaN
/// or infinite. The work grows as n · log n with the number of students.
public struct TestStatistics: Hashable, Sendable {
  /// Students.
  public var count: Int
  /// Points that a full answer to everything gets.
  public var maximum: Double
  /// Of the totals, in points.
  public var highest: Double?
  /// Of the totals, in points.
  public var lowest: Double?
  /// Of the totals, in points.
  public var mean: Estimate
  /// Of the totals, in points; the mean of the middle two where their number is even.
  public var median: Estimate
  /// Of the totals, in points, with n − 1.
  public var standardDeviation: Estimate
  /// Of the totals: `k3 / k2^1.5`, a plain number. The k are Fisher's k-statistics. Of 3 students
  /// at least.
  public var skewness: Estimate
  /// Of the totals, excess: `k4 / k2^2`, a plain number, 0 for a normal distribution. Of 4
  /// students at least.
  public var kurtosis: Estimate
  /// In percent, also called the coefficient of internal consistency: `100 · p/(p − 1) ·
  /// (1 − Σ Var xᵢ / Var X)` of p items (Cronbach, Coefficient alpha and the internal structure of
  /// tests, Psychometrika 16, 1951). May be negative.
  public var cronbachAlpha: Estimate
  /// In percent: `100 · √(1 − α/100)`, the share of the standard deviation that chance makes.
  public var errorRatio: Estimate
  /// Of measurement, in points: error ratio times standard deviation.
  public var standardError: Estimate
  /// In the order of the table.
  public var items: [ItemStatistics]
  /// How often totals occur, from the lowest.
  public var distribution: [ScoreCount]
  /// Why no statistic has an interval; nil where they have.
  public var withoutIntervals: Reason?

  /// Why there are no intervals.
  public enum Reason: Hashable, Sendable {
    /// Fewer than `Bootstrap.fewestStudents`.
    case tooFewStudents
    /// They were not asked for, or would take too long.
    case notComputed
  }

  /// - `bootstrap`: how intervals are made; nil for none.
  public init(_ table: MarkTable, bootstrap: Bootstrap? = Bootstrap()) {
    let marks = ScaledMarks(table)
    let totals = Moments(marks.totals, tolerance: marks.totalTolerance)
    count = marks.count
    maximum = table.maximum.isFinite ? table.maximum : 0
    let sorted = marks.totals.sorted()
    highest = sorted.last.flatMap(marks.points)
    lowest = sorted.first.flatMap(marks.points)
    mean = Estimate(totals.mean.flatMap(marks.points))
    median = Estimate(Self.median(sorted).flatMap(marks.points))
    standardDeviation = Estimate(totals.deviation.flatMap(marks.points))
    skewness = Estimate(totals.skewness)
    kurtosis = Estimate(totals.kurtosis)
    distribution = ScoreCount.counts(ofSorted: sorted).compactMap { entry in
      marks.points(entry.score).map { ScoreCount(score: $0, count: entry.count) }
    }

    let columns = marks.items.indices.map { ItemMoments(marks, item: $0, totals: totals) }
    let alpha = Self.alpha(columns.map(\.own), totals)
    let ratio = alpha.map(Self.errorRatio)
    cronbachAlpha = Estimate(alpha)
    errorRatio = Estimate(ratio)
    standardError = Estimate(
      totals.deviation.flatMap { deviation in
        ratio.flatMap { marks.points($0 * deviation / 100) }
      })
    let weights = columns.map(\.rootCovariance)
    let largest = weights.compactMap { $0 }.max() ?? 0
    // Divided by the largest, no sum of them overflows.
    let sum = largest > 0 ? weights.reduce(0) { $0 + ($1 ?? 0) / largest } : 0
    items = zip(columns, weights).map { column, weight in
      ItemStatistics(
        column, marks,
        effectiveWeight: sum > 0 ? weight.map { 100 * ($0 / largest) / sum } : nil)
    }

    guard let bootstrap else {
      withoutIntervals = .notComputed
      return
    }
    guard count >= Bootstrap.fewestStudents else {
      withoutIntervals = .tooFewStudents
      return
    }
    guard let intervals = bootstrap.intervals(marks, columns.map(\.own), totals) else {
      withoutIntervals = .notComputed
      return
    }
    take(intervals, from: marks)
  }

  /// Moodle's formula; nil of one item, one student or equal totals.
  private static func alpha(_ items: [Moments], _ totals: Moments) -> Double? {
    guard items.count > 1, let deviation = totals.deviation, deviation > 0 else { return nil }
    let share = items.reduce(0) { sum, item in
      let ratio = (item.deviation ?? 0) / deviation
      return sum + ratio * ratio
    }
    return Bootstrap.alpha(items: items.count, varianceShare: share).finite
  }

  /// An alpha of 100 that is off by rounding is one of 100.
  private static func errorRatio(_ alpha: Double) -> Double {
    let rest = 1 - alpha / 100
    return rest < 1e-13 ? 0 : 100 * Double.sqrt(rest)
  }

  private static func median(_ sorted: [Double]) -> Double? {
    guard let last = sorted.last else { return nil }
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return sorted.count > 1 ? sorted[middle - 1] / 2 + sorted[middle] / 2 : last
  }

  private mutating func take(_ intervals: Bootstrap.Intervals, from marks: ScaledMarks) {
    func points(_ interval: ConfidenceInterval?) -> ConfidenceInterval? {
      guard let interval, let low = marks.points(interval.low),
        let high = marks.points(interval.high)
      else { return nil }
      return ConfidenceInterval(low: low, high: high)
    }
    // No mean lies outside of what can be had, where nobody does.
    let isUsual = (lowest ?? 0) >= 0 && (highest ?? 0) <= maximum
    mean.interval = points(intervals.mean).flatMap { isUsual ? $0.within(0...maximum) : $0 }
    median.interval = points(intervals.median)
    standardDeviation.interval = points(intervals.deviation)
    skewness.interval = intervals.skewness
    kurtosis.interval = intervals.kurtosis
    errorRatio.interval = intervals.errorRatio
    cronbachAlpha.interval =
      intervals.errorRatio.map { ratio in
        func alpha(_ ratio: Double) -> Double { 100 * (1 - ratio * ratio / 10_000) }
        return ConfidenceInterval(low: alpha(ratio.high), high: alpha(ratio.low))
      }?.finite
    standardError.interval = points(intervals.standardError)
    for index in items.indices {
      let item = items[index]
      let inPoints = points(intervals.itemMeans[index])
      if item.facilityIndex.value != nil, let inPoints {
        let share = ConfidenceInterval(
          low: inPoints.low / item.maximum, high: inPoints.high / item.maximum)
        let isUsual = item.distribution.allSatisfy { (0...1).contains($0.score / item.maximum) }
        items[index].facilityIndex.interval = (isUsual ? share.within(0...1) : share).finite
      }
      items[index].discriminationIndex.interval = intervals.discriminations[index].map {
        // Of a perfect correlation, whose z is that of one a little smaller.
        $0.holding(item.discriminationIndex.value)
      }
    }
  }
}
