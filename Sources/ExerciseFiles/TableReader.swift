import Diagnostics
import Exercises
import Formulas
import SeparatedValues

/// Reads a table of comma-separated values with a row of headings.
struct TableReader {
  let log: ProblemLog
  /// The line of the file that the text's first line is.
  let firstLine: Int
  var cellLimit = Self.mostCells

  static let mostRows = 100_000
  static let mostColumns = 200
  /// Cells of all rows together: 200 MB of memory.
  static let mostCells = 4_000_000

  /// Nil where there is no table to be had, which has been reported.
  func table(_ text: String, name: String, also: [String] = []) -> DataTable? {
    guard let rows = rows(text) else { return nil }
    guard let head = rows.first else {
      log.report(.emptyTable(name: name), line: firstLine)
      return nil
    }
    if head.cells.count == 1,
      let other = [";", "\t"].first(where: { (sign: String) in head.cells[0].contains(sign) })
    {
      log.report(.tableSeparator(found: other), line: head.line)
      return nil
    }
    let body = Array(rows.dropFirst())
    if let note = comment(in: rows) {
      log.report(.tableComment(note.cells.joined(separator: ",")), line: note.line)
      return nil
    }
    if rows.allSatisfy({ $0.cells.count == 1 && $0.cells[0].contains("|") }) {
      log.report(.tableSeparator(found: "|"), line: head.line)
      return nil
    }
    if body.isEmpty {
      log.report(.tableWithoutRows(name: name), line: head.line)
      return nil
    }
    let ragged = body.filter { $0.cells.count != head.cells.count }
    // One slip in a file is told; the same slip in every row is told a few times.
    for row in ragged.prefix(5) {
      log.report(.ragged(found: row.cells.count, expected: head.cells.count), line: row.line)
    }
    guard ragged.isEmpty else { return nil }
    return DataTable(name: name, also: also, columns: columns(head, body), rowCount: body.count)
  }

  private struct Row {
    var cells: [String]
    var line: Int
  }

  /// Rows that are not blank, the headings first; nil where they cannot be told apart, or are too
  /// many.
  private func rows(_ text: String) -> [Row]? {
    var scanner = CellScanner(Array(text.utf8), separator: UInt8(ascii: ","))
    var rows: [Row] = []
    var cellCount = 0
    do {
      while let found = try scanner.next() {
        if found.cells.count > Self.mostColumns {
          log.report(.tableTooLarge(what: "columns", limit: Self.mostColumns), line: firstLine)
          return nil
        }
        if found.strayQuote != nil {
          log.report(.tableQuotes, line: firstLine + found.line)
          return nil
        }
        let cells = scanner.texts(found).map { $0.trimmingBlank }
        if cells != [""] { rows.append(Row(cells: cells, line: firstLine + found.line)) }
        if rows.count > Self.mostRows + 1 {
          log.report(.tableTooLarge(what: "rows", limit: Self.mostRows), line: firstLine)
          return nil
        }
        cellCount += cells.count
        if cellCount > cellLimit {
          log.report(.tableTooLarge(what: "cells", limit: cellLimit), line: firstLine)
          return nil
        }
      }
    } catch {
      log.report(.tableQuotes, line: firstLine + error.line)
      return nil
    }
    return rows
  }

  /// A row that opens with `#` and has other cells than the rest.
  private func comment(in rows: [Row]) -> Row? {
    let widest = rows.lazy.filter { !$0.cells[0].hasPrefix("#") }.map(\.cells.count).max() ?? 0
    return rows.first { $0.cells[0].hasPrefix("#") && $0.cells.count < widest }
  }

  // MARK: - Columns

  private func columns(_ head: Row, _ rows: [Row]) -> [DataColumn] {
    var seen: Set<String> = []
    return head.cells.enumerated().map { index, cell in
      let (heading, unit) = parted(cell)
      if heading.isEmpty {
        log.report(.emptyHeading(column: index + 1), line: head.line)
      } else if !seen.insert(heading).inserted {
        log.report(.columnTwice(heading: heading), line: head.line)
      }
      var column = DataColumn(
        heading: heading, unit: unit.map { AuthorFormula($0, line: head.line) },
        cells: .numbers([]))
      (column.cells, column.firstText) = cells(rows, index, heading: heading, unit: unit)
      return column
    }
  }

  /// A heading and the unit in brackets at its end.
  private func parted(_ heading: String) -> (heading: String, unit: String?) {
    guard heading.last == "]", let bracket = heading.lastIndex(of: "[") else {
      return (heading, nil)
    }
    let unit = heading[bracket...].dropFirst().dropLast().trimmingBlank
    let name = heading[..<bracket].trimmingBlank
    return Self.noUnits.contains(unit) ? (name, nil) : (name, unit)
  }

  /// What a number with groups is made of.
  private static let groupMarks = Set("0123456789.-'’ \u{A0}\u{2009}\u{202F}".unicodeScalars)

  /// How a heading says that its column holds plain numbers.
  private static let noUnits = ["", "-", "–", "—", "−", "1", "."]

  /// The cells, and the first that is no number.
  private func cells(
    _ rows: [Row], _ index: Int, heading: String, unit: String?
  ) -> (DataColumn.Cells, firstText: SourcedText?) {
    var numbers: [Double] = []
    numbers.reserveCapacity(rows.count)
    for row in rows {
      let cell = row.cells[index]
      if let number = cell.isEmpty ? .nan : plainNumber(cell) ?? writtenNumber(cell) {
        numbers.append(number)
        continue
      }
      if let unit {
        log.report(
          .cellIsNoNumber(heading: heading, unit: unit, cell: cell, tries: tries(cell)),
          line: row.line)
      }
      return (.texts(rows.map { $0.cells[index] }), SourcedText(cell, line: row.line))
    }
    return (.numbers(numbers), nil)
  }

  /// What is offered in a formula for a number with a comma or several points.
  private func tries(_ cell: String) -> [String] {
    guard cell.contains(where: \.isNumber), case .failure(let problem) = Parser.formula(cell) else {
      return []
    }
    return problem.diagnostic.help
  }

  /// The value of `1'000` and `12 500.5`, whose groups are set apart as in formulas, and of `−1` with
  /// the sign of print.
  private func writtenNumber(_ cell: String) -> Double? {
    let typed = cell.replacing("\u{2212}", with: "-")
    if typed != cell, let number = plainNumber(typed) { return number }
    guard typed.unicodeScalars.allSatisfy(Self.groupMarks.contains),
      case .success(let formula) = Parser.formula(typed), let numbers = formula.typedNumbers
    else { return nil }
    return numbers.count == 1 ? numbers[0].value : nil
  }
}
