import Testing

@testable import Charts

/// What axes say, and where values lie along them.
@Suite struct AxisTests {
  @Test(
    arguments: [
      ("Mass", "kg", 0, "Mass (kg)"), ("Mass", "", 0, "Mass"), ("", "kg", 0, "kg"), ("", "", 0, ""),
      // A power of ten goes with the unit.
      ("Mass", "kg", 9, "Mass (10⁹ kg)"), ("Mass", "", -6, "Mass (10⁻⁶)"), ("", "", 12, "10¹²"),
      // What the label says already is not said twice.
      ("Mass (kg)", "kg", 0, "Mass (kg)"), ("Mass (kg)", "kg", 3, "Mass (10³ kg)"),
      ("Users per day", "user", 0, "Users per day"), ("Users", "user", 6, "Users (10⁶)"),
      ("Mean", "m", 0, "Mean (m)"),
    ] as [(String, String, Int, String)])
  func aTitleHasTheUnitOnce(_ label: String, _ unit: String, _ exponent: Int, _ title: String) {
    #expect(Chart.Axis(label, unit: unit).title(exponent: exponent) == title)
  }

  @Test func aPowerOfTenIsWrittenInASCIIToo() {
    #expect(Chart.Axis("Mass", unit: "kg").title(exponent: -9, unicode: false) == "Mass (10^-9 kg)")
  }

  @Test(
    arguments: [
      ("Mass", "kg", "3 kg"), ("Share", "", "3"), ("Users per day", "user", "3 users per day"),
      ("All users", "user", "3 user"),
    ] as [(String, String, String)])
  func aNumberIsSaidWithItsUnit(_ label: String, _ unit: String, _ text: String) {
    #expect(Chart.Axis(label, unit: unit).text("3") == text)
  }

  @Test func textsOfAChartAreOnOneLineWithoutControls() {
    let axis = Chart.Axis("two\nlines\tand \u{1B}[31mred", unit: " kg ")
    #expect(axis.label == "two lines and [31mred" && axis.unit == "kg")
    #expect(Chart.Series(String(repeating: "x", count: 500), points: []).name.count == 401)
  }

  // MARK: Scales

  @Test(
    arguments: [(0, 0), (50, 0.25), (200, 1), (-20, -0.1)] as [(Double, Double)])
  func aValueLiesAtItsShareOfTheAxis(_ value: Double, _ share: Double) {
    let ticks = Ticks(covering: 3...180, steps: 4)
    #expect(ticks.domain == 0...200 && ticks.intervals == 4)
    #expect(abs(ticks.share(of: value) - share) < 1e-12)
  }

  @Test(
    arguments: [
      (0, 2e9, 9, ["0.0", "0.5", "1.0", "1.5", "2.0"]),
      (0, 40_000_000, 6, ["0", "10", "20", "30", "40"]),
      (0, 0.00004, -6, ["0", "10", "20", "30", "40"]),
      (0, 4_000_000, 0, ["0", "1'000'000", "2'000'000", "3'000'000", "4'000'000"]),
    ] as [(Double, Double, Int, [String])])
  func longNumbersLeaveTheirPowerOfTenToTheTitle(
    _ least: Double, _ greatest: Double, _ exponent: Int, _ texts: [String]
  ) {
    let ticks = Ticks(covering: least...greatest, steps: 4)
    #expect(ticks.exponent == exponent && ticks.texts == texts)
  }

  @Test(
    arguments: [
      (10, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]), (3, ["0", "5", "10"]),
    ]
      as [(Int, [String])])
  func thereAreAsManyTicksAsThereIsRoomFor(_ most: Int, _ texts: [String]) {
    #expect(Ticks(covering: 0...10, isWhole: false) { $0.intervals <= most }.texts == texts)
  }

  @Test func withoutRoomForAnyTheFewestTicksStay() {
    #expect(Ticks(covering: 0...10, isWhole: false) { _ in false }.texts == ["0", "5", "10"])
  }

  @Test func marksOfAScatterChartKeepAwayFromTheAxesAndNothingIsMadeNegative() throws {
    let points = [Chart.Point(x: 0, y: -10), .init(x: 100, y: 10)]
    let chart = Chart(.scatter, title: "", series: [.init(points: points)])
    let ranges = try #require(chart.ranges(chart.drawn))
    #expect(ranges.x == 0...104)
    #expect(abs(ranges.y.lowerBound + 10.8) < 1e-9 && abs(ranges.y.upperBound - 10.8) < 1e-9)
    let lines = Chart(.lines, title: "", series: chart.series)
    #expect(try #require(lines.ranges(lines.drawn)).x == 0...100)
  }

  @Test(
    arguments: [([3.0, 8], 0.0, 8.0), ([-4, -1], -4, 0), ([-4, 6], -4, 6)]
      as [([Double], Double, Double)])
  func barsAreMeasuredFromZero(_ values: [Double], _ least: Double, _ greatest: Double) throws {
    let points = values.map { Chart.Point(x: 0, y: $0) }
    let chart = Chart(.bars, title: "", series: [.init(points: points)])
    #expect(try #require(chart.barTicks(steps: 7)).domain == least...greatest)
  }
}
