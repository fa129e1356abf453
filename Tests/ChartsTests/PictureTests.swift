import Testing

@testable import Charts

/// What holds of every picture, whatever it shows.
@Suite struct PictureTests {
  private func picture(of name: String) throws -> (Picture, Chart) {
    let chart = try #require(Samples.all[name])
    return (try #require(Picture(SVGChart.text(chart))), chart)
  }

  @Test(arguments: Samples.all.keys.sorted())
  func everyTextIsWithinThePictureAndCoversNoOther(_ name: String) throws {
    let (picture, _) = try picture(of: name)
    let frame = try #require(picture.named("svg").first)
    let whole = Box(x: 0, y: 0, width: frame.number("width"), height: frame.number("height"))
    let texts = picture.named("text")
    #expect(texts.count > 5)
    for (place, text) in texts.enumerated() {
      #expect(text.textBox.isWithin(whole), "\(text.text)")
      for other in texts[..<place] {
        #expect(!text.textBox.overlaps(other.textBox), "\(text.text), \(other.text)")
      }
    }
  }

  @Test(arguments: ["scatter", "crowd", "gaps"])
  func everyPointHasItsMarkWhereTheAxesSay(_ name: String) throws {
    let (picture, chart) = try picture(of: name)
    let (x, y) = (try #require(picture.x), try #require(picture.y))
    let points = chart.drawn.flatMap(\.points)
    let marks = picture.marks.map(\.middle)
    let lost = points.filter { point in
      let (right, down) = (x.place(of: point.x), y.place(of: point.y))
      // Points within a pixel of one another have one mark.
      return !x.places.contains(right) || !y.places.contains(down)
        || !marks.contains { abs($0.x - right) < 1.1 && abs($0.y - down) < 1.1 }
    }
    #expect(lost == [])
    // The legend has a mark of its own.
    #expect(marks.count <= points.count + chart.series.count)
  }

  @Test(arguments: ["lines", "gaps"])
  func everyLineGoesThroughItsPoints(_ name: String) throws {
    let (picture, chart) = try picture(of: name)
    let (x, y) = (try #require(picture.x), try #require(picture.y))
    for (place, series) in chart.drawn.enumerated() {
      let corners = picture.named("polyline", class: "rk-s\(place)").flatMap(\.points)
      #expect(!corners.isEmpty && corners.count <= series.points.count)
      let astray = corners.filter { corner in
        !series.points.contains {
          abs(x.place(of: $0.x) - corner.x) < 0.2 && abs(y.place(of: $0.y) - corner.y) < 0.2
        }
      }
      #expect(astray.isEmpty, "\(astray)")
      let ends = [series.points.first, series.points.last].compactMap { $0?.x }.map(x.place(of:))
      #expect(abs(ends[0] - (corners.first?.x ?? 0)) < 0.2)
      #expect(abs(ends[1] - (corners.last?.x ?? 0)) < 0.2)
    }
  }

  @Test(arguments: ["bars", "signs"])
  func everyBarReachesFromZeroToItsValueAndHasItsNumber(_ name: String) throws {
    let (picture, chart) = try picture(of: name)
    let x = try #require(picture.x)
    for (place, series) in chart.drawn.enumerated() {
      let bars = picture.bars.filter {
        $0.classes.contains("rk-f\(place)") && $0.number("height") > 14
      }
      let values = series.points.map(\.y).filter { $0 != 0 }
      try #require(bars.count == values.count)
      for (bar, value) in zip(bars, values) {
        let ends = (bar.number("x"), bar.number("x") + bar.number("width"))
        #expect(abs(ends.0 - x.place(of: min(0, value))) < 0.2)
        #expect(abs(ends.1 - x.place(of: max(0, value))) < 0.2)
      }
    }
    let numbers = picture.named("text", class: "rk-tick")
      .filter { $0.attributes["text-anchor"] == "start" }
    #expect(numbers.count == chart.series.reduce(0) { $0 + $1.points.count })
  }

  @Test func theBarsOfAHistogramCountItsNumbers() throws {
    let (picture, chart) = try picture(of: "histogram")
    let (x, y) = (try #require(picture.x), try #require(picture.y))
    var count = 0
    for bar in picture.bars {
      let edges =
        x.value(
          at: bar.number("x") - 0.5)..<x.value(
          at: bar.number("x") + bar.number("width") + 0.5)
      let height = y.value(at: bar.number("y"))
      let held = chart.series[0].points.count {
        $0.x >= edges.lowerBound - 1 && $0.x < edges.upperBound - 1
      }
      #expect(abs(height - Double(held)) < 0.3)
      count += held
    }
    #expect(count == 200)
  }

  @Test func aCrossingIsRingedWhereTheLinesMeet() throws {
    let (picture, chart) = try picture(of: "lines")
    let (x, y) = (try #require(picture.x), try #require(picture.y))
    let ring = try #require(picture.named("circle", class: "rk-cross").first).middle
    let crossing = try #require(chart.crossings.first)
    #expect(abs(ring.x - x.place(of: crossing.x)) < 0.2)
    #expect(abs(ring.y - y.place(of: crossing.y)) < 0.2)
  }
}
