import Diagnostics
import Quantities

/// Entries for problems other than those of units, in the order of their names.
extension FormulaWording {
  func argumentCount(
    _ function: String, _ expected: ClosedRange<Int>, _ found: Int, _ parameters: [String]
  ) -> Entry {
    let count =
      expected.count == 1
      ? "\(expected.lowerBound)"
      : "\(expected.lowerBound) \(expected.count == 2 ? "or" : "to") \(expected.upperBound)"
    let own = parameters.isEmpty ? "" : " (\(list(parameters.map(code))))"
    return say(
      "argument-count",
      "\(code(function)) takes \(count) \(expected == 1...1 ? "value" : "values")\(own), and here \(found == 1 ? "is" : "are") \(found).",
      try: parameters.isEmpty ? nil : "a value for each of them, with commas between")
  }

  func columnAdvice(_ function: String, _ found: Value.Kind) -> Advice {
    switch found {
    case .table: "one column of it"
    case .numbers, .texts, .truths: "a column of numbers"
    case .number, .text, .truth, .function: "a column or a list, as in `\(function)([1, 2, 3])`"
    }
  }

  /// `cbrt(-8)` for `(-8)^(1/3)`; nil for any other power.
  var cubeRoot: Advice? {
    guard let text = text(problem.span), let sign = text.lastIndex(where: { "^*".contains($0) }),
      text[text.index(after: sign)...].filter({ $0 != " " }) == "(1/3)"
    else { return nil }
    let end = text[..<sign].lastIndex { $0 != " " && $0 != "*" } ?? sign
    let base = text[...end]
    let isInBrackets =
      base.hasPrefix("(") && base.dropFirst().firstIndex(of: ")") == base.indices.last
    return offer(isInBrackets ? "cbrt\(base)" : "cbrt(\(base))", ", the real root")
  }

  /// `-(32^(1/5))` for `(-32)^(1/5)`; nil where the root is not odd.
  var oddRoot: Advice? {
    guard let text = text(problem.span),
      let root = text.wholeMatch(of: /\(-([^()]+)\) *(?:\^|\*\*) *\( *1 *\/ *([0-9]+) *\)/),
      let degree = Int(root.output.2), degree % 2 == 1
    else { return nil }
    let base = root.output.1.contains(" ") ? "(\(root.output.1))" : root.output.1
    return offer("-(\(base)^(1/\(degree)))", ", the real root")
  }

  func expectedOperand(behind sign: String) -> Entry {
    let isBracket = sign == "(" || sign == "["
    return say(
      "expected-operand",
      isBracket
        ? "Nothing stands between these brackets." : "Something is missing after \(code(sign)).",
      "what follows?",
      try: isBracket
        ? "a formula in them"
        : ["to", "->", "in", "→"].contains(sign)
          ? "a unit after it, as in `3 kWh to MJ`"
          : sign == "="
            ? "a number, a name or a formula after it"
            : "a number or a name after it, or leave it out")
  }

  func missingOperator(_ sign: String, _ other: String?) -> Entry {
    let tries = [sign, other].compactMap { $0.flatMap { offer($0).statement } }
    return say(
      "missing-operator", "Two things stand side by side here, and no sign joins them.",
      at: [Diagnostic.Label(problem.span, "what joins it?")],
      try: tries.isEmpty
        ? ["a sign between them, such as `*` where they are multiplied"] : tries.map { Advice($0) })
  }

  func selfReference(_ name: String, _ unit: String?) -> Entry {
    let isWord = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return say(
      "self-reference",
      "\(code(name)) would be computed from itself: it stands on both sides of `=`.", at: nil,
      try: [
        unit.map { Advice("\(shortened(name)) to \($0)", " to see it in \($0)") },
        isWord ? offer("new_\(shortened(name))", ", under a new name") : "a new name",
      ])
  }

  func severalPoints(_ found: String, _ suggestion: String?) -> Entry {
    let isQuestion =
      problem.statement?.text == found
      && found.split(separator: ".").allSatisfy { $0.utf8.count <= 2 }
    return say(
      "several-points",
      found.contains(".")
        ? "A number has one decimal point at most, and \(code(found)) has more."
        : "\(code(found)) cannot be read as a number.",
      try: suggestion.map { offer($0) }
        ?? (isQuestion
          ? "`:goto \(shortened(found))` in a notebook, for the question of that number"
          : "digits with one point at most, as in `1250.5`"))
  }

  func unknownColumn(_ column: String, _ table: String, _ near: [String], _ all: [String]) -> Entry
  {
    // `models.Output`: all of it is replaced.
    let isInBrackets = problem.fixItSpan == nil && problem.statement != nil
    return say(
      "unknown-column",
      "\(table.isEmpty ? "This table" : code(table)) has no column \"\(shortened(column))\".",
      at: nil,
      try: near.isEmpty
        ? ["one of its columns: \(list(all.map { "\"\(shortened($0))\"" }))"]
        : near.map { offer(isInBrackets ? "\"\($0)\"" : "\(table)[\"\($0)\"]") })
  }

  // MARK: Characters

  func unknownCharacter(_ text: String) -> Entry {
    let scalar = text.unicodeScalars.first
    let isSeen = scalar.map { $0.value > 0x20 && $0.value != 0x7F } ?? false
    let isInvisible = !isSeen || scalar?.properties.generalCategory == .format
    let digits = String(scalar?.value ?? 0, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let message =
      isInvisible
      ? "The invisible character \(code) has no meaning in a formula."
      : "\(text == "`" ? "A backquote" : "`\(text)`") has no meaning in a formula."
    let advice: Advice? =
      switch text {
      case "&": "`and` between two conditions"
      case "|": "`or` between two conditions"
      case "!": "`not` before a condition"
      case "±": "the value alone: an uncertainty is not carried along here"
      case _:
        plain.map { Advice($0) }
          ?? (isInvisible ? without(text).map { Advice($0) } ?? "without it" : nil)
      }
    return say("unknown-character", message, try: advice)
  }

  /// The statement without a character.
  private func without(_ character: String) -> String? {
    rewritten { $0.unicodeScalars.filter { String($0) != character } }
  }

  /// The statement with its characters in their usual form, where that makes a difference.
  private var plain: String? {
    let plain = rewritten { typed in
      var result = ""
      for scalar in typed.unicodeScalars {
        switch scalar {
        case "\u{FF01}"..."\u{FF5E}":
          result.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
        case "″", "‟", "`", "´", "@", "?", "~", "≈": break
        default:
          if let fraction = Self.fractions[scalar] {
            Self.append(fraction, to: &result)
          } else {
            result.unicodeScalars.append(scalar)
          }
        }
      }
      return result.unicodeScalars
    }
    return plain == problem.statement?.text ? nil : plain
  }

  /// The statement with other characters; nil where it is long or nothing is left.
  private func rewritten(_ change: (String) -> String.UnicodeScalarView) -> String? {
    guard let typed = problem.statement?.text, typed.utf8.count <= StatementText.longest else {
      return nil
    }
    let rest = String(change(typed)).trimmed
    return rest.isEmpty ? nil : rest
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

extension String {
  /// Without the spaces at its ends, and without two in a row.
  var trimmed: String { split(separator: " ").joined(separator: " ") }

  /// Without the spaces at its end.
  var trimmingSpacesAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
