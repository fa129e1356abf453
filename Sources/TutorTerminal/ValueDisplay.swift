import Diagnostics
import Formulas
import Quantities
import TextLayout

/// Values as lines of a terminal.
public struct ValueDisplay {
  /// Columns at hand.
  public var width: Int
  /// Whether the terminal shows more than ASCII.
  public var unicode: Bool
  /// Whether rows are said one by one, and nothing is drawn.
  public var inWords: Bool

  /// Rows of a column or table that are shown at most.
  public let rowLimit: Int

  /// How many rows are shown where nothing is said of it.
  public static let rowLimit = 40

  public init(
    width: Int, unicode: Bool, inWords: Bool = false, rowLimit: Int = Self.rowLimit
  ) {
    self.width = width
    self.unicode = unicode
    self.inWords = inWords
    self.rowLimit = rowLimit
  }

  /// A value on one line, as far as it goes on one: of a column the first few numbers.
  public func text(_ value: Value, numbers count: Int = 4) -> StyledText {
    switch value {
    case .quantity(let number, let unit): return quantity(number, unit)
    case .column(let numbers, let unit):
      let shown = numbers.prefix(count).map { NumberFormat.standard.string($0) }
      let dots = numbers.count > count ? ", …" : ""
      let symbol = unit.symbol
      return StyledText("[" + shown.joined(separator: ", ") + dots + "]", .value)
        + StyledText(symbol.isEmpty ? "" : " " + asciiIfNeeded(symbol), .unit)
    case .text(let text): return StyledText(withoutControls(text))
    case .truth(let truth): return StyledText(truth ? "True" : "False", .value)
    case .texts(let texts): return StyledText("a column of \(texts.count) texts")
    case .truths(let truths):
      return StyledText("True in \(truths.count { $0 }) of \(truths.count) rows")
    case .table(let table):
      return StyledText("a table of \(table.rowCount) rows and \(table.columns.count) columns")
    case .function(let name): return StyledText("the function \(name)")
    }
  }

  /// A value with all its rows, and beside each the mark that it got.
  public func lines(
    _ value: Value, rowNames: [String]? = nil, marks: [StyledText]? = nil
  ) -> [StyledText] {
    switch value {
    case .quantity, .text, .truth, .function: return [text(value)]
    case .column(let numbers, let unit):
      let shown = numbers.prefix(rowLimit).map { quantity($0, unit) }
      return rows(shown, of: numbers.count, rowNames, marks)
    case .texts(let texts):
      return rows(texts.prefix(rowLimit).map { StyledText($0) }, of: texts.count, nil, marks)
    case .truths(let truths):
      let shown = truths.prefix(rowLimit).map { StyledText($0 ? "True" : "False") }
      return rows(shown, of: truths.count, rowNames, marks)
    case .table(let table): return lines(table)
    }
  }

  /// A table with its headings.
  public func lines(_ table: Table) -> [StyledText] {
    let rows = (0..<min(table.rowCount, rowLimit)).map { row in
      table.columns.map { cell($0.cells, row) }
    }
    let alignments = table.columns.map { column -> ColumnAlignment in
      if case .texts = column.cells { return .left }
      return .right
    }
    let layout = TextTable(header: table.columns.map(\.heading), rows: rows, alignments: alignments)
    return layout.lines(width: width, unicode: unicode, inWords: inWords) + more(table.rowCount)
  }

  private func more(_ count: Int) -> [StyledText] {
    count > rowLimit ? [StyledText("and \(count - rowLimit) more rows", .dim)] : []
  }

  private func cell(_ cells: Value, _ row: Int) -> StyledText {
    switch cells {
    case .column(let numbers, let unit): quantity(numbers[row], unit)
    case .texts(let texts): StyledText(texts[row])
    case .truths(let truths): StyledText(truths[row] ? "True" : "False")
    case .quantity, .text, .truth, .table, .function: text(cells)
    }
  }

  /// The first cells of a column of `count`.
  private func rows(
    _ cells: [StyledText], of count: Int, _ names: [String]?, _ marks: [StyledText]?
  ) -> [StyledText] {
    let labels = names?.count == count ? names : nil
    if inWords {
      return cells.indices.flatMap { row -> [StyledText] in
        let mark = marks.flatMap { $0.indices.contains(row) ? ", " + $0[row] : nil }
        let name = labels?[row] ?? "Row \(row)"
        return wrapped(
          StyledText("  \(name): ") + cells[row] + (mark ?? StyledText()) + ".", width: width,
          indent: 4)
      } + more(count)
    }
    let rows = cells.indices.map { row -> [StyledText] in
      var line = [StyledText(labels?[row] ?? "\(row)", .dim), cells[row]]
      if let marks, marks.indices.contains(row) { line.append(marks[row]) }
      return line
    }
    return TextTable(
      header: [], rows: rows, alignments: [labels == nil ? .right : .left, .right, .left]
    ).lines(width: width - 2, unicode: unicode).map { "  " + $0 } + more(count)
  }

  private func quantity(_ number: Double, _ unit: Unit) -> StyledText {
    let symbol = unit.symbol
    var text = StyledText(NumberFormat.standard.string(number), .value)
    if !symbol.isEmpty { text.append(" " + asciiIfNeeded(symbol), .unit) }
    return text
  }

  /// `m²` as `m^2` where the terminal shows ASCII only.
  public func asciiIfNeeded(_ symbol: String) -> String { unicode ? symbol : inASCII(symbol) }
}
