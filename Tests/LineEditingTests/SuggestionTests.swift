import Testing

@testable import LineEditing

/// What stands dim behind the cursor, and the keys that take it.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct SuggestionTests {
  private func session(_ change: (inout EditorSession.Settings) -> Void = { _ in }) throws
    -> EditorSession
  {
    var settings = EditorSession.Settings(
      colour: true, suggestions: ["ener": "gy = 3 kWh", "x = ene": "rgy"])
    change(&settings)
    return try EditorSession(settings)
  }

  /// Keys that take all of it: right, End, Ctrl-E, Ctrl-F.
  @Test(arguments: ["\u{1B}[C", "\u{1B}[F", "\u{1B}OF", "\u{5}", "\u{6}"])
  func itIsTakenAtTheEndOfTheLine(key: String) throws {
    let session = try session()
    try session.type("ener", expecting: "gy = 3 kWh")
    try session.type(key + "\r", expecting: "=[energy = 3 kWh]")
    try session.end()
  }

  @Test(arguments: ["\u{1B}f", "\u{1B}[1;5C"])
  func aWordOfItIsTaken(key: String) throws {
    let session = try session()
    try session.type("ener", expecting: "gy = 3 kWh")
    try session.type(key + "\r", expecting: "=[energy]")
    try session.end()
  }

  @Test func whatIsNotTakenIsNotInTheLine() throws {
    let session = try session()
    try session.type("ener", expecting: "gy = 3 kWh")
    try session.type("\r", expecting: "=[ener]")
    // Within the line the keys move.
    try session.type("x = ene", expecting: "rgy")
    try session.type("\u{1B}[D\u{1B}[C\u{1B}[D!\r", expecting: "=[x = en!e]")
    try session.end()
  }

  @Test func whatWasNotYetSeenIsNotTaken() throws {
    let session = try session()
    try session.type("ener\u{1B}[C\r", expecting: "=[ener]")
    try session.end()
  }

  @Test func theNewestEarlierLineComesFirst() throws {
    let session = try session()
    try session.type("energy = 1\r", expecting: "2> ")
    try session.type("energy = 2\r", expecting: "3> ")
    try session.type("en", expecting: "ergy = 2")
    try session.type("\u{6}\r", expecting: "=[energy = 2]")
    try session.end()
  }

  @Test func aLineThatWasNotAcceptedIsRememberedAndNotSuggested() throws {
    let session = try session()
    try session.type("energy = 1\r", expecting: "2> ")
    try session.type("energy = 2!\r", expecting: "3> ")
    try session.type("en", expecting: "ergy = 1")
    try session.type("\u{15}\u{1B}[A\r", expecting: "=[energy = 2!]")
    try session.end()
  }

  @Test func nothingIsSuggestedWhereNothingIsColoured() throws {
    for setting in 0..<4 {
      let session = try session { settings in
        switch setting {
        case 0: settings.colour = false
        case 1: settings.terminal = "dumb"
        case 2: settings.isPlain = true
        default: settings.suggestions = nil
        }
      }
      try session.type("ener", expecting: "ener")
      session.terminal.settle()
      #expect(!session.terminal.hasShown("gy"))
      try session.type("\u{1B}[C\r", expecting: "=[ener]")
      try session.end()
    }
  }

  @Test func whatActsOnATerminalIsNoSuggestion() throws {
    let session = try session { $0.suggestions = ["ab": "c\u{1B}[31m\u{202E}d"] }
    try session.type("ab", expecting: "c[31md")
    try session.type("\u{6}\r", expecting: "=[abc[31md]")
    try session.end()
  }

  @Test func aLineCanBeginWithSomething() throws {
    let session = try session { $0.initial = "power = 3\u{7} W\nx" }
    try session.terminal.expect("power = 3 Wx")
    try session.type("\u{7F}!\r", expecting: "!]")
    #expect(session.inputs.first == .line("power = 3 W!"))
    try session.end()
  }
}
