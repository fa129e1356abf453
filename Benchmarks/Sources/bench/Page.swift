import Foundation

/// The page of the documentation that has the figures, between two marks.
struct Page {
  var path: String

  /// A table of the page and what makes it.
  enum Table: String {
    case figures = "figures: written by make bench"
    case costs = "costs: written by make costs"
  }

  func replaceTable(_ rows: [String], _ which: Table = .figures) throws {
    let begin = "<!-- \(which.rawValue) -->"
    let end = "<!-- end of \(which.rawValue.prefix { $0 != ":" }) -->"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let begin = text.range(of: begin),
      let end = text.range(of: end, range: begin.upperBound..<text.endIndex)
    else {
      print("\(path) has no marks for the figures.")
      return
    }
    let table =
      which == .costs
      ? ReadingCosts.head
      : [
        "", "| figure | Reckon | others, as so many times Reckon's time |", "|---|---|---|",
      ]
    let lines = (table + rows + [""]).joined(separator: "\n")
    let page = text[..<begin.upperBound] + lines + text[end.lowerBound...]
    try String(page).write(toFile: path, atomically: true, encoding: .utf8)
  }
}
