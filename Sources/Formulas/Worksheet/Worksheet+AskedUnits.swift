import Diagnostics
import Quantities

/// Offers of units, in the light of the unit in which a value is asked for.
extension Worksheet {
  /// Words of one statement that are no units and are gone into.
  private static let wordLimit = 3
  /// Units that are tried for a word.
  private static let choiceLimit = 6

  /// The unit that is asked for under what a statement binds; nil where none is.
  func asked(of statement: Statement) -> Unit? {
    guard let askedUnit, case .success(let binding)? = binding(of: statement) else { return nil }
    return askedUnit(binding.key)
  }

  /// A problem of a word that is no unit, with those units for it that make the statement what is
  /// asked for: `365 day` for `365 j`, `7500 student` for `7500 étudiants`, and `8` for `8 GPU`
  /// where a plain number is.
  func withAskedUnit(_ problem: FormulaProblem, _ statement: Statement) -> FormulaProblem {
    guard case .unknownUnit(let word, let near) = problem.kind, problem.function == nil,
      isIdle, statement.source.isShort, meter.mayLookForNames(),
      let asked = asked(of: statement)
    else { return problem }
    let place = problem.span.shifted(by: -statement.span.start)
    let text = StatementText(text: statement.text)
    var units = unitsFitting(word, at: place, in: text, asked: asked)
    // A word in the place of what is counted, though something else is amiss too.
    if units.isEmpty, near.isEmpty, asked.countWords.count == 1, text.isBehindNumber(place) {
      units = asked.countWords
    }
    if !units.isEmpty {
      return FormulaProblem(
        .unknownUnit(word, near: units), problem.span, replacing: problem.fixItSpan)
    }
    guard near.isEmpty, let gap = text.gap(before: place),
      let without = text.replacing(FixIt(span: gap.union(place), text: "")),
      comes(without, to: asked) != nil
    else { return problem }
    return FormulaProblem(
      .unknownUnit(word, near: [""]), problem.span,
      replacing: gap.union(place).shifted(by: statement.span.start))
  }

  /// Units in the place of a word with which a statement comes to what is asked for; those that have
  /// its labels too, where some do.
  private func unitsFitting(
    _ word: String, at place: Span, in text: StatementText, asked: Unit, depth: Int = 1
  ) -> [String] {
    let all = UnitSuggestions(units: units).all(word)
    let choices = all + asked.countWords.filter { !all.contains($0) }
    let found = choices.prefix(Self.choiceLimit).compactMap { unit -> (unit: String, fit: Fit)? in
      guard let next = text.replacing(FixIt(span: place, text: unit)) else { return nil }
      return comes(next, to: asked, depth: depth).map { (unit, $0) }
    }
    let best = found.filter { $0.fit == .wholly }
    return (best.isEmpty ? found : best).prefix(2).map(\.unit)
  }

  private enum Fit { case wholly, withoutLabels }

  /// How well a statement's value is what is asked for, with further words in it mended; nil where it
  /// is something else.
  private func comes(_ text: String, to asked: Unit, depth: Int = 1) -> Fit? {
    guard case .statement(let statement)? = Parser.parse(text, checksTries: false).items.first,
      case .success(let binding)? = binding(of: statement),
      case .value(let expression) = binding.formula
    else { return nil }
    switch value(typing: expression, [:]) {
    case .success(let value):
      guard let unit = value.unit, unit.dimension == asked.dimension,
        unit.hasSameCounts(as: asked)
      else { return nil }
      return unit.hasLabels(of: asked) ? .wholly : .withoutLabels
    case .failure(let problem):
      guard case .unknownUnit(let word, _) = problem.kind, problem.function == nil,
        depth < Self.wordLimit
      else { return nil }
      let found = unitsFitting(
        word, at: problem.span, in: StatementText(text: text), asked: asked, depth: depth + 1)
      return found.isEmpty ? nil : .wholly
    }
  }
}

extension StatementText {
  /// The spaces before a place; nil where none are.
  fileprivate func gap(before place: Span) -> Span? {
    let count = self[Span(start, place.start)]?.reversed().prefix { $0 == " " }.count ?? 0
    return count > 0 ? Span(place.start - count, place.start) : nil
  }

  /// Whether a number stands before a place.
  fileprivate func isBehindNumber(_ place: Span) -> Bool {
    self[Span(start, place.start)]?.last { $0 != " " }?.isNumber == true
  }
}
