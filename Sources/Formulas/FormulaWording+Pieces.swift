import Diagnostics
import Quantities

/// Sentences that need more than a line, and pieces of sentences.
extension FormulaWording {
  static func differing(
    _ sign: BinaryOperator, _ left: FormulaProblem.Described, _ right: FormulaProblem.Described,
    _ missing: String?, _ labels: [Diagnostic.Label]
  ) -> Diagnostic {
    let labels = left.span == right.span ? [Diagnostic.Label(left.span)] : labels
    if sign == .modulo {
      return Diagnostic(
        id: "dimensions-differ",
        message:
          "`%` before an operand is the remainder of a division, and \(object(left)) divided by \(object(right)) has none.",
        labels: labels, help: ["`*` after the `%`, if it is a percentage"])
    }
    var help = missing.map { ["if the left side is meant to match, \($0)"] } ?? []
    if left.unit.isEmpty != right.unit.isEmpty {
      let unit = left.unit.isEmpty ? right.unit : left.unit
      help = ["a unit for the plain number too, such as `\(unit)`"]
    }
    return Diagnostic(
      id: "dimensions-differ",
      message:
        "\(subject(left)) and \(object(right)) cannot be \(verb(for: sign)): they measure different things.",
      labels: labels, help: help)
  }

  static func unexpected(
    _ found: String, _ hint: String?, _ labels: [Diagnostic.Label]
  ) -> Diagnostic {
    var found = found
    if found.utf8.count > 60, found.hasPrefix("`") {
      found = code(String(found.dropFirst().dropLast()))
    }
    let isEnd = found == "the end of the line"
    return Diagnostic(
      id: "unexpected",
      message: isEnd ? "The line ends too early." : "\(capitalised(found)) was not expected here.",
      labels: labels, help: hint.map { [$0] } ?? [])
  }

  static func unknownCharacter(_ text: String, _ labels: [Diagnostic.Label]) -> Diagnostic {
    let help: String? =
      switch text {
      case "&": "`and` between two conditions"
      case "|": "`or` between two conditions"
      case "~", "!": "`not` before a condition"
      case "$", "€", "£": "the bare number: money has no unit here"
      case _: nil
      }
    let scalar = text.unicodeScalars.first
    let isSeen = scalar.map { $0.value > 0x20 && $0.value != 0x7F } ?? false
    let isFormat = scalar?.properties.generalCategory == .format
    let isInvisible = !isSeen || isFormat
    let digits = String(scalar?.value ?? 0, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      id: "unknown-character",
      message:
        "\(isInvisible ? "The invisible character \(code)" : "`\(text)`") has no meaning in a formula.",
      labels: labels, help: isInvisible ? ["take it out"] : help.map { [$0] } ?? [])
  }

  /// What to try with a word after a number that is no unit.
  static func counting(_ word: String) -> [String] {
    var single = shortened(word)
    if single.count > 3, single.hasSuffix("s"), !single.hasSuffix("ss") { single.removeLast() }
    return [
      "`unit \(single)` first, if it is something you count",
      "`*` before it, if it is one of your names",
    ]
  }

  static func keyword(_ word: String, _ span: Span) -> Diagnostic {
    let help: String =
      switch word {
      case "import", "from": "nothing needs to be imported: sqrt, sum, mean and the like are there"
      case "print": "the formula alone, which shows its value"
      case "for", "while": "columns are computed row by row without a loop: `column * 2`"
      case "lambda": "`def f(a) = formula`"
      case "if": "`a if condition else b`"
      case "def", "return": "`def f(a, b) = formula`"
      case "and", "or", "not", "to", "in", "else": "another name: this word joins formulas"
      default: "formulas, `name = formula` and `def f(a) = formula` are all there is"
      }
    return Diagnostic(
      id: "python-word", message: "`\(word)` is not part of this language.",
      labels: [Diagnostic.Label(span)], help: [help])
  }

  static func article(_ name: String) -> String {
    name.hasPrefix("a ") ? name : withArticle(name)
  }

  static func label(_ side: FormulaProblem.Described) -> Diagnostic.Label {
    Diagnostic.Label(side.span, object(side))
  }

  /// `power (kW)`, `a plain number`.
  static func object(_ side: FormulaProblem.Described) -> String {
    if side.unit.isEmpty { return "a plain number" }
    if side.meaning.hasPrefix("a count in") { return side.meaning }
    return side.meaning == side.unit ? side.unit : "\(side.meaning) (\(side.unit))"
  }

  static func subject(_ side: FormulaProblem.Described) -> String {
    capitalised(object(side))
  }

  static func verb(for sign: BinaryOperator) -> String {
    switch sign {
    case .add: "added"
    case .subtract: "subtracted"
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: "compared"
    case .multiply, .divide, .floorDivide, .modulo, .power, .and, .or: "combined"
    }
  }

  static func capitalised(_ text: String) -> String {
    guard let first = text.first, text.dropFirst().first?.isUppercase != true,
      text.count > 3 || text.contains(" ")
    else { return text }
    return first.uppercased() + text.dropFirst()
  }

  static func list(_ items: [String]) -> String {
    items.count > 8 ? items.prefix(8).joined(separator: ", ") + " …" : enumeration(items)
  }

  /// A word of the learner's in code quotes, cut where it is long.
  static func code(_ text: String) -> String { "`\(shortened(text))`" }

  /// A limit as people write it: 100'000.
  static func number(_ limit: Int) -> String { NumberFormat.standard.string(Double(limit)) }

  /// The way round a circle, its middle left out where it is long.
  static func way(_ names: [String]) -> String {
    let short = names.map(shortened)
    let shown = short.count <= 12 ? short : short.prefix(7) + ["…"] + short.suffix(2)
    return shown.joined(separator: " → ")
  }

  /// At most 40 characters, and no more bytes than these may take; a mark may be heaped on a
  /// letter thousands of times.
  static func shortened(_ text: String) -> String {
    guard text.utf8.count > 40, text.count > 40 || text.utf8.count > 400 else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(39))) + "…"
  }
}
