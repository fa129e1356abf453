import AnswerKeys
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities

extension Grader {
  /// Gives a bare number its share that is right in another unit than the one asked for, where its
  /// author has set one. What the author says of that very number stays.
  func creditOtherUnit(_ report: inout AnswerReport, _ raw: Value, _ attempt: Attempt) {
    let answer = attempt.answer
    guard report.verdict == .wrong, let share = answer.spec.rules.shares[.otherUnit],
      let meant = unitMeant(raw, attempt)
    else { return }
    report.verdict = .otherUnit
    report.share = share
    report.lacksUnitWithin = false
    if report.cause?.kind == .author { return }
    report.cause = Cause(.unit, units: [answer.unit.symbol, meant.symbol])
    report.message = wording(of: answer).otherUnit(meant)
  }

  /// Figures that are typed at least, lest a number be right in some unit by chance.
  private static let leastFigures = 2

  /// The unit in which a number would be right that was typed without one.
  private func unitMeant(_ raw: Value, _ attempt: Attempt) -> Unit? {
    let answer = attempt.answer
    guard answer.takesOtherUnits, raw.unit?.isPlain == true,
      let numerals = sheet.numerals(of: attempt.key),
      numerals.reduce(0, { $0 + ($1?.figures.upperBound ?? 0) }) >= Self.leastFigures,
      numerals.allSatisfy({ $0 != nil })
    else { return nil }
    return answer.unit.alternatives.first { unit in
      answer.accepts(raw.relabelled(unit).converted(to: answer.unit))
    }
  }
}

extension AnswerKey.Answer {
  /// Whether a bare number may be one in another unit than the one asked for.
  var takesOtherUnits: Bool {
    spec.rules.units != .none && spec.rules.bare != .refuse && !unit.alternatives.isEmpty
  }
}
