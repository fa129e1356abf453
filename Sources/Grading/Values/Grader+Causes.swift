import AnswerKeys
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities

extension Grader {
  /// What is said of a wrong answer.
  private struct Explanation {
    var message: String
    var cause: Cause?
    /// Where that is another than the unit and the number alone give.
    var verdict: Verdict?
    var lacksUnitWithin = false
  }

  func findCause(
    _ report: inout AnswerReport, _ raw: Value, _ reading: UnitInterpretation, _ attempt: Attempt,
    _ scopes: [ModelScope]
  ) {
    guard let found = explanation(of: raw, reading, attempt, scopes) else { return }
    report.message = found.message
    report.cause = found.cause
    report.lacksUnitWithin = found.lacksUnitWithin
    if let verdict = found.verdict {
      report.verdict = verdict
      report.share = share(verdict, attempt.answer)
    }
  }

  private func explanation(
    of raw: Value, _ reading: UnitInterpretation, _ attempt: Attempt, _ scopes: [ModelScope]
  ) -> Explanation? {
    let answer = attempt.answer
    let wording = wording(of: answer)
    var reading = reading
    if answer.spec.rules.units == .none { reading.value = raw.relabelled(answer.unit) }
    let readsBare = reading.manner != .otherDimension || sheet.holdsBareNumber(attempt.key)
    let response = Response(
      raw, reading, answer, typed: attempt.formula, formula: studentFormula(of: attempt.key),
      readsBare: readsBare)
    let typed = Typed(raw: raw, read: readsBare ? reading.value : nil)
    func foreseen(loosely: Bool) -> Explanation? {
      misconception(loosely ? typed : nil, response, answer, scopes)
        .map { Explanation(message: $0, cause: Cause(.author)) }
    }
    // What is computed tells more exactly what it is, so that what is only near comes after.
    if let said = foreseen(loosely: response?.formula.isFigure ?? true) { return said }
    if let cause = otherTemperature(raw, reading, attempt) {
      let clause = CauseWording.temperature(
        read: cause.units[0], meant: cause.units[1], isTyped: reading.manner == .converted)
      return Explanation(
        message: reading.manner == .bare
          ? wording.wrongBare(because: clause) : wording.wrong(because: clause), cause: cause)
    }
    guard let response else { return nil }
    if let ambiguity = reading.ambiguity {
      return Explanation(
        message: wording.otherDimension(raw, because: CauseWording.misread(ambiguity)))
    }
    let search = CauseSearch(
      answer, response, scopes: scopes, in: sheet.units, student: tree(of: attempt))
    let hasShape = answer.rows(of: reading.value ?? raw) != nil
    if hasShape, answer.spec.rules.bare != .refuse, let bare = search.figuresWithoutUnit() {
      let isRight = bare.factor == 1
      return Explanation(
        message: wording.figuresWithoutUnit(bare.typed, meant: isRight ? bare.meant : nil),
        cause: isRight ? nil : Cause(.scale, factor: bare.factor),
        verdict: isRight ? .unitMissing : .wrong, lacksUnitWithin: true)
    }
    if let diagnosis = hasShape ? search.diagnosis() : search.diagnosisOfShape() {
      if diagnosis.cause.factor.map({ abs($0 * 1000 - 1) < 1e-9 }) == true,
        let typed = attempt.formula?.numberLikeThousands
      {
        return Explanation(
          message: wording.wrong(because: CauseWording.pointOfThousands(typed)),
          cause: diagnosis.cause)
      }
      return explanation(of: diagnosis, search, raw, reading, wording, hasShape: hasShape)
    }
    return foreseen(loosely: true)
      ?? otherDimension(raw, reading, search, wording, hasShape: hasShape)
  }

