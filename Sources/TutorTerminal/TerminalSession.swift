import TextLayout
import Tutoring

/// A session at a terminal: a line in, lines out.
public final class TerminalSession {
  /// How the terminal is; columns and lines are those at hand when asked.
  public struct Screen {
    /// Whether it shows more than ASCII.
    public var unicode: Bool
    /// Whether styles are shown; else marks of Markdown stay.
    public var colour: Bool
    /// Columns at this moment.
    public var width: () -> Int
    /// Lines at this moment.
    public var height: () -> Int

    public init(
      unicode: Bool, colour: Bool, width: @escaping () -> Int, height: @escaping () -> Int = { 24 }
    ) {
      self.unicode = unicode
      self.colour = colour
      self.width = width
      self.height = height
    }
  }

  /// What the lines are handed to.
  public let session: Session
  private let screen: Screen

  public init(_ session: Session, screen: Screen) {
    self.session = session
    self.screen = screen
    fitsWindow = session.environment.isInteractive
    guard fitsWindow else { return }
    session.environment.rowsThatFit = { [unowned session] view in
      session.environment.isAccessible
        ? ValueDisplay.rowLimit : Self.terminal(screen, true, inWords: false).rows(of: view)
    }
  }

  /// Whether the window is what there is to see, and not a file.
  private let fitsWindow: Bool
  /// What was shown last.
  private var lastEvents: [SessionEvent] = []

  func shown(_ events: [SessionEvent]) -> [StyledText] {
    lastEvents = events
    return terminal.lines(events)
  }

  /// What was shown last, for the window as it is now, and the lines at its end that say what is to
  /// be done.
  public func shownAgain() -> (lines: [StyledText], closing: [StyledText]) {
    (terminal.lines(lastEvents), terminal.closing(of: lastEvents))
  }

  private var terminal: TutorTerminal {
    Self.terminal(screen, fitsWindow, inWords: session.environment.isAccessible)
  }

  private static func terminal(
    _ screen: Screen, _ fitsWindow: Bool, inWords: Bool
  ) -> TutorTerminal {
    TutorTerminal(
      width: screen.width(), height: screen.height(), unicode: screen.unicode,
      colour: screen.colour, inWords: inWords, fitsWindow: fitsWindow && !inWords)
  }

  /// What stands before the next line.
  public var prompt: StyledText { terminal.prompt(session.prompt) }

  /// What is shown before the first prompt.
  public func welcome() -> [StyledText] { shown(session.welcome()) }

  /// Takes a line that was typed.
  ///
  /// - `isPasted`: whether more lines of a paste follow.
  public func handle(_ line: String, isPasted: Bool = false) -> [StyledText] {
    shown(session.handle(line, isPasted: isPasted))
  }

  /// Ctrl-C: drops what was begun.
  public func interrupt() -> [StyledText] { shown(session.interrupt()) }

  /// The end of input.
  public func end() -> [StyledText] { shown(session.end()) }
}
