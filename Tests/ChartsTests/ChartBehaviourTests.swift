import Foundation
import Testing

@testable import Charts

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ChartBehaviourTests {
  @Test func linesCrossWhereTheyMeetBetweenTheirSamples() {
    let crossing = Samples.lines.crossings
    #expect(crossing.count == 1)
    #expect(abs(crossing[0].x - 17246.2) < 0.2)
    #expect(abs(crossing[0].y - 89.42) < 0.01)
  }

  @Test(arguments: [
    // They start together, touch, or run on one another.
    ([0.0, 1, 2], [0.0, 2, 4], 0), ([1, 0, 1], [0, 0, 0], 0), ([1, 0, 0, 1], [0, 0, 0, 0], 0),
    ([1, 0, -1], [0, 0, 0], 1), ([1, 0, 0, -1], [0, 0, 0, 0], 1), ([1, -1, 1], [0, 0, 0], 2),
    ([1, .nan, -1], [0, 0, 0], 0),
  ])
  func onlyAChangeOfSidesIsACrossing(_ one: [Double], _ other: [Double], _ count: Int) {
    #expect(lines(one, other).crossings.count == count)
  }

  @Test func crossingsOfLinesWithSamplesOfTheirOwnAreFound() {
    let chart = Chart(
      .lines, title: "",
      series: [
        .init("a", points: [.init(x: 0, y: 0), .init(x: 10, y: 10)]),
        .init("b", points: [.init(x: 2, y: 6), .init(x: 5, y: 3), .init(x: 7, y: 1)]),
      ])
    #expect(chart.crossings.map(\.x) == [4])
  }

  @Test func aLineThatGoesBackHasNoCrossings() {
    var chart = lines([1, -1], [0, 0])
    chart.series[0].points[1].x = -5
    #expect(chart.crossings.isEmpty)
  }

  private func lines(_ columns: [Double]...) -> Chart {
    Chart(
      .lines, title: "Lines",
      series: columns.enumerated().map { place, column in
        Chart.Series(
          "s\(place)",
          points: column.enumerated().map { .init(x: Double($0.offset), y: $0.element) })
      })
  }

  static let smallBesideLarge: [([Double], [String])] = [
    ([1_500_000, 0.4], ["1'500'000", "0.4"]),
    ([1_500_000, 1.4, 12.34], ["1'500'000", "1.4", "12.3"]),
    ([-1_500_000, -0.4, 0], ["-1'500'000", "-0.4", "0"]),
    ([1e9, 2e-6], ["1'000'000'000", "0.000002"]),
    ([1e9, 2e-9], ["1'000'000'000", "2e-9"]), ([17246.4, 3.21], ["17'246.4", "3.2"]),
    ([1.25, 10, 100], ["1.25", "10.00", "100.00"]), ([100_000, 99.5], ["100'000", "99.5"]),
    ([100_000, 5.9999], ["100'000", "6"]), ([100_000, 2.0 / 3], ["100'000", "0.667"]),
  ]

  @Test(arguments: smallBesideLarge)
  func aSmallNumberBesideALargeOneKeepsItsFigures(_ values: [Double], _ texts: [String]) {
    #expect(Figures.texts(values) == texts)
    let chart = Chart(
      .bars, title: "", series: [.init(points: values.map { .init(x: 0, y: $0) })])
    let lines = TerminalChart(width: 60, unicode: true).lines(chart).map(\.plain)
    for (line, text) in zip(lines.suffix(values.count), texts) {
      #expect(line.hasSuffix(" " + text))
    }
    for text in texts {
      #expect(SVGChart.text(chart).replacing("&#39;", with: "'").contains(">\(text)</text>"))
    }
  }

  /// A number is told apart from none.
  @Test func whatIsTooLargeForAnAxisIsToldAndItsBarHasItsNumber() {
    let values = [1, 1e300, .nan, -1e308]
    let points = values.enumerated().map { Chart.Point(x: Double($0.offset), y: $0.element) }
    let said = ["A gap: row 2 has no value.", "A gap: row 1 and row 3 are too large to be drawn."]
    for kind in [Chart.Kind.bars, .lines, .scatter] {
      let lines = TerminalChart(width: 80, unicode: true)
        .lines(Chart(kind, title: "", series: [.init(points: points)])).map(\.plain)
      #expect(Array(lines.suffix(2)) == said)
    }
    let bars = Chart(.bars, title: "", series: [.init(points: points)])
    let lines = TerminalChart(width: 60, unicode: true).lines(bars).map(\.plain)
    #expect(lines.contains { $0.hasSuffix("1e300") } && lines.contains { $0.hasSuffix("-1e308") })
    #expect(SVGChart.text(bars).contains(">1e300</text>"))
  }

  // MARK: Whatever is given

  static let odd: [(String, [Double])] = [
    ("nothing", []), ("one", [3]), ("equal", [5, 5, 5]), ("zero", [0, 0]), ("negative", [-3, -1]),
    ("small", [1e-9, 2e-9]), ("large", [1e15, -1e15]), ("both", [1e-9, 1e15]),
    ("missing", [.nan, 1, .infinity]), ("all missing", [.nan]), ("extreme", [1e308, -1e308]),
    ("denormal", [.leastNonzeroMagnitude, 0]), ("close", [1e15, 1e15 + 1]),
    ("huge", [1e299, 1e-299]),
  ]

  @Test(arguments: odd.map(\.0), Chart.Kind.allCases)
  func isDrawnWithinItsWidth(_ name: String, _ kind: Chart.Kind) throws {
    let values = try #require(Self.odd.first { $0.0 == name }).1
    let long = String(repeating: "long name ", count: 30)
    let chart = Chart(
      kind, title: long, x: .init("x \(long)", unit: "kg"), y: .init("y", unit: "m"),
      series: [
        .init(long, points: values.map { .init(x: $0, y: $0, label: long) }),
        .init("b", points: values.map { .init(x: $0, y: -$0, label: "\u{1B}[31m<&\"") }),
      ])
    for width in [40, 60, 80, 120] {
      for unicode in [true, false] {
        let lines = TerminalChart(width: width, unicode: unicode).lines(chart)
        #expect(lines.allSatisfy { $0.width <= width })
        #expect(!lines.isEmpty && lines.count < 80)
        #expect(unicode || lines.allSatisfy { $0.plain.utf8.allSatisfy { $0 < 0x80 } })
        #expect(lines.allSatisfy { !$0.plain.contains("\u{1B}") })
      }
    }
    let svg = SVGChart.text(chart)
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    #expect(!svg.contains("nan") && !svg.contains("inf"))
  }

  @Test(arguments: Chart.Kind.allCases)
  func aHundredThousandRowsAreBounded(_ kind: Chart.Kind) {
    let chart = Chart(
      kind, title: "Many",
      series: [
        .init(
          points: (0..<100_000).map {
            .init(x: Double($0), y: Double(($0 * 7919) % 10_007), label: "row \($0)")
          })
      ])
    #expect(TerminalChart(width: 80, unicode: true).lines(chart).count < 60)
    #expect(SVGChart.text(chart).utf8.count < 1_000_000)
  }

  @Test func labelsCoverNeitherMarksNorOneAnother() {
    let points = (0..<12).map {
      Chart.Point(x: Double($0 % 4), y: Double($0 / 4) * 0.1 + Double($0), label: "Point \($0)")
    }
    let chart = Chart(.scatter, title: "", series: [.init(points: points)])
    let drawn = TerminalChart(width: 80, unicode: true).lines(chart).map(\.plain)
    let text = drawn.joined(separator: "\n")
    #expect(text.count { $0 == "●" } == 12)
    let missing = (0..<12).filter { !text.contains("Point \($0)") }
    #expect(missing == [])
  }

  @Test func labelsWithoutRoomAreNamedUnderTheChart() {
    let points = (0..<30).map { Chart.Point(x: 1, y: 1, label: "A rather long label \($0)") }
    let chart = Chart(.scatter, title: "", series: [.init(points: points)])
    let text = TerminalChart(width: 60, unicode: true).lines(chart).map(\.plain)
      .joined(separator: " ")
    #expect(text.contains("No room for the labels of"))
  }

  @Test func aGapSaysWhichRowHasNoValue() {
    let text = TerminalChart(width: 80, unicode: true).lines(Samples.signs).map(\.plain)
    #expect(text.last == "A gap: Model 3 has no value.")
    let line = TerminalChart(width: 80, unicode: true).lines(Samples.gaps).map(\.plain)
    #expect(line.last == "A gap: row 3 of before has no value.")
  }

  @Test func ticksLieInTheRowsOfTheirValues() throws {
    // A point on every tick has its mark in the row and the column of the tick.
    let chart = Chart(
      .lines, title: "",
      series: [.init(points: (0...5).map { .init(x: Double($0), y: Double($0)) })])
    let lines = TerminalChart(width: 70, height: 40, unicode: true).lines(chart).map(\.plain)
    for value in 0...5 {
      let row = try #require(
        lines.first {
          $0.trimmingPrefix(while: { $0 == " " }).hasPrefix("\(value) ┤")
            || $0.trimmingPrefix(while: { $0 == " " }).hasPrefix("\(value).0 ┤")
        })
      #expect(row.contains("●"))
    }
  }

  @Test func theDescriptionGivesTheRangesOfTheNumbersAndNotOfTheAxes() {
    let text = Samples.scatter.description
    #expect(text.contains("Accuracy (%): from 72.1 to 85.2."))
    #expect(text.contains("Total emissions: from 16'643 to 156'542 kg CO2e."))
  }

  @Test(arguments: [Chart.Kind.scatter, .lines, .bars])
  func aSeriesThatIsLeftAloneKeepsItsName(_ kind: Chart.Kind) {
    let chart = Chart(
      kind, title: "Training and use",
      series: [.init("training", points: Samples.bars.series[0].points)])
    for width in [44, 80] {
      let drawn = TerminalChart(width: width, unicode: true).lines(chart).dropFirst().map(\.plain)
      #expect(drawn.joined().contains("training"))
    }
    #expect(SVGChart.text(chart).contains(">training</text>"))
  }

  @Test func theCountsOfAHistogramAreWholeNumbers() {
    let chart = Chart(
      .histogram, title: "", series: [.init(points: [1, 2, 2].map { .init(x: $0, y: 0) })])
    let svg = SVGChart.text(chart)
    #expect(svg.contains(">2</text>") && !svg.contains(">0.5</text>"))
  }

  @Test func aCrossingLooksLikeNoSeriesInASCIIAndItsValueIsNextToIt() throws {
    let lines = TerminalChart(width: 70, unicode: false).lines(Samples.lines).map(\.plain)
    let row = try #require(lines.firstIndex { $0.contains("(X)") })
    #expect(lines[row - 1...row + 1].joined().contains("17'246"))
    #expect(lines.contains { $0.hasPrefix("(X) Model 2 and Model 4 cross") })
  }

  // MARK: Bins

  @Test func binsHoldEveryValueOnceAndHaveRoundEdges() throws {
    let bins = try #require(Bins([0, 1, 1, 2, 3, 5, 8, 10], wanted: 5))
    #expect(bins.counts.reduce(0, +) == 8)
    #expect(bins.edges.texts == ["0", "2", "4", "6", "8", "10"])
    #expect(bins.counts == [3, 2, 1, 0, 2])
  }

  @Test func fewNumbersHaveMoreThanTwoBins() throws {
    let bins = try #require(Bins([11_700, 46_800, 66_690, 117_000]))
    #expect(bins.counts == [2, 1, 1] && bins.rule == .sturges)
    #expect(try #require(Bins((0..<1000).map { Double($0 % 97) })).counts.count >= 10)
  }

  @Test func aTitleThatTheAxisRepeatsIsNotWrittenTwice() {
    var chart = Samples.signs
    chart.title = "Change"
    let lines = TerminalChart(width: 80, unicode: true).lines(chart).map(\.plain)
    #expect(lines.count { $0.hasPrefix("Change") } == 1)
    #expect(SVGChart.text(chart).components(separatedBy: ">Change").count == 3)
  }

  // MARK: SVG

  @Test func aPictureNeedsNothingElseAndIsDescribed() {
    let svg = SVGChart.text(Samples.gaps, id: "a b\"")
    #expect(svg.hasPrefix(SVGChart.mark))
    #expect(!svg.contains("href") && !svg.contains("url(") && !svg.contains("<script"))
    #expect(svg.contains("<title id=\"ab-title\">Measured &lt;power&gt; &amp; more</title>"))
    #expect(svg.contains("prefers-color-scheme: dark"))
    #expect(
      SVGChart.text(Samples.lines).contains("Model 2 and Model 4 cross at 17&#39;246 users per day")
    )
  }
}
