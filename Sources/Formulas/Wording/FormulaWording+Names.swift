import Diagnostics
import Quantities

/// Sentences about words that are not known.
extension FormulaWording {
  /// A fix-it for each word that is near; else some other advice.
  static func unknown(
    _ problem: FormulaProblem, _ id: String, _ message: String, _ near: [String],
    else help: [String]
  ) -> Diagnostic {
    problem.say(id, message, try: near.isEmpty ? help : near.map { problem.offer($0) })
  }

  static func unknownColumn(
    _ problem: FormulaProblem, _ column: String, _ table: String, _ near: [String],
    _ all: [String]
  ) -> Diagnostic {
    let name = table.isEmpty ? "This table" : code(table)
    func fixIt(_ heading: String) -> String {
      let inBrackets = "\"\(heading)\""
      // `models.Output`: all of it is replaced.
      return problem.offer(
        problem.fixItSpan == nil && problem.typed != nil
          ? inBrackets : "\(table)[\(inBrackets)]")
    }
    let help =
      near.isEmpty
      ? ["one of its columns: \(list(all.map { "\"\(shortened($0))\"" }))"]
      : near.map(fixIt)
    return problem.say(
      "unknown-column", "\(name) has no column \"\(shortened(column))\".", try: help)
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
    return problem.say("unknown-character", message, try: help)
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
      case let glyph where fractions[glyph] != nil: append(fractions[glyph] ?? (1, 1), to: &result)
      case "″", "‟", "`", "´", "@", "?", "~", "≈": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    let plain = result.trimmed
    return plain == typed || plain.isEmpty ? nil : "`\(plain)`"
  }

  /// The fraction of a glyph, with the whole number before it: `2½` is 2.5, `2⅓` is `(2 + 1/3)`.
  private static func append(_ fraction: (above: Int, below: Int), to text: inout String) {
    var spaces = text.reversed().prefix { $0 == " " }.count
    let digits = text.dropLast(spaces).reversed().prefix { $0.isNumber }
    let before = text.dropLast(spaces + digits.count).last
    let hasWhole = !digits.isEmpty && !(before?.isLetter ?? false) && before != "."
    if !hasWhole { spaces = 0 }
    let whole = hasWhole ? Int(String(digits.reversed())) ?? 0 : 0
    text.removeLast(hasWhole ? spaces + digits.count : 0)
    guard [2, 4, 5, 8, 10].contains(fraction.below) else {
      text += "(" + (hasWhole ? "\(whole) + " : "") + "\(fraction.above)/\(fraction.below))"
      return
    }
    text += NumberFormat.typed.string(
      Double(whole) + Double(fraction.above) / Double(fraction.below))
  }

  private static let fractions: [Unicode.Scalar: (above: Int, below: Int)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5),
    "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8), "⅑": (1, 9), "⅒": (1, 10),
  ]
}
