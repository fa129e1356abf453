import SeededRandom
import SeparatedValues
import Testing

@Suite struct CellTableTests {
  private func table(_ text: String) throws -> CellTable { try CellTable(Array(text.utf8)) }

  private func rows(_ text: String) throws -> [[String]] {
    let table = try table(text)
    return (0..<table.rowCount).map(table.texts)
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a;b\r\n1,5;2\r\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\r1\t2", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a,b\n", [["a", "b"]]),
    ("a,\"b, c\",d\n", [["a", "b, c", "d"]]),
    ("a,\"x \"\"y\"\"\"\n,\n", [["a", "x \"y\""], ["", ""]]),
    ("a,\"two\r\nlines\"\n", [["a", "two\r\nlines"]]),
    ("\"a;b\",c;d,e\n", [["a;b", "c;d", "e"]]),
    ("a,b\n\n1,2", [["a", "b"], [""], ["1", "2"]]),
    ("a;\"b,c,d\"\n", [["a", "b,c,d"]]),
  ]) func cellsAreReadWithTheirSeparatorsQuotesAndLineEnds(
    text: String, expected: [[String]]
  ) throws {
    #expect(try rows(text) == expected)
  }

  @Test func whatIsNoTableIsRefused() {
    #expect(throws: CellTableFault.empty) { try table("") }
    #expect(throws: CellTableFault.empty) { try table("\u{FEFF}") }
    #expect(throws: CellTableFault.openQuote(row: 2)) { try table("a,b\n1,\"2\n3,4\n") }
    #expect(throws: CellTableFault.notText) { try CellTable([0xFF, 0xFE, 0x61, 0x00]) }
    #expect(throws: CellTableFault.notText) { try CellTable([0x61, 0xE9, 0x2C]) }
  }

  @Test func aChangedCellLeavesAllOthersByteForByte() throws {
    let text = "\u{FEFF}a;\"b\";c\r\n\"x;\"\"1\"\"\";;\"\"\r\n y ;2;3"
    let table = try table(text)
    let changed = table.replacing([
      .init(row: 1, column: 1): "1,5", .init(row: 1, column: 2): "p;q",
      .init(row: 2, column: 2): "say \"no\"",
    ])
    #expect(
      String(decoding: changed, as: UTF8.self)
        == "\u{FEFF}a;\"b\";c\r\n\"x;\"\"1\"\"\";1,5;\"p;q\"\r\n y ;2;\"say \"\"no\"\"\"")
    #expect(table.replacing([:]) == Array(text.utf8))
  }

  /// Tables of random cells, written by a plain writer, are read as they were; and one changed cell
  /// changes nothing else.
  @Test func tablesAreReadAsTheyWereWritten() throws {
    var random = SplitMix(seed: 7)
    let pieces = ["a", "é", "\"", ",", ";", "\t", "\n", "\r\n", "=", "1.5", " ", "", "名"]
    for _ in 0..<400 {
      let width = Int.random(in: 2...5, using: &random)
      let cells = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        (0..<width).map { _ in
          (0..<Int.random(in: 0...4, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
          }.joined()
        }
      }
      func written(_ rows: [[String]]) -> String {
        rows.map { row in
          row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
        }.joined(separator: "\r\n")
      }
      let table = try table(written(cells))
      #expect((0..<table.rowCount).map(table.texts) == cells)
      let row = Int.random(in: 0..<cells.count, using: &random)
      var others = cells
      others[row][1] = "new;\"one\""
      let changed = table.replacing([.init(row: row, column: 1): "new;\"one\""])
      #expect(String(decoding: changed, as: UTF8.self) == written(others))
    }
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("@x", "'@x"), ("\t=1", "'\t=1"),
    ("＝A1", "'＝A1"), ("-", "'-"), ("-inf", "'-inf"), ("-1e5", "'-1e5"),
    ("-2.5", "-2.5"), ("-2,5", "-2,5"), ("+41", "+41"), ("0.29", "0.29"), ("Ada", "Ada"), ("", ""),
  ]) func formulasAreMadeHarmlessAndNumbersStay(text: String, expected: String) {
    #expect(CellText.harmless(text) == expected)
  }
}
