import AnswerKeys
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities

/// What follows from earlier answers.
extension Grader {
  /// Gives an answer that is not right its credit on the student's own earlier answers, or the
  /// cause of its error.
  func explain(
    _ report: inout AnswerReport, _ raw: Value, _ reading: UnitInterpretation,
    _ answer: AnswerKey.Answer, key: Worksheet.Key, formula: Expression?
  ) {
    let earlier = FollowThrough(earlier: earlierAnswers(of: answer))
    if credit(&report, raw, answer, earlier, key: key, formula: formula) { return }
    if namesUncounted(&report, answer, key: key, formula: formula) { return }
    switch report.verdict {
    case .wrong, .wrongDimension, .unitMissing: break
    case .unanswered, .fails, .correct, .follows, .wrongUnit, .rounded, .partly, .unchecked: return
    }
    var scopes = [scope(of: answer, own: [:])]
    if !earlier.values.isEmpty { scopes.append(scope(of: answer, own: earlier.values)) }
    if report.verdict == .unitMissing {
      placeMissingUnit(&report, raw, reading, answer, key: key, formula: formula, scopes: scopes)
      return
    }
    findCause(&report, raw, reading, answer, key: key, formula: formula, scopes: scopes)
  }

  /// Gives an answer its credit whose formula fails on earlier answers alone.
  func creditFailing(
    _ report: inout AnswerReport, _ answer: AnswerKey.Answer, key: Worksheet.Key
  ) {
    let earlier = FollowThrough(earlier: earlierAnswers(of: answer))
    _ = credit(&report, nil, answer, earlier, key: key, formula: sheet.formula(of: key))
  }

  private func credit(
    _ report: inout AnswerReport, _ raw: Value?, _ answer: AnswerKey.Answer,
    _ earlier: FollowThrough, key: Worksheet.Key, formula: Expression?
  ) -> Bool {
    let ingredients = sheet.inputs(of: key)
    // What goes round in a circle follows from nothing.
    guard !earlier.earlier.isEmpty, !ingredients.uses(key) else { return false }
    var followed: AnswerReport?
    if earlier.isNamed(in: ingredients) {
      followed = reportOnModelValues(answer, key: key, formula: formula)
    }
    if followed == nil, let raw, earlier.isTyped(in: formula, ingredients, answer.tolerance) {
      followed = reportOnOwnValues(raw, answer, earlier, key: key, formula: formula)
    }
    guard let verdict = followed?.verdict, verdict == .correct || verdict == .unitMissing else {
      return false
    }
    let wording = wording(of: answer)
    let origins = earlier.origins.map { ($0, answerKey.answer(named: $0)?.question) }
    if earlier.isTrivial(key, in: sheet) {
      report.message = wording.tooEasy(origins)
      return true
    }
    if verdict == .correct {
      report.verdict = .follows
      report.message = wording.follows(origins)
      report.notices = []
      report.problem = nil
      if case .column(let numbers, _) = answer.value {
        report.rows = numbers.map { _ in .follows }
      }
    } else {
      report.verdict = .unitMissing
      report.message = wording.unitMissingFollowing(origins)
      report.lacksUnitWithin = answer.unit.dimension == .one
    }
    report.share = share(report.verdict, answer)
    report.cause = Cause(.follows, names: earlier.origins)
    return true
  }

  /// Whether all is right but for an earlier answer that stands under two names, of which it uses
  /// the one that does not count. The error has cost nothing yet, and so it does here.
  private func namesUncounted(
    _ report: inout AnswerReport, _ answer: AnswerKey.Answer, key: Worksheet.Key,
    formula: Expression?
  ) -> Bool {
    let ingredients = sheet.inputs(of: key)
    for name in answer.usedNames.sorted() {
      guard let other = answerKey.answer(named: name) else { continue }
      let best = judge(other.spec)
      guard best.share == 1, let counted = best.key, !ingredients.uses(counted),
        let used = other.keys.first(where: {
          $0 != counted && $0 != key && ingredients.uses($0)
        }),
        let own = judge(at: used), own.share < best.share,
        reportOnModelValues(answer, key: key, formula: formula)?.verdict == .correct
      else { continue }
      report.cause = Cause(.otherName, names: ["\(used)"])
      report.message = wording(of: answer).usesUncounted("\(used)", counted: "\(counted)")
      return true
    }
    return false
  }

