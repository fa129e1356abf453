import Exercises
import Testing

let chartMistakes: [Mistake] = [
  Mistake("key-missing", in: withFrontMatter("## 1.1 A\n```chart ◀\ntitle: A\n```\n")),
  Mistake("bad-word", in: chart("kind: pie ◀\ny: 1 W")),
  Mistake("unknown-key", in: chart("kind: bars\ny: 1 W\ncolour: red ◀")),
  Mistake("chart-key", in: chart("kind: bars\ny: 1 W\nbins: 3 ◀")),
  Mistake("bad-number", in: chart("kind: histogram\nx: 1 W\nbins: few ◀")),
  Mistake("chart-range", in: chart("kind: lines\nover: {n: 0 to 5} ◀\ny: n")),
  Mistake("chart-range", in: chart("kind: lines\nover: {n: 0 .. 5, m: 0 .. 3} ◀\ny: n")),
  Mistake("bad-name", in: chart("kind: lines\nover: {2n: 0 .. 5} ◀\ny: 1")),
  Mistake("keys-together", in: chart("kind: bars\ny: 1 W\nseries: {a: 1 W} ◀")),
  Mistake("keys-together", in: chart("kind: lines\nx: 1 W\nover: {n: 0 .. 5} ◀\ny: n")),
  Mistake("key-missing", in: chart("kind: scatter\nx: 1 W\nseries:\n  - y: 2 W ◀")),
  Mistake("key-missing", in: chart("kind: scatter\nseries:\n  a: 2 W ◀")),
  Mistake("empty-list", in: chart("kind: bars\nseries: {} ◀")),
  Mistake("wrong-type", in: chart("kind: bars\ny: [1 W, 2 W] ◀")),
  Mistake(
    "too-many-series",
    in: chart("kind: bars\nseries: ◀\n" + (1...13).map { "  s\($0): 1 W" }.joined(separator: "\n"))),
]

private func chart(_ yaml: String) -> String {
  withFrontMatter("## 1.1 A\n```chart\n\(yaml)\n```\n")
}

@Suite struct ChartTests {
  @Test func aChartIsReadWithTheLinesOfItsFormulas() throws {
    let loaded = try load(
      withFrontMatter(
        """
        ## 1.1 A
        ```chart
        kind: lines
        title: Cost
        over: {n: 0 W .. 100'000 W}
        series:
          one: 2 * n
          two: {y: 3 * n}
        x_label: Power
        y_unit: kW
        labels: [a, b]
        ```
        """))
    #expect(loaded.summary == [])
    let chart = try #require(loaded.exercise?.question("1.1")?.charts.first)
    #expect(chart.kind == .lines)
    #expect(chart.title == "Cost")
    #expect(chart.over?.name == "n")
    #expect(chart.over?.from.text == "0 W")
    #expect(chart.over?.to == AuthorFormula("100'000 W", line: chart.line + 3))
    #expect(chart.series.map(\.name) == ["one", "two"])
    #expect(chart.series.map(\.y?.text) == ["2 * n", "3 * n"])
    #expect(chart.xLabel == "Power")
    #expect(chart.yUnit?.text == "kW")
    #expect(chart.labels == .texts(["a", "b"]))
  }

  @Test func aChartThatCannotBeReadIsLeftOutAndTheRestIsKept() throws {
    let loaded = try load(
      withFrontMatter(
        "## 1.1 A\n```chart\nkind: pie\n```\n```chart\nkind: bars\ny: 1 W\n```\nText."))
    #expect(loaded.exercise?.question("1.1")?.charts.map(\.kind) == [.bars])
    #expect(loaded.exercise?.question("1.1")?.prompt == "Text.")
  }
}
