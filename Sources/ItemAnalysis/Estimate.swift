/// A statistic of a class, with the range in which it would lie for the students of whom these are
/// a sample.
public struct Estimate: Hashable, Sendable {
  /// Nil where it is not defined.
  public var value: Double?
  /// Nil where there is none to be had: of few students, and of numbers that are all the same.
  public var interval: ConfidenceInterval?

  public init(_ value: Double?, interval: ConfidenceInterval? = nil) {
    self.value = value?.finite
    self.interval = interval
  }
}

/// A range that is meant to hold the true value in 95 of 100 classes.
public struct ConfidenceInterval: Hashable, Sendable {
  public var low: Double
  public var high: Double

  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Cut to what is possible.
  func within(_ range: ClosedRange<Double>) -> ConfidenceInterval {
    ConfidenceInterval(
      low: min(max(low, range.lowerBound), range.upperBound),
      high: min(max(high, range.lowerBound), range.upperBound))
  }

  /// Widened so that it holds a value.
  func holding(_ value: Double?) -> ConfidenceInterval {
    guard let value else { return self }
    return ConfidenceInterval(low: min(low, value), high: max(high, value))
  }

  /// Nil where an end is no number.
  var finite: ConfidenceInterval? { low.isFinite && high.isFinite ? self : nil }
}

extension Double {
  /// Nil for what is no number or infinite.
  var finite: Double? { isFinite ? self : nil }
}
