import Grading

/// What the next line is asked for.
public enum Prompt {
  case studentID
  case studentName
  /// The rest of a statement.
  case continuation
  /// The unit of an answer that was given as a bare number.
  case unit
  /// What the editor at the prompt is to do.
  case lines
  /// The text of a line of what is edited there, by its number.
  case line(Int)
  /// A line of work on the question of this id, which stands as its report says.
  case question(String, QuestionReport)
}
