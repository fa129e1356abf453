import Diagnostics

/// What is wrong with the notebook's file, in alphabetical order.
extension SessionDiagnostics {
  /// What `:undo` takes back.
  static let changeOutside = "what was changed outside this session"

  static func foreign(file: String, found: String, wanted: String) -> Diagnostic {
    Diagnostic(
      id: "other-exercise",
      message: "\(file) is a notebook of `\(withoutControls(found))`, not of `\(wanted)`. It is "
        + "left as it is.", help: ["another folder, or another name for that file"])
  }

  static func noNotebook(_ file: String, of exercise: String) -> Diagnostic {
    Diagnostic(id: "other-exercise", message: "\(file) is no notebook of `\(exercise)` any more.")
  }

  static func notWrittenOver(_ problem: Diagnostic, _ file: String) -> Diagnostic {
    var problem = problem
    problem.labels = []
    problem.message +=
      " It was put there outside this session and is left as it is; your work is kept beside it."
    problem.help = ["move it away from another window; the next line saves into \(file) again"]
    return problem
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
      help: ["another editor setting; what is there now is kept as \(copy) when you go on here"])
  }
}
