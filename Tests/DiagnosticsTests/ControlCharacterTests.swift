import Diagnostics
import Testing

@Suite struct ControlCharacterTests {
  @Test(arguments: [
    ("a\tb\nc é 🙂 👩‍🔬", "a\tb\nc é 🙂 👩‍🔬"),
    ("\u{1B}[31mred\u{1B}]0;t\u{7}\r\u{8}\u{0}\u{7F}", "[31mred]0;t"),
    ("\u{9B}31m\u{9D}0;t\u{9C}\u{85}", "31m0;t"), ("a\u{2028}b\u{2029}c", "a\nb\nc"),
    ("\u{202A}a\u{202E}b\u{2066}c\u{2069}\u{200E}\u{200F}\u{061C}\u{206A}", "abc"),
    ("\u{FFF9}a\u{FFFB}\u{E0001}\u{E007F}", "a"), ("\u{A0}±½²\u{AD}", "\u{A0}±½²\u{AD}"),
  ])
  func areLeftOutOfWhatIsShown(_ text: String, _ shown: String) {
    #expect(withoutControls(text) == shown)
    let acting = text.unicodeScalars.filter { actsOnTerminal($0) && $0 != "\t" && $0 != "\n" }
    #expect(acting.isEmpty == (text == shown))
  }

  @Test func areSpacesOnOneLine() {
    #expect(onOneLine("a\tb\nc\u{2028}d\u{1B}e\r\n") == "a b c de ")
  }
}
