/// Rows and columns.
extension MathLayout {
  func grid(_ grid: MathGrid) -> MathBox {
    if isFlat { return flat(grid) }
    let count = grid.columnCount
    let cells = grid.rows.map { row in
      (0..<count).map { $0 < row.count ? cell(row[$0], $0, of: grid) : .empty }
    }
    let widths = (0..<count).map { column in cells.map { $0[column].width }.max() ?? 0 }
    let isTall = cells.contains { $0.contains { !$0.isFlat } }
    var rows: [MathBox] = []
    for line in cells {
      var row = MathBox.empty
      for (column, box) in line.enumerated() {
        let padded = box.padded(to: widths[column], side(column, of: grid))
        row = row.beside(padded, gap: column == 0 ? 0 : gap(before: column, of: grid))
      }
      if isTall, !rows.isEmpty { rows.append(leaf("")) }
      rows.append(row)
    }
    guard !rows.isEmpty else { return fence(grid.opening, .empty, grid.closing) }
    var whole = MathBox.stacked(rows, baselineOf: 0, .left)
    whole.baseline = grid.rows.count == 1 ? whole.baseline : whole.height / 2
    if grid.opening == "{" || grid.closing == "}", whole.height == 2 {
      // A brace has three parts.
      let blank = String(repeating: " ", count: whole.width)
      whole.rows.insert(blank, at: 1)
      whole.baseline = 1
    }
    let margin = grid.opening.isEmpty ? 0 : 1
    let inner = leaf(String(repeating: " ", count: margin)).rows[0]
    whole.rows = whole.rows.map { inner + $0 + (grid.closing.isEmpty ? "" : " ") }
    whole.width += margin + (grid.closing.isEmpty ? 0 : 1)
    return fence(grid.opening, whole, grid.closing)
  }

  /// A cell; of equations, what stands right of the sign keeps room for it.
  private func cell(_ node: MathNode, _ column: Int, of grid: MathGrid) -> MathBox {
    guard grid.isAligned, column % 2 == 1 else { return box(node) }
    let nodes: [MathNode] = if case .row(let nodes) = node { nodes } else { [node] }
    return row(Self.flattened(nodes), after: .ordinary)
  }

  private func side(_ column: Int, of grid: MathGrid) -> MathBox.Side {
    if grid.isAligned { return column % 2 == 0 ? .right : .left }
    return grid.isLeft ? .left : .centre
  }

  private func gap(before column: Int, of grid: MathGrid) -> Int {
    grid.isAligned ? (column % 2 == 1 ? 0 : 3) : 2
  }

  private func flat(_ grid: MathGrid) -> MathBox {
    let isTable = !grid.isAligned && !grid.isLeft
    let rows = grid.rows.map { row in
      let cells = row.filter { $0 != .nothing || isTable }
      return joined(cells.map(box), by: isTable ? ", " : " ")
    }
    let inside = joined(rows, by: "; ")
    return fence(grid.opening, inside, grid.opening == "{" ? "}" : grid.closing)
  }
}
