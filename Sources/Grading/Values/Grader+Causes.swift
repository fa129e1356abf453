import AnswerKeys
import Diagnostics
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities

/// Why an answer is off.
extension Grader {
  func findCause(
    _ report: inout AnswerReport, _ raw: Value, _ reading: UnitInterpretation, _ attempt: Attempt,
    _ scopes: [ModelScope]
  ) {
    let answer = attempt.answer
    let wording = wording(of: answer)
    var reading = reading
    if answer.spec.rules.units == .none { reading.value = raw.relabelled(answer.unit) }
    let readsBare = reading.manner != .otherDimension || sheet.holdsBareNumber(attempt.key)
    let response = Response(
      raw, reading, answer, typed: attempt.formula, formula: studentFormula(of: attempt.key),
      readsBare: readsBare)
    let read = readsBare ? reading.value : nil
    /// Whether the author has foreseen it, which is then said.
    func isForeseen(loosely: Bool) -> Bool {
      let typed = loosely ? Typed(raw: raw, read: read) : nil
      guard let said = misconception(typed, response, answer, scopes) else { return false }
      report.cause = Cause(.author)
      report.message = said
      return true
    }
    // What is computed tells more exactly what it is, so that what is only near comes after.
    if isForeseen(loosely: response?.formula.isFigure ?? true) { return }
    if reading.manner == .converted, let cause = otherTemperature(raw, answer) {
      report.cause = cause
      report.message = wording.wrong(
        because: CauseWording.temperature(read: cause.units[0], meant: cause.units[1]))
      return
    }
    guard let response else { return }
    if let ambiguity = reading.ambiguity {
      report.message = wording.otherDimension(raw, because: CauseWording.misread(ambiguity))
      return
    }
    let search = CauseSearch(answer, response, scopes: scopes, in: sheet.units)
    let hasShape = answer.rows(of: reading.value ?? raw) != nil
    if hasShape, answer.spec.rules.bare != .refuse, let figure = search.figureWithoutUnit() {
      let isRight = figure.factor == 1
      report.verdict = isRight ? .unitMissing : .wrong
      report.share = share(report.verdict, answer)
      report.cause = isRight ? nil : Cause(.scale, factor: figure.factor)
      report.message = wording.figureWithoutUnit(figure.number, isRight ? figure.unit : nil)
      report.lacksUnitWithin = true
      return
    }
    guard let diagnosis = hasShape ? search.diagnosis() : search.diagnosisOfShape() else {
      if isForeseen(loosely: true) || reading.manner != .otherDimension { return }
      var cause: String?
      if let missing = search.factorOfMissingDimension(), let name = missing.names.first {
        cause = CauseWording.lacking(name)
        // A figure out of the blue may have any unit; a formula that lacks a factor lacks it.
        if !response.formula.all.isTyped { report.cause = missing }
      } else if hasShape {
        cause =
          answer.accepts(reading.value) && !reading.blamesTypedUnit
          ? CauseWording.otherOperation
          : response.formula.isFigure
            ? CauseWording.unitTyped : search.hasBareFigure ? CauseWording.bareNumber : nil
      }
      if let cause { report.message = wording.otherDimension(raw, because: cause) }
      return
    }
    report.cause = diagnosis.cause
    let clause = CauseWording(
      search, unit: answer.unit,
      hasUnits: [.converted, .counted, .miscounted].contains(reading.manner),
      rowNames: sheet.rowNames(for: answer.value)
    ).sentence(diagnosis)
    guard hasShape else {
      report.message = wording.otherShape(raw, because: clause)
      return
    }
    guard let value = reading.value else { return }
    switch reading.manner {
    case .otherDimension where !diagnosis.isOfNumbers:
      report.message = wording.otherDimension(raw, because: clause)
    case .otherDimension:
      // Bare numbers took part, and what they were meant in explains the number.
      report.verdict = .wrong
      report.share = share(.wrong, answer)
      report.message = wording.wrongBare(because: clause)
    case .bare, .fallsShort: report.message = wording.wrongBare(because: clause)
    case .miscounted where answer.accepts(value):
      report.message = wording.otherDimension(raw, because: clause)
    case .converted, .accepted, .counted, .miscounted, .notNumbers:
      report.message = wording.wrong(because: clause)
    }
  }

  /// Where a plain number is asked for, the missing unit is that of a number within the formula.
  func placeMissingUnit(
    _ report: inout AnswerReport, _ raw: Value, _ reading: UnitInterpretation, _ attempt: Attempt,
    _ scopes: [ModelScope]
  ) {
    let answer = attempt.answer
    guard reading.manner == .fallsShort, answer.unit.dimension == .one else { return }
    let own = studentFormula(of: attempt.key)
    var asTyped = reading
    asTyped.manner = .otherDimension
    let figure = Response(
      raw, asTyped, answer, typed: attempt.formula, formula: own, readsBare: true
    ).flatMap {
      CauseSearch(answer, $0, scopes: scopes, in: sheet.units).figureWithoutUnit()
    }
    let bare = own.near.bareNumbers.filter { $0 != 1 }
    report.message = wording(of: answer).plainNumberFallsShort(
      raw, figure.map(\.number) ?? (bare.count == 1 ? bare.first : nil),
      unit: figure.flatMap { $0.factor == 1 ? $0.unit : nil })
    report.lacksUnitWithin = true
  }

  /// A temperature whose figure would be right in another unit: 20 K for 20 °C.
  private func otherTemperature(_ raw: Value, _ answer: AnswerKey.Answer) -> Cause? {
    guard let own = raw.unit else { return nil }
    let candidates = [answer.unit] + ["K", "°C"].compactMap { sheet.units.lookup($0) }
    let meant = candidates.first { unit in
      (unit.isTemperaturePoint || own.isTemperaturePoint) && unit.symbol != own.symbol
        && answer.accepts(raw.relabelled(unit).converted(to: answer.unit))
    }
    return meant.map { Cause(.unit, units: [own.symbol, $0.symbol]) }
  }

  private func studentFormula(of key: Worksheet.Key) -> StudentFormula {
    StudentFormula(
      all: sheet.inputs(of: key),
      near: sheet.inputs(of: key) { answerKey.answer(for: $0) != nil })
  }
}
