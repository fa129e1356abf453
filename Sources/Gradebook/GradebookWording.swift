import Diagnostics

/// What is said of a class's files and marks, in alphabetical order.
public enum GradebookWording {
  static let brokeDown =
    "The program broke down at it, which is a mistake of ours: please report it."

  static func claims(_ id: String) -> String {
    "It says that it is of \(plainLine(id)), and was handed in by another."
  }

  static func duplicate(of path: String, isSame: Bool, isLater: Bool) -> String {
    let path = plainLine(path)
    if isSame { return "The same as \(path), which counts." }
    return isLater
      ? "\(path) was handed in later, and counts."
      : "\(path) is of the same student, and counts; nothing tells which is the later one."
  }

  static let repaired = "Some of it was no UTF-8, and cannot be read."
}
