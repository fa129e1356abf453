import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import Quantities

/// Values, judged by number and unit.
extension Grader {
  /// Judges an answer under each name it may have, and keeps the best.
  public func judge(_ spec: ValueAnswer) -> AnswerReport {
    cache.report(of: spec.name, at: sheet.revision) { judgeAnew(spec) }
  }

  /// Judges what stands under one of an answer's names; nil where nothing does, or it is none.
  public func judge(at key: Worksheet.Key) -> AnswerReport? {
    answerKey.answer(for: key).flatMap { judge($0, at: key) }
  }

  private func judgeAnew(_ spec: ValueAnswer) -> AnswerReport {
    guard let answer = answerKey.answer(named: spec.name) else {
      return AnswerReport(
        name: spec.name, verdict: .unchecked, share: 0, message: GradingWording.noReference)
    }
    let reports = answer.keys.compactMap { judge(answer, at: $0) }
    var best = reports.first
    for report in reports where report.share > best?.share ?? 0 { best = report }
    if best?.share == 1, let counted = best?.key,
      let other = reports.first(where: { $0.share < 1 })?.key
    {
      best?.notices.append(GradingWording.otherIsWrong("\(other)", counted: "\(counted)"))
    }
    return best
      ?? AnswerReport(
        name: spec.name, verdict: .unanswered, share: 0, message: GradingWording.unanswered)
  }

  /// Whether a key has another answer than the one that counts and is right, and is not right itself.
  public func isUncounted(_ key: Worksheet.Key, beside counted: Worksheet.Key) -> Bool {
    guard key != counted, let own = judge(at: key), own.share < 1 else { return false }
    return judge(at: counted)?.share == 1
  }

  private func judge(_ answer: AnswerKey.Answer, at key: Worksheet.Key) -> AnswerReport? {
    let name = answer.spec.name
    if let mistake = failing[key] {
      var report = AnswerReport(
        name: name, key: key, verdict: .fails, share: share(.fails, answer),
        message: mistake.diagnostic.message + mendFirst(key), problem: mistake)
      creditFailing(&report, answer, key: key)
      return report
    }
    guard let outcome = sheet.rawValue(of: key) else { return nil }
    switch outcome {
    case .failure(let problem):
      var report = AnswerReport(
        name: name, key: key, verdict: .fails, share: share(.fails, answer),
        message: problem.diagnostic.message + mendFirst(key))
      creditFailing(&report, answer, key: key)
      return report
    case .success(let raw):
      var reading = interpretation(of: raw, answer, at: key, on: sheet)
      if reading.manner == .otherDimension {
        reading.ambiguity = sheet.ambiguity(of: key, asked: answer.unit)
      }
      let formula = sheet.formula(of: key)
      var report = verdict(of: raw, reading, answer, formula: formula)
      if report.verdict != .correct {
        explain(&report, raw, reading, answer, key: key, formula: formula)
      }
      report.key = key
      report.value = reading.adopted ?? raw
      return report
    }
  }

  /// A value read in the unit that an answer asks for, by what the formula of a key says of its own.
  func interpretation(
    of value: Value, _ answer: AnswerKey.Answer, at key: Worksheet.Key, on sheet: Worksheet
  ) -> UnitInterpretation {
    compiled.interpretation(of: value, answer, at: key, on: sheet)
  }

  /// Names earlier answers of another dimension than asked for, on which a formula cannot but fail.
  private func mendFirst(_ key: Worksheet.Key) -> String {
    let ingredients = sheet.inputs(of: key)
    let off = answerKey.answers.filter { other in
      other.keys.contains { own in
        guard own != key, ingredients.uses(own), case .success(let value)? = sheet.value(of: own),
          let unit = value.unit
        else { return false }
        return !unit.differsOnlyInCounts(from: other.unit)
      }
    }
    return off.isEmpty
      ? "" : " " + GradingWording.mendFirst(off.map { ($0.spec.name, $0.question) })
  }

  func share(_ verdict: Verdict, _ answer: AnswerKey.Answer) -> Double {
    answer.spec.rules.shares[verdict] ?? verdict.defaultShare
  }

