import Diagnostics
import ItemAnalysis
import SectionedReports
import SeparatedValues

/// Reads one file of marks.
struct MarkReader {
  private let source: SourceText
  private let scanner: CellScanner
  private var log: MarkProblems
  /// How much is read.
  private let most: (rows: Int, columns: Int, cells: Int)

  init(
    _ text: String, name: String?,
    most: (rows: Int, columns: Int, cells: Int) = (
      MarkFile.mostRows, MarkFile.mostColumns, MarkFile.mostCells
    )
  ) {
    self.most = most
    let text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    source = SourceText(withUnixLineEnds(text), name: name)
    scanner = CellScanner(source.bytes)
    log = MarkProblems(source)
  }

  var problems: [LocatedDiagnostic] { log.located }

  /// A row and where its record begins.
  private struct Row {
    var cells: [String]
    var offset: Int
  }

  mutating func table() -> MarkTable? {
    guard let rows = rows(), let head = rows.first else { return nil }
    let body = rows.dropFirst()
    let names = names(head)
    guard let place = body.firstIndex(where: { isMaxima($0) }) else {
      log.add(.noMaxima, at: (body.first ?? head).offset)
      return nil
    }
    let maxima = rows[place]
    guard maxima.cells.count == head.cells.count else {
      log.add(.ragged(found: maxima.cells.count, expected: head.cells.count), at: maxima.offset)
      return nil
    }
    var items: [MarkTable.Item] = []
    for (column, name) in names.enumerated() {
      let maximum = number(maxima.cells[column + 1], heading: name, at: maxima.offset) ?? 0
      if maximum < 0 { log.add(.negativeMaximum(heading: name), at: maxima.offset) }
      items.append(MarkTable.Item(name: name, maximum: maximum))
    }
    var table = MarkTable(items: items)
    var students: Set<String> = []
    for index in body.indices where index != place {
      let row = rows[index]
      guard row.cells.count == head.cells.count else {
        log.add(.ragged(found: row.cells.count, expected: head.cells.count), at: row.offset)
        continue
      }
      if !row.cells[0].isEmpty, !students.insert(row.cells[0]).inserted {
        log.add(.studentTwice, at: row.offset)
      }
      table.add(marks(row, items))
    }
    if table.rows.isEmpty { log.add(.noStudents, at: maxima.offset) }
    if let total = Self.total(of: table) { log.add(.total(heading: total), at: head.offset) }
    return table
  }

  private func isMaxima(_ row: Row) -> Bool {
    ["max", "maximum"].contains(row.cells[0].lowercased())
  }

  /// Names of the questions.
  private mutating func names(_ head: Row) -> [String] {
    var seen: Set<String> = []
    return head.cells.dropFirst().enumerated().map { column, cell in
      let name = shortText(cell, limit: 200)
      if name.isEmpty {
        log.add(.emptyHeading(column: column + 2), at: head.offset)
      } else if !seen.insert(name).inserted {
        log.add(.headingTwice(heading: name), at: head.offset)
      }
      return name
    }
  }

  private mutating func marks(_ row: Row, _ items: [MarkTable.Item]) -> [Double] {
    items.enumerated().map { column, item in
      let cell = row.cells[column + 1]
      guard !cell.isEmpty, cell != "-", cell != "–" else {
        log.add(.emptyCell, at: row.offset)
        return 0
      }
      guard let mark = number(cell, heading: item.name, at: row.offset) else { return 0 }
      if mark > item.maximum + 1e-9 * abs(item.maximum) {
        log.add(
          .aboveMaximum(heading: item.name, mark: mark, maximum: item.maximum), at: row.offset)
      }
      return mark
    }
  }

  /// Nil for what is no number, which is reported.
  private mutating func number(_ cell: String, heading: String, at offset: Int) -> Double? {
    var text = cell
    if scanner.separator != UInt8(ascii: ","), !cell.contains(".") {
      text = cell.replacing(",", with: ".")
    }
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard isPlain, let number = Double(text), number.isFinite else {
      log.add(.notNumber(cell: shortText(cell, limit: 40), heading: heading), at: offset)
      return nil
    }
    return number
  }

  /// The heading of a last column that is the sum of the others.
  private static func total(of table: MarkTable) -> String? {
    guard table.items.count > 2, let last = table.items.last, last.maximum > 0,
      abs(2 * last.maximum - table.maximum) < 1e-6 * last.maximum, !table.rows.isEmpty
    else { return nil }
    let isSum = table.rows.allSatisfy { row in
      abs(2 * (row.last ?? 0) - row.reduce(0, +)) <= 0.011
    }
    return isSum ? last.name : nil
  }

  // MARK: Rows

  /// Rows that are not blank, the headings first; nil where they cannot be told apart.
  private mutating func rows() -> [Row]? {
    var scanner = scanner
    var rows: [Row] = []
    var cellCount = 0
    do {
      while let found = try scanner.next() {
        if found.cells.count > most.columns + 1 {
          log.add(.tooLarge(what: "columns", limit: most.columns), at: 0)
          return nil
        }
        if let offset = found.strayQuote {
          log.add(.quotes, at: offset)
          return nil
        }
        cellCount += found.cells.count
        if cellCount > most.cells {
          log.add(.tooLarge(what: "cells", limit: most.cells), at: 0)
          return nil
        }
        let cells = scanner.texts(found).map { $0.trimmingBlank }
        // Spreadsheets leave rows of empty cells behind.
        if !cells.allSatisfy(\.isEmpty) { rows.append(Row(cells: cells, offset: found.offset)) }
        if rows.count > most.rows + 2 {
          log.add(.tooLarge(what: "rows", limit: most.rows), at: 0)
          return nil
        }
      }
    } catch {
      log.add(.quotes, at: error.offset)
      return nil
    }
    guard let head = rows.first, head.cells.count > 1 else {
      log.add(.empty, at: 0)
      return nil
    }
    return rows
  }
}
