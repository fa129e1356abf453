import Diagnostics

/// Sentences about words that are not known.
extension FormulaWording {
  /// A mend for each word that is near; else some other advice.
  static func unknown(
    _ problem: FormulaProblem, _ id: String, _ message: String, _ near: [String],
    else help: [String]
  ) -> Diagnostic {
    Diagnostic(
      id: id, message: message, labels: [Diagnostic.Label(problem.span)],
      help: near.isEmpty ? help : near.map { "`\(problem.mended($0))`" })
  }

  static func unknownColumn(
    _ problem: FormulaProblem, _ column: String, _ table: String, _ near: [String],
    _ all: [String]
  ) -> Diagnostic {
    let name = table.isEmpty ? "This table" : code(table)
    func mend(_ heading: String) -> String {
      let inBrackets = "\"\(heading)\""
      // `models.Output`: all of it is replaced.
      return problem.mended(
        problem.mendSpan == nil && problem.typed != nil
          ? inBrackets : "\(table)[\(inBrackets)]")
    }
    let help =
      near.isEmpty
      ? ["one of its columns: \(list(all.map { "\"\(shortened($0))\"" }))"]
      : near.map { "`\(mend($0))`" }
    return Diagnostic(
      id: "unknown-column", message: "\(name) has no column \"\(shortened(column))\".",
      labels: [Diagnostic.Label(problem.span)], help: help)
  }

  /// What to try with a word after a number that is no unit.
  static func counting(_ problem: FormulaProblem, _ word: String) -> [String] {
    var single = shortened(word)
    if single.count > 4, single.hasSuffix("ies") {
      single = single.dropLast(3) + "y"
    } else if single.count > 3, single.hasSuffix("s"), !single.hasSuffix("ss") {
      single.removeLast()
    }
    return [
      "`unit \(single)` first, if it is something you count",
      "a `*` before it, if it is to be one of your names",
    ]
  }

  static func unknownCharacter(_ problem: FormulaProblem, _ text: String) -> Diagnostic {
    let scalar = text.unicodeScalars.first
    let isSeen = scalar.map { $0.value > 0x20 && $0.value != 0x7F } ?? false
    let isInvisible = !isSeen || scalar?.properties.generalCategory == .format
    let digits = String(scalar?.value ?? 0, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let message =
      isInvisible
      ? "The invisible character \(code) has no meaning in a formula."
      : "\(text == "`" ? "A backquote" : "`\(text)`") has no meaning in a formula."
    var help: [String] = []
    switch text {
    case "&": help = ["`and` between two conditions"]
    case "|": help = ["`or` between two conditions"]
    case "!": help = ["`not` before a condition"]
    case "$", "€", "£", "¥":
      help = [without(problem, text).map { "\($0): money has no unit here" } ?? ""]
    case "±": help = ["the value alone: an uncertainty is not carried along here"]
    case _: help = [plain(problem) ?? (isInvisible ? without(problem, text) ?? "without it" : "")]
    }
    return Diagnostic(
      id: "unknown-character", message: message, labels: [Diagnostic.Label(problem.span)],
      help: help.filter { !$0.isEmpty })
  }

  /// The statement without a character, in code quotes.
  private static func without(_ problem: FormulaProblem, _ character: String) -> String? {
    guard let typed = problem.typed?.text, typed.utf8.count <= 72 else { return nil }
    let rest = String(
      String.UnicodeScalarView(typed.unicodeScalars.filter { String($0) != character })
    ).trimmed
    return rest.isEmpty ? nil : "`\(rest)`"
  }

  /// The statement with its characters in their usual form, where that makes a difference.
  private static func plain(_ problem: FormulaProblem) -> String? {
    guard let typed = problem.typed?.text, typed.utf8.count <= 72 else { return nil }
    var result = ""
    for scalar in typed.unicodeScalars {
      switch scalar {
      case "\u{FF01}"..."\u{FF5E}":
        result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case "½": result += "0.5"
      case "¼": result += "0.25"
      case "¾": result += "0.75"
      case "″", "‟", "`", "´", "@", "?", "~", "≈": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    let mended = result.trimmed
    return mended == typed || mended.isEmpty ? nil : "`\(mended)`"
  }
}