  private func explanation(
    of diagnosis: Diagnosis, _ search: CauseSearch, _ raw: Value, _ reading: UnitInterpretation,
    _ wording: AnswerWording, hasShape: Bool
  ) -> Explanation {
    let clause = CauseWording(
      search, unit: wording.answer.unit,
      hasUnits: [.converted, .counted, .miscounted].contains(reading.manner),
      rowNames: wording.rowNames
    ).sentence(diagnosis)
    guard hasShape else {
      return Explanation(message: wording.otherShape(raw, because: clause), cause: diagnosis.cause)
    }
    let message =
      switch reading.manner {
      case .otherDimension where !diagnosis.isOfNumbers,
        .miscounted where wording.answer.accepts(reading.value):
        wording.otherDimension(raw, because: clause)
      case .otherDimension, .bare, .fallsShort: wording.wrongBare(because: clause)
      case .converted, .accepted, .counted, .miscounted, .notNumbers: wording.wrong(because: clause)
      }
    // Bare numbers took part, and what they were meant in explains the number.
    let isWrong = reading.manner == .otherDimension && diagnosis.isOfNumbers
    return Explanation(message: message, cause: diagnosis.cause, verdict: isWrong ? .wrong : nil)
  }

  /// What the dimension of a value suggests where no error explains it.
  private func otherDimension(
    _ raw: Value, _ reading: UnitInterpretation, _ search: CauseSearch, _ wording: AnswerWording,
    hasShape: Bool
  ) -> Explanation? {
    guard reading.manner == .otherDimension else { return nil }
    if let cause = search.factorOfMissingDimension(), let name = cause.names.first {
      // A figure out of the blue may have any unit; a formula that lacks a factor lacks it.
      return Explanation(
        message: wording.otherDimension(raw, because: CauseWording.lacking(name)),
        cause: search.response.formula.all.isTyped ? nil : cause)
    }
    guard hasShape else { return nil }
    let clause =
      wording.answer.accepts(reading.value) && !reading.blamesTypedUnit
      ? CauseWording.otherOperation
      : search.response.formula.isFigure
        ? CauseWording.unitTyped : search.hasBareFigure ? CauseWording.bareNumber : nil
    return clause.map { Explanation(message: wording.otherDimension(raw, because: $0)) }
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
      CauseSearch(answer, $0, scopes: scopes, in: sheet.units).figuresWithoutUnit()
    }
    let bare = own.near.bareNumbers.filter { $0 != 1 }
    let only = bare.count == 1 ? bare.map { NumberFormat.standard.string($0) } : []
    report.message = wording(of: answer).plainNumberFallsShort(
      raw, figure?.typed ?? only, meant: figure?.meant)
    report.lacksUnitWithin = true
  }

  /// A temperature whose figure would be right in another unit: 20 K for 20 °C.
  private func otherTemperature(
    _ raw: Value, _ reading: UnitInterpretation, _ attempt: Attempt
  ) -> Cause? {
    let answer = attempt.answer
    guard reading.manner == .converted || reading.manner == .bare,
      let own = reading.manner == .bare ? answer.unit : raw.unit
    else { return nil }
    // What is computed comes to a temperature in °F by chance.
    let symbols = attempt.formula?.typedFigures == nil ? ["K", "°C"] : ["K", "°C", "°F"]
    let candidates = [answer.unit] + symbols.compactMap { sheet.units.lookup($0) }
    let meant = candidates.first { unit in
      (unit.isTemperaturePoint || own.isTemperaturePoint) && unit.symbol != own.symbol
        && answer.accepts(raw.relabelled(unit).converted(to: answer.unit))
    }
    return meant.map { Cause(.unit, units: [own.symbol, $0.symbol]) }
  }

  /// A student's formula laid out; nil where it cannot be.
  func tree(of attempt: Attempt) -> FormulaTree? {
    if let known = attempt.layout.tree { return known }
    let tree = attempt.formula.flatMap {
      FormulaTree(of: $0, in: StudentSource(sheet, compiled, at: attempt.key))
    }
    attempt.layout.tree = .some(tree)
    return tree
  }

  private func studentFormula(of key: Worksheet.Key) -> StudentFormula {
    let all = sheet.inputs(of: key)
    let usesAnswers =
      all.isCut || all.names.contains { answerKey.answer(named: $0) != nil }
      || all.columns.contains { answerKey.answer(for: $0) != nil }
    return StudentFormula(
      all: all,
      near: usesAnswers ? sheet.inputs(of: key) { answerKey.answer(for: $0) != nil } : all)
  }
}
