import Diagnostics
import ExerciseFiles
import Files
import Releases

/// What `reckon release` says, in alphabetical order.
extension DeskWording {
  static func isReleased(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "is-released",
      message: "\(plainLine(file)) is what students get of an exercise: it has no model answers.",
      help: ["the exercise that it was made of"])
  }

  static func releaseConflict(_ path: String, _ origins: [String]) -> Diagnostic {
    Diagnostic(
      id: "release-conflict",
      message:
        "Two files would be \(plainLine(path)) in the release, and are not the same:"
        + " \(enumeration(origins.map(plainLine))). Nothing was written.",
      help: ["another name for one of them, or all exercises in one folder"])
  }

  static func released(_ paths: [String], in folder: String) -> String {
    "In \(plainLine(folder)): \(enumeration(paths.map(plainLine)))."
  }

  static func releaseOntoItself(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "release-onto-itself",
      message: "\(plainLine(path)) is the exercise itself. Nothing was written.",
      help: ["`-o` with the name of a new folder"])
  }

  static func releaseTaken(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "release-taken", message: "\(plainLine(path)) is there already. Nothing was written.",
      help: ["`-o` with the name of a new folder, or `--force` to write over it"])
  }

  /// What those are told who have it.
  static func releaseTells(_ form: ReleaseForm) -> String {
    switch form {
    case .practice: "It has the model answers: students are told what is right, and why not."
    case .graded:
      "No model answer is in it. Students are told whether an answer has the form, unit and dimension"
        + " asked for; `reckon grade` tells what is right, by the full exercise."
    case .sealed:
      "No model answer stands in it, and an answer opens the seals that tell right from wrong."
    }
  }

  static func unreadable(_ path: String, _ error: FileError) -> Diagnostic {
    Diagnostic(
      id: "release-unreadable", message: "\(plainLine(path)) \(error.phrase).",
      help: [])
  }
}
