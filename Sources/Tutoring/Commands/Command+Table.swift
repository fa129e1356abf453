import Diagnostics

extension Command {
  static let table = Command(
    "table", argument: "NAME WORD", "show a table, or its rows with a word",
    completes: { session, _ in
      (session.sheet.shippedTables + session.opened.backgroundTables).map(\.name)
    },
    run: { $0.table($1) })
}

/// `:table`, which shows a table whole or the rows with a word.
extension Session {
  /// `NAME`, or `NAME WORD`; the name may be left out where there is one table only.
  func table(_ text: String) -> [SessionEvent] {
    let shipped = sheet.shippedTables.map(\.name)
    let known = shipped + opened.backgroundTables.map(\.name)
    if text.isEmpty, shipped.count == 1 { return show(shipped[0], "") ?? [] }
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    let name = words.first ?? ""
    if let lines = show(name, words.count > 1 ? words[1] : "") { return lines }
    return told(SessionDiagnostics.unknownTable(name, known: known))
  }

  /// Nil where there is no such table.
  private func show(_ name: String, _ search: String) -> [SessionEvent]? {
    guard
      let table = sheet.table(named: name)
        ?? opened.backgroundTables.first(where: { $0.name == name })
    else { return nil }
    let wanted = TableSearch(search)
    guard !wanted.words.isEmpty else { return [.table(table)] }
    let rows = wanted.rows(of: table)
    let words = withoutControls(search)
    guard !rows.isEmpty else {
      let near =
        wanted.words.count == 1
        ? nearestNames(to: wanted.words[0], among: TableSearch.vocabulary(of: table)) : []
      return told(SessionDiagnostics.notInTable(words, table: name, near: near))
    }
    return [.table(TableSearch.table(table, rows: rows))]
      + [.debrief(.foundInTable(words, rows: rows.count, of: table.rowCount))]
  }
}