  func scope(of answer: AnswerKey.Answer, own: [String: Value]) -> ModelScope {
    own.isEmpty
      ? compiled.modelScope(of: answer.question, in: sheet.units)
      : ModelScope(compiled, question: answer.question, own: own, in: sheet.units)
  }

  func wording(of answer: AnswerKey.Answer) -> AnswerWording {
    AnswerWording(answer, rowNames: sheet.rowNames(for: answer.value))
  }

  /// The student's earlier answers that the model answer builds on, where they differ from the
  /// model's.
  private func earlierAnswers(of answer: AnswerKey.Answer) -> [FollowThrough.Earlier] {
    answer.usedNames.sorted().compactMap { name in
      if let own = answerKey.answer(named: name) { return earlier(own) }
      guard let model = compiled.required[name], let own = ownRequired[name] else {
        return nil
      }
      return earlier(name, own, model, unit: model.unit, key: nil, origins: [name])
    }
  }

  private func earlier(_ answer: AnswerKey.Answer) -> FollowThrough.Earlier? {
    let report = judge(answer.spec)
    guard let key = report.key else { return nil }
    let name = answer.spec.name
    let origins = report.verdict == .follows ? report.cause?.names ?? [] : [name]
    guard let typed = report.value else {
      return report.verdict == .follows
        ? FollowThrough.Earlier(name: name, typed: nil, value: nil, key: key, origins: origins)
        : nil
    }
    return earlier(name, typed, answer.value, unit: answer.unit, key: key, origins: origins)
  }

  private func earlier(
    _ name: String, _ typed: Value, _ model: Value, unit: Unit?, key: Worksheet.Key?,
    origins: [String]
  ) -> FollowThrough.Earlier? {
    let converted = unit.flatMap { typed.converted(to: $0) }
    let value = converted.flatMap { $0.kindName == model.kindName ? $0 : nil }
    if let own = value?.numbers, let numbers = model.numbers, Variations.isSame(own, numbers) {
      return nil
    }
    return FollowThrough.Earlier(
      name: name, typed: typed, value: value, key: key, origins: origins)
  }

  // MARK: On other values

  /// The report on a formula in which all other answers have the model's values.
  private func reportOnModelValues(
    _ answer: AnswerKey.Answer, key: Worksheet.Key, formula: Expression?
  ) -> AnswerReport? {
    var values: [Worksheet.Key: Value] = [:]
    // Answers that it is not built on have the student's values: what is made of a later answer is
    // not right by that.
    for name in answerKey.names(behind: answer.usedNames) where name != answer.spec.name {
      guard let other = answerKey.answer(named: name) else { continue }
      for own in other.keys where own != key { values[own] = other.value }
    }
    let copy = sheet.copy(fixing: values, provided: compiled.required)
    guard case .success(let raw)? = copy.rawValue(of: key) else { return nil }
    let reading = interpretation(of: raw, answer, at: key, on: copy)
    return verdict(of: raw, reading, answer, formula: formula)
  }

  /// The report on a result where the model answer is taken on the student's own values.
  private func reportOnOwnValues(
    _ raw: Value, _ answer: AnswerKey.Answer, _ earlier: FollowThrough, key: Worksheet.Key,
    formula: Expression?
  ) -> AnswerReport? {
    guard
      let expected = scope(of: answer, own: earlier.values).value(of: answer.formula)?
        .converted(to: answer.unit)
    else { return nil }
    // A range is one of the model's value; on other values it says nothing.
    let tolerance: Tolerance =
      if case .range = answer.tolerance {
        .standard(in: answer.unit)
      } else {
        answer.tolerance
      }
    var own = answer
    (own.value, own.tolerance) = (expected, tolerance)
    let reading = interpretation(of: raw, own, at: key, on: sheet)
    return verdict(of: raw, reading, own, formula: formula)
  }
}
