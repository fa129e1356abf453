import Formulas

/// What `:table` shows of a table: its rows with some words, in some order, from some row on.
public struct TableView {
  /// The table's name.
  public internal(set) var name: String
  /// The rows that were looked for, in the order that was asked for.
  public internal(set) var table: Table
  /// Words that its rows have; empty where all are shown.
  public internal(set) var search = ""
  /// Whether they stand in an order that was asked for.
  public internal(set) var isSorted = false
  /// Rows of the whole table.
  public internal(set) var total: Int
  /// The first row that is shown.
  public internal(set) var start = 0
  /// How many of them are shown.
  public var count = 0

  /// The rows that are shown.
  public var page: Table {
    TableSearch.table(table, rows: Array(start..<(start + count)))
  }
  /// Whether there are rows after these.
  public var hasMore: Bool { start + count < table.rowCount }
}

/// What follows a table's name: words that rows have, and a column to sort by, as in `2023-10 sort
/// queries down`.
struct TableRequest {
  var search: String
  /// A part of a heading; nil where the table's own order is wanted.
  var sort: String?
  var isDescending = false

  private static let descending: Set<String> = [
    "desc", "descending", "down", "largest", "most", "reverse", "reversed",
  ]

  init(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let place = words.lastIndex(where: { ["sort", "sorted"].contains($0.lowercased()) }),
      place + 1 < words.count
    else {
      search = text
      return
    }
    search = words[..<place].joined(separator: " ")
    var column = words[(place + 1)...]
    if column.first?.lowercased() == "by", column.count > 1 { column = column.dropFirst() }
    if let last = column.last?.lowercased(), column.count > 1, Self.directions.contains(last) {
      isDescending = Self.descending.contains(last)
      column = column.dropLast()
    }
    if column.first?.hasPrefix("-") == true {
      isDescending = true
      column[column.startIndex].removeFirst()
    }
    sort = column.joined(separator: " ").filter { $0 != "\"" && $0 != "'" }
  }

  private static let directions = descending.union(["asc", "ascending", "smallest", "up"])

  /// The columns whose headings have what was asked for: the one that is it, or all that hold it.
  func columns(of table: Table) -> [Table.Column] {
    guard let sort else { return [] }
    let wanted = TableSearch.folded(sort)
    let whole = table.columns.filter { TableSearch.folded($0.heading) == wanted }
    return whole.isEmpty
      ? table.columns.filter { TableSearch.folded($0.heading).contains(wanted) } : whole
  }

  /// Rows in the order of a column; those that are alike stay as they were.
  func sorted(_ rows: [Int], by column: Table.Column) -> [Int] {
    func ordered(_ comes: (Int, Int) -> Bool) -> [Int] {
      rows.enumerated().sorted { left, right in
        let (first, second) = isDescending ? (right, left) : (left, right)
        if comes(first.element, second.element) { return true }
        return !comes(second.element, first.element) && left.offset < right.offset
      }.map(\.element)
    }
    switch column.cells {
    case .column(let numbers, _): return ordered { numbers[$0] < numbers[$1] }
    case .texts(let texts):
      let folded = texts.map(TableSearch.folded)
      return ordered { folded[$0] < folded[$1] }
    case .truths(let truths): return ordered { !truths[$0] && truths[$1] }
    case .quantity, .text, .truth, .table, .function: return rows
    }
  }
}
