import AnswerKeys
import Testing

@Suite struct RecentlyMadeTests {
  @Test func whatIsKnownIsNotMadeAgain() {
    let known = RecentlyMade<Int, Int>(limit: 10)
    var made = 0
    func twice(_ number: Int) -> Int {
      known.made(for: number) {
        made += 1
        return 2 * number
      }
    }
    #expect([3, 3, 4, 3, 4].map(twice) == [6, 6, 8, 6, 8])
    #expect(made == 2)
  }

  @Test func whatIsNotAskedForIsForgotten() {
    let known = RecentlyMade<Int, Int>(limit: 10)
    for number in 0..<1000 {
      _ = known.made(for: number) { number }
      // What is asked for all the time stays.
      #expect(known.made(for: 0) { -1 } == 0)
    }
    #expect((0..<1000).count { known[$0] != nil } <= 20)
    #expect(known[999] == 999)
  }

  @Test func whatIsLargerThanAllIsNotKept() {
    let known = RecentlyMade<Int, Int>(limit: 10)
    _ = known.made(for: 1) { 1 }
    _ = known.made(for: 2, size: 11) { 2 }
    #expect(known[1] == 1)
    #expect(known[2] == nil)
  }

  @Test func onlyTheSameBytesAreTheSameText() {
    #expect("\u{E9}" == "e\u{301}")
    #expect(ExactText("\u{E9}") != ExactText("e\u{301}"))
    #expect(Set(["a", "b", "a", "e\u{301}", "\u{E9}"].map(ExactText.init)).count == 4)
  }
}
