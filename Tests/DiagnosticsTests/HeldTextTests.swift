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

  @Test func aTextDoesNotHoldOthers() {
    #expect(!"a <!- b".holds("<!--") && !"<!-".holds("<!--") && !"".holds("a"))
    #expect(!"a <!-- b".dropFirst(3).holds("<!--") && !"a <!-- b".dropLast(3).holds("<!--"))
    #expect(!"cafe\u{301}".holds("é"))
  }
}
