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
/// Quotes are those of RFC 4180; comma, semicolon and tab separate.
struct CellTable: Sendable {
  /// Most cells of a table.
  static let cellLimit = 4_000_000

  let bytes: [UInt8]
  let separator: UInt8
  /// Where each cell stands, its quotes included.
  private var cells: [Range<Int>] = []
  /// The first cell of each row, and the end of all.
  private var starts: [Int] = []

  init(_ bytes: [UInt8]) throws(CellTableFault) {
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      throw .notText
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count > start else { throw .empty }
    self.bytes = bytes
    separator = Self.separator(of: bytes[start...])
    try scan(from: start)
  }

  /// The one that stands most often in the first row, outside of quotes.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == newline || byte == carriageReturn { break }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let known = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    return known.max { counts[$0] ?? 0 < counts[$1] ?? 0 } ?? known[0]
  }

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private mutating func scan(from first: Int) throws(CellTableFault) {
    var index = first
    while index < bytes.count {
      starts.append(cells.count)
      while true {
        let end = try endOfCell(at: index)
        guard cells.count < Self.cellLimit else { throw .tooManyCells(limit: Self.cellLimit) }
        cells.append(index..<end)
        index = end + 1
        guard end < bytes.count, bytes[end] == separator else { break }
      }
      let isPair =
        index < bytes.count && bytes[index] == Self.newline
        && bytes[index - 1] == Self.carriageReturn
      if isPair { index += 1 }
    }
    starts.append(cells.count)
  }

  private func endOfCell(at start: Int) throws(CellTableFault) -> Int {
    var index = start
    if index < bytes.count, bytes[index] == Self.quote {
      index += 1
      while true {
        guard index < bytes.count else { throw .openQuote(row: starts.count) }
        if bytes[index] == Self.quote {
          let isDoubled = index + 1 < bytes.count && bytes[index + 1] == Self.quote
          if !isDoubled { break }
          index += 1
        }
        index += 1
      }
    }
    while index < bytes.count, bytes[index] != separator, bytes[index] != Self.newline,
      bytes[index] != Self.carriageReturn
    { index += 1 }
    return index
  }

  // MARK: Reading

  /// Rows, that of the headings included; counted from 0 everywhere.
  var rowCount: Int { starts.count - 1 }

  func cellCount(ofRow row: Int) -> Int { starts[row + 1] - starts[row] }

  /// The text of a cell without its quotes; empty where the row has no such cell.
  func text(_ row: Int, _ column: Int) -> String {
    guard column < cellCount(ofRow: row) else { return "" }
    let own = bytes[cells[starts[row] + column]]
    guard own.first == Self.quote else { return String(decoding: own, as: UTF8.self) }
    var text: [UInt8] = []
    var rest = own.dropFirst()
    while let byte = rest.popFirst() {
      if byte == Self.quote {
        guard rest.first == Self.quote else { break }
        rest.removeFirst()
      }
      text.append(byte)
    }
    return String(decoding: text + rest, as: UTF8.self)
  }

  func texts(ofRow row: Int) -> [String] { (0..<cellCount(ofRow: row)).map { text(row, $0) } }

  /// Whether nothing stands in a row.
  func isBlank(_ row: Int) -> Bool {
    (starts[row]..<starts[row + 1]).allSatisfy { cells[$0].isEmpty }
  }

  // MARK: Changing

  /// The bytes of the table with other texts in some of its cells. A cell that was in quotes stays
  /// in quotes.
  ///
  /// - Parameter texts: by row and column; each of them has to be there.
  func replacing(_ texts: [Place: String]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 8 * texts.count)
    var done = 0
    let changes = texts.map { (cells[starts[$0.row] + $0.column], $1) }
    for (cell, text) in changes.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
      result += bytes[done..<cell.lowerBound]
      let wasQuoted = !cell.isEmpty && bytes[cell.lowerBound] == Self.quote
      result += CellText.written(text, separator: separator, isQuoted: wasQuoted).utf8
      done = cell.upperBound
    }
    return result + bytes[done...]
  }

  /// A cell of the table.
  struct Place: Hashable, Sendable { var row: Int, column: Int }
}
