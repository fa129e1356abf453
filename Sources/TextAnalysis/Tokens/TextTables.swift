/// Tables in a text, drawn with `|` as in Markdown, the rule below the headings left out or not, or as
/// a spreadsheet has them, with `;`.
struct TextTables {
  /// First tokens of rows; those of rules such as `|---|` are none.
  private(set) var rowStarts: Set<Int> = []
  /// First tokens of rows that stand above a rule.
  private(set) var headings: Set<Int> = []
  /// Numbers that are all of a row's first cell, with the one word that heads their column.
  private(set) var numberedRows: [Int: String] = [:]
  /// Tokens of cells, with the cell that heads their column.
  private(set) var headingOf: [Int: Range<Int>] = [:]
  /// Tokens of rows, with the first cell.
  private var firstCellOf: [Int: Range<Int>] = [:]

  init(_ text: TextTokens) {
    // A sheet has two `;` in each of two lines.
    guard
      text.indices.contains(where: { text[$0].sign == "|" })
        || Self.count(";", text, text.indices) > 3
    else { return }
    var heading: String?
    var last: Int?
    var columns: [Range<Int>] = []
    var columnsAbove: [Range<Int>] = []
    let lines = Array(text.lines)
    for (place, line) in lines.enumerated() {
      // A line with one `;` alone is a sentence.
      let semicolons = Self.count(";", text, line)
      let isSheet =
        semicolons > 1
        && [place - 1, place + 1].contains {
          lines.indices.contains($0) && Self.count(";", text, lines[$0]) == semicolons
        }
      let cells = Self.cells(text, line, by: isSheet ? ";" : "|")
      guard cells.count > 1 else {
        (heading, last) = (nil, nil)
        (columns, columnsAbove) = ([], [])
        continue
      }
      guard line.contains(where: { text[$0].sign == nil }) else {
        if let last { headings.insert(last) }
        columns = columnsAbove
        continue
      }
      columnsAbove = cells
      // Words alone above numbers head them, with a rule or without.
      if last == nil, cells.count > 2, Self.isHeading(text, cells),
        lines.indices.contains(place + 1),
        lines[place + 1].contains(where: { text[$0].number != nil })
      {
        headings.insert(line.lowerBound)
        columns = cells
      }
      for (cell, heading) in zip(cells, columns) where !heading.isEmpty {
        for index in cell { headingOf[index] = heading }
      }
      rowStarts.insert(line.lowerBound)
      for index in line { firstCellOf[index] = cells[0] }
      // Emphasis is no part of a cell.
      let first = cells[0].filter { text[$0].sign != "*" }
      if last == nil {
        heading = first.count == 1 ? text.singular(first[0]) : nil
      } else if let heading, first.count == 1, text[first[0]].number != nil {
        numberedRows[first[0]] = heading
      }
      last = line.lowerBound
    }
  }

  /// The first cell of the row that a token is in; nil where it is in none.
  func firstCell(inRowOf token: Int) -> Range<Int>? { firstCellOf[token] }

  private static func count(_ sign: Unicode.Scalar, _ text: TextTokens, _ line: Range<Int>) -> Int {
    line.count { text[$0].sign == sign }
  }

  /// Whether most cells have words alone, the first aside.
  private static func isHeading(_ text: TextTokens, _ cells: [Range<Int>]) -> Bool {
    let own = cells.dropFirst().filter { $0.contains { text[$0].sign == nil } }
    let words = own.count { $0.allSatisfy { text[$0].number == nil } }
    return words > 0 && words * 2 >= own.count
      && own.allSatisfy { $0.contains { text.word($0) != nil } }
  }

  /// One cell alone where the line is no row.
  private static func cells(
    _ text: TextTokens, _ line: Range<Int>, by sign: Unicode.Scalar
  ) -> [Range<Int>] {
    let bars = line.filter { text[$0].sign == sign }
    let start = bars.first == line.lowerBound ? [] : [line.lowerBound - 1]
    let bounds = start + bars + [line.upperBound]
    return zip(bounds, bounds.dropFirst()).map { $0 + 1..<$1 }
  }
}
