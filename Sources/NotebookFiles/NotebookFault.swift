import Files

/// What can be wrong with a notebook's file, worded in `NotebookWording.swift`.
public enum NotebookFault: Hashable, Sendable {
  // The text
  case countUnreadable(key: String)
  case fenceInside(Container)
  case fenceMisspelt(found: String)
  case fenceOverruns
  case fenceUnclosed
  case headerKeyTwice(key: String)
  case headerKeyTwiceWithin(key: String)
  case headerStyle
  case headerUnclosed
  case headerUnreadable
  case listUnreadable(key: String)
  case momentUnreadable(key: String)
  case newerFormat(found: String)
  case skippedNotAllowed(id: String)
  case skippedUnknown(id: String)
  case passedOver(PassedOver)
  case tangled
  case tooLarge(limit: Int)

  // The file
  case unreadable(name: String, FileError)
  /// `beside` names the file in which the work is instead; nil where it is in none.
  case unsaved(name: String, FileError, beside: String? = nil)

  /// What stands in the notebook and answers nothing where it stands. `question` is the id of the
  /// section that it is in.
  public enum PassedOver: Hashable, Sendable {
    /// `isAnswer` where it is written as a text or as ticks.
    case beforeFirst(isAnswer: Bool)
    case comment
    /// A block of code with another mark, or none.
    case fence(mark: String)
    case formula
    /// What is like a heading with a question's number and is none, or a heading without the
    /// number; `meant` is the heading that it may be.
    case heading(question: String?, meant: String?)
    case inReading(question: String)
    /// Beside formulas.
    case remark(question: String)
    /// Beside a text in its quote.
    case text(question: String)
    /// Beside ticks.
    case unticked(question: String)
    case unknownSection(id: String)
  }

  public enum Container: Hashable, Sendable {
    case list, quote
  }
}
