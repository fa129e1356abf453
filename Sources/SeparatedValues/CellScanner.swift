/// Reads separated values row by row, in time and memory of the text, and knows where each cell stands.
/// Every byte is looked at once: the place where a cell or a quote ends is where the next begins.
///
/// Quotes are those of RFC 4180; blanks around them do not matter. A line ends as it does on Unix,
/// Windows or an old Macintosh; a mark of the byte order at the beginning is passed over.
public struct CellScanner: Sendable {
  public struct Row: Hashable, Sendable {
    /// Where each cell stands, its quotes included; at least one. Of more than `mostCells` one beyond
    /// them is kept, so that a line of nothing but commas takes no memory.
    public var cells: [Range<Int>]
    /// Of the line on which it begins, counted from 0.
    public var line: Int
    /// Where a quotation mark stands that neither encloses a cell nor is doubled in one that it
    /// encloses; what is meant there is a guess.
    public var strayQuote: Int?

    public var offset: Int { cells[0].lowerBound }
  }

  /// A quotation mark that nothing closes.
  public struct OpenQuote: Error, Hashable, Sendable {
    public var offset: Int
    /// On which its row begins, counted from 0.
    public var line: Int
    /// Counted from 0.
    public var row: Int

    public init(offset: Int, line: Int, row: Int) {
      (self.offset, self.line, self.row) = (offset, line, row)
    }
  }

  /// UTF-8.
  public let bytes: [UInt8]
  public let separator: UInt8
  private var index: Int
  private var line = 0
  private var row = 0

  /// Cells of a row.
  public static let mostCells = 1_000_000

  static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// - `separator`: nil where the first row is to tell.
  public init(_ bytes: [UInt8], separator: UInt8? = nil) {
    self.bytes = bytes
    index = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    self.separator = separator ?? Self.separator(of: bytes)
  }

  /// Comma, semicolon or tab: the one that divides the first row into the most cells, and one by which
  /// no quotation mark stands where none belongs before one by which some do.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var best = (isClean: false, cells: 0, sign: UInt8(ascii: ","))
    for sign in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let row = firstRow(of: bytes, separator: sign)
      let found = (isClean: row?.strayQuote == nil, cells: row?.cells.count ?? 1, sign: sign)
      if (found.isClean ? 1 : 0, found.cells) > (best.isClean ? 1 : 0, best.cells) { best = found }
    }
    return best.sign
  }

  /// The first row, up to a quotation mark that nothing closes; nil where there is nothing before it.
  private static func firstRow(of bytes: [UInt8], separator: UInt8) -> Row? {
    var scanner = CellScanner(bytes, separator: separator)
    do { return try scanner.next() } catch {
      var before = CellScanner(Array(bytes[..<error.offset]), separator: separator)
      return try? before.next()
    }
  }

  // MARK: Rows

  /// Nil behind the last row.
  public mutating func next() throws(OpenQuote) -> Row? {
    guard index < bytes.count else { return nil }
    var found = Row(cells: [], line: line)
    while true {
      let end = try endOfCell(&found)
      if found.cells.count <= Self.mostCells { found.cells.append(index..<end) }
      index = end + 1
      guard end < bytes.count, bytes[end] == separator else { break }
    }
    if index < bytes.count, bytes[index] == Self.newline, bytes[index - 1] == Self.carriageReturn {
      index += 1
    }
    line += 1
    row += 1
    return found
  }

  private mutating func endOfCell(_ found: inout Row) throws(OpenQuote) -> Int {
    var place = index
    while place < bytes.count, isBlank(bytes[place]) { place += 1 }
    if place < bytes.count, bytes[place] == Self.quote {
      place = try endOfQuotes(place, found)
      while place < bytes.count, isBlank(bytes[place]) { place += 1 }
      if place < bytes.count, !endsCell(bytes[place]) {
        found.strayQuote = found.strayQuote ?? place - 1
      }
    }
    while place < bytes.count, !endsCell(bytes[place]) {
      if bytes[place] == Self.quote { found.strayQuote = found.strayQuote ?? place }
      place += 1
    }
    return place
  }

  /// Behind the quotation mark that closes the one at `open`.
  private mutating func endOfQuotes(_ open: Int, _ found: Row) throws(OpenQuote) -> Int {
    var place = open + 1
    while place < bytes.count {
      switch bytes[place] {
      case Self.quote:
        guard place + 1 < bytes.count, bytes[place + 1] == Self.quote else { return place + 1 }
        place += 1
      case Self.newline: line += 1
      case Self.carriageReturn where place + 1 == bytes.count || bytes[place + 1] != Self.newline:
        line += 1
      default: break
      }
      place += 1
    }
    throw OpenQuote(offset: open, line: found.line, row: row)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") && separator != byte
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.newline || byte == Self.carriageReturn
  }

  // MARK: Texts

  /// What a cell says, without its quotes.
  public func text(_ cell: Range<Int>) -> String {
    let own = bytes[cell]
    guard let open = own.firstIndex(where: { !isBlank($0) }), own[open] == Self.quote else {
      return String(decoding: own, as: UTF8.self)
    }
    var text: [UInt8] = []
    var rest = own[(open + 1)...]
    while let byte = rest.popFirst() {
      if byte == Self.quote {
        guard rest.first == Self.quote else { break }
        rest.removeFirst()
      }
      text.append(byte)
    }
    return String(decoding: rest.allSatisfy(isBlank) ? text : text + rest, as: UTF8.self)
  }

  public func texts(_ row: Row) -> [String] { row.cells.map(text) }
}
