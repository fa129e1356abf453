/// Statistics of numbers without missing ones.
enum Statistics {
  /// Nil where there are too few numbers. The standard deviation and variance divide by n - 1,
  /// as pandas does.
  static func aggregate(_ name: String, _ numbers: [Double]) -> Double? {
    let count = Double(numbers.count)
    switch name {
    case "sum": return sum(numbers)
    case "mean": return numbers.isEmpty ? nil : sum(numbers) / count
    case "min": return numbers.min()
    case "max": return numbers.max()
    case "median":
      guard !numbers.isEmpty else { return nil }
      let sorted = numbers.sorted()
      let middle = sorted.count / 2
      return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    case "std", "var":
      guard count > 1 else { return nil }
      let mean = sum(numbers) / count
      let variance = sum(numbers.map { ($0 - mean) * ($0 - mean) }) / (count - 1)
      return name == "var" ? variance : variance.squareRoot()
    default: preconditionFailure("No statistic \(name).")
    }
  }

  /// Neumaier's compensated summation: the order of the numbers does not show.
  static func sum(_ numbers: [Double]) -> Double {
    var total = 0.0
    var lost = 0.0
    for number in numbers {
      let next = total + number
      lost += abs(total) >= abs(number) ? (total - next) + number : (number - next) + total
      total = next
    }
    return total + lost
  }
}

/// A statistic by the name of its function, such as `mean`; nil where there is none of that name,
/// or the numbers are too few. None of them may be missing.
public func statistic(_ name: String, of numbers: [Double]) -> Double? {
  ["sum", "mean", "median", "std", "var", "min", "max"].contains(name)
    ? Statistics.aggregate(name, numbers) : nil
}
