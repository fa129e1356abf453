import Formulas
import Quantities

/// Rows of a table that hold words, whatever their case and accents.
struct TableSearch {
  /// In lower case and without accents; none for no search.
  let words: [String]

  init(_ text: String) {
    words = text.split(whereSeparator: \.isWhitespace).map { Self.folded(String($0)) }
      .filter { !$0.isEmpty }
  }

  /// Rows in which each word stands in some cell, also as a part of a longer word.
  func rows(of table: Table) -> [Int] {
    (0..<table.rowCount).filter { row in
      let cells = table.columns.map { Self.folded(Self.text($0.cells, row)) }
      return words.allSatisfy { word in cells.contains { $0.contains(word) } }
    }
  }

  /// Words of the table's texts, each once, for near misses.
  static func vocabulary(of table: Table) -> [String] {
    var seen: Set<String> = []
    return table.columns.flatMap { column -> [String] in
      guard case .texts(let texts) = column.cells else { return [] }
      return texts.flatMap { $0.split { !($0.isLetter || $0.isNumber || $0 == "-") } }
        .map { $0.lowercased() }
    }.filter { seen.insert($0).inserted }
  }

  /// The table with some of its rows.
  static func table(_ table: Table, rows: [Int]) -> Table {
    let columns = table.columns.map { column -> Table.Column in
      let cells: Value =
        switch column.cells {
        case .column(let numbers, let unit): .column(rows.map { numbers[$0] }, unit)
        case .texts(let texts): .texts(rows.map { texts[$0] })
        case .truths(let truths): .truths(rows.map { truths[$0] })
        case .quantity, .text, .truth, .table, .function: column.cells
        }
      return Table.Column(heading: column.heading, cells: cells)
    }
    return Table(name: table.name, columns: columns, rowCount: rows.count)
  }

  private static func text(_ cells: Value, _ row: Int) -> String {
    switch cells {
    case .column(let numbers, _):
      NumberFormat(digits: 15, shortDigits: 15, groupSeparator: nil).string(numbers[row])
    case .texts(let texts): texts[row]
    case .truths(let truths): truths[row] ? "True" : "False"
    case .quantity, .text, .truth, .table, .function: ""
    }
  }

  /// In lower case; letters with an accent as the letter alone.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if scalar.isASCII {
        result.append(scalar)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        result.append(base(of: scalar))
      }
    }
    return String(result)
  }

  /// `e` for what Unicode names LATIN SMALL LETTER E WITH ACUTE.
  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    let start = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(start) else { return scalar }
    let rest = name.dropFirst(start.count)
    guard let letter = rest.unicodeScalars.first, rest.dropFirst().hasPrefix(" WITH ") else {
      return scalar
    }
    return letter.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  }
}
