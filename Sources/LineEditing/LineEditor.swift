import TextLayout

/// What came of asking for a line.
public enum LineInput: Hashable, Sendable {
  /// A line without its newline.
  case line(String)
  /// Ctrl-C: what was typed is dropped.
  case interrupted
  /// Ctrl-D on an empty line, or the end of a file or pipe.
  case endOfInput
}

/// What may stand at a place in a line.
public struct Completion: Hashable, Sendable {
  public struct Candidate: Hashable, Sendable {
    /// What replaces the text between `start` and the cursor.
    public var text: String
    /// What the list shows in its place; the same where nothing needs to be added.
    public var label: String

    public init(_ text: String, label: String? = nil) {
      self.text = text
      self.label = label ?? text
    }
  }

  /// Byte offset in the line at which the text to be replaced starts.
  public var start: Int
  public var candidates: [Candidate]

  public init(start: Int, candidates: [Candidate]) {
    self.start = start
    self.candidates = candidates
  }
}

/// Reads lines from a person or a file, and knows nothing of what they mean.
public protocol LineEditor: AnyObject {
  /// Whether a person types at a terminal.
  var isInteractive: Bool { get }
  /// Called with the line and the cursor's byte offset when Tab is pressed.
  var completer: ((_ line: String, _ cursor: Int) -> Completion)? { get set }
  /// Prompts, lets the person edit, and returns the line. Without a terminal nothing is
  /// prompted.
  func readLine(prompt: StyledText) -> LineInput
  /// Remembers a line for this session and, where a file was given, for later ones.
  func remember(_ line: String)
}
