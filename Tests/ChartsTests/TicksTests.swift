import Testing

@testable import Charts

@Suite struct TicksTests {
  @Test(arguments: [
    (16_642.7, 156_541.7, 5, ["0", "50'000", "100'000", "150'000", "200'000"]),
    (72.1, 85.2, 4, ["70", "75", "80", "85", "90"]),
    (0, 100_000, 5, ["0", "20'000", "40'000", "60'000", "80'000", "100'000"]),
    (-3, 4, 4, ["-4", "-2", "0", "2", "4"]),
    (0.1, 0.3, 4, ["0.10", "0.15", "0.20", "0.25", "0.30"]),
    (0, 1e-9, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (2e14, 1e15, 4, ["0.2", "0.4", "0.6", "0.8", "1.0"]),
    (5, 5, 5, ["2", "4", "6", "8"]),
    (0, 0, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
  ])
  func areRoundAndHaveTheSameDecimals(
    _ least: Double, _ greatest: Double, _ steps: Int, _ texts: [String]
  ) {
    #expect(Ticks(covering: least...greatest, steps: steps).texts == texts)
  }

  @Test(arguments: [
    (0, 2, ["0", "1", "2"]), (0, 3, ["0", "1", "2", "3"]), (0, 1, ["0", "1"]),
    (0, 40, ["0", "10", "20", "30", "40"]),
  ])
  func whatIsCountedHasWholeNumbersOnly(_ least: Double, _ greatest: Double, _ texts: [String]) {
    #expect(Ticks(covering: least...greatest, steps: 7, isWhole: true).texts == texts)
  }
}
