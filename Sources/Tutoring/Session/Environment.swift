import Dates

/// An exercise that is not done yet.
public struct NextExercise: Hashable, Sendable {
  public var id: String
  public var title: String

  public init(id: String, title: String) { (self.id, self.title) = (id, title) }
}

extension Session {
  /// What a session asks of the world around it.
  public struct Environment {
    /// Whether a person types, to whom things are offered.
    public var isInteractive: Bool
    /// Whether more than ASCII can be shown.
    public var unicode: Bool
    /// Whether the student hears what is shown, or reads it line by line: all is said in words.
    public var isAccessible = false
    /// What tells the time, and the zone that it is told in.
    public var clock = WallClock.system
    /// Nil where files cannot be handed in together.
    public var submissions: SubmissionFolder?
    /// The exercise to go on with once this one is done; nil where there is none.
    public var nextExercise: () -> NextExercise? = { nil }
    /// How many rows of a table, from its start on, are shown at once.
    public var rowsThatFit: (TableView) -> Int = { _ in 40 }
    /// Hands a text to the student's editor and waits; nil where there is none.
    public var edit: ((String) -> EditedText)?
    /// Sends a picture to the terminal, and tells why it is not shown, or nil; nil where nobody sees
    /// any.
    public var showPicture: (([UInt8]) -> PictureMessage.Trouble?)?

    public init(isInteractive: Bool, unicode: Bool, edit: ((String) -> EditedText)? = nil) {
      self.isInteractive = isInteractive
      self.unicode = unicode
      self.edit = edit
    }
  }
}
