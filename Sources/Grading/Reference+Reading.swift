import Diagnostics
import Exercises
import Formulas
import Quantities

/// The author's formulas, units and tolerances, read with what is wrong with them.
extension Reference {
  func tolerance(
    _ judging: Judging, _ unit: UnitID, _ sheet: Worksheet
  ) -> Tolerance? {
    func number(_ text: SourcedText) -> Double? {
      guard let value = evaluate(text, in: sheet) else { return nil }
      // A bare number is in the unit of the answer.
      if value.unit == .one { return value.numbers?.first }
      guard let own = value.converted(to: unit, in: units)?.numbers?.first else {
        report(
          ReferenceWording.toleranceUnit(text.text, unit: units.symbol(of: unit)), at: text)
        return nil
      }
      return own
    }
    switch judging.tolerance {
    case .relative(let share): return .relative(share)
    case .figures(let count): return .figures(count)
    case .factor(let factor): return .factor(factor)
    case .absolute(let text): return number(text).map { .absolute($0) }
    case .range(let low, let high):
      guard let first = number(low), let second = number(high) else { return nil }
      return .range(min(first, second), max(first, second))
    }
  }

  func evaluate(_ text: SourcedText, in sheet: Worksheet) -> Value? {
    switch Parser.formula(text.text) {
    case .failure(let problem): report(problem, text)
    case .success(let expression):
      switch sheet.evaluate(expression) {
      case .success(let value): return value
      case .failure(let problem): report(problem, text)
      }
    }
    return nil
  }

  /// The unit that a text stands for, looked up without the exercise's names.
  func unit(_ text: SourcedText) -> UnitID? {
    guard let value = evaluate(text, in: Worksheet(units: units)) else { return nil }
    guard case .quantity(1, let unit) = value else {
      report(ReferenceWording.notAUnit(text.text), at: text)
      return nil
    }
    return unit
  }

  func report(_ problem: FormulaProblem, _ text: SourcedText) {
    problems.append((text.line, text.text, problem.diagnostic))
  }

  func report(_ diagnostic: Diagnostic, at text: SourcedText) {
    problems.append((text.line, text.text, diagnostic))
  }
}

extension FormulaProblem {
  /// A name of the same question that is bound only further on.
  var isAboutLaterName: Bool {
    switch kind {
    case .unknownName, .boundElsewhere, .noValue: true
    default: false
    }
  }
}
