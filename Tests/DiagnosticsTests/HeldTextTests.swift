import Diagnostics
import Testing

@Suite struct HeldTextTests {
  @Test func aTextHoldsItsPieces() {
    #expect("a <!-- b".holds("<!--"))
    #expect("<!-- b".holds("<!--") && "a <!--".holds("<!--"))
    #expect("<<!--".holds("<!--") && "![![".holds("![") && "aab".holds("ab"))
    #expect("naïve café".dropFirst(2).holds("é"))
    #expect("anything".holds("") && "".holds(""))
  }

  @Test func bytesAreFoundWhateverHoldsThem() {
    #expect(
      "a_name * 2".holds(bytesOf: "name") && "é".holds(bytesOf: "é") && "a".holds(bytesOf: ""))
    #expect(!"a_name * 2".holds(bytesOf: "names") && !"".holds(bytesOf: "a"))
    #expect(!"cafe\u{301}".holds(bytesOf: "é"))
    #expect(Array("abcabd".utf8).holds(Array("abd".utf8)) && [UInt8](arrayLiteral: 1).holds([]))
    #expect(!Array("abcab".utf8).holds(Array("abd".utf8)) && ![UInt8]().holds([1]))
  }

  @Test func aTextDoesNotHoldOthers() {
    #expect(!"a <!- b".holds("<!--") && !"<!-".holds("<!--") && !"".holds("a"))
    #expect(!"a <!-- b".dropFirst(3).holds("<!--") && !"a <!-- b".dropLast(3).holds("<!--"))
    #expect(!"cafe\u{301}".holds("é"))
  }
}
