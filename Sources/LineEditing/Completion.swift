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
  /// What may be put in, and how it is listed.
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
