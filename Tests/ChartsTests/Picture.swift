import Quantities
import Foundation

@testable import Charts

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG picture read back: its elements in order, and what its axes say.
struct Picture {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""

    /// The names of its class, as `rk-tick`.
    var classes: Set<Substring> { Set((attributes["class"] ?? "").split(separator: " ")) }

    func number(_ key: String) -> Double { attributes[key].flatMap(Double.init) ?? .nan }

    /// The corners of a line, a polygon or a circle's middle.
    var points: [(x: Double, y: Double)] {
      switch name {
      case "circle": [(number("cx"), number("cy"))]
      case "line": [(number("x1"), number("y1")), (number("x2"), number("y2"))]
      default:
        (attributes["points"] ?? "").split(separator: " ").map { pair in
          let numbers = pair.split(separator: ",").compactMap { Double($0) }
          return (numbers.first ?? .nan, numbers.last ?? .nan)
        }
      }
    }

    /// The middle of its corners, which for a triangle is not that of its height.
    var middle: (x: Double, y: Double) {
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      return (
        ((xs.min() ?? .nan) + (xs.max() ?? .nan)) / 2, ((ys.min() ?? .nan) + (ys.max() ?? .nan)) / 2
      )
    }

    /// About what a text takes up.
    var textBox: Box {
      let size = classes.contains("rk-title") ? 17.0 : classes.contains("rk-tick") ? 13 : 14
      let width = SVGChart.width(of: text, size: size)
      let shifts = ["middle": 0.5, "end": 1.0]
      let shift = attributes["text-anchor"].flatMap { shifts[$0] } ?? 0
      return Box(
        x: number("x") - shift * width, y: number("y") - size * 0.75, width: width, height: size)
    }
  }

  let elements: [Element]

  /// Nil where it is no well-formed XML.
  init?(_ svg: String) {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    elements = reader.elements
  }

  func named(_ names: String..., class own: Substring? = nil) -> [Element] {
    elements.filter { element in
      names.contains(element.name) && (own.map(element.classes.contains) ?? true)
    }
  }

  /// Marks of points.
  var marks: [Element] { named("circle", "polygon", class: "rk-halo") }
  /// Bars, without the ground.
  var bars: [Element] { named("rect").filter { !$0.classes.contains("rk-ground") } }

  /// The axis below: numbers stand under their places.
  var x: Scale? {
    Scale(numbers("middle").map { ($0.value, $0.element.number("x")) })
  }
  /// The axis on the left: numbers stand beside their places, on whose line they are centred.
  var y: Scale? {
    Scale(numbers("end").map { ($0.value, $0.element.number("y") - 4.5) })
  }

  private func numbers(_ anchor: String) -> [(value: Double, element: Element)] {
    named("text", class: "rk-tick").filter { $0.attributes["text-anchor"] == anchor }
      .compactMap { element in Scale.number(element.text[...]).map { ($0, element) } }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }
  }
}
