import Diagnostics
import Quantities

/// Sentences that need more than a line, and pieces of sentences.
extension FormulaWording {
  static func missingOperand(_ problem: FormulaProblem, _ before: String) -> Diagnostic {
    let isBracket = before == "(" || before == "["
    let advice: String
    switch before {
    case "(", "[": advice = "a formula in them"
    case "to", "->", "in", "→": advice = "a unit after it, as in `3 kWh to MJ`"
    case "=": advice = "a number, a name or a formula after it"
    case _: advice = "a number or a name after it, or leave it out"
    }
    return problem.say(
      "expected-operand",
      isBracket
        ? "Nothing stands between these brackets." : "Something is missing after \(code(before)).",
      at: [Diagnostic.Label(problem.span, "what follows?")], try: [advice])
  }

  static func selfReference(
    _ problem: FormulaProblem, _ name: String, _ unit: String?
  ) -> Diagnostic {
    let isWord = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return problem.say(
      "self-reference",
      "\(code(name)) would be computed from itself: it stands on both sides of `=`.",
      try: [
        unit.map { "`\(shortened(name)) to \($0)` to see it in \($0)" } ?? "",
        isWord ? "\(problem.offer("new_\(shortened(name))")), under a new name" : "a new name",
      ])
  }

  static func argumentAdvice(_ function: String, _ count: Int) -> String {
    let places = [String](repeating: "…", count: min(count, 6)).joined(separator: ", ")
    return "`\(shortened(function))(\(places))`, a value for each"
  }

  static func severalPoints(
    _ problem: FormulaProblem, _ found: String, _ suggestion: String?
  ) -> Diagnostic {
    let help: String
    if let suggestion {
      help = problem.offer(suggestion)
    } else if problem.typed?.text == found,
      found.split(separator: ".").allSatisfy({ $0.utf8.count <= 2 })
    {
      help = "`:goto \(shortened(found))` in a notebook, for the question of that number"
    } else {
      help = "digits with one point at most, as in `1250.5`"
    }
    return problem.say(
      "several-points",
      found.contains(".")
        ? "A number has one decimal point at most, and \(code(found)) has more."
        : "\(code(found)) cannot be read as a number.",
      try: [help])
  }

  static func columnAdvice(_ function: String, _ found: Value.Kind) -> String {
    switch found {
    case .table: "one column of it"
    case .numbers, .texts, .truths: "a column of numbers"
    case .number, .text, .truth, .function:
      "a column or a list, as in `\(function)([1, 2, 3])`"
    }
  }

  /// `cbrt(-8)` for `(-8)^(1/3)`; empty for any other power.
  static func cubeRoot(_ problem: FormulaProblem) -> String {
    guard let text = problem.text(problem.span),
      let sign = text.lastIndex(where: { "^*".contains($0) }),
      text[text.index(after: sign)...].filter({ $0 != " " }) == "(1/3)"
    else { return "" }
    let end = text[..<sign].lastIndex { $0 != " " && $0 != "*" } ?? sign
    let base = text[...end]
    let root =
      base.hasPrefix("(") && base.dropFirst().firstIndex(of: ")") == base.indices.last
      ? "cbrt\(base)" : "cbrt(\(base))"
    return "\(problem.offer(root)), the real root"
  }

  /// The numbers for which a function or power has no value.
  static func undefined(_ function: String) -> String {
    if function == "^" { return "real value for a negative number to a power that is not whole" }
    guard case .elementwise(let rule)? = BuiltinFunction.named(function)?.computation else {
      return "value for this number"
    }
    return "\(rule.isReal ? "real value" : "value") for \(rule.undefined ?? "this number")"
  }

  /// Whether the values of a function's column matter, and not their count alone.
  static func isOfNumbers(_ function: String) -> Bool {
    BuiltinFunction.named(function)?.statistic?.input != .rows
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
