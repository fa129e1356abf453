import TerminalTesting
import Testing

@testable import Files
@testable import LineEditing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One after another: libedit keeps some of its state for the process.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct LibeditLineEditorTests {
  private let left = "\u{1B}[D"
  private let up = "\u{1B}[A"

  @Test func aLineIsGivenWithoutItsNewline() throws {
    let session = try EditorSession()
    try session.type("x = 2 kg\r", expecting: "=[x = 2 kg]")
    try session.end()
    #expect(session.inputs == [.line("x = 2 kg"), .endOfInput])
  }

  /// Keys typed, and the line that Enter then gives.
  @Test(arguments: [
    ("é\u{7F}x", "x"),
    ("CO₂ 5 µg/m²·°C", "CO₂ 5 µg/m²·°C"),
    ("ac\u{1B}[Db", "abc"),
    ("ac\u{1B}ODb", "abc"),
    ("bc\u{1B}[Ha\u{1B}[Fd", "abcd"),
    ("bc\u{1B}[1~a\u{1B}[4~d", "abcd"),
    ("abc\u{1B}[D\u{1B}[D\u{1B}[3~", "ac"),
    ("abc\u{1}\u{4}", "bc"),
    ("one two\u{1B}[1;5Dx", "one xtwo"),
    ("one two\u{1}\u{1B}[1;5Cx", "onex two"),
    ("one two\u{17}x", "one x"),
    ("one two\u{15}x", "x"),
    ("one two\u{1}\u{B}x", "x"),
    ("日本\u{1B}[D語", "日語本"),
    ("e\u{301}\u{7F}x", "x"),
    ("👨‍👩‍👧\u{1B}[Dx", "x👨‍👩‍👧"),
    ("👨‍👩‍👧\u{7F}👍🏽", "👍🏽"),
    // Keys of no meaning leave no trace.
    ("a\u{1B}[15~\u{1B}[1;2P\u{1B}[[A\u{1B}OPb\u{1B}[5~\u{16}\u{18}", "ab"),
    ("a\u{1B}xb", "ab"),
  ])
  func keysEditTheLine(keys: String, line: String) throws {
    let session = try EditorSession()
    try session.type(keys + "\r", expecting: "=[\(line)]\n")
    try session.end()
  }

  @Test func bytesThatAreNotTextDoNoHarm() throws {
    let session = try EditorSession()
    try session.terminal.send(bytes: [0x61, 0xFF, 0xE9, 0x62, 0xC2, 0x85, 0x0D])
    try session.terminal.expect("=[a\u{FFFD}\u{FFFD}b]")
    try session.end()
  }

  @Test func keysTypedBeforeThePromptAreKept() throws {
    let session = try EditorSession()
    try session.terminal.send("a\rb\rc\u{3}d\r")
    try session.terminal.expect("=[d]")
    try session.end()
    #expect(
      session.inputs == [.line("a"), .line("b"), .interrupted, .line("d"), .endOfInput])
  }

  @Test func controlCDropsTheLineAndGoesToAFreshOne() throws {
    let session = try EditorSession()
    try session.type("abc", expecting: "abc")
    try session.type(left + "\u{3}", expecting: "^C\n=interrupted\n2> ")
    try session.type("\u{3}", expecting: "^C\n=interrupted\n3> ")
    try session.end()
    #expect(session.inputs == [.interrupted, .interrupted, .endOfInput])
  }

  @Test func controlDEndsTheInputOnAnEmptyLineOnly() throws {
    let session = try EditorSession()
    try session.type("ab\u{4}\u{1}\u{4}\r", expecting: "=[b]")
    try session.end()
    #expect(session.inputs == [.line("b"), .endOfInput])
  }

  @Test func tabPutsInTheOnlyCandidate() throws {
    let session = try EditorSession(.init(candidates: ["mass", "CO₂e"]))
    try session.type("2 * ma\t + CO\t\r", expecting: "=[2 * mass + CO₂e]")
    try session.end()
  }

  @Test func tabWithinALineKeepsWhatFollows() throws {
    let session = try EditorSession(.init(candidates: ["mass"]))
    try session.type("é ma!\u{1B}[D\t?\r", expecting: "=[é mass?!]")
    try session.end()
  }

  @Test func tabFillsInWhatSeveralShareAndThenShowsThem() throws {
    let session = try EditorSession(.init(candidates: ["metre", "metric"]))
    try session.type("m\t", expecting: "metr")
    try session.type("\t", expecting: "\nmetre   metric\n1> metr")
    try session.type("i\t\r", expecting: "=[metric]")
    try session.end()
  }

  @Test func aLongListOfCandidatesIsCut() throws {
    let session = try EditorSession(
      .init(candidates: (100...999).map { "quantity_\($0)" }, columns: 60))
    try session.type("quan\t", expecting: "quantity_")
    try session.type("\t", expecting: "… and 856 more\n1> quantity_")
    try session.type("7\u{3}", expecting: "=interrupted")
    try session.end()
  }

  /// What would set the clipboard, the colour and the order of what is read.
  private static let acting = "\u{1B}]52;c;QUJD\u{7}\u{9B}31m\u{202E}\u{1B}[2J"

  private func expectNothingActed(_ session: EditorSession) {
    let shown = String(decoding: session.terminal.output, as: UTF8.self)
    for raw in ["\u{1B}]", "52;c\u{7}", "\u{9B}", "\u{202E}", "\u{1B}[2J"] {
      #expect(!shown.contains(raw))
    }
  }

  @Test func whatActsOnATerminalIsNoCandidateAndStandsInNoList() throws {
    let session = try EditorSession(
      .init(candidates: ["metre", "metric", "me" + Self.acting, "ma" + Self.acting]))
    try session.type("me\t", expecting: "metr")
    try session.type("\t", expecting: "\nmetre   metric\n1> metr")
    try session.type("ic + ma\t\r", expecting: "=[metric + ma]")
    try session.end()
    expectNothingActed(session)
  }

  @Test func whatActsOnATerminalIsNotBroughtBackPastedOrTyped() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/history"
    LineLog(path: path).append("old" + Self.acting)
    let session = try EditorSession(.init(historyFile: path))
    try session.type(up + "\r", expecting: "=[old]52;c;QUJD31m[2J]")
    try session.type("a\u{202E}b\r", expecting: "=[ab]")
    let pasted = "c\u{9B}31m\u{202E}d\ne\u{202E}f\n"
    try session.type("\u{1B}[200~" + pasted + "\u{1B}[201~", expecting: "=[c31md]")
    try session.terminal.expect("=[ef]")
    try session.end()
    expectNothingActed(session)
  }

  @Test func theUpKeyBringsBackLinesOfThisAndEarlierSessions() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/missing/folder/history"
    let first = try EditorSession(.init(historyFile: path))
    try first.type("one é\r", expecting: "=[one é]")
    try first.type("two\r", expecting: "=[two]")
    try first.type("two\r", expecting: "=[two]")
    try first.type(up + up + "!\r", expecting: "=[one é!]")
    // A second session beside the first: nothing waits for the first one's end.
    let second = try EditorSession(.init(historyFile: path))
    try second.type(up + up + up + "?\r", expecting: "=[one é?]")
    try first.end()
    try second.end()
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(LineLog(path: path).load() == ["one é", "two", "one é!", "one é?"])
  }

  @Test func controlRFindsAnEarlierLine() throws {
    let session = try EditorSession()
    try session.type("mass * [3]\r", expecting: "2> ")
    try session.type("Mass * 5\r", expecting: "3> ")
    try session.type("other\r", expecting: "4> ")
    try session.type("\u{12}", expecting: "(search) : ")
    try session.type("mass * ", expecting: "Mass * 5")
    try session.type("[", expecting: "[3]")
    try session.type("\r", expecting: "=[mass * [3]]")
    try session.type("\u{12}mass\u{12}\u{1B}[D!\r", expecting: "=[Mass * !5]")
    try session.type("abc\u{12}oth\u{7}d\r", expecting: "=[abcd]")
    try session.type("\u{12}zzz", expecting: "(not found) z")
    try session.type("\u{3}", expecting: "=interrupted")
    try session.end()
  }

  @Test func aPasteOfSeveralLinesIsReadAsIfTyped() throws {
    let session = try EditorSession()
    try session.type("x", expecting: "x")
    try session.type(
      "\u{1B}[200~a = 1\r\nb\t= 2\u{7}\nc = 3\rrest\u{1B}[201~",
      expecting: "a = 1\n=[xa = 1]\n2> b = 2\n=[b = 2]\n3> c = 3\n=[c = 3]\n4> ")
    try session.terminal.expect("rest")
    #expect(session.inputs.count == 3)
    try session.type("\u{7F}!\r", expecting: "=[res!]")
    try session.end()
  }

  @Test func aPasteWithoutANewlineIsLeftForEditing() throws {
    let session = try EditorSession()
    try session.type("()\u{1B}[D\u{1B}[200~é = 1\u{1B}[201~", expecting: "é = 1")
    #expect(session.inputs.isEmpty)
    try session.type("\r", expecting: "=[(é = 1)]")
    try session.end()
  }

  @Test func aPasteOfMoreThanAMegabyteIsCutAtALine() throws {
    let session = try EditorSession()
    let line = String(repeating: "y", count: 99_999) + "\n"
    try session.terminal.send("\u{1B}[200~")
    try session.terminal.send(String(repeating: line, count: 12) + "end\u{1B}[201~")
    try session.terminal.expect("11> ")
    try session.type("z\r", expecting: "=[z]\n")
    try session.end()
    #expect(session.inputs.count == 12)
    #expect(session.terminal.text.contains("y] cut\n2> "))
  }

  @Test func aColouredPromptIsDrawnAndMeasuredRightly() throws {
    let session = try EditorSession(.init(colour: true))
    try session.type("ab", expecting: "ab")
    let written = String(decoding: session.terminal.output, as: UTF8.self)
    #expect(written.contains("\u{1B}[1;36m1"))
    #expect(written.contains("\u{1B}[0m"))
    try session.type(left + "c\r", expecting: "=[acb]")
    try session.end()
  }

  @Test func withoutColourNoColourIsSent() throws {
    let session = try EditorSession(.init(colour: false))
    try session.type("ab\r", expecting: "=[ab]\n2> ")
    try session.end()
    let written = String(decoding: session.terminal.output, as: UTF8.self)
    #expect(written.contains("\u{1B}[?2004h"))
    #expect(!written.contains("\u{1B}[1;36m"))
    #expect(!written.contains("\u{1B}[0m"))
    #expect(!written.contains("\u{1}"))
  }

  @Test func aDumbTerminalGetsNoEscapeCodes() throws {
    let session = try EditorSession(
      .init(colour: true, terminal: "dumb", candidates: ["metre", "metric"]))
    try session.type("metr\t", expecting: "metre   metric\n1> metr")
    try session.type("e\r", expecting: "=[metre]\n2> ")
    try session.type("abc\u{1B}[Dx\r", expecting: "=[abxc]")
    try session.end()
    #expect(!session.terminal.output.contains(0x1B))
  }

  @Test func theTerminalIsLeftAsItWasFound() throws {
    let terminal = try PseudoTerminal()
    let before = try terminal.modes()
    let session = try EditorSession()
    try session.type("x\r", expecting: "2> ")
    #expect(try session.terminal.modes().c_lflag & tcflag_t(ICANON) == 0)
    try session.end()
    session.terminal.settle()
    let after = try session.terminal.modes()
    #expect(after.c_lflag == before.c_lflag)
    #expect(after.c_iflag == before.c_iflag)
    #expect(after.c_oflag == before.c_oflag)
    // Bracketed paste goes on and off with each of the two lines.
    let written = String(decoding: session.terminal.output, as: UTF8.self)
    #expect(written.ranges(of: "\u{1B}[?2004h").count == 2)
    #expect(written.ranges(of: "\u{1B}[?2004l").count == 2)
  }

  @Test func theLineIsDrawnAnewWhenTheWindowChanges() throws {
    let session = try EditorSession(.init(watchesSignals: true))
    try session.type(String(repeating: "a", count: 50), expecting: "aaa")
    session.terminal.settle()
    try session.terminal.resize(columns: 40, rows: 20)
    session.signalResize()
    try session.terminal.expect("1> " + String(repeating: "a", count: 37))
    try session.type("b\r", expecting: "ab]")
    try session.end()
    #expect(session.inputs.first == .line(String(repeating: "a", count: 50) + "b"))
  }

  /// libedit, were it told of it, would write beyond its memory.
  @Test(arguments: ["xterm", "dumb"]) func aWindowThatShrinksUnderALineHarmsNothing(
    _ kind: String
  ) throws {
    let session = try EditorSession(.init(terminal: kind, watchesSignals: true))
    let letters = String(repeating: "abcdefgh", count: 12)
    for (place, letter) in letters.enumerated() {
      try session.terminal.resize(
        columns: [1, 2, 80, 7, 500, 3][place % 6], rows: [1, 24, 2, 200, 1][place % 5])
      session.signalResize()
      try session.terminal.send(String(letter))
      session.terminal.settle(quiet: 0.01)
    }
    try session.terminal.resize(columns: 80, rows: 24)
    session.signalResize()
    // Between two lines the terminal takes Ctrl-D for itself.
    try session.type("\r", expecting: "2> ")
    session.terminal.settle()
    try session.end()
    #expect(session.inputs.first == .line(letters))
  }

  @Test func theEndOfTheTerminalIsTheEndOfInput() throws {
    let session = try EditorSession()
    try session.type("abc", expecting: "abc")
    session.terminal.hangUp()
    try session.waitForEnd()
    #expect(session.inputs == [.endOfInput])
  }
}
