import Diagnostics
import MathText

/// What a person is told of formulas and pictures in a text, in alphabetical order.
extension Diagnostic {
  static func formulaOpen(command: String) -> Self {
    Self(
      "formula-open", "`\(clipped(command))` stands after a `$`, but in no formula.",
      try:
        "Close the formula with another `$` in the same paragraph, with no space inside of the two; "
        + "write `\\$` for a dollar.", as: .warning)
  }

  static func formulaProblem(_ problem: MathProblem) -> Self {
    switch problem {
    case .unknownCommand(let name):
      Self(
        "formula-unknown", "`\(clipped(name))` is not known in formulas: students see it as typed.",
        try: nearestCommand(to: name) ?? "Write words as in `\\text{energy}`.", as: .warning)
    case .unknownEnvironment(let name):
      unreadable("`\\begin{\(clipped(name))}` is not known")
    case .unclosedBrace: unreadable("a `{` in it is not closed")
    case .extraBrace: unreadable("a `}` in it closes nothing")
    case .missingArgument(let name): unreadable("nothing stands after `\(clipped(name))`")
    case .leftWithoutRight: unreadable("`\\left` has no `\\right`")
    case .rightWithoutLeft: unreadable("`\\right` has no `\\left`")
    case .beginWithoutEnd(let name):
      unreadable("`\\begin{\(clipped(name))}` has no `\\end{\(clipped(name))}`")
    case .endWithoutBegin: unreadable("`\\end` has no `\\begin`")
    case .doubleScript: unreadable("two exponents or two indices follow each other")
    case .tooDeep: unreadable("it is nested too deeply")
    case .tooLong: unreadable("it is too long")
    }
  }

  static func pictureMissing(path: String) -> Self {
    Self(
      "picture-missing", "There is no picture `\(clipped(path))`.",
      try: "Put it beside the exercise, and name it from there.", as: .warning)
  }

  static func pictureOutside(path: String) -> Self {
    Self(
      "picture-outside", "`\(clipped(path))` is not within the exercise's folder.",
      try: "Put the picture beside the exercise, and name it from there.", as: .warning)
  }

  private static func unreadable(_ why: String) -> Self {
    Self(
      "formula-unread", "This formula cannot be read, for \(why): students see it as typed.",
      as: .warning)
  }

  private static func nearestCommand(to name: String) -> String? {
    let known = MathFormula.knownCommands
    return nearest(to: String(name.dropFirst()), known).map {
      $0.replacing("mean `", with: "mean `\\")
    }
  }
}
