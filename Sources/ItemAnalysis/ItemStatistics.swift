import RealModule

/// What the marks of a class say of one question, by the definitions of Moodle's quiz statistics
/// report (Moodle developer documentation, "Quiz statistics calculations").
public struct ItemStatistics: Hashable, Sendable {
  public var name: String
  /// Points of a full answer.
  public var maximum: Double
  /// In points.
  public var mean: Double?
  /// The mean's share of the maximum, from 0, hard, to 1, easy; nil where the maximum is 0.
  public var facilityIndex: Estimate
  /// In points, with n − 1; nil where a question counts for nothing: its maximum is 0, and all have
  /// the same.
  public var standardDeviation: Double?
  /// In percent: the correlation of this question's marks with those for all the others together.
  /// Nil where either are all the same.
  public var discriminationIndex: Estimate
  /// In percent: their covariance, of the greatest that it could be with the same marks given to
  /// other students. Nil where either are all the same.
  public var discriminativeEfficiency: Double?
  /// In percent of all questions: `100 · √Cov(x, X) / Σ √Cov(xⱼ, X)` of marks x and totals X. Nil
  /// where the covariance is negative, which the sum leaves out.
  public var effectiveWeight: Double?
  /// How often marks occur, from the lowest.
  public var distribution: [ScoreCount]

  init(_ moments: ItemMoments, _ marks: ScaledMarks, effectiveWeight: Double?) {
    let item = marks.items[moments.index]
    name = item.name
    maximum = item.maximum
    mean = moments.own.mean.flatMap(marks.points)
    facilityIndex = Estimate(item.maximum == 0 ? nil : mean.flatMap { ($0 / item.maximum).finite })
    let countsForNothing = item.maximum == 0 && !moments.own.isSpread
    standardDeviation = countsForNothing ? nil : moments.own.deviation.flatMap(marks.points)
    discriminationIndex = Estimate(moments.correlation.map { 100 * $0 })
    discriminativeEfficiency = moments.efficiency.map { 100 * $0 }
    self.effectiveWeight = effectiveWeight
    distribution = ScoreCount.counts(ofSorted: moments.sorted).compactMap { entry in
      marks.points(entry.score).map { ScoreCount(score: $0, count: entry.count) }
    }
  }
}

/// How many students have the same points.
public struct ScoreCount: Hashable, Sendable {
  /// In points.
  public var score: Double
  public var count: Int

  public init(score: Double, count: Int) {
    self.score = score
    self.count = count
  }

  static func counts(ofSorted values: [Double]) -> [ScoreCount] {
    var counts: [ScoreCount] = []
    for value in values {
      if let last = counts.last, last.score == value {
        counts[counts.count - 1].count += 1
      } else {
        counts.append(ScoreCount(score: value, count: 1))
      }
    }
    return counts
  }
}
