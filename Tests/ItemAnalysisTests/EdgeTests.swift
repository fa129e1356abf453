import Testing

@testable import ItemAnalysis

/// Tables of every kind have statistics that are numbers, or none.
@Suite struct EdgeTests {
  private func table(_ maxima: [Double], _ rows: [[Double]]) -> MarkTable {
    var table = MarkTable(
      items: maxima.enumerated().map { MarkTable.Item(name: "\($0)", maximum: $1) })
    for row in rows { table.add(row) }
    return table
  }

  /// Every number that a table's statistics have.
  private func numbers(_ statistics: TestStatistics) -> [Double] {
    func all(_ estimate: Estimate) -> [Double] {
      [estimate.value, estimate.interval?.low, estimate.interval?.high].compactMap { $0 }
    }
    let whole = [
      statistics.mean, statistics.median, statistics.standardDeviation, statistics.skewness,
      statistics.kurtosis, statistics.cronbachAlpha, statistics.errorRatio,
      statistics.standardError,
    ].flatMap(all)
    let items = statistics.items.flatMap { item in
      all(item.facilityIndex) + all(item.discriminationIndex)
        + [
          item.mean, item.standardDeviation, item.discriminativeEfficiency, item.effectiveWeight,
        ].compactMap { $0 } + item.distribution.map(\.score)
    }
    return whole + items + [statistics.highest, statistics.lowest].compactMap { $0 }
  }

  static let tables: [([Double], [[Double]])] = [
    ([], []),
    ([], [[], [], [], [], [], []]),
    ([1, 2], []),
    ([1, 2], [[1, 2]]),
    ([1, 2], [[1, 2], [0, 1]]),
    ([1], [[1], [0], [1], [0], [1], [1]]),
    ([0, 0], [[0, 0], [0, 0], [0, 0], [0, 0], [0, 0]]),
    ([1, 1], Array(repeating: [0.1, 0.2], count: 9)),
    ([1, 1], [[0, 1], [1, 0], [0.5, 0.5], [0.3, 0.7], [0.1, 0.9], [0.2, 0.8]]),
    ([1e308, 1e308], [[1e308, 1e308], [-1e308, 3], [1, 1e308], [0, 0], [2, 1e308], [5, 5]]),
    (
      [0x1p-1040, 1],
      [[0x1p-1040, 1], [0, 0], [0x1p-1074, 1], [0, 1], [0x1p-1060, 0], [0, 0]]
    ),
    ([-1, 5], [[-1, 5], [-3, 2], [1, 0], [0, -7], [4, 4], [1, 1]]),
    (
      [.nan, .infinity], [[1, .infinity], [.nan, 2], [-.infinity, 3], [1, 1], [0, 0], [2, 2]]
    ),
    ([1, 1e300], [[1, 1e300], [0, -1e300], [1, 1e-300], [0, 0], [1, 1], [0, 1e300]]),
    (
      Array(repeating: 1, count: 200),
      [[Double]](repeating: Array(repeating: 1, count: 200), count: 6)
    ),
  ]

  @Test(arguments: tables.indices)
  func noTableHasANumberThatIsNone(_ place: Int) {
    let (maxima, rows) = Self.tables[place]
    let statistics = TestStatistics(table(maxima, rows), bootstrap: Bootstrap(replicates: 300))
    #expect(statistics.count == rows.count)
    #expect(statistics.items.count == maxima.count)
    #expect(numbers(statistics).filter { !$0.isFinite } == [])
  }

  @Test func nothingIsSaidOfAnEmptyTable() {
    let statistics = TestStatistics(table([1, 2], []))
    #expect(numbers(statistics).isEmpty)
    #expect(statistics.withoutIntervals == .tooFewStudents)
  }

  @Test func oneStudentHasAMeanAndNoSpread() {
    let statistics = TestStatistics(table([2, 2], [[1, 2]]))
    #expect(statistics.mean.value == 3)
    #expect(statistics.median.value == 3)
    #expect(statistics.standardDeviation.value == nil)
    #expect(statistics.cronbachAlpha.value == nil)
    #expect(statistics.items.map(\.facilityIndex.value) == [0.5, 1])
    #expect(statistics.items.map(\.standardDeviation) == [nil, nil])
    #expect(statistics.items.map(\.effectiveWeight) == [nil, nil])
  }

  @Test func equalMarksHaveNoIndexAndNoWeight() {
    let statistics = TestStatistics(table([1, 1], Array(repeating: [0.1, 0.2], count: 7)))
    #expect(statistics.standardDeviation.value == 0)
    #expect(statistics.skewness.value == nil)
    #expect(statistics.cronbachAlpha.value == nil)
    #expect(statistics.items.map(\.standardDeviation) == [0, 0])
    #expect(statistics.items.map(\.discriminationIndex.value) == [nil, nil])
    #expect(statistics.items.map(\.effectiveWeight) == [nil, nil])
    // Seven equal marks do not show how much they could differ.
    #expect(statistics.mean.interval == nil)
    #expect(statistics.items.map(\.facilityIndex.interval) == [nil, nil])
  }

  @Test func totalsThatDifferByRoundingAloneAreEqual() {
    // 0.1 + 0.2 is not 0.3 in binary.
    let rows = [[0.1, 0.2], [0.3, 0], [0, 0.3], [0.2, 0.1], [0.15, 0.15]]
    let statistics = TestStatistics(table([1, 1], rows))
    #expect(statistics.standardDeviation.value == 0)
    #expect(statistics.cronbachAlpha.value == nil)
    #expect(statistics.items.allSatisfy { $0.effectiveWeight == nil })
    #expect(statistics.items[0].discriminationIndex.value == -100)
  }

  @Test func aLargeMarkTakesNothingFromTheSmallOnesBesideIt() throws {
    let small = [[0.0, 1], [1, 1], [0, 0], [1, 0.5], [0, 1], [1, 1]]
    let large = small.enumerated().map { place, row in row + [1e12 * Double(place % 2)] }
    let alone = TestStatistics(table([1, 1], small), bootstrap: nil)
    let beside = TestStatistics(table([1, 1, 1e12], large), bootstrap: nil)
    let totals = small.map { $0[0] + $0[1] }
    let mean = totals.reduce(0, +) / 6
    let odd = (0..<6).map { Double($0 % 2) - 0.5 }
    let product = zip(totals, odd).reduce(0) { $0 + ($1.0 - mean) * $1.1 }
    let squares = totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let expected = 100 * product / (squares * 1.5).squareRoot()
    let found = try #require(beside.items[2].discriminationIndex.value)
    #expect(abs(found - expected) < 1e-6)
    #expect(beside.items[0].standardDeviation == alone.items[0].standardDeviation)
  }

  @Test func questionsThatAgreeWhollyLeaveNoError() {
    let rows = (0..<7).map { [Double($0) / 10, Double($0) / 10, Double($0) / 10] }
    let statistics = TestStatistics(table([1, 1, 1], rows), bootstrap: nil)
    #expect(statistics.errorRatio.value == 0)
    #expect(statistics.standardError.value == 0)
  }

  @Test func aNegativeCovarianceHasNoWeightAndIsLeftOutOfTheSum() throws {
    let rows: [[Double]] = [[0, 5, 4], [1, 0, 1], [0, 4, 4], [1, 1, 0], [0, 3, 2]]
    let statistics = TestStatistics(table([1, 5, 4], rows), bootstrap: nil)
    let weights = statistics.items.map(\.effectiveWeight)
    #expect(weights[0] == nil)
    #expect(abs(weights.compactMap { $0 }.reduce(0, +) - 100) < 1e-9)
  }
}
