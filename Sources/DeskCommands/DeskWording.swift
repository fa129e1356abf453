import Diagnostics

/// What the assistant's commands say of themselves, in alphabetical order.
enum DeskWording {
  static func notAFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "not-a-folder", message: "\(path) is there, and is not a folder.",
      help: ["`-o` with another name"])
  }

  static func notEmpty(_ path: String, mark: String) -> Diagnostic {
    Diagnostic(
      id: "folder-not-empty",
      message: "The folder \(path) is not empty, and was not made by `reckon simulate` (it has no"
        + " \(mark) of it). Nothing was written.",
      help: ["`-o` with the name of a new folder"])
  }
}
