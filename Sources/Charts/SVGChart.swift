import Diagnostics
import TextLayout

/// A chart as a picture in SVG 1.1 that needs nothing else: it has its own colours for light and
/// dark, uses the fonts at hand, and is described in words for those who do not see it.
public struct SVGChart {
  /// The first line of every picture, by which a file is known to be one of these.
  public static let mark = "<!-- A chart drawn by Reckon -->"

  let chart: Chart
  let id: String
  var svg = SVGText()

  /// Pixels.
  let width: Double
  static let fontSize = 14.0
  /// Of numbers at axes and bars.
  static let tickSize = 13.0
  static let margin = 20.0

  /// - `id`: tells this picture's parts from those of others on one page; letters, digits and
  ///   hyphens.
  /// - `width`: pixels; where a picture is narrow, its texts stay as large.
  public static func text(_ chart: Chart, id: String = "chart", width: Double = 720) -> String {
    SVGChart(chart, id: id, width: width).picture()
  }

  private init(_ chart: Chart, id: String, width: Double) {
    self.width = width
    self.chart = chart
    self.id = id.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  private func picture() -> String {
    var body = self
    var y = Self.margin
    // The count is named there, and the numbers counted at the foot.
    let hasTitle = !chart.isTitledByAxis || chart.isEmpty || chart.kind == .histogram
    let title = hasTitle ? chart.title : ""
    body.writeLines(title, from: &y, size: 17, lineHeight: 24, base: 17, class: "rk-title")
    var notes = chart.notes
    if chart.isEmpty {
      notes.insert(ChartWording.empty, at: 0)
    } else {
      let drawn =
        switch chart.kind {
        case .scatter, .lines: body.drawPlane(from: y)
        case .bars: body.drawBars(from: y)
        case .histogram: body.drawHistogram(from: y)
        }
      y = drawn.end
      notes = drawn.notes + notes
    }
    y += 4
    for note in notes { body.writeLines(note, from: &y, base: 15, class: "rk-note") }
    y += 14
    return framed(body.svg.text, height: y)
  }

  private func framed(_ body: String, height: Double) -> String {
    let size = (SVGText.px(width), SVGText.px(height))
    var frame = SVGText()
    frame.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("width", size.0), ("height", size.1),
        ("viewBox", "0 0 \(size.0) \(size.1)"), ("class", "rk-chart"), ("role", "img"),
        ("aria-labelledby", "\(id)-title \(id)-desc"),
      ])
    frame.add("title", [("id", "\(id)-title")], text: chart.title.isEmpty ? "Chart" : chart.title)
    frame.add("desc", [("id", "\(id)-desc")], text: chart.description)
    let rest = "<style>\n\(Self.style)</style>\n"
    return Self.mark + "\n" + frame.text + rest
      + "<rect class=\"rk-ground\" width=\"\(size.0)\" height=\"\(size.1)\" rx=\"8\"/>\n" + body
      + "</svg>\n"
  }

  // MARK: Colours

  /// Dark enough on white, and light enough on black, to be read (contrast above 4.5); told apart
  /// by people with every kind of colour vision as far as six colours can be.
  private static let light = ["#0067b1", "#b54700", "#007a5a", "#a1398a", "#6b5b00", "#4d4d4d"]
  private static let dark = ["#5db8f5", "#ff9a5c", "#2fd0a0", "#eb9cd3", "#e6cf4a", "#c8c8c8"]

  private static let style: String = {
    func rules(_ colours: [String], ground: String, ink: String, faint: String, grid: String)
      -> String
    {
      var text = """
        .rk-ground { fill: \(ground); }
        .rk-chart text { fill: \(ink); }
        .rk-chart .rk-note, .rk-chart .rk-tick { fill: \(faint); }
        .rk-grid { stroke: \(grid); }
        .rk-axis { stroke: \(faint); }
        .rk-cross { stroke: \(ink); }
        .rk-halo { stroke: \(ground); }

        """
      for (place, colour) in colours.enumerated() {
        text += ".rk-f\(place), .rk-chart text.rk-f\(place) { fill: \(colour); } "
        text += ".rk-s\(place) { stroke: \(colour); }\n"
      }
      return text
    }
    return """
      .rk-chart { font: 14px system-ui, "Segoe UI", Roboto, "DejaVu Sans", Arial, sans-serif; \
      max-width: 100%; height: auto; }
      .rk-chart .rk-title { font-size: 17px; font-weight: 600; }
      .rk-chart .rk-strong { font-weight: 600; }
      .rk-chart .rk-tick { font-size: 13px; }
      .rk-grid, .rk-axis, .rk-line, .rk-cross { fill: none; }
      .rk-line { stroke-width: 2.5; stroke-linejoin: round; stroke-linecap: round; }
      .rk-cross { stroke-width: 1.5; }
      .rk-drop { stroke-width: 1.2; stroke-dasharray: 4 4; }
      .rk-halo { stroke-width: 1.5; }

      """ + rules(light, ground: "#ffffff", ink: "#1a1a1a", faint: "#555555", grid: "#e3e3e3")
        + "@media (prefers-color-scheme: dark) {\n"
        + rules(dark, ground: "#17191d", ink: "#f0f0f0", faint: "#b0b4ba", grid: "#33373d") + "}\n"
  }()

  // MARK: Pieces

  static func colour(_ series: Int) -> Int { series % light.count }

  mutating func write(
    _ text: String, x: Double, y: Double, anchor: String = "start", class kind: String
  ) {
    svg.add(
      "text",
      [("x", SVGText.px(x)), ("y", SVGText.px(y)), ("text-anchor", anchor), ("class", kind)],
      text: text)
  }

  /// A text on as many lines as it needs across the picture.
  ///
  /// - Parameters:
  ///   - y: the top of its first line, and then of what comes below.
  ///   - base: how far below the top of its line a text stands.
  mutating func writeLines(
    _ text: String, from y: inout Double, size: Double = fontSize, lineHeight: Double = 20,
    base: Double, class kind: String
  ) {
    let columns = Int(bounded: (width - 2 * Self.margin) / (size * 0.53))
    for line in wrapped(StyledText(text), width: columns).map(\.plain) where !line.isEmpty {
      write(line, x: Self.margin, y: y + base, class: kind)
      y += lineHeight
    }
  }

  mutating func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class kind: String) {
    svg.add("line", Self.ends(x1, y1, x2, y2) + [("class", kind)])
  }

  /// A rule that tells a series by its colour and its dashes.
  mutating func stroke(_ name: String, _ place: [(String, String)], series: Int) {
    svg.add(
      name,
      place + [
        ("class", "rk-line rk-s\(Self.colour(series))"),
        ("stroke-dasharray", Self.dashes[series % Self.dashes.count]),
      ])
  }

  static func ends(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> [(String, String)] {
    zip(["x1", "y1", "x2", "y2"], [x1, y1, x2, y2]).map { ($0, SVGText.px($1)) }
  }

  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, series: Int) {
    let sides = zip(["x", "y", "width", "height"], [x, y, width, height])
    svg.add("rect", sides.map { ($0, SVGText.px($1)) } + [("class", "rk-f\(Self.colour(series))")])
  }

  mutating func circle(x: Double, y: Double, radius: Double, class kind: String) {
    let measures = zip(["cx", "cy", "r"], [x, y, radius])
    svg.add("circle", measures.map { ($0, SVGText.px($1)) } + [("class", kind)])
  }

  /// The mark of a series: its form tells it apart where colours do not.
  mutating func mark(_ series: Int, x: Double, y: Double, isSmall: Bool = false) {
    let kind = "rk-f\(Self.colour(series)) rk-halo"
    let scale = isSmall ? 0.5 : 1
    func polygon(_ corners: [(Double, Double)]) {
      let points = corners.map { (x + $0.0 * scale, y + $0.1 * scale) }
      svg.add("polygon", [("points", SVGText.points(points)), ("class", kind)])
    }
    switch series % 4 {
    case 0: circle(x: x, y: y, radius: 5.5 * scale, class: kind)
    case 1: polygon([(0, -6.5), (6.5, 5), (-6.5, 5)])
    case 2: polygon([(-5, -5), (5, -5), (5, 5), (-5, 5)])
    default: polygon([(0, -7), (7, 0), (0, 7), (-7, 0)])
    }
  }

  static let dashes = ["none", "10 5", "3 5", "12 5 3 5"]

  /// About as wide as a text is in a sans-serif font; rather too wide than too narrow.
  static func width(of text: String, size: Double = fontSize) -> Double {
    Double(displayWidth(text)) * size * 0.58
  }

  /// The width of the widest of the texts; 0 where there are none.
  static func width(of texts: [String], size: Double = fontSize) -> Double {
    texts.map { width(of: $0, size: size) }.max() ?? 0
  }

  static func clipped(_ text: String, width: Double) -> String {
    guard self.width(of: text) > width else { return text }
    var result = text
    while !result.isEmpty, self.width(of: result + "…") > width { result.removeLast() }
    return result + "…"
  }
}
