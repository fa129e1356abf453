import Diagnostics
import Files
import MarkdownReading
import TextLayout

/// What the session says of its file, and of what others do to it, in alphabetical order.
extension SessionWording {
  static let changedOutside = StyledText(
    "The notebook was changed outside this session and has been read anew.", .notice)

  /// What `:undo` takes back.
  static let changeOutside = "what was changed outside this session"

  static func deletedOutside(_ file: String) -> StyledText {
    StyledText("\(file) was deleted outside this session; it is written anew.", .notice)
  }

  static func emptiedOutside(_ file: String) -> StyledText {
    StyledText(
      "\(file) was emptied outside this session; your work is written into it again.", .notice)
  }

  static func foreign(file: String, found: String, wanted: String) -> Diagnostic {
    Diagnostic(
      id: "other-exercise",
      message: "\(file) is a notebook of `\(withoutControls(found))`, not of `\(wanted)`. It is "
        + "left as it is.",
      help: ["another folder, or another name for that file"])
  }

  /// Of work that an outside change has taken out of the notebook.
  static func goneOutside(_ names: [String], kept copy: String) -> StyledText {
    StyledText(
      "\(shortened(names)) \(names.count == 1 ? "is" : "are") not in it any more; the notebook as "
        + "it was is kept as \(copy), and `:undo` brings it back.", .notice)
  }

  static func leftBeside(_ file: String, of notebook: String) -> StyledText {
    StyledText(
      "\(file) holds work that could not be saved in \(notebook). Copy from it what you need, "
        + "then delete it or move it away.", .notice)
  }

  static func notWrittenOver(_ problem: Diagnostic, _ file: String) -> Diagnostic {
    var problem = problem
    problem.labels = []
    problem.message +=
      " It was put there outside this session and is left as it is; your work is kept beside it."
    problem.help = ["move it away from another window; the next line saves into \(file) again"]
    return problem
  }

  static func noNotebook(_ file: String, of exercise: String) -> Diagnostic {
    Diagnostic(
      id: "other-exercise", message: "\(file) is no notebook of `\(exercise)` any more.")
  }

  static func otherNotebook(_ file: String, found: String, wanted: String) -> Diagnostic {
    Diagnostic(
      id: "other-exercise",
      message: "\(file) is a notebook of `\(withoutControls(found))` now, not of `\(wanted)`.")
  }

  static func repaired(_ file: String, copy: String) -> Diagnostic {
    Diagnostic(
      id: "notebook-not-utf8", severity: .warning,
      message: "\(file) holds bytes that are no text (UTF-8); they are read as \u{FFFD}.",
      help: [
        "another editor setting; what is there now is kept as \(copy) when you go on here"
      ])
  }

  static func savedAgain(_ file: String) -> StyledText {
    StyledText("Your work is saved in \(file) again.", .notice)
  }

  static func savedBeside(_ file: String) -> StyledText {
    StyledText("Your work is saved in \(file).", .notice)
  }

  /// What another has written in the meantime.
  static func theirsKept(_ file: String, as copy: String) -> StyledText {
    StyledText(
      "\(file) was changed outside this session before your lines could be saved; what stood there "
        + "is kept as \(copy).", .notice)
  }
}
