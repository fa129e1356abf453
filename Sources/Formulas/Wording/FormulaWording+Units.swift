import Diagnostics

/// Sentences about units that do not fit.
extension FormulaWording {
  static func converting(
    _ problem: FormulaProblem, _ from: FormulaProblem.Described, _ to: FormulaProblem.Described,
    _ missing: UnitRepair?
  ) -> Diagnostic {
    problem.say(
      "cannot-convert", "\(subject(from)) cannot be converted to \(object(to)).",
      at: from.span == to.span ? [Diagnostic.Label(to.span)] : [label(from), label(to)],
      try: help(problem, missing))
  }

  static func differing(
    _ problem: FormulaProblem, _ sign: BinaryOperator, _ left: FormulaProblem.Described,
    _ right: FormulaProblem.Described, _ missing: UnitRepair?
  ) -> Diagnostic {
    let labels =
      left.span == right.span ? [Diagnostic.Label(left.span)] : [label(left), label(right)]
    if sign == .floorDivide {
      return problem.say(
        "dimensions-differ",
        "`//` counts how often the right side goes into the left: both must measure the same thing.",
        at: labels)
    }
    if sign == .modulo {
      // `5% kg`: the sign right behind the number.
      let gap = Span(left.span.end, right.span.start)
      let isPercent = left.unit.isEmpty && problem.text(gap)?.hasPrefix("%") == true
      return problem.say(
        "dimensions-differ",
        "`%` before something is the remainder of a division, and \(object(left)) divided by \(object(right)) has none.",
        at: labels,
        try: [
          "\(isPercent ? problem.offer("% * ", at: gap) : "`*` after the `%`"), if it is a percentage"
        ])
    }
    var help = help(problem, missing)
    if help.isEmpty, left.unit.isEmpty != right.unit.isEmpty {
      let (side, unit) = left.unit.isEmpty ? ("left", right.unit) : ("right", left.unit)
      help = [
        "a unit for the \(side) side too: it is a plain number, and the other is in `\(unit)`"
      ]
    }
    return problem.say(
      "dimensions-differ",
      "\(subject(left)) and \(object(right)) cannot be \(verb(for: sign)): they measure different things.",
      at: labels, try: help)
  }

  // MARK: What to try

