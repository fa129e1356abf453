import Diagnostics
import Quantities

/// Sentences about temperatures and their differences.
extension FormulaWording {
  /// A temperature where only a difference can stand. `other` is a second one that takes part; of
  /// a sum, its left side.
  static func temperature(
    _ problem: FormulaProblem, _ operation: FormulaProblem.PointOperation, _ unit: String,
    _ other: Span?
  ) -> Diagnostic {
    let spans = [other, problem.span].compactMap { $0 }.sorted { $0.start < $1.start }
    let fromZero = problem.text(problem.span).map { problem.offer("(\($0) - 0 \(unit))") }
    var help: [String] = []
    switch operation {
    case .addition:
      if let mean = other.flatMap({ mean(problem, $0) }) {
        help = ["\(mean) for their mean"]
      } else if let fixIt = asDifference(problem, problem.span) {
        help = ["\(problem.offer(fixIt)), if it is a difference"]
      } else if other != nil, let fromZero {
        help = ["\(fromZero), if it is a difference"]
      }
    case .negation: help = fromZero.map { ["\($0) for the difference from 0 \(unit)"] } ?? []
    case .multiplication, .division:
      let absolute = spans.compactMap { asAbsolute(problem, $0) }
      if absolute.count == spans.count {
        help.append("\(problem.offer(absolute)) to count from absolute zero")
      }
      let differences = spans.compactMap { asDifference(problem, $0) }
      if differences.count == spans.count {
        let condition = spans.count > 1 ? "they are differences" : "it is a difference"
        help.append("\(problem.offer(differences)), if \(condition)")
      }
    }
    return problem.say(
      "temperature-point",
      "A temperature in \(unit) cannot be \(participle(operation)), because its zero is only a mark on the scale.",
      try: help.isEmpty ? ["a conversion to K first, or a difference in K"] : help)
  }

  static func temperatures(_ problem: FormulaProblem, _ mixup: TemperatureMixup) -> Diagnostic {
    switch mixup {
    case .belowAbsoluteZero(let zero, let target, let row):
      let place = row.map { "row \($0 + 1) would be" } ?? "this would be"
      return problem.say(
        "below-absolute-zero", "Nothing is colder than absolute zero, which is \(zero).",
        at: [Diagnostic.Label(problem.span, place)],
        try: target.map { target in
          ["\(problem.offer("Δ\(target.unit)", at: target.span)), if it is a difference"]
        } ?? [])
    case .mixed(let one, let other):
      let temperature = degree(of: one.unit) == nil ? other : one
      let fixIt = asDifference(problem, temperature.span)
      return problem.say(
        "difference-and-temperature",
        "A temperature difference and a temperature in \(temperature.unit) are not alike.",
        at: labels(of: one, other),
        try: [
          fixIt.map { "\(problem.offer($0)), if both are differences" }
            ?? "differences on both sides, in K"
        ])
    case .shown(_, let asked):
      return problem.say(
        "difference-as-temperature",
        "This is a temperature difference, and \(asked.unit) after `to` asks for a temperature.",
        at: [Diagnostic.Label(asked.span)],
        try: [
          problem.offer("K", at: asked.span),
          "\(problem.offer("Δ\(asked.unit)", at: asked.span)) for a difference in \(asked.unit)",
        ])
    case .subtracted(let right, let left, let isDifference):
      var help: [String] = []
      if let fixIt = asDifference(problem, right.span) {
        help.append("\(problem.offer(fixIt)), if both are differences")
      }
      if !isDifference, let fixIt = asAbsolute(problem, right.span) {
        help.append("\(problem.offer(fixIt)), if both are temperatures")
      }
      if isDifference, let first = problem.text(left.span), let second = problem.text(right.span) {
        let less = first.contains(where: { "+-".contains($0) }) ? "(\(first))" : first
        help.append("\(problem.offer("\(second) - \(less)")) for so many degrees less")
      }
      let source =
        isDifference ? "a difference" : "a value in \(left.unit), which may be a difference"
      return problem.say(
        "difference-minus-temperature",
        "A temperature in \(right.unit) cannot be subtracted from \(source).",
        at: labels(of: left, right), try: help)
    case .taken(let found, let asked):
      let fromZero = problem.text(found.span).map { text in
        problem.offer("\(text) - 0 \(found.unit)", at: found.span)
          + " for the difference from 0 \(found.unit)"
      }
      return problem.say(
        "temperature-as-difference",
        "This is a temperature in \(found.unit), and \(asked.unit) is a difference.",
        at: labels(of: found, asked),
        try: [
          "\(problem.offer("K", at: asked.span)) to count from absolute zero", fromZero ?? "",
        ])
    }
  }

  // MARK: What to try

  /// The temperature as typed, counted from absolute zero.
  private static func asAbsolute(_ problem: FormulaProblem, _ span: Span) -> FixIt? {
    problem.text(span).map { FixIt(span: span, text: "(\($0) to K)") }
  }

  /// `5 K` for the typed `5 °C`; nil where it is not typed.
  private static func asDifference(_ problem: FormulaProblem, _ span: Span) -> FixIt? {
    guard let text = problem.text(span) else { return nil }
    guard let word = UnitSystem.temperatureWords.first(where: { text.hasSuffix($0.word) }) else {
      return nil
    }
    let number = text.dropLast(word.word.count)
    guard number.contains(where: \.isNumber) else { return nil }
    return FixIt(span: span, text: number + word.difference)
  }

  /// `mean([20 °C, 30 °C])` for `(20 °C + 30 °C) / 2`; nil for any other sum.
  private static func mean(_ problem: FormulaProblem, _ left: Span) -> String? {
    guard let typed = problem.typed, let first = problem.text(left),
      let second = problem.text(problem.span), !first.contains("+"),
      let before = problem.text(Span(typed.start, left.start)),
      let after = problem.text(
        Span(problem.span.end, typed.start + typed.text.utf8.count)),
      before.hasSuffix("("), after.hasPrefix(")")
    else { return nil }
    let rest = after.dropFirst().drop { $0 == " " }
    guard rest.hasPrefix("/") else { return nil }
    let divisor = rest.dropFirst().drop { $0 == " " }
    guard divisor.hasPrefix("2"),
      !(divisor.dropFirst().first.map { $0.isNumber || $0 == "." } ?? false)
    else { return nil }
    let end = typed.start + typed.text.utf8.count - divisor.dropFirst().utf8.count
    return problem.offer("mean([\(first), \(second)])", at: Span(left.start - 1, end))
  }

  /// The unit of differences of a unit of temperatures; nil for any other unit.
  static func degree(of unit: String) -> String? {
    UnitSystem.temperatureWords.first { $0.unit == unit }?.difference
  }

  private static func labels(
    of left: FormulaProblem.Described, _ right: FormulaProblem.Described
  ) -> [Diagnostic.Label] {
    let sides = [left, right].sorted { $0.span.start < $1.span.start }
    return left.span == right.span ? [Diagnostic.Label(left.span)] : sides.map(label)
  }
}
