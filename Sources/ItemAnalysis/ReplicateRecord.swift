import RealModule

/// What the resamples of a class have come to, on the scales on which intervals are laid out.
struct ReplicateRecord {
  var mean: Spread
  var medians: [Double] = []
  var logDeviation: Spread
  var skewnesses: [Double] = []
  var kurtoses: [Double] = []
  var logErrorRatio: Spread
  var logStandardError: Spread
  var itemMeans: [Spread]
  var fisherZ: [Spread]

  private let sample: ResampledClass

  init(_ sample: ResampledClass, count: Int) {
    self.sample = sample
    let own = sample.statistics([Double](repeating: 1, count: sample.studentCount))
    mean = Spread(around: sample.totalMean)
    let logOwn = sample.totalDeviation > 0 ? Double.log(sample.totalDeviation) : .nan
    logDeviation = Spread(around: logOwn)
    let ratio = own.errorRatio.map { $0 > 0 ? Double.log($0) : .nan } ?? .nan
    logErrorRatio = Spread(around: ratio)
    logStandardError = Spread(around: ratio + logOwn - Double.log(100))
    itemMeans = sample.itemMeans.map { Spread(around: $0) }
    fisherZ = own.correlations.map { Spread(around: $0.map(Self.fisherZ) ?? .nan) }
    medians.reserveCapacity(count)
    skewnesses.reserveCapacity(count)
    kurtoses.reserveCapacity(count)
  }

  mutating func add(_ statistics: ResampledClass.Statistics) {
    mean.add(sample.totalMean + statistics.mean)
    medians.append(sample.totalMean + statistics.median)
    if let skewness = statistics.skewness { skewnesses.append(skewness) }
    if let kurtosis = statistics.kurtosis { kurtoses.append(kurtosis) }
    if let share = statistics.deviation {
      let logDeviation = Double.log(share) + Double.log(sample.totalDeviation)
      self.logDeviation.add(logDeviation)
      if let ratio = statistics.errorRatio, ratio > 0 {
        logErrorRatio.add(Double.log(ratio))
        logStandardError.add(Double.log(ratio) + logDeviation - Double.log(100))
      }
    }
    for item in itemMeans.indices {
      itemMeans[item].add(sample.itemMeans[item] + statistics.itemMeans[item])
      if let correlation = statistics.correlations[item] {
        fisherZ[item].add(Self.fisherZ(correlation))
      }
    }
  }

  /// Fisher's z of a correlation; of a perfect one, which has none, that of 0.999.
  private static func fisherZ(_ correlation: Double) -> Double {
    Double.atanh(min(0.999, max(-0.999, correlation)))
  }
}

/// How far numbers lie apart, summed up as they come.
struct Spread {
  /// The estimate of which they are replicates; NaN where it is not defined.
  let origin: Double
  private(set) var count = 0
  private var sum = 0.0
  private var squares = 0.0

  init(around origin: Double) { self.origin = origin }

  mutating func add(_ value: Double) {
    let difference = value - origin
    guard difference.isFinite else { return }
    count += 1
    sum += difference
    squares += difference * difference
  }

  /// Their standard deviation; nil of fewer than two.
  var deviation: Double? {
    guard count > 1 else { return nil }
    let n = Double(count)
    return Double.sqrt(max(0, squares - sum * sum / n) / (n - 1))
  }
}
