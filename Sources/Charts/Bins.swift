import Diagnostics

/// The bins of a histogram, all of one round width (1, 2 or 5 times a power of ten).
///
/// Without a number asked for, there are as many as by the rule of Freedman and Diaconis (On the
/// histogram as a density estimator, 1981), whose width is twice the distance between the quartiles
/// over the cube root of the count, or by that of Sturges (log2 of the count, and one), whichever
/// has more, as NumPy does it: the first has too few for few numbers. The width is then made
/// round, for at most 30 bins.
struct Bins: Hashable, Sendable {
  /// Edges, one more than there are bins. A number on an edge belongs to the bin above it, save
  /// the last.
  let edges: Ticks
  /// How many numbers lie in each.
  let counts: [Int]

  /// Whose number of bins it is.
  enum Rule: Hashable, Sendable { case asked, freedmanDiaconis, sturges }

  let rule: Rule

  static let mostBins = 30

  /// Nil where there are no numbers. `numbers` are finite.
  init?(_ numbers: [Double], wanted: Int? = nil) {
    let sorted = numbers.sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return nil }
    let span = greatest - least
    var steps = Self.sturges(sorted.count)
    var rule = Rule.sturges
    let spread = Self.quantile(sorted, 0.75) - Self.quantile(sorted, 0.25)
    if let wanted {
      steps = wanted
      rule = .asked
    } else if spread > 0 {
      let bins = Int(
        bounded: min(Double(Self.mostBins), span / (2 * spread / Self.cubeRoot(sorted.count))))
      if bins > steps { (steps, rule) = (bins, .freedmanDiaconis) }
    }
    self.rule = rule
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

  /// One more than the binary logarithm, which is rounded up.
  private static func sturges(_ count: Int) -> Int {
    1 + Int.bitWidth - (count - 1).leadingZeroBitCount
  }

  private static func cubeRoot(_ count: Int) -> Double {
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root - Double(count)) / (3 * root * root) }
    return root
  }

  /// By linear interpolation between neighbours, as most programs have it.
  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let index = Int(bounded: place)
    guard index + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[index] + (sorted[index + 1] - sorted[index]) * (place - Double(index))
  }
}
