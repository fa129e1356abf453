import SeparatedValues
import Testing

@Suite struct CellScannerTests {
  private func rows(_ text: String, separator: UInt8? = nil) throws -> [CellScanner.Row] {
    var scanner = CellScanner(Array(text.utf8), separator: separator)
    var rows: [CellScanner.Row] = []
    while let row = try scanner.next() { rows.append(row) }
    return rows
  }

  @Test(arguments: [
    ("a,b", [["a", "b"]]), ("a,", [["a", ""]]), (",", [["", ""]]), ("\n", [[""]]), ("", []),
    ("\"\"", [[""]]), ("a, \"b,c\" ,d", [["a", "b,c", "d"]]), (" a ,b ", [[" a ", "b "]]),
    ("\"a\"\"b\",\"\"\"\"", [["a\"b", "\""]]), ("\u{FEFF}\"a\",b", [["a", "b"]]),
    ("a\r\nb\rc\nd", [["a"], ["b"], ["c"], ["d"]]),
    ("a\u{2028}b,\u{85}c", [["a\u{2028}b", "\u{85}c"]]),
  ])
  func cellsAreToldApart(text: String, expected: [[String]]) throws {
    let scanner = CellScanner(Array(text.utf8))
    #expect(try rows(text).map(scanner.texts) == expected)
  }

  @Test(
    arguments: [
      ("a,b,c", ","), ("a;b;c,d", ";"), ("a\tb\tc,d", "\t"), ("a", ","), ("", ","),
      ("a,b;c", ","), ("a;b\tc", ";"), ("\"x;y;z\",b", ","), ("a\n;;;", ","),
      ("\"a\n;\"\tb\n;;", "\t"),
    ] as [(String, Unicode.Scalar)])
  func theFirstRowTellsWhatSeparates(text: String, expected: Unicode.Scalar) {
    #expect(CellScanner(Array(text.utf8)).separator == UInt8(ascii: expected))
  }

  @Test func aRowKnowsItsLineAndItsPlace() throws {
    let rows = try rows("é,b\r\n\"two\r\nlines\",\"three\n\rlines\"\n\nx")
    #expect(rows.map(\.line) == [0, 1, 5, 6])
    #expect(rows.map(\.offset) == [0, 6, 34, 35])
    #expect(rows[1].cells == [6..<18, 19..<33])
  }

  @Test(
    arguments: [
      ("a\"b", 1), ("\"a\"b", 2), ("a,5\" screen", 3), ("\"a\" x", 3), ("a\"\"b", 1),
      ("\"a\"\"b\"", nil), (" \"a\" ", nil), ("''", nil),
    ] as [(String, Int?)])
  func aStrayQuotationMarkIsTold(text: String, expected: Int?) throws {
    #expect(try rows(text).first?.strayQuote == expected)
  }

  @Test(arguments: [
    ("a\n\"b", 2, 1, 1), ("\"", 0, 0, 0), ("\"a\nb\",\"c\n", 6, 0, 0), ("x\n\n \"a\"\"", 4, 2, 2),
  ])
  func aQuotationMarkThatNothingClosesIsTold(text: String, offset: Int, line: Int, row: Int) {
    let fault = #expect(throws: CellScanner.OpenQuote.self) { try rows(text) }
    #expect(fault == .init(offset: offset, line: line, row: row))
  }
}
