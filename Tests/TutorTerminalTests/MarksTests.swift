import Testing

@testable import TutorTerminal

@Suite struct MarksTests {
  @Test func aTerminalOfASCIIGetsWordsForSigns() {
    #expect(Marks(unicode: false).tick == "ok")
    #expect(Marks(unicode: false).cross == "x")
  }
}
