import Diagnostics

/// A table whose columns line up in a terminal.
///
/// Where it is too wide, its cells are wrapped, the widest columns giving way first; where
/// that would tear words or numbers apart, each row is shown as `Heading: value` lines.
public struct TextTable: Sendable {
  private(set) var header: [StyledText]
  private(set) var rows: [[StyledText]]
  private let alignments: [ColumnAlignment]
  private let isTight: Bool

  /// Columns without an alignment are `automatic`; short rows are filled up with empty cells. A
  /// header that is empty, or all of whose cells are, is not drawn.
  ///
  /// - `isTight`: whether rows of several lines follow each other without air, as where
  ///   the first column tells them apart.
  public init(
    header: [String], rows: [[StyledText]], alignments: [ColumnAlignment] = [],
    isTight: Bool = false
  ) {
    self.init(
      styledHeader: header.map { StyledText($0, .strong) }, rows: rows, alignments: alignments,
      isTight: isTight)
  }

  /// The same with headings that are styled already.
  public init(
    styledHeader: [StyledText], rows: [[StyledText]], alignments: [ColumnAlignment] = [],
    isTight: Bool = false
  ) {
    self.isTight = isTight
    let count = max(styledHeader.count, rows.map(\.count).max() ?? 0)
    func filled(_ cells: [StyledText]) -> [StyledText] {
      let clean = cells.map(cleaned)
      return clean + [StyledText](repeating: StyledText(), count: count - cells.count)
    }
    header = filled(styledHeader)
    self.rows = rows.map(filled)
    self.alignments = (0..<count).map { $0 < alignments.count ? alignments[$0] : .automatic }
  }

  /// Lines of at most `width` columns, without spaces at their ends.
  ///
  /// - `inWords`: whether each row is said by itself, and nothing is drawn.
  public func lines(width: Int, unicode: Bool = true, inWords: Bool = false) -> [StyledText] {
    if inWords { return wordLines(width: width) }
    let columns = header.indices.map { index in
      Column(header: header[index], cells: rows.map { $0[index] }, alignment: alignments[index])
    }
    for gap in [2, 1] {
      let room = width - gap * max(0, columns.count - 1)
      if let widths = columnWidths(
        needs: columns.map(\.need), floors: columns.map(\.floor), room: room)
      {
        return grid(columns, widths: widths, gap: gap, unicode: unicode)
      }
    }
    return records(width: width)
  }

  /// What the layout needs to know of a column.
  private struct Column {
    /// Columns that show every cell on the lines it was given with.
    var need: Int
    /// Columns below which words or numbers would be torn apart.
    var floor: Int
    /// Never `automatic`.
    var alignment: ColumnAlignment

    /// Words longer than this may be cut.
    private static let longestKeptWord = 48
    /// No column is made narrower than this for the sake of others.
    private static let narrowest = 8

    init(header: StyledText, cells: [StyledText], alignment: ColumnAlignment) {
      let all = [header] + cells
      need = all.flatMap(\.lines).map(\.width).max() ?? 0
      let whole = all.map { isNumber($0.plain) ? $0.width : longestWord(in: $0) }.max() ?? 0
      floor = min(need, max(Self.narrowest, min(whole, Self.longestKeptWord)))
      self.alignment = alignment.resolved(for: cells.lazy.map(\.plain))
    }
  }

  private func grid(_ columns: [Column], widths: [Int], gap: Int, unicode: Bool) -> [StyledText] {
    let space = StyledText(String(repeating: " ", count: gap))
    func line(_ cells: [StyledText]) -> StyledText {
      var result = StyledText()
      for (index, cell) in cells.enumerated() {
        if index > 0 { result += space }
        result += placed(cell, width: widths[index], columns[index].alignment)
      }
      return result.trailingSpaceTrimmed
    }
    func folds(_ cells: [StyledText]) -> [[StyledText]] {
      zip(cells, widths).map { cell, width in cell.isEmpty ? [] : folded(cell, to: width) }
    }

    var result: [StyledText] = []
    if hasHeader {
      let parts = folds(header)
      let height = parts.map(\.count).max() ?? 0
      for row in 0..<height {
        // Short headings stand on the rule.
        result.append(
          line(parts.map { $0.count < height - row ? StyledText() : $0[row - height + $0.count] }))
      }
      let rule = unicode ? "─" : "-"
      for (index, width) in widths.enumerated() {
        let part = StyledText(String(repeating: rule, count: width), .dim)
        if index == 0 { result.append(part) } else { result[result.count - 1] += space + part }
      }
    }
    let bodies = rows.map(folds)
    let isTall = bodies.contains { row in row.contains { $0.count > 1 } }
    for (index, parts) in bodies.enumerated() {
      // Rows of several lines need air to be told apart.
      if isTall, !isTight, index > 0 { result.append(StyledText()) }
      for row in 0..<max(1, parts.map(\.count).max() ?? 0) {
        result.append(line(parts.map { row < $0.count ? $0[row] : StyledText() }))
      }
    }
    return result
  }

  private func records(width: Int) -> [StyledText] {
    var result: [StyledText] = []
    for (index, row) in rows.enumerated() {
      if index > 0 { result.append(StyledText()) }
      for (heading, cell) in zip(header, row) where !cell.isEmpty {
        var text = heading.lines.joined(by: " ")
        if !text.isEmpty { text.append(": ") }
        let lines = folded(text + cell.lines.joined(by: " "), to: width - 2)
        result += lines.prefix(1) + lines.dropFirst().map { StyledText("  ") + $0 }
      }
    }
    return result
  }

  var hasHeader: Bool { header.contains { !$0.isEmpty } }
}

/// The text with spaces on the side or sides that the alignment asks for.
private func placed(_ text: StyledText, width: Int, _ alignment: ColumnAlignment) -> StyledText {
  let spare = max(0, width - text.width)
  let before =
    switch alignment {
    case .left, .automatic: 0
    case .centre: spare / 2
    case .right: spare
    }
  return StyledText(String(repeating: " ", count: before)) + text
    + StyledText(String(repeating: " ", count: spare - before))
}

/// The text without controls; tabs, which have no width of their own, become spaces.
private func cleaned(_ text: StyledText) -> StyledText {
  text.mappingTexts { run in
    let clean = withoutControls(run.text)
    return clean.utf8.contains(UInt8(ascii: "\t")) ? clean.replacing("\t", with: " ") : clean
  }
}
