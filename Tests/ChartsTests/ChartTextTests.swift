import Testing

@testable import Charts

/// Numbers, bars and sentences of a chart, before anything is drawn.
@Suite struct ChartTextTests {
  @Test(
    arguments: [
      (17_246.17, 0, 100_000, "17'246"), (17_246.17, 0, 100, "17'246.17"),
      (0.5, 0, 1, "0.5"), (2, 0, 4, "2"), (89.421, 0, 200, "89.42"), (-3.25, -10, 10, "-3.25"),
      (123_456, 0, 1e15, "123'460"),
    ] as [(Double, Double, Double, String)])
  func aPlaceOnAnAxisIsSaidToAHundredThousandthOfIt(
    _ value: Double, _ least: Double, _ greatest: Double, _ text: String
  ) {
    #expect(Figures.text(value, on: least...greatest) == text)
  }

  @Test(
    arguments: [
      (0, 3, "0"), (12, 3, "12'000"), (5, 0, "5"), (5, -2, "0.05"), (12_345, -2, "123.45"),
      (-7, -1, "-0.7"), (123_456, -1, "12'345.6"),
    ] as [(Int, Int, String)])
  func aWholeNumberOfAPowerOfTenIsWrittenOut(_ whole: Int, _ power: Int, _ text: String) {
    #expect(Figures.text(whole: whole, power: power) == text)
  }

  @Test(
    arguments: [
      (0, "0"), (12, "12"), (12.34, "12.3"), (-0.04, "0"), (-7.25, "-7.3"), (1e4, "10000"),
    ]
      as [(Double, String)])
  func lengthsOfAPictureAreToTheTenth(_ length: Double, _ text: String) {
    #expect(SVGText.px(length) == text)
  }

  @Test func markupInATextIsShownAsText() {
    #expect(
      SVGText.escaped("a<b & \"c\" 'd'>\u{7}\u{FFFE}")
        == "a&lt;b &amp; &quot;c&quot; &#39;d&#39;&gt;")
    var svg = SVGText()
    svg.add("g", [("id", "a\"b")])
    svg.add("text", [], text: "<x>")
    #expect(svg.text == "<g id=\"a&quot;b\"/>\n<text>&lt;x&gt;</text>\n")
  }

  // MARK: Bars

  @Test func barsComeRowByRowInTheOrderOfTheSeries() {
    let bars = Samples.bars.bars
    #expect(bars.map(\.row) == [0, 0, 1, 1, 2, 2, 3, 3])
    #expect(bars.map(\.series) == [0, 1, 0, 1, 0, 1, 0, 1])
    #expect(bars.prefix(3).map(\.text) == ["117'000", "39'542", "46'800"])
    #expect(Samples.bars.barRows == Samples.models)
  }

  @Test func aRowHasTheFirstNameThatASeriesGivesIt() {
    let chart = Chart(
      .bars, title: "",
      series: [
        .init("a", points: [.init(x: 0, y: 1), .init(x: 0, y: 2, label: "second")]),
        .init("b", points: [1, 2, 3].map { .init(x: 0, y: $0, label: "of b \($0)") }),
      ])
    #expect(chart.barRows == ["of b 1.0", "second", "of b 3.0"])
    #expect(chart.bars.map(\.row) == [0, 0, 1, 1, 2])
    #expect(
      Chart(.bars, title: "", series: [.init(points: [.init(x: 0, y: 1)])]).barRows == ["row 0"])
  }

  @Test func noMoreBarsThanCanBeReadAreDrawn() {
    let points = (0..<50).map { Chart.Point(x: 0, y: Double($0)) }
    let chart = Chart(.bars, title: "", series: [.init(points: points)])
    #expect(chart.bars.count == Chart.barLimit)
    #expect(chart.notes == ["The first 40 bars of 50 are drawn."])
  }

  // MARK: Sentences

  @Test(arguments: [
    (Samples.bars, "A bar chart of Emissions (kg CO2e). training: Model 1: 117'000 kg CO2e;"),
    (Samples.scatter, "A scatter chart of Total emissions (kg CO2e) against Accuracy (%)."),
    (Samples.histogram, "A histogram of Number of characters."),
    (Samples.lines, "A line chart of Total emissions (t CO2e) against Users per day."),
  ]) func aDescriptionBeginsWithWhatTheChartIsOf(_ chart: Chart, _ beginning: String) {
    #expect(chart.description.hasPrefix(beginning), "\(chart.description)")
  }

  @Test func aDescriptionTellsWhereLinesGoAndWhereTheyCross() {
    let text = Samples.lines.description
    #expect(
      text.contains(
        "Model 2 goes from 46.800 t CO2e at 0 users per day to 293.935 t CO2e at 100'000 users"))
    #expect(text.contains("Model 2 and Model 4 cross at 17'246 users per day, 89.42 t CO2e."))
  }

  @Test func manyGapsAreNamedByTheFirstFew() {
    let points = (0..<9).map { Chart.Point(x: Double($0), y: .nan) }
    let chart = Chart(
      .lines, title: "", series: [.init("s", points: points), .init("t", points: [])])
    #expect(
      chart.gapSentences == [
        "A gap: row 0, row 1, row 2, row 3, row 4 and 4 more of s have no value."
      ])
    #expect(chart.isEmpty)
  }

  @Test func noMoreSeriesThanCanBeToldApartAreDrawn() {
    let series = (0..<14).map { Chart.Series("s\($0)", points: [.init(x: 0, y: 1)]) }
    let chart = Chart(.scatter, title: "", series: series)
    #expect(chart.drawn.count == Chart.seriesLimit)
    #expect(chart.notes == ["The first 12 series of 14 are drawn."])
  }
}