  private static func help(_ problem: FormulaProblem, _ missing: UnitRepair?) -> [String] {
    switch missing {
    case nil: return []
    case .excess(let factor, let quantity, let fixIt)?:
      return problem.applying(fixIt.text, at: fixIt.span).isEmpty
        ? ["the formula without \(code(factor)), which is \(quantity)"]
        : ["\(problem.offer(fixIt)): without \(code(factor)) it is \(quantity)"]
    case .factor(let factor)?: return [factor.bare.isEmpty ? advice(factor) : unitFor(factor)]
    case .degrees(let fixIts)?:
      if fixIts.count > 1 { return ["\(problem.offer(fixIts)), if they are temperatures"] }
      return fixIts.map { fixIt in
        let kind = fixIt.text.hasPrefix("°") ? "temperature" : "difference"
        return "\(problem.offer(fixIt)), if it is a \(kind)"
      }
    case .lacksUnit(let fixIt)?: return ["\(problem.offer(fixIt)), if that is its unit"]
    case .share(let fixIt, let isLess)?:
      return ["\(problem.offer(fixIt)) for so much \(isLess ? "less" : "more")"]
    case .exponent(let fixIt)?: return ["\(problem.offer(fixIt)), if it is an exponent"]
    case .otherReading(let read, let fixIts)?:
      return ["\(problem.offer(fixIts)): it was read as `\(read)`"]
    case .reciprocal(let place, let quotient)?:
      func operand(_ place: Span) -> String? {
        problem.text(place).map { text in
          text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } || text.hasPrefix("(")
            ? text : "(\(text))"
        }
      }
      if let quotient, let top = problem.text(quotient.bottom), let bottom = operand(quotient.top) {
        let turned = bottom == "1" ? top : "\(top) / \(bottom)"
        return ["\(problem.offer(turned, at: place)), the other way up"]
      }
      return [
        operand(place).map { problem.offer("1 / \($0)", at: place) + ", one over it" }
          ?? "one over it"
      ]
    case .otherCapital(let found, let meaning, let fixIt)?:
      return ["\(problem.offer(fixIt)): `\(found)` is a unit of \(meaning)"]
    case .product(let quantity, let fixIt)?:
      let fix = problem.offer(fixIt)
      return ["\(fix.contains(where: \.isLetter) ? fix : "`*`") for their product, \(quantity)"]
    case .upsideDown(let found, let fixIt, let other)?:
      let fix = problem.offer(fixIt)
      // A sign alone is no help where the statement is not at hand.
      guard fix.contains(where: \.isLetter) else { return ["\(code(found)) the other way up"] }
      if found.hasPrefix("/") {
        return ["\(fix): \(code(String(found.dropFirst()))) divides, and should multiply"]
      }
      return [
        "\(fix): \(code(found)) seems to be upside down",
        other.map { "\(problem.offer($0)), if that is its value" } ?? "",
      ]
    }
  }

  /// For `gpu_power * 24 to kWh`: what has no unit may be what is missing.
  private static func unitFor(_ factor: MissingFactor) -> String {
    let bare = factor.bare.map(code).joined(separator: " or ")
    let example = factor.example.map { ", such as `\($0)`" } ?? ""
    let numbers = factor.bare.count == 1 ? "it is a plain number" : "they are plain numbers"
    let quantity = factor.isNamed ? article(factor.quantity) : "a quantity in `\(factor.quantity)`"
    return "a unit for \(bare): \(numbers), and \(quantity) is missing\(example)"
  }

  private static func advice(_ factor: MissingFactor) -> String {
    let verb =
      switch factor.way {
      case .multiply: "multiply"
      case .divide: "divide"
      }
    let side =
      switch factor.side {
      case .left: " the left side"
      case .right: " the right side"
      case .whole: " it"
      }
    let quantity =
      factor.isNamed ? article(factor.quantity) : "a quantity in `\(factor.quantity)`"
    let examples: String
    if !factor.names.isEmpty {
      examples = ", such as your \(factor.names.map(code).joined(separator: " or "))"
    } else if !factor.columns.isEmpty {
      examples = ", such as \(factor.columns.map { "`\($0)`" }.joined(separator: " or "))"
    } else {
      examples = factor.example.map { ", such as `\($0)`" } ?? ""
    }
    return "\(verb)\(side) by \(quantity)\(examples)"
  }

  // MARK: Others

  static func plainNumber(
    _ problem: FormulaProblem, _ function: String, _ found: FormulaProblem.Described
  ) -> Diagnostic {
    var help = "divide by a quantity in `\(found.unit)` first"
    if let text = problem.text(problem.span), !text.isEmpty {
      let isSum = text.contains { "+-".contains($0) }
      let value = isSum ? "(\(text))" : text
      let count =
        degree(of: found.unit).map { "(\(text) - 0 \(found.unit)) / (1 \($0))" }
        ?? "\(value) / (1 \(found.unit))"
      help = "\(problem.offer(count)) for the number of \(found.unit)"
    }
    return problem.say(
      "needs-plain-number", "\(code(function)) takes a plain number, and this has a unit.",
      at: [Diagnostic.Label(problem.span, object(found))], try: [help])
  }

  static func refused(_ problem: FormulaProblem, _ word: String, _ reason: String) -> Diagnostic {
    let cause = reason.split(separator: ":").first.map(String.init) ?? reason
    var help: [String] = []
    if word.hasPrefix("month") {
      help = [
        "`\(inMonths(problem, "30 day"))` for months of 30 days",
        "`\(inMonths(problem, "year / 12"))` for twelfths of a year",
      ]
    } else if cause.hasPrefix("money") {
      help = ["`\(problem.applying("").trimmed)`, the bare number"]
    }
    return problem.say("refused-unit", "\(code(word)) is no unit: \(cause).", try: help)
  }

  /// A statement with the length of a month in the place of the word: as a factor behind a number,
  /// in brackets behind a `/`, and as what a duration is divided by where it stands after `to`.
  private static func inMonths(_ problem: FormulaProblem, _ month: String) -> String {
    let start = problem.typed?.start ?? 0
    let before = problem.text(Span(start, max(start, problem.span.start))) ?? ""
    let words = before.split(separator: " ")
    if let sign = words.last, ["to", "in", "->", "→"].contains(String(sign)) {
      let first = before.firstIndex(of: "=").map { before.index(after: $0) } ?? before.startIndex
      let duration = String(before[first...].dropLast(sign.count + 1)).trimmed
      let from = start + before[..<first].utf8.count + (before[first...].first == " " ? 1 : 0)
      let isSum = duration.contains { "+-".contains($0) }
      return problem.applying(
        "\(isSum ? "(\(duration))" : duration) / (\(month))", at: Span(from, problem.span.end))
    }
    if before.last == "/" || words.last?.last == "/" { return problem.applying("(\(month))") }
    return problem.applying(month.hasPrefix("3") ? "* \(month)" : month)
  }

  // MARK: The two sides

  static func article(_ name: String) -> String {
    name.hasPrefix("a ") ? name : withArticle(name)
  }

  static func label(_ side: FormulaProblem.Described) -> Diagnostic.Label {
    Diagnostic.Label(side.span, object(side))
  }

  /// `power (kW)`, `a plain number`.
  static func object(_ side: FormulaProblem.Described) -> String {
    if side.unit.isEmpty { return "a plain number" }
    if side.isCount { return side.meaning }
    if side.unit == "%" { return "a percentage" }
    return side.meaning == side.unit
      ? "a quantity in \(side.unit)" : "\(side.meaning) (\(side.unit))"
  }

  static func subject(_ side: FormulaProblem.Described) -> String {
    capitalised(object(side))
  }

  private static func verb(for sign: BinaryOperator) -> String {
    switch sign {
    case .add: "added"
    case .subtract: "subtracted"
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: "compared"
    case .multiply, .divide, .floorDivide, .modulo, .power, .and, .or: "combined"
    }
  }
}

extension String {
  /// Without the spaces at its ends, and without two in a row.
  var trimmed: String { split(separator: " ").joined(separator: " ") }
}
