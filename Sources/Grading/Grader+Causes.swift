import AnswerKeys
import Diagnostics
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities

/// Why an answer is off.
extension Grader {
  func findCause(
    _ report: inout AnswerReport, _ raw: Value, _ reading: AnswerReading,
    _ answer: Reference.Answer, key: Worksheet.Key, formula: Expression?, scopes: [ModelScope]
  ) {
    let wording = wording(of: answer)
    var reading = reading
    if answer.spec.judging.units == .none { reading.value = raw.relabelled(answer.unit) }
    let readsBare = reading.manner != .otherDimension || sheet.holdsBareNumber(key)
    let submission = Submission(
      raw, reading, answer, formula: formula, evidence: evidence(for: key), readsBare: readsBare)
    let read = readsBare ? reading.value : nil
    /// Whether the author has foreseen it, which is then said.
    func isForeseen(loosely: Bool) -> Bool {
      let typed = loosely ? Typed(raw: raw, read: read) : nil
      guard let said = misconception(typed, submission, answer, scopes) else { return false }
      report.cause = Cause(.author)
      report.message = said
      return true
    }
    // What is computed tells more exactly what it is, so that what is only near comes after.
    if isForeseen(loosely: submission?.evidence.isFigure ?? true) { return }
    if reading.manner == .converted, let slip = otherTemperature(raw, answer) {
      report.cause = slip
      report.message = wording.wrong(
        raw, because: CauseWording.temperature(read: slip.units[0], meant: slip.units[1]))
      return
    }
    guard let submission else { return }
    if let misreading = reading.misreading {
      report.message = wording.otherDimension(raw, because: CauseWording.misread(misreading))
      return
    }
    let search = CauseSearch(answer, submission, scopes: scopes)
    let hasShape = answer.rows(of: reading.value ?? raw) != nil
    if hasShape, answer.spec.judging.bare != .refuse, let figure = search.figureWithoutUnit() {
      let isRight = figure.factor == 1
      report.verdict = isRight ? .unitMissing : .wrong
      report.share = share(report.verdict, answer)
      report.cause = isRight ? nil : Cause(.scale, factor: figure.factor)
      report.message = wording.figureWithoutUnit(figure.number, isRight ? figure.unit : nil)
      report.lacksUnitWithin = true
      return
    }
    guard let finding = hasShape ? search.finding() : search.findingOfShape() else {
      if isForeseen(loosely: true) { return }
      if reading.manner == .otherDimension, let slip = search.factorOfMissingDimension(),
        let name = slip.cause.names.first
      {
        report.message = wording.otherDimension(raw, lacking: name)
        // A figure out of the blue may have any unit; a formula that lacks a factor lacks it.
        if !submission.evidence.all.isTyped { report.cause = slip.cause }
      } else if reading.manner == .otherDimension, hasShape {
        if answer.accepts(reading.value), !reading.blamesTypedUnit, reading.misreading == nil {
          report.message = wording.otherDimension(raw, because: CauseWording.otherOperation)
        } else if submission.evidence.isFigure {
          report.message = wording.otherDimension(raw, because: CauseWording.unitTyped)
        } else if search.hasBareFigure {
          report.message = wording.otherDimension(raw, because: CauseWording.bareNumber)
        }
      }
      return
    }
    report.cause = finding.cause
    let clause = CauseWording(
      madeByHand: search.submission.evidence.madeByHand,
      hasUnits: [.converted, .counted, .miscounted].contains(reading.manner),
      mixups: UnitMixups([answer.unit.symbol] + search.symbols),
      rowNames: sheet.rowNames(for: answer.value)
    ).sentence(finding)
    guard hasShape else {
      report.message = wording.otherShape(raw, because: clause)
      return
    }
    guard let value = reading.value else { return }
    switch reading.manner {
    case .otherDimension where !finding.isOfNumbers:
      report.message = wording.otherDimension(raw, because: clause)
    case .otherDimension:
      // Bare numbers took part, and what they were meant in explains the number.
      report.verdict = .wrong
      report.share = share(.wrong, answer)
      report.message = wording.wrongBare(value, because: clause)
    case .bare, .fallsShort: report.message = wording.wrongBare(value, because: clause)
    case .miscounted where reading.value.map(answer.accepts) == true:
      report.message = wording.otherDimension(raw, because: clause)
    case .converted, .accepted, .counted, .miscounted, .notNumbers:
      report.message = wording.wrong(value, because: clause)
    }
  }

  /// Where a plain number is asked for, the missing unit is that of a number within the formula.
  func placeMissingUnit(
    _ report: inout AnswerReport, _ raw: Value, _ reading: AnswerReading,
    _ answer: Reference.Answer, key: Worksheet.Key, formula: Expression?, scopes: [ModelScope]
  ) {
    guard reading.manner == .fallsShort, answer.unit.dimension == .one else {
      return
    }
    let evidence = evidence(for: key)
    var asTyped = reading
    asTyped.manner = .otherDimension
    let figure = Submission(
      raw, asTyped, answer, formula: formula, evidence: evidence, readsBare: true
    ).flatMap {
      CauseSearch(answer, $0, scopes: scopes).figureWithoutUnit()
    }
    let bare = evidence.near.bareNumbers.filter { $0 != 1 }
    report.message = wording(of: answer).plainNumberFallsShort(
      raw, figure.map(\.number) ?? (bare.count == 1 ? bare.first : nil),
      unit: figure.flatMap { $0.factor == 1 ? $0.unit : nil })
    report.lacksUnitWithin = true
  }

  /// A temperature whose figure would be right in another unit: 20 K for 20 °C.
  private func otherTemperature(_ raw: Value, _ answer: Reference.Answer) -> Cause? {
    guard let own = raw.unit else { return nil }
    let candidates = [answer.unit] + ["K", "°C"].compactMap { sheet.units.lookup($0) }
    let meant = candidates.first { unit in
      guard unit.isTemperaturePoint || own.isTemperaturePoint,
        unit.symbol != own.symbol
      else { return false }
      return answer.accepts(raw.relabelled(unit).converted(to: answer.unit))
    }
    return meant.map { Cause(.unit, units: [own.symbol, $0.symbol]) }
  }

  private func evidence(for key: Worksheet.Key) -> Evidence {
    Evidence(
      all: sheet.ingredients(of: key),
      near: sheet.ingredients(of: key) { reference.answer(for: $0) != nil })
  }
}
