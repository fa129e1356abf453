import Testing

@testable import SeparatedValues

/// One beyond each limit of docs/limits.md, and at it.
@Suite struct LimitTests {
  @Test func aListOfMoreCellsIsToldAsSuch() throws {
    let bytes = Array("a,b\nc,d\n".utf8)
    #expect(try CellTable(bytes, limit: 4).rowCount == 2)
    #expect(throws: CellTableFault.tooManyCells(limit: 3)) { try CellTable(bytes, limit: 3) }
  }

  @Test func aRowOfNothingButCommasKeepsOneCellBeyondItsLimit() throws {
    let commas = [UInt8](repeating: UInt8(ascii: ","), count: CellScanner.mostCells + 5)
    var scanner = CellScanner(commas + Array("\na,b\n".utf8), separator: UInt8(ascii: ","))
    #expect(try scanner.next()?.cells.count == CellScanner.mostCells + 1)
    #expect(try scanner.next().map(scanner.texts) == ["a", "b"])
    #expect(throws: CellTableFault.tooManyCells(limit: CellScanner.mostCells)) {
      try CellTable(commas)
    }
  }
}
