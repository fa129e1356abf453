/// Tables in a text, drawn with `|` as in Markdown.
struct TextTables {
  /// First tokens of rows; those of rules such as `|---|` are none.
  private(set) var rowStarts: Set<Int> = []
  /// First tokens of rows that stand above a rule.
  private(set) var headings: Set<Int> = []
  /// Numbers that are all of a row's first cell, with the one word that heads their column.
  private(set) var numberedRows: [Int: String] = [:]
  /// Tokens of cells, with the cell that heads their column.
  private(set) var headingOf: [Int: Range<Int>] = [:]

  init(_ text: TextTokens) {
    var lines: [Range<Int>] = []
    var start = 0
    for index in text.indices where index > start && text[index].startsLine {
      lines.append(start..<index)
      start = index
    }
    if start < text.indices.upperBound { lines.append(start..<text.indices.upperBound) }
    var heading: String?
    var last: Int?
    var columns: [Range<Int>] = []
    var columnsAbove: [Range<Int>] = []
    for line in lines {
      guard let cell = Self.firstCell(text, line) else {
        (heading, last) = (nil, nil)
        (columns, columnsAbove) = ([], [])
        continue
      }
      guard line.contains(where: { text[$0].sign == nil }) else {
        if let last { headings.insert(last) }
        columns = columnsAbove
        continue
      }
      columnsAbove = Self.cells(text, line)
      for (cell, heading) in zip(columnsAbove, columns) where !heading.isEmpty {
        for index in cell { headingOf[index] = heading }
      }
      rowStarts.insert(line.lowerBound)
      if last == nil {
        heading = cell.count == 1 ? text.word(cell[0]).map(TextTokens.singular) : nil
      } else if let heading, cell.count == 1, text[cell[0]].number != nil {
        numberedRows[cell[0]] = heading
      }
      last = line.lowerBound
    }
  }

  private static func cells(_ text: TextTokens, _ line: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound + (text[line.lowerBound].sign == "|" ? 1 : 0)
    for index in start..<line.upperBound where text[index].sign == "|" {
      cells.append(start..<index)
      start = index + 1
    }
    return start < line.upperBound ? cells + [start..<line.upperBound] : cells
  }

  /// The tokens of a line's first cell, emphasis aside; nil where the line is no row.
  private static func firstCell(_ text: TextTokens, _ line: Range<Int>) -> [Int]? {
    let opens = text[line.lowerBound].sign == "|"
    let cells = opens ? line.dropFirst() : line
    guard let end = cells.first(where: { text[$0].sign == "|" }) else { return nil }
    return (cells.lowerBound..<end).filter { text[$0].sign != "*" }
  }
}
