extension BindingRule {
  /// The cell of a table: the row is named in the line's first cell, or in the one that heads the
  /// column, as in `| | Flat | Farm |` above `| kWh | 5 | 9 |`.
  static let cellOfTable = BindingRule(name: "cell of a table") { binder, figure in
    let place = figure.tokens.lowerBound
    guard let first = binder.tables.firstCell(inRowOf: place) else { return .silent }
    for cell in [first, binder.tables.headingOf[place] ?? 0..<0] {
      let rows = Set(binder.rows.mentions(in: cell).map(\.row))
      if rows.count == 1, let row = rows.first { return .row(RowBinding(row: row, isTight: true)) }
    }
    return .silent
  }
}
