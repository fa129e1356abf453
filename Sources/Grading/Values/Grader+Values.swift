import AnswerKeys
import Diagnostics
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities

/// A student's formula under one of an answer's names.
struct Attempt {
  var answer: AnswerKey.Answer
  let key: Worksheet.Key
  let formula: Expression?
  /// The formula laid out, once it is asked for.
  let layout = Layout()

  final class Layout {
    var tree: FormulaTree??
  }
}

extension Grader {
  /// Judges an answer under each name it may have, and keeps the best.
  public func judge(_ spec: ValueAnswer) -> AnswerReport {
    cache.report(of: spec.name, at: sheet.revision) {
      guard let shared else { return judgeAnew(spec) }
      return shared.report(on: spec.name, sheet, failing: failing) { judgeAnew(spec) }
    }
  }

  /// Judges what stands under one of an answer's names; nil where nothing does, or it is none.
  public func judge(at key: Worksheet.Key) -> AnswerReport? {
    answerKey.answer(for: key).flatMap { judge($0, at: key) }
  }

  private func judgeAnew(_ spec: ValueAnswer) -> AnswerReport {
    guard let answer = answerKey.answer(named: spec.name) else {
      return AnswerReport(
        name: spec.name, verdict: .unchecked, share: 0, message: GradingWording.noModelAnswer)
    }
    let reports = answer.keys.compactMap { judge(answer, at: $0) }
    guard var best = reports.first else { return .unanswered(spec.name) }
    for report in reports
    where (report.share, report.untold) > (best.share, best.untold) { best = report }
    if best.share == 1, let counted = best.key,
      let other = reports.first(where: { $0.share < 1 })?.key
    {
      best.notices.append(GradingWording.otherIsWrong("\(other)", counted: "\(counted)"))
    }
    return best
  }

  /// Whether a key has another answer than the one that counts and is right, and is not right itself.
  public func isUncounted(_ key: Worksheet.Key, beside counted: Worksheet.Key) -> Bool {
    guard key != counted, let own = judge(at: key), own.share < 1 else { return false }
    return judge(at: counted)?.share == 1
  }

  private func judge(_ answer: AnswerKey.Answer, at key: Worksheet.Key) -> AnswerReport? {
    let attempt = Attempt(answer: answer, key: key, formula: sheet.formula(of: key))
    if let mistake = failing[key] {
      return failure(of: attempt, mistake.diagnostic.message, mistake)
    }
    switch sheet.rawValue(of: key) {
    case nil: return nil
    case .failure(let problem)?: return failure(of: attempt, problem.diagnostic.message, nil)
    case .success(let raw)?:
      if answer.seals != nil {
        let opened = compiled.opened(answer, by: raw, formula: attempt.formula)
        return sealedReport(of: raw, attempt, opened)
      }
      var reading = interpretation(of: raw, answer, at: key, on: sheet)
      if reading.manner == .otherDimension {
        reading.ambiguity = sheet.ambiguity(of: key, asked: answer.unit)
      }
      if reading.manner == .fallsShort, let tree = tree(of: attempt),
        CauseSearch.isOffWithUnits(tree, answer, in: scope(of: answer, own: [:]))
      {
        // The number is right by chance.
        reading.manner = .otherDimension
      }
      if answer.isWithheld {
        var report = formReport(of: raw, reading, answer)
        noteForm(&report, raw, attempt)
        report.key = key
        report.value = reading.adopted ?? raw
        return report
      }
      var report = verdict(of: raw, reading, answer, formula: attempt.formula)
      if report.verdict != .correct { explain(&report, raw, reading, attempt) }
      forgetAlternatives(&report, attempt)
      creditOtherUnit(&report, raw, attempt)
      holdToForm(&report, raw, attempt)
      report.key = key
      report.value = reading.adopted ?? raw
      return report
    }
  }

  private func failure(
    of attempt: Attempt, _ message: String, _ problem: LocatedDiagnostic?
  ) -> AnswerReport {
    var report = AnswerReport(
      name: attempt.answer.spec.name, key: attempt.key, verdict: .fails,
      share: share(.fails, attempt.answer), message: message + mendFirst(attempt.key),
      problem: problem)
    creditFailing(&report, attempt)
    if report.verdict == .fails, let tree = tree(of: attempt),
      let found = CauseSearch.ofFailing(
        tree, attempt.answer, in: scope(of: attempt.answer, own: [:]))
    {
      report.cause = found.cause
      if let clause = found.clause { report.message += " " + capitalised(clause) + "." }
    }
    return report
  }

  /// A value read in the unit that an answer asks for, by what the formula of a key says of its own.
  func interpretation(
    of value: Value, _ answer: AnswerKey.Answer, at key: Worksheet.Key, on sheet: Worksheet
  ) -> UnitInterpretation {
    compiled.interpretation(of: value, answer, at: key, on: sheet)
  }