  func verdict(
    of raw: Value, _ reading: UnitInterpretation, _ answer: AnswerKey.Answer, formula: Expression?,
    wording: AnswerWording? = nil
  ) -> AnswerReport {
    let wording = wording ?? self.wording(of: answer)
    func report(_ verdict: Verdict, _ message: String, notices: [String] = []) -> AnswerReport {
      AnswerReport(
        name: answer.spec.name, verdict: verdict, share: share(verdict, answer),
        message: message, notices: notices,
        rows: rows(reading, answer, isRight: verdict.defaultShare > 0))
    }
    guard let value = reading.value else {
      return report(.wrong, wording.notNumbers(raw))
    }
    guard let rows = answer.rows(of: value) else {
      return report(.wrong, wording.otherShape(raw))
    }
    let isRight = rows.allSatisfy { $0 }
    let policy = answer.spec.rules.units
    if policy == .none {
      let bare = raw.relabelled(answer.unit)
      return answer.accepts(bare)
        ? report(.correct, wording.right) : report(.wrong, wording.wrong(bare))
    }
    if policy == .exact, reading.manner == .converted, isRight,
      raw.unit?.symbol != answer.unit.symbol
    {
      return report(.wrongUnit, wording.exactUnit(raw))
    }
    if !isRight, isRounded(raw, reading, answer, formula) {
      return report(.rounded, wording.rounded)
    }
    switch reading.manner {
    case .converted:
      return isRight ? report(.correct, wording.right) : report(.wrong, wording.wrong(value))
    case .accepted:
      return isRight
        ? report(.correct, wording.right, notices: [wording.takenAs(value)])
        : report(.wrong, wording.wrong(value))
    case .counted:
      return isRight
        ? report(.correct, wording.right, notices: [wording.countedUnit(raw)])
        : report(.wrong, wording.wrong(value))
    case .bare where answer.spec.rules.bare == .refuse:
      return report(.wrongDimension, wording.otherDimension(raw))
    case .bare, .fallsShort:
      guard isRight else { return report(.wrong, wording.wrongBare(value)) }
      if answer.spec.rules.bare == .adopt {
        return report(.correct, wording.right, notices: [wording.adopted(value)])
      }
      return report(
        .unitMissing,
        reading.manner == .bare ? wording.unitMissing(raw) : wording.unitFallsShort(raw))
    case .miscounted where !isRight:
      return report(.wrong, wording.wrong(value))
    case .otherDimension, .miscounted:
      // Read as it is meant, the number would be another.
      return isRight && reading.ambiguity == nil && reading.blamesTypedUnit
        ? report(
          .wrongUnit, wording.wrongUnit(raw, isTakenOn: reading.manner == .miscounted))
        : report(.wrongDimension, wording.otherDimension(raw))
    case .notNumbers:
      return report(.wrong, wording.notNumbers(raw))
    }
  }

  private func rows(
    _ reading: UnitInterpretation, _ answer: AnswerKey.Answer, isRight: Bool
  ) -> [Verdict]? {
    guard case .column(let references, _) = answer.value else { return nil }
    guard let rows = answer.rows(of: reading.value) else {
      return references.map { _ in .wrong }
    }
    return rows.map { $0 && (isRight || reading.manner != .otherDimension) ? .correct : .wrong }
  }

  /// Whether a typed number of two figures or more is the reference rounded to as many.
  private func isRounded(
    _ raw: Value, _ reading: UnitInterpretation, _ answer: AnswerKey.Answer, _ formula: Expression?
  ) -> Bool {
    guard let figures = formula?.typedFigures, figures >= 2, figures < 15,
      case .quantity(let typed, let unit) = raw,
      reading.manner == .converted || reading.manner == .counted
    else { return false }
    let expected = answer.value.relabelled(answer.unit.withoutCounts)
      .converted(to: unit.withoutCounts)
    guard case .quantity(let number, _)? = expected else { return false }
    return NumberFormat.rounded(number, figures: figures) == typed
  }
}
