extension TextTable {
  /// A line for each row, for those who hear a table: `Model 1: Accuracy 72.1 %, Speed 5/s.`, or
  /// `power: What it is: what a lamp draws; Unit: kW.`
  func wordLines(width: Int) -> [StyledText] {
    rows.flatMap { row in wrapped(words(of: row), width: width, indent: 2) }
  }

  private func words(of row: [StyledText]) -> StyledText {
    let cells = zip(header, row).map { (heading: $0.onOneLine, cell: $1.onOneLine) }
      .filter { !$0.cell.isEmpty }
    guard hasHeader else { return cells.map(\.cell).joined(by: ", ") }
    let said = cells.enumerated().map { index, cell -> StyledText in
      // The first cell names the row, unless it is a number, which says nothing by itself.
      let isName = index == 0 && !isNumber(cell.cell.plain)
      if isName || cell.heading.isEmpty { return cell.cell }
      let joint = cell.cell.beginsWithFigure ? " " : ": "
      return StyledText(cell.heading.plain + joint) + cell.cell
    }
    let rest = Array(said.dropFirst())
    let hasWords = cells.dropFirst().contains { !$0.cell.beginsWithFigure }
    let end = rest.last?.plain.last.map { ".!?".contains($0) } ?? false
    return (said.first ?? StyledText()) + (rest.isEmpty ? "" : ": ")
      + rest.joined(by: hasWords ? "; " : ", ") + (end ? "" : ".")
  }
}

extension StyledText {
  fileprivate var beginsWithFigure: Bool {
    plain.first.map { $0.isNumber || "+-−~".contains($0) } ?? false
  }

  fileprivate var onOneLine: StyledText {
    lines.filter { !$0.isEmpty }.joined(by: " ").trailingSpaceTrimmed
  }
}
