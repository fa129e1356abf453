import Diagnostics
import TextLayout

/// Markup of an SVG picture, built up element by element. All text and attributes are escaped.
struct SVGText {
  private(set) var text = ""

  /// An element; nil for one without content.
  mutating func add(_ name: String, _ attributes: [(String, String)], text content: String? = nil) {
    let end = content.map { ">\(Self.escaped($0))</\(name)>\n" } ?? "/>\n"
    text += "<\(name)\(Self.written(attributes))\(end)"
  }

  mutating func open(_ name: String, _ attributes: [(String, String)]) {
    text += "<\(name)\(Self.written(attributes))>\n"
  }

  private static func written(_ attributes: [(String, String)]) -> String {
    attributes.map { name, value in " \(name)=\"\(escaped(value))\"" }.joined()
  }

  /// Corners of a line or a polygon.
  static func points(_ points: [(Double, Double)]) -> String {
    points.map { "\(px($0)),\(px($1))" }.joined(separator: " ")
  }

  /// Without the characters that XML forbids and with those that it gives a meaning replaced.
  static func escaped(_ text: String) -> String {
    let allowed = text.unicodeScalars.filter { $0 != "\u{FFFE}" && $0 != "\u{FFFF}" }
    return escapedHTML(String(allowed)).replacing("'", with: "&#39;")
  }

  /// A length in pixels, to the tenth.
  static func px(_ length: Double) -> String {
    let tenths = Int(bounded: (length * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let rest = tenths.magnitude % 10
    return "\(sign)\(tenths.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
  }
}
