/// What is said of the notebook's file, and of what others do to it.
public enum FileMessage {
  case changedOutside
  case deletedOutside(String)
  case emptiedOutside(String)
  /// Of work that an outside change has taken out of the notebook.
  case goneOutside([String], kept: String)
  case leftBeside(String, of: String)
  case savedAgain(String)
  case savedBeside(String)
  /// What another has written in the meantime.
  case theirsKept(String, as: String)
}
