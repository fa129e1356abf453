/// What is said of dates, of handing in and of questions for a session.
public enum DateMessage {
  case askTooLong(Int)
  case askTooMany
  case different(String, id: String, own: String)
  case dueNow
  case dueSoon(DueDate)
  case handIn(String)
  /// The student, whose id and name are known.
  case handsIn(id: String, name: String)
  case late([String])
  case markedLate([String])
  case notBegun([String])
  case noted(about: String)
  case nothingAsked
  case uncountedLeft([String])
  case unreadable(String)
  case zipMade(String, isNew: Bool)
  case zipStays
}
