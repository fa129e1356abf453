import Testing

@testable import Quantities

@Suite struct CatalogueTableTests {
  private let table = CatalogueTable(
    """
    m | metre meter | si | base length
    K °K | kelvin | si | base temperature

    Å | angstrom ångström | - | 1e-10 m
    in | inch inches | - | 0.0254 m
    yd in | yard | - | 0.9144 m
    """)

  @Test(
    arguments: [("m", 0), ("°K", 1), ("Å", 2), ("yd", 4)])
  func aSymbolIsFoundOnItsLine(_ symbol: String, _ line: Int) {
    #expect(table.line(ofSymbol: symbol) == line)
    #expect(table.line(ofName: symbol) == nil)
    #expect(table.line(line).symbols.contains(symbol))
  }

  @Test(arguments: [("meter", 0), ("kelvin", 1), ("ångström", 2), ("inches", 3)])
  func aNameIsFoundOnItsLine(_ name: String, _ line: Int) {
    #expect(table.line(ofName: name) == line)
    #expect(table.line(ofSymbol: name) == nil)
  }

  @Test func aWordThatStandsTwiceIsThatOfTheLastLine() {
    #expect(table.line(ofSymbol: "in") == 4)
  }

  @Test(arguments: ["", "metr", "metree", "|", "base", "si", "1e-10", " ", "\n"])
  func nothingElseIsAWord(_ word: String) {
    #expect(table.line(ofSymbol: word) == nil && table.line(ofName: word) == nil)
  }

  @Test(
    arguments: [("\u{212A}", "K"), ("\u{212B}", "Å"), ("A\u{30A}", "Å"), ("k\u{212B}", nil)]
      as [(String, String?)])
  func charactersAreTheSameInOtherCodePoints(_ typed: String, _ symbol: String?) {
    #expect(table.line(ofSymbol: typed) == symbol.flatMap(table.line(ofSymbol:)))
  }

  @Test func theCatalogueHasNoWordThatIsLost() {
    let all = CatalogueTable(Catalogue.units)
    for number in 0..<all.lineCount {
      for symbol in all.line(number).symbols { #expect(all.line(ofSymbol: symbol) != nil) }
      for name in all.line(number).names { #expect(all.line(ofName: name) != nil) }
    }
  }
}
