import Diagnostics
import Quantities

/// Entries for units that do not fit.
extension FormulaWording {
  func converting(
    _ from: FormulaProblem.Described, _ to: FormulaProblem.Described, _ missing: UnitRepair?
  ) -> Entry {
    if from.isMoney, to.isMoney { return currencies(from, to, "converted") }
    return say(
      "cannot-convert", "\(capitalised(object(from))) cannot be converted to \(object(to)).",
      at: from.span == to.span ? [Diagnostic.Label(to.span)] : [label(from), label(to)],
      try: missing.map(advice) ?? [])
  }

  func differing(
    _ sign: BinaryOperator, _ left: FormulaProblem.Described, _ right: FormulaProblem.Described,
    _ missing: UnitRepair?
  ) -> Entry {
    let labels =
      left.span == right.span ? [Diagnostic.Label(left.span)] : [label(left), label(right)]
    switch sign {
    case .floorDivide:
      return say(
        "dimensions-differ",
        "`//` counts how often the right side goes into the left: both must measure the same thing.",
        at: labels, try: [])
    case .modulo:
      // `5% kg`: the sign right behind the number.
      let gap = Span(left.span.end, right.span.start)
      let isPercent = left.unit.isEmpty && text(gap)?.hasPrefix("%") == true
      return say(
        "dimensions-differ",
        "`%` before something is the remainder of a division, and \(object(left)) divided by \(object(right)) has none.",
        at: labels,
        try: [
          isPercent
            ? offer("% * ", ", if it is a percentage", at: gap)
            : "`*` after the `%`, if it is a percentage"
        ])
    case .add, .subtract, .multiply, .divide, .power, .equal, .notEqual, .less, .lessOrEqual,
      .greater, .greaterOrEqual, .and, .or:
      if left.isMoney, right.isMoney { return currencies(left, right, "mixed") }
      let verb = sign == .add ? "added" : sign == .subtract ? "subtracted" : "compared"
      var advice = missing.map(advice) ?? []
      if advice.isEmpty, left.unit.isEmpty != right.unit.isEmpty {
        let (side, unit) = left.unit.isEmpty ? ("left", right.unit) : ("right", left.unit)
        advice = [
          "a unit for the \(side) side too: it is a plain number, and the other is in `\(unit)`"
        ]
      }
      return say(
        "dimensions-differ",
        "\(capitalised(object(left))) and \(object(right)) cannot be \(verb): they measure different things.",
        at: labels, try: advice)
    }
  }

  /// Two currencies, of which nobody knows the rate but the person who asks.
  private func currencies(
    _ left: FormulaProblem.Described, _ right: FormulaProblem.Described, _ verb: String
  ) -> Entry {
    say(
      "currencies",
      "\(left.unit) and \(right.unit) are two currencies, which are not \(verb) here.",
      at: [label(left), label(right)],
      try: ["a rate of your own, as in `5 EUR * 0.95 CHF/EUR`"])
  }

  // MARK: What to try

  private func advice(_ repair: UnitRepair) -> [Advice?] {
    switch repair {
    case .excess(let factor, let quantity, let fixIt):
      let without = offer(fixIt, ": without \(code(factor)) it is \(quantity)")
      return without.code == ""
        ? ["the formula without \(code(factor)), which is \(quantity)"] : [without]
    case .factor(let factor): return [advice(factor)]
    case .degrees(let fixIts) where fixIts.count > 1:
      return [offer(fixIts, ", if they are temperatures")]
    case .degrees(let fixIts):
      return fixIts.map { fixIt in
        offer(fixIt, ", if it is a \(fixIt.text.hasPrefix("°") ? "temperature" : "difference")")
      }
    case .lacksUnit(let fixIt): return [offer(fixIt, ", if that is its unit")]
    case .share(let fixIt, let isLess):
      return [offer(fixIt, " for so much \(isLess ? "less" : "more")")]
    case .exponent(let fixIt): return [offer(fixIt, ", if it is an exponent")]
    case .otherInterpretation(let read, let fixIts):
      return [offer(fixIts, ": it was read as `\(read)`")]
    case .reciprocal(let place, let quotient): return [reciprocal(place, quotient)]
    case .otherCapital(let found, let meaning, let fixIt):
      return [offer(fixIt, ": `\(found)` is a unit of \(meaning)")]
    case .product(let quantity, let fixIt):
      let product = offer(fixIt, " for their product, \(quantity)")
      return [product.hasLetters ? product : Advice("*", product.words)]
    case .perCounted(let units, let fixIts):
      let each = units.map { "one \(code($0))" }.joined(separator: " and of ")
      let signs = units.map { code("/" + $0) }.joined(separator: " and ")
      return fixIts.isEmpty
        ? ["\(signs) behind what is of \(each), where it is typed"]
        : [offer(fixIts, ", if that is of \(each)")]
    case .upsideDown(let found, let fixIt, let other):
      let divides = found.hasPrefix("/")
      let turned = offer(
        fixIt,
        divides
          ? ": \(code(String(found.dropFirst()))) divides, and should multiply"
          : ": \(code(found)) seems to be upside down")
      // A sign alone is no help where the statement is not at hand.
      guard turned.hasLetters else { return [Advice(shortened(found), " the other way up")] }
      return [turned, divides ? nil : other.map { offer($0, ", if that is its value") }]
    }
  }