  /// Names earlier answers of another dimension than asked for, on which a formula cannot but fail.
  private func mendFirst(_ key: Worksheet.Key) -> String {
    let inputs = sheet.inputs(of: key)
    let off = answerKey.answers.filter { other in
      other.keys.contains { own in
        guard own != key, inputs.uses(own), case .success(let value)? = sheet.value(of: own),
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
    func report(_ verdict: Verdict, _ message: String) -> AnswerReport {
      AnswerReport(
        name: answer.spec.name, verdict: verdict, share: share(verdict, answer), message: message,
        rows: rows(reading, answer, isRight: verdict.defaultShare > 0))
    }
    func correct(_ notice: String? = nil) -> AnswerReport {
      var report = report(.correct, wording.right)
      if let notice { report.notices = [notice] }
      return report
    }
    guard let value = reading.value else { return report(.wrong, wording.notNumbers(raw)) }
    guard let rows = answer.rows(of: value) else { return report(.wrong, wording.otherShape(raw)) }
    let isRight = rows.allSatisfy { $0 }
    let rules = answer.spec.rules
    if rules.units == .none {
      let bare = raw.relabelled(answer.unit)
      return answer.accepts(bare) ? correct() : report(.wrong, wording.wrong(bare))
    }
    if rules.units == .exact, reading.manner == .converted, isRight,
      raw.unit?.symbol != answer.unit.symbol
    {
      return report(.wrongUnit, wording.exactUnit(raw))
    }
    if !isRight, let figures = figuresOfRounded(raw, reading, answer, formula) {
      if figures > 1 { return report(.rounded, wording.rounded) }
      if case .figures(let asked) = answer.tolerance {
        return report(.wrong, wording.tooFewFigures(asked))
      }
    }
    switch reading.manner {
    case .converted where isRight: return correct()
    case .accepted where isRight: return correct(wording.takenAs(value))
    case .counted where isRight: return correct(wording.countedUnit(raw))
    case .converted, .accepted, .counted: return report(.wrong, wording.wrong(value))
    case .bare where rules.bare == .refuse:
      return report(.wrongDimension, wording.otherDimension(raw))
    case .bare, .fallsShort:
      guard isRight else { return report(.wrong, wording.wrongBare(value)) }
      if rules.bare == .adopt { return correct(wording.adopted(value)) }
      return report(
        .unitMissing,
        reading.manner == .bare ? wording.unitMissing(raw) : wording.unitFallsShort(raw))
    case .miscounted where !isRight: return report(.wrong, wording.wrong(value))
    case .otherDimension, .miscounted:
      // Read as it is meant, the number would be another.
      return isRight && reading.ambiguity == nil && reading.blamesTypedUnit
        ? report(
          .wrongUnit, wording.wrongUnit(raw, isTakenOn: reading.manner == .miscounted))
        : report(.wrongDimension, wording.otherDimension(raw))
    case .notNumbers: return report(.wrong, wording.notNumbers(raw))
    }
  }

  private func rows(
    _ reading: UnitInterpretation, _ answer: AnswerKey.Answer, isRight: Bool
  ) -> [Verdict]? {
    guard case .column(let expected, _) = answer.value else { return nil }
    let rows = answer.rows(of: reading.value) ?? expected.map { _ in false }
    return rows.map { $0 && (isRight || reading.manner != .otherDimension) ? .correct : .wrong }
  }

  /// The figures of a typed number that is the model answer rounded to as many; nil for all others.
  private func figuresOfRounded(
    _ raw: Value, _ reading: UnitInterpretation, _ answer: AnswerKey.Answer, _ formula: Expression?
  ) -> Int? {
    guard let figures = formula?.typedFigures, (1..<15).contains(figures),
      case .quantity(let typed, let unit) = raw,
      reading.manner == .converted || reading.manner == .counted
    else { return nil }
    let isRounded = answer.accepted.contains { own in
      let expected = own.relabelled(answer.unit.withoutCounts).converted(to: unit.withoutCounts)
      guard case .quantity(let number, _)? = expected else { return false }
      return NumberFormat.rounded(number, figures: figures) == typed
    }
    return isRounded ? figures : nil
  }
}

/// Names that are asked for; each earns its weight's share of the points.
struct MarkedValues: MarkedKind {
  let answers: [ValueAnswer]

  func mark(_ report: inout QuestionReport, of question: Question, by grader: Grader) {
    for spec in answers {
      let answer = grader.judge(spec)
      report.answers.append(answer)
      let points = question.points(of: spec.name)
      report.score += points * answer.share
      report.waiting += points * answer.untold
    }
  }

  func fill(
    in sheet: Worksheet, except right: Set<String>, of question: Question,
    _ compiled: CompiledExercise
  ) -> [Worksheet.Key] {
    answers.filter { !right.contains($0.name) }.flatMap { spec -> [Worksheet.Key] in
      guard let answer = compiled.answerKey.answer(named: spec.name) else { return [] }
      return answer.keys.filter { key in
        let isBound = sheet.rawValue(of: key) != nil
        return (key == .name(spec.name) || isBound) && sheet.fix(key, to: answer.value)
      }
    }
  }
}
