import RealModule
import SeededRandom
import Testing

@testable import ItemAnalysis

/// How often intervals hold the true value, in classes that are drawn at random.
///
/// `Bootstrap` states what was measured with more classes; here there are as many as a test has
/// time for.
@Suite struct CoverageTests {
  /// A test of ten questions, of which each is right, half right or wrong.
  struct Model: Sendable {
    /// Of the questions, on the scale of ability, whose standard deviation is 1.
    var difficulties: ClosedRange<Double>

    static let usual = Model(difficulties: -1.5...1.5)
    static let easy = Model(difficulties: -3 ... -0.3)

    static let items = 10

    func draw(_ count: Int, _ random: inout SplitMix) -> MarkTable {
      var table = MarkTable(
        items: (0..<Self.items).map { MarkTable.Item(name: "\($0)", maximum: 1) })
      let step = (difficulties.upperBound - difficulties.lowerBound) / Double(Self.items - 1)
      for _ in 0..<count {
        let ability = Self.normal(&random)
        table.add(
          (0..<Self.items).map { item in
            let difficulty = difficulties.lowerBound + Double(item) * step
            let right = 1 / (1 + Double.exp(-1.2 * (ability - difficulty)))
            let drawn = Double.random(in: 0..<1, using: &random)
            if drawn < right { return 1 }
            return drawn < right + 0.25 && Bool.random(using: &random) ? 0.5 : 0
          })
      }
      return table
    }

    /// By the method of Box and Muller.
    private static func normal(_ random: inout SplitMix) -> Double {
      let radius = Double.sqrt(-2 * Double.log(1 - Double.random(in: 0..<1, using: &random)))
      return radius * Double.cos(2 * Double.pi * Double.random(in: 0..<1, using: &random))
    }
  }

  /// The statistics that have intervals, by name.
  static func estimates(_ statistics: TestStatistics) -> [(String, Estimate)] {
    [
      ("mean", statistics.mean), ("median", statistics.median),
      ("deviation", statistics.standardDeviation), ("skewness", statistics.skewness),
      ("kurtosis", statistics.kurtosis), ("alpha", statistics.cronbachAlpha),
      ("error", statistics.standardError),
      ("facility", statistics.items[Model.items / 2].facilityIndex),
      ("discrimination", statistics.items[Model.items / 2].discriminationIndex),
    ]
  }

  struct Coverage { var intervals = 0, holding = 0 }

  static func measure(
    _ model: Model, students: Int, classes: Int, replicates: Int, truth: [(String, Estimate)]
  ) -> [String: Coverage] {
    var random = SplitMix(seed: UInt64(students))
    var coverage: [String: Coverage] = [:]
    for index in 0..<classes {
      let statistics = TestStatistics(
        model.draw(students, &random),
        bootstrap: Bootstrap(seed: UInt64(index), replicates: replicates))
      for (found, expected) in zip(estimates(statistics), truth) {
        guard let interval = found.1.interval, let value = expected.1.value else { continue }
        coverage[found.0, default: Coverage()].intervals += 1
        if interval.low - 1e-9 <= value, value <= interval.high + 1e-9 {
          coverage[found.0, default: Coverage()].holding += 1
        }
      }
    }
    return coverage
  }

  @Test(arguments: [5, 8, 15, 30])
  func intervalsOfASmallClassHoldTheTrueValueAboutAsOftenAsTheySay(_ students: Int) throws {
    var random = SplitMix(seed: 1)
    let truth = Self.estimates(
      TestStatistics(Model.usual.draw(10_000, &random), bootstrap: nil))
    let coverage = Self.measure(
      .usual, students: students, classes: 120, replicates: 200, truth: truth)
    for name in ["mean", "facility", "alpha"] {
      let found = try #require(coverage[name])
      #expect(found.intervals > 100, "\(name): \(found)")
      // Of 120 classes, three standard errors below 95 %.
      #expect(Double(found.holding) >= 0.89 * Double(found.intervals), "\(name): \(found)")
    }
  }

  @Test func aLargeClassHasNarrowIntervals() throws {
    var random = SplitMix(seed: 7)
    let statistics = TestStatistics(
      Model.usual.draw(1000, &random), bootstrap: Bootstrap(replicates: 200))
    let alpha = try #require(statistics.cronbachAlpha.interval)
    #expect(alpha.high - alpha.low < 5)
    let mean = try #require(statistics.mean.interval)
    #expect(mean.high - mean.low < 0.3)
  }

  @Test func intervalsAreTheSameInEveryRun() {
    var random = SplitMix(seed: 3)
    let table = Model.easy.draw(12, &random)
    let bootstrap = Bootstrap(replicates: 500)
    #expect(
      TestStatistics(table, bootstrap: bootstrap) == TestStatistics(table, bootstrap: bootstrap))
  }

  @Test func anIntervalHoldsItsEstimateAndLiesWithinWhatIsPossible() throws {
    var random = SplitMix(seed: 4)
    for students in 5...12 {
      let statistics = TestStatistics(
        Model.easy.draw(students, &random), bootstrap: Bootstrap(replicates: 300))
      for (name, estimate) in Self.estimates(statistics) where name != "kurtosis" {
        guard let interval = estimate.interval else { continue }
        let value = try #require(estimate.value)
        #expect(interval.low <= value && value <= interval.high, "\(name) of \(students)")
      }
      for item in statistics.items {
        guard let interval = item.facilityIndex.interval else { continue }
        #expect(interval.low >= 0 && interval.high <= 1)
      }
    }
  }

  @Test func aClassOfFewerThanFiveHasNoIntervalsAndSaysWhy() {
    var random = SplitMix(seed: 5)
    let statistics = TestStatistics(Model.usual.draw(4, &random))
    #expect(statistics.withoutIntervals == .tooFewStudents)
    #expect(Self.estimates(statistics).allSatisfy { $0.1.interval == nil })
  }
}
