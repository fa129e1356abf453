import Diagnostics
import Formulas

extension Command {
  static let table = Command(
    "table", argument: "NAME WORD", "show a table, or its rows with a word",
    completes: { session, _ in
      (session.sheet.shippedTables + session.opened.backgroundTables).map(\.name)
    },
    run: { $0.table($1) })
}

/// `:table`, which shows a table, its rows with a word, or the rows in another order; as many as fit,
/// and the rest by `more`.
extension Session {
  /// `NAME`, or `NAME WORD sort COLUMN`, or `NAME more`; the name may be left out where there is one
  /// table only, or where the one shown last goes on.
  func table(_ text: String) -> [SessionEvent] {
    let shipped = sheet.shippedTables.map(\.name)
    let known = shipped + opened.backgroundTables.map(\.name)
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    let name = words.first ?? ""
    let rest = words.count > 1 ? words[1] : ""
    if sheet.table(named: name) == nil, !known.contains(name) {
      if text.isEmpty || name == "sort", shipped.count == 1 { return show(shipped[0], text) ?? [] }
      if Self.goesOn(text), let shownTable { return page(from: shownTable) }
      if Self.goesOn(text), shipped.count == 1 { return show(shipped[0], "") ?? [] }
    }
    if Self.goesOn(rest), let shownTable, shownTable.name == name { return page(from: shownTable) }
    if let lines = show(name, Self.goesOn(rest) ? "" : rest) { return lines }
    return told(SessionDiagnostics.unknownTable(name, known: known))
  }

  private static func goesOn(_ text: String) -> Bool { text.lowercased() == "more" }

  /// The rows after those shown last; from the first again where there are none.
  private func page(from last: TableView) -> [SessionEvent] {
    var view = last
    view.start = last.hasMore ? last.start + last.count : 0
    return page(view)
  }

  private func page(_ view: TableView) -> [SessionEvent] {
    var view = view
    let left = view.table.rowCount - view.start
    view.count = 0
    view.count = max(min(1, left), min(left, environment.rowsThatFit(view)))
    shownTable = view
    showsTable = true
    return [.table(view)]
  }

  /// Nil where there is no such table.
  private func show(_ name: String, _ text: String) -> [SessionEvent]? {
    guard
      let table = sheet.table(named: name)
        ?? opened.backgroundTables.first(where: { $0.name == name })
    else { return nil }
    let request = TableRequest(text)
    let wanted = TableSearch(request.search)
    var rows = wanted.words.isEmpty ? Array(0..<table.rowCount) : wanted.rows(of: table)
    let words = withoutControls(request.search)
    guard !rows.isEmpty || wanted.words.isEmpty else {
      let near =
        wanted.words.count == 1
        ? nearestNames(to: wanted.words[0], among: TableSearch.vocabulary(of: table)) : []
      return told(SessionDiagnostics.notInTable(words, table: name, near: near))
    }
    if let sort = request.sort {
      let columns = request.columns(of: table)
      guard columns.count == 1 else {
        return told(
          SessionDiagnostics.columnToSort(
            sort, table: name, among: (columns.isEmpty ? table.columns : columns).map(\.heading)))
      }
      rows = request.sorted(rows, by: columns[0])
    }
    let shown = TableSearch.table(table, rows: rows)
    return page(
      TableView(
        name: name, table: shown, search: wanted.words.isEmpty ? "" : words,
        isSorted: request.sort != nil, total: table.rowCount))
      + (wanted.words.isEmpty
        ? [] : [.debrief(.foundInTable(words, rows: rows.count, of: table.rowCount))])
  }
}
