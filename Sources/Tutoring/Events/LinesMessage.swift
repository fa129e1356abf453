/// What is said of lines that are brought back to be changed, and of the editor at the prompt.
public enum LinesMessage {
  case all([String])
  /// With the number of lines that there are.
  case begins(of: Int)
  case deleted(ClosedRange<Int>, left: Int)
  case dropped
  case endsFirst
  case insertsBefore(Int, of: Int)
  /// By Ctrl-C, with changes.
  case left
  case moved(Int, to: Int)
  case noSuchLine(Int, of: Int)
  case notUnderstood(String, of: Int)
  case notYours(String)
  case nothingToEdit
  case nothingToUndo
  /// The text of a line that was changed or put in.
  case now(Int, String)
  /// What to type in the place of a line, where it cannot be brought back to the prompt.
  case typeAnew(String)
  case undone
}
