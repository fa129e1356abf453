/// What can be wrong with a notebook's file, worded in `NotebookWording.swift`.
enum NotebookFault: Hashable, Sendable {
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
  case tangled
  case tooLarge(limit: Int)

  // The file
  case unreadable(name: String, FileTrouble)
  /// `beside` names the file in which the work is instead; nil where it is in none.
  case unsaved(name: String, FileTrouble, beside: String? = nil)
  /// Of what is made from a notebook.
  case unwritten(name: String, FileTrouble)

  enum Container: Hashable, Sendable {
    case list, quote
  }

  /// What the system said when a file was read or written.
  enum FileTrouble: Hashable, Sendable {
    case folderForbidden
    case folderMissing
    case forbidden
    case full
    case linkCircle
    case notAFile
    case readOnlyDisk
    case tooLarge(limit: Int)
    case tooLong
    case writeProtected
    case other(String)
  }
}
