import Testing
import TextLayout

@Suite struct WrappingTests {
  private func lines(_ text: StyledText, _ width: Int, indent: Int = 0) -> [String] {
    wrapped(text, width: width, indent: indent).map(\.plain)
  }

  @Test func linesBreakAtSpaces() {
    #expect(lines("one two three four", 10) == ["one two", "three four"])
    #expect(lines("one two three four", 14, indent: 2) == ["one two three", "  four"])
    #expect(lines("", 10) == [""])
    #expect(lines("  indented", 20) == ["  indented"])
  }

  @Test func spacesAtALineEndAreDropped() {
    #expect(lines("aaaaaaaa   bbbbbbbb", 8) == ["aaaaaaaa", "bbbbbbbb"])
  }

  @Test func aNoBreakSpaceHolds() {
    #expect(lines("a 100\u{A0}000 b", 8) == ["a", "100\u{A0}000", "b"])
  }

  @Test func aNumberKeepsItsUnit() {
    #expect(lines("it takes 900 Wh in all", 12) == ["it takes", "900 Wh in", "all"])
    #expect(lines("busy for 85 % of it", 11) == ["busy for", "85 % of it"])
    #expect(lines("of 1'000'000 GPU h.", 14) == ["of", "1'000'000 GPU", "h."])
    #expect(lines("it was (450 W)", 11) == ["it was", "(450 W)"])
    // What is no unit may begin a line.
    #expect(lines("there are 12 of them", 12) == ["there are 12", "of them"])
  }

  @Test func aBeginningEndsBetweenWords() {
    #expect(beginning(of: "for each passenger", within: 13, dots: "…") == "for each …")
    #expect(beginning(of: "for each", within: 8) == "for each")
    #expect(beginning(of: "abcdefghijklmnop", within: 8, dots: "…") == "abcdef …")
  }

  @Test func aLongWordIsCut() {
    #expect(lines("abcdefghijklmnop", 8) == ["abcdefgh", "ijklmnop"])
    #expect(lines("x abcdefghijkl", 10, indent: 2) == ["x", "  abcdefgh", "  ijkl"])
    #expect(lines("日本語日本語", 8) == ["日本語日", "本語"])
  }

  @Test func aVeryLongWordTakesTimeInProportion() {
    let text = StyledText(String(repeating: "x", count: 400_000))
    let start = ContinuousClock.now
    #expect(wrapped(text, width: 40).count == 10_000)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  @Test func stylesAreKept() {
    var text = StyledText("red ", .error)
    text.append("plain words")
    let parts = wrapped(text, width: 8)
    #expect(parts.first?.runs.first?.style == .error)
    #expect(parts.map(\.plain) == ["red", "plain", "words"])
  }

  @Test func linesSplitAtEveryKindOfLineEnd() {
    #expect(StyledText("a\nb\r\nc\n").lines.map(\.plain) == ["a", "b", "c", ""])
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("a\u{7}b", 2), ("👍", 2), ("", 0),
    ("👩‍👩‍👧", 2), ("🇨🇭", 2), ("👍🏽", 2), ("✌🏻", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("क्षि", 3), ("กำ", 2), ("\u{301}", 0), ("\r\n", 0),
  ])
  func widthsAreThoseOfATerminal(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }
}
