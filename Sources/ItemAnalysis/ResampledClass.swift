import RealModule

/// A class whose statistics are computed anew for each student counted any number of times.
struct ResampledClass {
  let studentCount: Int
  let itemCount: Int
  /// Of the class itself.
  let totalMean: Double
  let totalDeviation: Double
  let itemMeans: [Double]
  /// Marks less their means, row by row.
  private let marks: [Double]
  /// Totals less their mean.
  private let totals: [Double]
  private let sortedTotals: [Double]
  /// Students by their totals, the lowest first.
  private let order: [Int]
  /// Of the class itself, with n: what a resample's are measured by.
  private let itemVariances: [Double]
  private let restVariances: [Double]

  /// A variance that is less than this share of the class's own is that of equal numbers.
  private static let least = 1e-10

  init(_ items: [Moments], _ totals: Moments) {
    let count = totals.count
    studentCount = count
    itemCount = items.count
    totalMean = totals.mean ?? 0
    totalDeviation = totals.deviation ?? 0
    itemMeans = items.map { $0.mean ?? 0 }
    marks = (0..<count).flatMap { row in items.map { $0.deviations[row] } }
    self.totals = totals.deviations
    order = totals.deviations.indices.sorted {
      (totals.deviations[$0], $0) < (totals.deviations[$1], $1)
    }
    sortedTotals = order.map { totals.deviations[$0] }
    let n = Double(max(1, count))
    itemVariances = items.map { $0.deviations.reduce(0) { $0 + $1 * $1 } / n }
    restVariances = items.map { item in
      zip(totals.deviations, item.deviations).reduce(0) { sum, pair in
        let rest = pair.0 - pair.1
        return sum + rest * rest
      } / n
    }
  }

  /// What one resample comes to; nil where it is not defined.
  struct Statistics {
    /// Less the class's own.
    var mean = 0.0
    var median = 0.0
    /// As a share of the class's own.
    var deviation: Double?
    var skewness: Double?
    var kurtosis: Double?
    /// In percent.
    var errorRatio: Double?
    /// Less the class's own.
    var itemMeans: [Double] = []
    /// From −1 to 1.
    var correlations: [Double?] = []
  }

  /// Sums over the students of a resample.
  private struct Sums {
    /// Of scores, whose standard deviation is 1, and of their powers.
    var scores = (0.0, 0.0, 0.0, 0.0)
    /// Of an item's marks, their squares, and their products with the totals.
    var items: [(Double, Double, Double)]
  }

  /// - Parameter weights: how often each student is in the resample; their sum is that of the class.
  func statistics(_ weights: [Double]) -> Statistics {
    let n = Double(studentCount)
    let sums = sums(weights)
    var result = Statistics()
    let scale = totalDeviation > 0 ? totalDeviation : 1
    let q = (sums.scores.0 / n, sums.scores.1 / n, sums.scores.2 / n, sums.scores.3 / n)
    let second = q.1 - q.0 * q.0
    result.mean = q.0 * scale
    result.median = median(weights)
    result.itemMeans = sums.items.map { $0.0 / n }
    let variances = sums.items.map { max(0, $0.1 / n - $0.0 / n * ($0.0 / n)) }
    if totalDeviation > 0, second > Self.least {
      let third = q.2 - 3 * q.0 * q.1 + 2 * q.0 * q.0 * q.0
      let fourth = q.3 - 4 * q.0 * q.2 + 6 * q.0 * q.0 * q.1 - 3 * q.0 * q.0 * q.0 * q.0
      let k2 = n * second / (n - 1)
      let deviation = Double.sqrt(k2)
      result.deviation = deviation
      if studentCount > 2 {
        result.skewness = Moments.skewness(n, third: third) / (k2 * deviation)
      }
      if studentCount > 3 {
        result.kurtosis = Moments.kurtosis(n, second: second, fourth: fourth) / (k2 * k2)
      }
      if itemCount > 1 {
        let share = variances.reduce(0) { $0 + $1 / scale / scale } / second
        let alpha = Bootstrap.alpha(items: itemCount, varianceShare: share)
        result.errorRatio = 100 * Double.sqrt(max(0, 1 - alpha / 100))
      }
    }
    let totalVariance = second * scale * scale
    result.correlations = variances.indices.map { item in
      let own = variances[item]
      let sums = sums.items[item]
      let withTotal = sums.2 / n - sums.0 / n * result.mean
      let rest = totalVariance - 2 * withTotal + own
      guard own > Self.least * itemVariances[item], rest > Self.least * restVariances[item],
        own > 0, rest > 0
      else { return nil }
      return min(1, max(-1, (withTotal - own) / Double.sqrt(own) / Double.sqrt(rest)))
    }
    return result
  }

  private func sums(_ weights: [Double]) -> Sums {
    var sums = Sums(items: [(Double, Double, Double)](repeating: (0, 0, 0), count: itemCount))
    let scale = totalDeviation > 0 ? totalDeviation : 1
    weights.withUnsafeBufferPointer { weights in
      marks.withUnsafeBufferPointer { marks in
        sums.items.withUnsafeMutableBufferPointer { items in
          for row in 0..<studentCount {
            let weight = weights[row]
            if weight == 0 { continue }
            let total = totals[row]
            let score = total / scale
            let square = score * score
            sums.scores.0 += weight * score
            sums.scores.1 += weight * square
            sums.scores.2 += weight * square * score
            sums.scores.3 += weight * square * square
            let start = row * itemCount
            for item in 0..<itemCount {
              let mark = marks[start + item]
              let weighted = weight * mark
              items[item].0 += weighted
              items[item].1 += weighted * mark
              items[item].2 += weighted * total
            }
          }
        }
      }
    }
    return sums
  }

  /// The mean of the middle two, or the middle one.
  private func median(_ weights: [Double]) -> Double {
    let count = studentCount
    let (low, high) = (Double((count + 1) / 2), Double(count / 2 + 1))
    var seen = 0.0
    var lower: Double?
    for (place, student) in order.enumerated() where weights[student] > 0 {
      seen += weights[student]
      if lower == nil, seen >= low { lower = sortedTotals[place] }
      if seen >= high { return ((lower ?? 0) + sortedTotals[place]) / 2 }
    }
    return lower ?? 0
  }
}
