import Diagnostics
import Testing
import TextLayout

@testable import LineEditing

/// What may go to a terminal is texts without what acts on it, and codes of ours.
@Suite struct TerminalTextTests {
  private func text(_ make: (inout TerminalText) -> Void) -> String {
    var text = TerminalText()
    make(&text)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  @Test func nothingOfATextActs() {
    let acting = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
      .filter { actsOnTerminal($0) && $0 != "\t" && $0 != "\n" }
    #expect(acting.count > 90)
    let hostile = "a" + String(String.UnicodeScalarView(acting)) + "b\u{1B}[2Jc"
    // Separators of lines end them.
    #expect(text { $0.append(hostile) }.filter { $0 != "\n" } == "ab[2Jc")
    let styled = text { $0.append(StyledText(hostile, .error), colour: true) }
    #expect(styled.filter { $0 != "\n" } == "\u{1B}[1;31mab[2Jc\u{1B}[0m")
  }

  @Test func codesAreAsTheyStandInTheirTable() {
    let drawn = text {
      $0.append(.home)
      $0.append("x\u{1B}[31m")
      $0.append(.clearLine)
      $0.append(.newline)
    }
    #expect(drawn == "\u{1B}[Hx[31m\u{1B}[K\n")
    #expect(text { $0.append(.back(-5)) }.isEmpty)
  }

  @Test(arguments: [
    ("\u{1B}_Ga=T,f=100;QUJD\u{1B}\\\n", true),
    ("\u{1B}]1337;File=inline=1;size=3:QUJD\u{7}\n", true),
    ("\u{1B}P0;1q\"1;1;4;6#0~-\u{1B}\\\n", true), ("\u{1B}]0;title\u{7}", false),
    ("\u{1B}[31m", false), ("\u{1B}]52;c;QUJD\u{7}", false), ("QUJD\u{1B}\\", false),
    ("\u{1B}_GQUJD\u{9B}5m\u{1B}\\", false), ("\u{1B}_GQUJD\u{8}\u{1B}\\", false),
  ])
  func ofPicturesTheirOwnCodesAreTaken(_ sequence: String, _ isTaken: Bool) {
    #expect(text { $0.append(picture: sequence) } == (isTaken ? sequence : ""))
  }

  @Test func allOfItIsWrittenOrTheSystemsErrorTold() {
    #expect(TerminalText(.bell).write(to: -1) != nil)
    #expect(TerminalText().write(to: -1) == nil)
  }
}
