import Diagnostics

/// What is said of names and what they stand for, in alphabetical order.
enum NameWording {
  /// Before another value that is accepted.
  static let alternative = "or"

  static func constants(_ title: String) -> String { "Figures that come with \(title)" }

  static let elsewhere = "Elsewhere in your notebook"

  static func fromExercise(_ title: String, isOwn: Bool) -> String {
    "From \(title), \(isOwn ? "your notebook" : "its model answer")"
  }

  static let fromModelAnswer = "from the model answer"

  static let notShown = "not shown"

  /// Names or questions as a list, with a count in the place of those beyond the first few.
  static func shortened(_ names: [String]) -> String {
    let shown = names.map(withoutControls)
    guard shown.count > 5 else { return enumeration(shown) }
    return shown.prefix(4).joined(separator: ", ") + " and \(shown.count - 4) more"
  }

  static func usedBy(_ names: [String]) -> String { "used by \(shortened(names))" }
}
