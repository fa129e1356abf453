import RealModule

/// Mean and spread of some numbers, in two passes.
struct Moments {
  let count: Int
  /// Nil where there are none.
  let mean: Double?
  /// With n − 1, and 0 of equal numbers; nil of fewer than two.
  let deviation: Double?
  /// How far each lies from the mean; all 0 where they are equal.
  let deviations: [Double]

  /// - Parameter tolerance: numbers that lie no further apart are equal.
  init(_ values: [Double], tolerance: Double = 0) {
    count = values.count
    guard let first = values.first, let least = values.min(), let greatest = values.max() else {
      (mean, deviation, deviations) = (nil, nil, [])
      return
    }
    // From the first on, the mean of equal numbers is that number.
    let isEqual = greatest - least <= tolerance
    let mean = isEqual ? first : first + values.reduce(0) { $0 + ($1 - first) } / Double(count)
    self.mean = mean
    deviations = values.map { isEqual ? 0 : $0 - mean }
    let squares = deviations.reduce(0) { $0 + $1 * $1 }
    deviation = count > 1 ? Double.sqrt(squares / Double(count - 1)) : nil
  }

  /// Whether there is a spread to divide by.
  var isSpread: Bool { (deviation ?? 0) > 0 }

  /// Mean of a power of the deviations, each divided by the standard deviation.
  private func power(_ exponent: Int) -> Double {
    guard let deviation, deviation > 0 else { return 0 }
    return deviations.reduce(0) { sum, own in
      let score = own / deviation
      return sum + (exponent == 3 ? score * score * score : score * score * score * score)
    } / Double(count)
  }

  /// `k3 / k2^1.5`; nil of fewer than three, and of equal numbers.
  var skewness: Double? {
    count > 2 && isSpread ? Self.skewness(Double(count), third: power(3)) : nil
  }

  /// `k4 / k2^2`; nil of fewer than four, and of equal numbers.
  var kurtosis: Double? {
    guard count > 3, isSpread else { return nil }
    let n = Double(count)
    return Self.kurtosis(n, second: (n - 1) / n, fourth: power(4))
  }

  /// From the mean third power of scores whose k2 is 1.
  static func skewness(_ n: Double, third: Double) -> Double { n * n * third / ((n - 1) * (n - 2)) }

  /// From the mean second and fourth powers of scores whose k2 is 1.
  static func kurtosis(_ n: Double, second: Double, fourth: Double) -> Double {
    n * n * ((n + 1) * fourth - 3 * (n - 1) * second * second) / ((n - 1) * (n - 2) * (n - 3))
  }

  /// The correlation of two; 0 where it is too near to it to be told from rounding, nil where one
  /// of them has no spread.
  func correlation(with other: Moments) -> Double? {
    guard isSpread, other.isSpread, let own = deviation, let others = other.deviation else {
      return nil
    }
    let sum = zip(deviations, other.deviations).reduce(0) { $0 + ($1.0 / own) * ($1.1 / others) }
    let result = min(1, max(-1, sum / Double(count - 1)))
    return abs(result) < 1e-13 ? 0 : result
  }
}

/// What is computed of one item before it is put in proportion to the others.
struct ItemMoments {
  let index: Int
  let own: Moments
  /// The marks from the lowest.
  let sorted: [Double]
  /// Of the item's marks with the rest of the totals.
  let correlation: Double?
  /// Their covariance, of the greatest that is possible.
  let efficiency: Double?
  /// The root of the covariance with the totals, in units of marks; nil where that is negative.
  let rootCovariance: Double?

  init(_ marks: ScaledMarks, item: Int, totals: Moments) {
    index = item
    let column = marks.marks(of: item)
    own = Moments(column)
    sorted = column.sorted()
    let rests = marks.rests(without: item)
    let rest = Moments(rests, tolerance: marks.restTolerance(without: item))
    let correlation = own.correlation(with: rest)
    self.correlation = correlation
    // Both in order: the greatest covariance that the same numbers can have.
    let greatest = Moments(sorted).correlation(
      with: Moments(rests.sorted(), tolerance: marks.restTolerance(without: item)))
    efficiency = greatest.flatMap { greatest in
      greatest == 0 ? nil : correlation.flatMap { ($0 / greatest).finite }
    }
    switch own.correlation(with: totals) {
    case nil: rootCovariance = own.count > 1 ? 0 : nil
    case let share? where share < 0: rootCovariance = nil
    case let share?: rootCovariance = Double.sqrt(share * (own.deviation ?? 0))
    }
  }
}
