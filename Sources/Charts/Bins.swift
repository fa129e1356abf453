import Quantities

/// The bins of a histogram, all of one round width (1, 2 or 5 times a power of ten).
///
/// Without a number asked for, the width is that of Freedman and Diaconis (On the histogram as a
/// density estimator, 1981), twice the distance between the quartiles over the cube root of the
/// count, or where the quartiles are equal that of Sturges (log2 of the count, and one); it is
/// then made round, for at most 30 bins.
struct Bins: Hashable, Sendable {
  /// Edges, one more than there are bins. A number on an edge belongs to the bin above it, save
  /// the last.
  let edges: Ticks
  /// How many numbers lie in each.
  let counts: [Int]

  static let mostBins = 30

  /// Nil where there are no numbers. `numbers` are finite.
  init?(_ numbers: [Double], wanted: Int? = nil) {
    let sorted = numbers.sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return nil }
    let span = greatest - least
    var steps = Self.sturges(sorted.count)
    let spread = Self.quantile(sorted, 0.75) - Self.quantile(sorted, 0.25)
    if let wanted {
      steps = wanted
    } else if spread > 0 {
      steps = Int(min(Double(Self.mostBins), span / (2 * spread / Self.cubeRoot(sorted.count))))
    }
    // Of a width that is made round there may be one more; what is asked for is not gone beyond.
    let most = wanted.map { min($0, 100) } ?? min(steps + 1, Self.mostBins)
    edges = Ticks(covering: least...greatest, steps: most)
    var counts = [Int](repeating: 0, count: edges.intervals)
    let places = edges.values
    var bin = 0
    for number in sorted {
      while bin + 1 < counts.count, number >= places[bin + 1] { bin += 1 }
      counts[bin] += 1
    }
    self.counts = counts
  }

  private static func sturges(_ count: Int) -> Int {
    var (bins, reach) = (1, 1)
    while reach < count {
      reach *= 2
      bins += 1
    }
    return bins
  }

  private static func cubeRoot(_ count: Int) -> Double {
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root - Double(count)) / (3 * root * root) }
    return root
  }

  /// By linear interpolation between neighbours, as most programs have it.
  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[index] + (sorted[index + 1] - sorted[index]) * (place - Double(index))
  }
}
