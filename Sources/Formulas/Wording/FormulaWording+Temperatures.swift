import Diagnostics
import Quantities

/// Entries for temperatures and their differences.
extension FormulaWording {
  /// A temperature where only a difference can stand. `other` is a second one that takes part; of
  /// a sum, its left side.
  func temperaturePoint(
    _ operation: FormulaProblem.PointOperation, _ unit: String, _ other: Span?
  ) -> Entry {
    let spans = [other, problem.span].compactMap { $0 }.sorted { $0.start < $1.start }
    func fromZero(_ words: String) -> Advice? {
      text(problem.span).map { offer("(\($0) - 0 \(unit))", words) }
    }
    /// All that take part, each counted otherwise; nil where one of them cannot be.
    func each(_ words: String, _ fixIt: (Span) -> FixIt?) -> Advice? {
      let fixIts = spans.compactMap(fixIt)
      return fixIts.count == spans.count ? offer(fixIts, words) : nil
    }
    let advice: [Advice?] =
      switch operation {
      case .addition:
        [
          other.flatMap(mean)
            ?? asDifference(problem.span).map { first in
              let others = furtherTerms.compactMap(asDifference)
              return offer(
                [first] + others,
                others.isEmpty ? ", if it is a difference" : ", if they are differences")
            }
            ?? other.flatMap { _ in fromZero(", if it is a difference") }
        ]
      case .negation: [fromZero(" for the difference from 0 \(unit)")]
      case .multiplication, .division:
        [
          each(" to count from absolute zero", asAbsolute),
          each(
            spans.count > 1 ? ", if they are differences" : ", if it is a difference", asDifference),
        ]
      }
    return say(
      "temperature-point",
      "A temperature in \(unit) cannot be \(operation.rawValue), because its zero is only a mark on the scale.",
      at: nil,
      try: advice.contains { $0 != nil }
        ? advice : ["a conversion to K first, or a difference in K"])
  }

  func temperatures(_ mixup: TemperatureMixup) -> Entry {
    switch mixup {
    case .belowAbsoluteZero(let zero, let target, let row):
      return say(
        "below-absolute-zero", "Nothing is colder than absolute zero, which is \(zero).",
        row.map { "row \($0 + 1) would be" } ?? "this would be",
        try: target.map { offer("Δ\($0.unit)", ", if it is a difference", at: $0.span) })
    case .mixed(let one, let other):
      let temperature = degree(of: one.unit) == nil ? other : one
      return say(
        "difference-and-temperature",
        "A temperature difference and a temperature in \(temperature.unit) are not alike.",
        at: labels(of: one, other),
        try: [
          asDifference(temperature.span).map { offer($0, ", if both are differences") }
            ?? "differences on both sides, in K"
        ])
    case .shown(_, let asked):
      return say(
        "difference-as-temperature",
        "This is a temperature difference, and \(asked.unit) after `to` asks for a temperature.",
        at: [Diagnostic.Label(asked.span)],
        try: [
          offer("K", at: asked.span),
          offer("Δ\(asked.unit)", " for a difference in \(asked.unit)", at: asked.span),
        ])
    case .subtracted(let right, let left, let isDifference):
      return say(
        "difference-minus-temperature",
        "A temperature in \(right.unit) cannot be subtracted from "
          + (isDifference
            ? "a difference." : "a value in \(left.unit), which may be a difference."),
        at: labels(of: left, right),
        try: [
          asDifference(right.span).map { offer($0, ", if both are differences") },
          isDifference
            ? lessDegrees(left, right)
            : asAbsolute(right.span).map { offer($0, ", if both are temperatures") },
        ])
    case .taken(let found, let asked):
      return say(
        "temperature-as-difference",
        "This is a temperature in \(found.unit), and \(asked.unit) is a difference.",
        at: labels(of: found, asked),
        try: [
          offer("K", " to count from absolute zero", at: asked.span),
          text(found.span).map {
            offer(
              "\($0) - 0 \(found.unit)", " for the difference from 0 \(found.unit)", at: found.span)
          },
        ])
    }
  }

  // MARK: What to try

  /// `20 °C - 5 K` for `5 K - 20 °C`.
  private func lessDegrees(
    _ left: FormulaProblem.Described, _ right: FormulaProblem.Described
  ) -> Advice? {
    guard let first = text(left.span), let second = text(right.span) else { return nil }
    let less = first.contains(where: { "+-".contains($0) }) ? "(\(first))" : first
    return offer("\(second) - \(less)", " for so many degrees less")
  }

  /// The temperature as typed, counted from absolute zero.
  private func asAbsolute(_ span: Span) -> FixIt? {
    text(span).map { FixIt(span: span, text: "(\($0) to K)") }
  }

  /// `5 K` for the typed `5 °C`; nil where it is not typed.
  private func asDifference(_ span: Span) -> FixIt? {
    guard let text = text(span),
      let word = UnitSystem.temperatureWords.first(where: { text.hasSuffix($0.word) })
    else { return nil }
    let number = text.dropLast(word.word.count)
    guard number.contains(where: \.isNumber) else { return nil }
    return FixIt(span: span, text: number + word.difference)
  }

  /// What is added behind the term at hand, as in `18 °C + 24 °C + 21 °C`.
  private var furtherTerms: [Span] {
    guard let end = problem.statement?.span.end else { return [] }
    var terms: [Span] = []
    var place = problem.span.end
    while terms.count < 40, let rest = text(Span(place, end)),
      let next = rest.prefixMatch(of: /( *\+ *)([^-+*\/()\[\],;=<>]*[^-+*\/()\[\],;=<> ])/)
    {
      let start = place + next.output.1.utf8.count
      place = start + next.output.2.utf8.count
      terms.append(Span(start, place))
    }
    return terms
  }

  /// `mean([20 °C, 30 °C])` for `(20 °C + 30 °C) / 2`, and so for more; nil for any other sum.
  private func mean(_ left: Span) -> Advice? {
    let spans = [left, problem.span] + furtherTerms
    let terms = spans.compactMap(text)
    guard let typed = problem.statement?.span, terms.count == spans.count,
      !terms[0].contains("+"), let last = spans.last,
      let before = text(Span(typed.start, left.start)), before.hasSuffix("("),
      let after = text(Span(last.end, typed.end)),
      let divisor = after.prefixMatch(of: /\) *\/ *([0-9]+)(?![0-9.])/),
      Int(divisor.output.1) == terms.count
    else { return nil }
    return offer(
      "mean([\(terms.joined(separator: ", "))])", " for their mean",
      at: Span(left.start - 1, last.end + divisor.output.0.utf8.count))
  }

  /// The unit of differences of a unit of temperatures; nil for any other unit.
  func degree(of unit: String) -> String? {
    UnitSystem.temperatureWords.first { $0.unit == unit }?.difference
  }

  private func labels(
    of left: FormulaProblem.Described, _ right: FormulaProblem.Described
  ) -> [Diagnostic.Label] {
    let sides = [left, right].sorted { $0.span.start < $1.span.start }
    return left.span == right.span ? [Diagnostic.Label(left.span)] : sides.map(label)
  }
}