  private func reciprocal(_ place: Span, _ quotient: (top: Span, bottom: Span)?) -> Advice {
    func operand(_ place: Span) -> String? {
      text(place).map { text in
        text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } || text.hasPrefix("(")
          ? text : "(\(text))"
      }
    }
    if let quotient, let top = text(quotient.bottom), let bottom = operand(quotient.top) {
      return offer(bottom == "1" ? top : "\(top) / \(bottom)", ", the other way up", at: place)
    }
    return operand(place).map { offer("1 / \($0)", ", one over it", at: place) } ?? "one over it"
  }

  private func advice(_ factor: MissingFactor) -> Advice {
    let quantity = factor.isNamed ? article(factor.quantity) : "a quantity in `\(factor.quantity)`"
    let example = factor.example.map { ", such as `\($0)`" } ?? ""
    // `gpu_power * 24 to kWh`: what has no unit may be what is missing.
    if !factor.bare.isEmpty {
      let numbers = factor.bare.count == 1 ? "it is a plain number" : "they are plain numbers"
      return
        "a unit for \(factor.bare.map(code).joined(separator: " or ")): \(numbers), and \(quantity) is missing\(example)"
    }
    let examples =
      !factor.names.isEmpty
      ? ", such as your \(factor.names.map(code).joined(separator: " or "))"
      : !factor.columns.isEmpty
        ? ", such as \(factor.columns.map { "`\($0)`" }.joined(separator: " or "))" : example
    return "\(factor.way.rawValue) \(factor.side.rawValue) by \(quantity)\(examples)"
  }

  // MARK: Others

  func needsPlainNumber(_ function: String, _ found: FormulaProblem.Described) -> Entry {
    var advice: Advice = "divide by a quantity in `\(found.unit)` first"
    if let text = text(problem.span), !text.isEmpty {
      let value = text.contains { "+-".contains($0) } ? "(\(text))" : text
      let count =
        degree(of: found.unit).map { "(\(text) - 0 \(found.unit)) / (1 \($0))" }
        ?? "\(value) / (1 \(found.unit))"
      advice = offer(count, " for the number of \(found.unit)")
    }
    return say(
      "needs-plain-number", "\(code(function)) takes a plain number, and this has a unit.",
      object(found), try: advice)
  }

  func refusedUnit(_ word: String, _ reason: String) -> Entry {
    let cause = reason.prefix { $0 != ":" }
    let isMonth = (ForeignNames.unit(for: word) ?? word).hasPrefix("month")
    return say(
      "refused-unit", "\(code(word)) is no unit: \(cause).", at: nil, try: isMonth ? months : [])
  }

  /// What a month is taken for, with what so many of them come to; whole years come first.
  private var months: [Advice?] {
    let start = problem.statement?.start ?? 0
    let before = text(Span(start, problem.span.start)) ?? ""
    let figure = before.trimmingSpacesAtEnd.reversed().prefix { $0.isNumber || $0 == "." }
    let typed = String(figure.reversed())
    let count = Double(typed)
    let days = count.map { ", \(NumberFormat.standard.string($0 * 30)) days in all" } ?? ""
    let thirty = Advice(inMonths("30 day"), " for months of 30 days" + days)
    let twelfths = Advice(inMonths("year / 12"), " for twelfths of a year")
    guard let count, count > 0, count.remainder(dividingBy: 12) == 0 else {
      return [thirty, twelfths]
    }
    let from = start + before.trimmingSpacesAtEnd.utf8.count - typed.utf8.count
    let years = NumberFormat.typed.string(count / 12)
    return [
      offer("\(years) year", " for \(typed) months", at: Span(from, problem.span.end)), thirty,
    ]
  }

  /// A statement with the length of a month in the place of the word: as a factor behind a number,
  /// in brackets behind a `/`, and as what a duration is divided by where it stands after `to`.
  private func inMonths(_ month: String) -> String {
    let start = problem.statement?.start ?? 0
    let before = text(Span(start, problem.span.start)) ?? ""
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

  private func article(_ name: String) -> String { name.hasPrefix("a ") ? name : withArticle(name) }

  func label(_ side: FormulaProblem.Described) -> Diagnostic.Label {
    Diagnostic.Label(side.span, object(side))
  }

  /// `power (kW)`, `a plain number`.
  func object(_ side: FormulaProblem.Described) -> String {
    if side.unit.isEmpty { return "a plain number" }
    if side.isCount { return side.meaning }
    if side.unit == "%" { return "a percentage" }
    return side.meaning == side.unit
      ? "a quantity in \(side.unit)" : "\(side.meaning) (\(side.unit))"
  }
}
