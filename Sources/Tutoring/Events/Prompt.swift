import Grading

/// What the next line is asked for.
public enum Prompt {
  case studentID
  case studentName
  /// The rest of a statement.
  case continuation
  /// The unit of an answer that was given as a bare number.
  case unit
  /// A line of work on the question of this id, which stands as its report says.
  case question(String, QuestionReport)
}
