import Testing
import TranscriptTesting

@testable import Charts

/// What the samples look like.
@Suite struct DrawingTests {
  @Test(arguments: TranscriptCase.all(beside: #filePath))
  func isDrawnAsInTheTranscript(_ item: TranscriptCase) throws {
    try item.check { typed in
      let match = try #require(typed.wholeMatch(of: /(\w+), (\d+) columns( of ASCII)?/))
      let chart = try #require(Samples.all[String(match.1)])
      let width = try #require(Int(match.2))
      let terminal = TerminalChart(
        width: width, height: width == 80 ? 30 : 24, unicode: match.3 == nil)
      return terminal.lines(chart).map(\.plain).joined(separator: "\n")
    }
  }

  /// One picture to look at; that the others are right follows from `PictureTests`.
  @Test func aPictureIsDrawnAsInItsFile() {
    RecordedFile.check(SVGChart.text(Samples.signs), against: "signs.svg")
  }

  @Test(arguments: ["scatter", "crowd"], [80, 70, 44])
  func everyPointIsMarkedWhereTheAxesSay(_ name: String, _ width: Int) throws {
    let chart = try #require(Samples.all[name])
    let drawing = try #require(
      PlaneDrawing(TerminalChart(width: width, height: 30, unicode: width != 70).lines(chart)))
    let points = chart.series[0].points
    #expect(points.filter { !drawing.isMarked($0) } == [])
    #expect(points.count < 10 || drawing.blankCells > 10)
  }
}
