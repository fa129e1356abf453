import Testing

@testable import TutorTerminal

@Suite struct PictureSequenceTests {
  private static func png(width: Int, bytes: Int = 40) -> [UInt8] {
    let head: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 73, 72, 68, 82,
    ]
    return head + [0, 0, UInt8(width >> 8), UInt8(width & 255), 0, 0, 0, 9]
      + [UInt8](repeating: 7, count: bytes)
  }

  @Test(
    arguments: [
      (["TERM": "xterm-kitty"], PictureProtocol.kitty),
      (["TERM": "xterm", "KITTY_WINDOW_ID": "1"], .kitty),
      (["TERM": "xterm-ghostty"], .kitty),
      (["TERM": "xterm", "KONSOLE_VERSION": "230400"], .kitty),
      (["TERM": "xterm", "TERM_PROGRAM": "iTerm.app"], .iterm2),
      (["TERM": "xterm", "TERM_PROGRAM": "WezTerm"], .iterm2),
      (["TERM": "xterm", "LC_TERMINAL": "iTerm2"], .iterm2),
      (["TERM": "xterm", "RECKON_PICTURES": "kitty"], .kitty),
      (["TERM": "xterm-kitty", "RECKON_PICTURES": "none"], nil), (["TERM": "xterm"], nil),
      (["TERM": "dumb", "KITTY_WINDOW_ID": "1"], nil), ([:], nil),
      (["TERM": "tmux-256color", "TMUX": "/tmp/x", "KITTY_WINDOW_ID": "1"], nil),
    ] as [([String: String], PictureProtocol?)])
  func aTerminalIsKnownByItsName(_ variables: [String: String], _ expected: PictureProtocol?) {
    #expect(PictureProtocol { variables[$0] } == expected)
  }

  @Test func kittyTakesPNGInPieces() throws {
    let text = try #require(
      PictureProtocol.kitty.sequence(Self.png(width: 20, bytes: 5000), columns: 80))
    let pieces = text.matches(of: /\u{1B}_G([^;]*);([A-Za-z0-9+\/=]*)\u{1B}\\/)
    #expect(pieces.map { String($0.1) } == ["a=T,f=100,q=2,m=1", "m=0"])
    #expect(pieces.map { $0.2.count } == [4096, 6700 - 4096])
    #expect(PictureProtocol.kitty.sequence(Array("GIF89a".utf8), columns: 80) == nil)
  }

  @Test func aWidePictureIsMadeAsWideAsTheWindow() {
    let wide = PictureProtocol.kitty.sequence(Self.png(width: 2000), columns: 60)
    #expect(wide?.contains("c=60") == true)
    #expect(
      PictureProtocol.iterm2.sequence(Self.png(width: 2000), columns: 60)?.contains("width=60")
        == true)
  }

  @Test func iTermTakesPicturesAndNothingElse() {
    #expect(
      PictureProtocol.iterm2.sequence(Array("GIF89a".utf8), columns: 80)
        == "\u{1B}]1337;File=inline=1;size=6:R0lGODlh\u{07}\n")
    #expect(PictureProtocol.iterm2.sequence(Array("<svg>".utf8), columns: 80) == nil)
  }

  @Test(arguments: [
    ["TERM": "foot"], ["TERM": "foot-extra"], ["TERM": "mlterm-256color"],
    ["TERM": "xterm", "MLTERM": "3.9"], ["TERM": "contour"], ["TERM": "vt340"],
    ["TERM": "xterm", "RECKON_PICTURES": "sixel"],
    ["TERM": "tmux-256color", "TMUX": "/tmp/x", "RECKON_PICTURES": "sixel"],
  ])
  func thoseThatAreKnownToSpeakSixelAreNotAsked(_ variables: [String: String]) {
    let taken = PictureProtocol {
      variables[$0]
    } attributes: {
      Issue.record("The terminal was asked.")
      return []
    }
    #expect(taken == .sixel)
  }

  @Test(
    arguments: [
      (["TERM": "xterm"], [62, 4, 22], PictureProtocol.sixel), (["TERM": "xterm"], [62, 22], nil),
      (["TERM": "xterm"], [], nil),
      // Windows Terminal, of which not every version does; tmux, which answers for itself.
      (["TERM": "xterm-256color", "WT_SESSION": "1"], [61, 4, 6], .sixel),
      (["TERM": "tmux-256color", "TMUX": "/x", "TERM_PROGRAM": "tmux"], [1, 2, 4], .sixel),
      (["TERM": "xterm-kitty", "TMUX": "/x"], [1, 2], nil),
      // Nothing is asked of what cannot answer, or where the person has said what it is.
      (["TERM": "dumb"], [4], nil), ([:], [4], nil),
      (["TERM": "xterm", "RECKON_PICTURES": "none"], [4], nil),
      (["TERM": "xterm-kitty"], [62, 4], .kitty),
    ] as [([String: String], [Int], PictureProtocol?)])
  func whereNothingElseTellsTheTerminalIsAsked(
    _ variables: [String: String], _ attributes: [Int], _ expected: PictureProtocol?
  ) {
    #expect(
      PictureProtocol {
        variables[$0]
      } attributes: {
        attributes
      } == expected)
  }

  @Test(arguments: [
    ("\u{1B}Pq\"1;1;160;60#0;2;0;0;0#0!160~-\u{1B}\\", 160),
    ("\u{1B}P0;1;0q#0~\n$-\u{1B}\\\r\n", nil),
  ])
  func sixelsOfAnotherProgramAreTaken(_ text: String, _ width: Int?) throws {
    let found = try #require(PictureProtocol.sixelSequence(Array(text.utf8)))
    #expect(found.width == width)
    #expect(found.sequence.hasSuffix("\u{1B}\\\n"))
  }

  @Test(arguments: [
    "", "no sixels", "\u{1B}P\u{1B}\\", "\u{1B}Pq~", "\u{1B}Pq~\u{1B}]0;title\u{7}\u{1B}\\",
    "\u{1B}Pq~\u{1B}\\ls\n", "\u{1B}[2J\u{1B}Pq~\u{1B}\\", "\u{1B}P$q~\u{1B}\\",
    "\u{1B}Pq~\u{1B}\\\u{1B}Pq~\u{1B}\\", "\u{1B}Pq~\u{9C}\u{1B}\\", "\u{1B}Pq\u{7}~\u{1B}\\",
  ])
  func nothingElseOfAnotherProgramReachesTheTerminal(_ text: String) {
    #expect(PictureProtocol.sixelSequence(Array(text.utf8)) == nil)
  }
}
