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
    let place = problem.span.shifted(by: -statement.span.start)
    let text = StatementText(text: statement.text)
    guard let word = unitWord(of: problem, at: place, in: text),
      isIdle, statement.source.isShort, meter.mayLookForNames(),
      let asked = asked(of: statement)
    else { return problem }
    func offering(_ units: [String], _ replaced: Span?) -> FormulaProblem {
      FormulaProblem(.unknownUnit(word, near: units), problem.span, replacing: replaced)
    }
    let all = UnitSuggestions(units: units).all(word)
    let near = fitting(all, at: place, in: text, asked: asked)
    if !near.isEmpty { return offering(near, problem.fixItSpan) }
    // Nothing like it is known: the value may be whole without it, or lack what is asked for.
    if all.isEmpty, let gap = text.gap(before: place)?.union(place),
      let without = text.replacing(FixIt(span: gap, text: "")),
      let fit = comes(without, to: asked), fit == .wholly || !asked.isOnlyCounts
    {
      return offering([""], gap.shifted(by: statement.span.start))
    }
    let counted = asked.countWords
    let own = fitting(counted, at: place, in: text, asked: asked)
    if !own.isEmpty { return offering(own, problem.fixItSpan) }
    // A word in the place of what is counted, though something else is amiss too.
    return all.isEmpty && counted.count == 1 && text.isBehindNumber(place)
      ? offering(counted, problem.fixItSpan) : problem
  }

  /// The word of a problem that stands where a unit does, behind a number or below the line.
  private func unitWord(
    of problem: FormulaProblem, at place: Span, in text: StatementText
  ) -> String? {
    guard problem.function == nil else { return nil }
    switch problem.kind {
    case .unknownUnit(let word, _): return word
    case .unknownName(let word, let near)
    where near.allSatisfy { units.lookup($0) != nil }
      && text[Span(text.start, place.start)]?.last == "/":
      return word
    default: return nil
    }
  }

  /// Those units in the place of a word with which a statement comes to what is asked for; those that
  /// have its labels too, where some do.
  private func fitting(
    _ choices: [String], at place: Span, in text: StatementText, asked: Unit, depth: Int = 1
  ) -> [String] {
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
      return unit.hasSameLabels(as: asked) ? .wholly : unit.hasLabels ? nil : .withoutLabels
    case .failure(let problem):
      let source = StatementText(text: text)
      guard depth < Self.wordLimit,
        let word = unitWord(of: problem, at: problem.span, in: source)
      else { return nil }
      let choices = UnitSuggestions(units: units).all(word) + asked.countWords
      let found = fitting(choices, at: problem.span, in: source, asked: asked, depth: depth + 1)
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
