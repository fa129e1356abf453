/// Why a table cannot be read.
public enum CellTableFault: Error, Hashable, Sendable {
  case empty
  /// Bytes that are no UTF-8, as of a spreadsheet's own file.
  case notText
  /// A quote is opened in this row, counted from 1, and closed nowhere.
  case openQuote(row: Int)
  case tooManyCells(limit: Int)
}

/// A table of separated values that knows where each of its cells stands, so that some can be
/// changed while all else stays byte for byte: quotes, line ends, the mark of the byte order.
///
/// Comma, semicolon and tab separate; see `CellScanner`.
public struct CellTable: Sendable {
  /// Most cells of a table.
  public static let cellLimit = 4_000_000

  private let scanner: CellScanner
  /// Where each cell stands, its quotes included.
  private var cells: [Range<Int>] = []
  /// The first cell of each row, and the end of all.
  private var starts: [Int] = []

  public init(_ bytes: [UInt8]) throws(CellTableFault) {
    try self.init(bytes, limit: Self.cellLimit)
  }

  init(_ bytes: [UInt8], limit: Int) throws(CellTableFault) {
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      throw .notText
    }
    scanner = CellScanner(bytes)
    var rows = scanner
    while true {
      let row: CellScanner.Row?
      do throws(CellScanner.OpenQuote) { row = try rows.next() } catch {
        throw .openQuote(row: error.row + 1)
      }
      guard let row else { break }
      starts.append(cells.count)
      cells += row.cells
      guard cells.count <= limit else { throw .tooManyCells(limit: limit) }
      guard row.cells.count <= CellScanner.mostCells else {
        throw .tooManyCells(limit: CellScanner.mostCells)
      }
    }
    guard !cells.isEmpty else { throw .empty }
    starts.append(cells.count)
  }

  // MARK: Reading

  /// Rows, that of the headings included; counted from 0 everywhere.
  public var rowCount: Int { starts.count - 1 }

  public func cellCount(ofRow row: Int) -> Int { starts[row + 1] - starts[row] }

  /// The text of a cell without its quotes; empty where the row has no such cell.
  public func text(_ row: Int, _ column: Int) -> String {
    guard column < cellCount(ofRow: row) else { return "" }
    return scanner.text(cells[starts[row] + column])
  }

  public func texts(ofRow row: Int) -> [String] {
    (0..<cellCount(ofRow: row)).map { text(row, $0) }
  }

  /// Whether nothing stands in a row.
  public func isBlank(_ row: Int) -> Bool {
    (starts[row]..<starts[row + 1]).allSatisfy { cells[$0].isEmpty }
  }

  // MARK: Changing

  /// The bytes of the table with other texts in some of its cells. A cell that was in quotes stays
  /// in quotes.
  ///
  /// - Parameter texts: by row and column; each of them has to be there.
  public func replacing(_ texts: [Place: String]) -> [UInt8] {
    let bytes = scanner.bytes
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8 * texts.count)
    var done = 0
    let changes = texts.map { (cells[starts[$0.row] + $0.column], $1) }
    for (cell, text) in changes.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      result += bytes[done..<cell.lowerBound]
      let wasQuoted = !cell.isEmpty && bytes[cell.lowerBound] == CellScanner.quote
      result += CellText.written(text, separator: scanner.separator, isQuoted: wasQuoted).utf8
      done = cell.upperBound
    }
    return result + bytes[done...]
  }

  /// A cell of the table.
  public struct Place: Hashable, Sendable {
    public var row: Int, column: Int

    public init(row: Int, column: Int) { (self.row, self.column) = (row, column) }
  }
}
