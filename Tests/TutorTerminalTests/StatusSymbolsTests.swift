import Testing

@testable import TutorTerminal

@Suite struct MarksTests {
  @Test func aTerminalOfASCIIGetsWordsForSigns() {
    #expect(StatusSymbols(unicode: false).tick == "ok")
    #expect(StatusSymbols(unicode: false).cross == "x")
  }
}
