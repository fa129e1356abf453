import AnswerKeys
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities

/// Answers that are judged by what they open of an exercise's seals: what is right has the model's
/// value at hand, and is judged as ever.
extension Grader {
  /// - Parameter attempt: of an answer with seals.
  func sealedReport(of raw: Value, _ attempt: Attempt, _ opened: OpenedSeals) -> AnswerReport {
    let reading = interpretation(of: raw, opened.answer, at: attempt.key, on: sheet)
    var report = verdict(of: raw, reading, opened.answer, formula: attempt.formula)
    if report.verdict == .wrong || report.verdict == .wrongDimension {
      if !tellSlip(in: &report, raw, reading, attempt, opened), let earlier = earlierOff(attempt) {
        report.message += " " + FormWording.mayFollow(earlier)
      }
    }
    var own = attempt
    own.answer = opened.answer
    creditOtherUnit(&report, raw, own)
    holdToForm(&report, raw, own)
    report.key = attempt.key
    report.value = reading.adopted ?? raw
    return report
  }

  // MARK: Errors

  /// What a computed value may differ by from the one that an error gives.
  private static let precision = 1e-6

  /// Says which error gives the value of a wrong answer, where one is known. What a formula does is not
  /// known without the model's, so that of one only its value is said.
  private func tellSlip(
    in report: inout AnswerReport, _ raw: Value, _ reading: UnitInterpretation, _ attempt: Attempt,
    _ opened: OpenedSeals
  ) -> Bool {
    guard let slip = slip(raw, reading, attempt, opened) else { return false }
    let cause = slip.cause.flatMap(Cause.init)
    let wording = wording(of: opened.answer)
    if attempt.formula?.typedFiguresOfRows != nil || cause?.kind == .author {
      report.cause = cause
      report.message =
        !slip.isClause
        ? slip.message
        : isBare(raw, reading, opened.answer)
          ? wording.wrongBare(because: slip.message) : wording.wrong(because: slip.message)
      return true
    }
    guard slip.isClause else { return false }
    report.message = wording.wrong(because: FormWording.byItsValue(slip.message))
    return true
  }

  /// The error that gives a value: a typed number as far as its figures go, of which it needs some.
  private func slip(
    _ raw: Value, _ reading: UnitInterpretation, _ attempt: Attempt, _ opened: OpenedSeals
  ) -> SealContent.Slip? {
    // A figure of one scale on another has causes of its own.
    if let own = raw.unit, own.symbol != attempt.answer.unit.symbol,
      own.isTemperaturePoint || attempt.answer.unit.isTemperaturePoint
    {
      return nil
    }
    let typed = attempt.formula?.typedFiguresOfRows
    let isBare = isBare(raw, reading, opened.answer)
    return opened.slips.first { slip, numbers in
      let rows = SealWords.sealedRows(of: numbers.count)
      // Of another reading than the one that is judged, nothing is said.
      guard rows.count == slip.numbers.count, reading.value?.numbers == numbers else {
        return false
      }
      let least = isBare ? slip.bareFigures : slip.figures
      return zip(rows, slip.numbers).allSatisfy { row, known in
        guard let typed else {
          return abs(numbers[row] - Double(known)) <= Self.precision * abs(Double(known))
        }
        let figures = typed[typed.count == 1 ? 0 : row].figures
        return figures >= least && isRounded(numbers[row], of: Double(known), figures: figures)
      }
    }?.slip
  }

  private func isBare(
    _ raw: Value, _ reading: UnitInterpretation, _ answer: AnswerKey.Answer
  ) -> Bool {
    switch reading.manner {
    case .bare, .fallsShort, .otherDimension: true
    case .converted, .accepted, .counted, .miscounted, .notNumbers:
      raw.unit?.isPlain == true && !answer.unit.isPlain
    }
  }

  private func isRounded(_ number: Double, of known: Double, figures: Int) -> Bool {
    guard number != 0, known != 0 else { return number == known }
    let power = NumberFormat.leadingPower(number) - figures + 1
    let half = (Double("1e\(power)") ?? 0) / 2
    return abs(number - known) <= half * (1 + 1e-6) + Self.precision * abs(known)
  }

  // MARK: What may follow

  /// An earlier answer that is off, on which this one may rest: one that its formula uses, or of a
  /// typed number any before it.
  private func earlierOff(_ attempt: Attempt) -> String? {
    let inputs = sheet.inputs(of: attempt.key)
    let isTyped = inputs.isTyped
    return answerKey.answers.prefix { $0.spec.name != attempt.answer.spec.name }.first { other in
      guard isTyped || other.keys.contains(where: inputs.uses) else { return false }
      let verdict = judge(other.spec).verdict
      return verdict == .wrong || verdict == .wrongDimension || verdict == .fails
    }?.spec.name
  }
}

extension Cause {
  /// Nil for a kind that is not known.
  init?(_ sealed: SealContent.Cause) {
    guard let kind = Kind(rawValue: sealed.kind) else { return nil }
    func finite(_ factor: Double?) -> Double? { factor.flatMap { $0.isFinite ? $0 : nil } }
    self.init(kind, names: sealed.names, factor: finite(sealed.factor), units: sealed.units)
    further = sealed.further.compactMap { slip in
      Kind(rawValue: slip.kind).map {
        Further(kind: $0, names: slip.names, factor: finite(slip.factor))
      }
    }
  }

  /// As a seal holds it.
  public var sealed: SealContent.Cause {
    SealContent.Cause(
      kind: kind.rawValue, names: names, factor: factor, units: units,
      further: further.map {
        SealContent.Cause(kind: $0.kind.rawValue, names: $0.names, factor: $0.factor)
      })
  }
}
