import Testing

@testable import Charts

/// A chart as sentences, for those who hear it.
@Suite struct SentencesTests {
  private func sentences(_ kind: Chart.Kind, _ points: [(Double, Double)]) -> [String] {
    Chart(
      kind, title: "Test", x: Chart.Axis("Time", unit: "h"), y: Chart.Axis("Heat", unit: "kJ"),
      series: [Chart.Series(points: points.map { Chart.Point(x: $0.0, y: $0.1) })]
    ).sentences
  }

  @Test(arguments: [
    ([1, 2, 3], "It rises all the way."), ([3, 2, 2, 1], "It falls all the way."),
    ([1, 3, 2], "It rises, then falls from 1 h."), ([2, 2, 2], "It is level."),
    ([3, 1, 4, 2], "It falls, then rises from 1 h, then falls from 2 h."),
    ([1, 2, 1, 2, 1, 2], "It goes up and down."),
  ])
  func aLineIsToldByItsCourse(values: [Double], course: String) {
    let told = sentences(.lines, values.enumerated().map { (Double($0.offset), $0.element) })
    #expect(told.contains(course), "\(told)")
  }

  @Test func nothingOfAFewPointsIsLost() {
    let told = sentences(.scatter, [(1, 5), (2, 6.5), (3, 8)])
    #expect(
      told == [
        "Test.", "A scatter chart of Heat (kJ) against Time (h).", "Time: from 1 to 3 h.",
        "Heat: from 5 to 8 kJ.", "at 1 h: 5.0 kJ; at 2 h: 6.5 kJ; at 3 h: 8.0 kJ.",
        "The least of Heat is 5.0 kJ, at 1 h; the greatest is 8.0 kJ, at 3 h.",
        "Further right the points lie higher, on the whole.",
      ])
  }

  @Test func manyPointsAreToldByWhereTheyBeginAndEndAndTheirExtremes() {
    let told = sentences(.lines, (0...100).map { (Double($0), Double(abs($0 - 40))) })
    #expect(told.contains("The line goes from 40 kJ at 0 h to 60 kJ at 100 h."))
    #expect(
      told.contains("The least of Heat is 0 kJ, at 40 h; the greatest is 60 kJ, at 100 h."))
    #expect(told.contains("It falls, then rises from 40 h."))
  }

  @Test func anEmptyChartSaysSo() {
    #expect(sentences(.bars, []) == ["Test.", "There is nothing to draw."])
  }
}
