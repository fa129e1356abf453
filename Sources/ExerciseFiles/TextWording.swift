import Diagnostics
import MathText

/// What a person is told of formulas and pictures in a text, in alphabetical order.
extension Diagnostic {
  static let commentUnclosed = Self(
    "comment-unclosed", "This comment is not closed, and students see it.",
    try: "Close it with `-->`; one with blank lines in it begins on a line of its own.")

  static func formulaBare(_ begin: String) -> Self {
    Self(
      "formula-open", "`\(clipped(begin))` stands in no formula: students see it as typed.",
      try: "Put it between `$$` and `$$`, without blank lines.", as: .warning)
  }

  static let formulaBar = Self(
    "formula-bar", "A bar within a formula ends its cell here.",
    try: "Write `\\lvert x \\rvert` for a size, and `\\|` or `\\vert` for a bar.", as: .warning)

  static func formulaOpen(command: String) -> Self {
    Self(
      "formula-open", "`\(clipped(command))` stands after a `$`, but in no formula.",
      try:
        "Close the formula with another `$` in the same paragraph, with no space inside of the two; "
        + "write `\\$` for a dollar.", as: .warning)
  }

  static func formulaUnclosed(_ open: String, _ close: String) -> Self {
    Self(
      "formula-open", "This `\(open)` opens no formula: students see it as typed.",
      try: "Close it with `\(close)` in the same paragraph, without blank lines.", as: .warning)
  }

  static func formulaProblem(_ problem: MathProblem) -> Self {
    switch problem {
    case .unknownCommand(let name):
      Self(
        "formula-unknown", "`\(clipped(name))` is not known in formulas: students see it as typed.",
        try: instead[name] ?? nearestCommand(to: name) ?? "Write words as in `\\text{energy}`.",
        as: .warning)
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

  static func pictureElsewhere(address: String) -> Self {
    Self(
      "picture-elsewhere", "`\(clipped(address))` is not fetched: students read the description.",
      try: "Put the picture beside the exercise, and name it from there.", as: .warning)
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

  static func pictureOfWiki(path: String) -> Self {
    Self(
      "picture-unread", "This is no picture here: students see it as typed.",
      try: "Write `![What it shows](\(clipped(path)))`.", as: .warning)
  }

  static let pictureTag = Self(
    "picture-unread", "HTML is shown as typed, and this picture with it.",
    try: "Write it as in `![What it shows](figure.png)`.", as: .warning)

  static func pictureUndescribed(path: String) -> Self {
    Self(
      "picture-undescribed", "This picture has no description, which stands in the text for it.",
      try: "Say what it shows, as in `![What it shows](\(clipped(path)))`.", as: .warning)
  }

  static func pictureUnknown(path: String) -> Self {
    Self(
      "picture-unknown", "`\(clipped(path))` is no picture that can be shown.",
      try: "Take a PNG, JPEG, GIF, WebP or SVG.", as: .warning)
  }

  static func pictureWithBlank(_ description: String, path: String) -> Self {
    Self(
      "picture-unread", "A path with a blank names no picture: students see it as typed.",
      try: "Write `![\(description)](<\(path)>)`, or rename the file.", as: .warning)
  }

  private static func unreadable(_ why: String) -> Self {
    Self(
      "formula-unread", "This formula cannot be read, for \(why): students see it as typed.",
      as: .warning)
  }

  /// What takes the place of commands that people bring along.
  private static let instead: [String: String] = {
    let colours = "Take it out: formulas have no colours."
    let layout = "Take it out: formulas have no numbers and labels."
    let old = [
      "\\bf": "mathbf", "\\bm": "mathbf", "\\cal": "mathcal", "\\it": "mathit",
      "\\pmb": "mathbf", "\\rm": "mathrm", "\\sf": "mathsf", "\\tt": "mathtt",
    ].mapValues { "Write it as in `\\\($0){A}`." }
    return old.merging([
      "\\ce": "Write it as in `\\mathrm{H_2O}`.", "\\pu": "Write it as in `5\\,\\mathrm{kg}`.",
      "\\color": colours, "\\colorbox": colours, "\\textcolor": colours,
      "\\label": layout, "\\nonumber": layout, "\\notag": layout, "\\ref": layout,
      "\\def": "Write out what it stands for.", "\\newcommand": "Write out what it stands for.",
    ]) { own, _ in own }
  }()

  private static func nearestCommand(to name: String) -> String? {
    let known = MathFormula.knownCommands
    return nearest(to: String(name.dropFirst()), known).map {
      $0.replacing("mean `", with: "mean `\\")
    }
  }
}
