import Foundation

/// The page of the documentation that has the figures, between two marks.
struct Page {
  var path: String

  private static let begin = "<!-- figures: written by make bench -->"
  private static let end = "<!-- end of figures -->"

  func replaceTable(_ rows: [String]) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let begin = text.range(of: Self.begin),
      let end = text.range(of: Self.end, range: begin.upperBound..<text.endIndex)
    else {
      print("\(path) has no marks for the figures.")
      return
    }
    let table = [
      "", "| figure | Reckon | others, as so many times Reckon's time |", "|---|---|---|",
    ]
    let lines = (table + rows + [""]).joined(separator: "\n")
    let page = text[..<begin.upperBound] + lines + text[end.lowerBound...]
    try String(page).write(toFile: path, atomically: true, encoding: .utf8)
  }
}
