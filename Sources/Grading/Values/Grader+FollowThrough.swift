import AnswerKeys
import ErrorDiagnosis
import Formulas
import Quantities

extension Grader {
  /// Gives an answer that is not right its credit on the student's own earlier answers, or the
  /// cause of its error.
  func explain(
    _ report: inout AnswerReport, _ raw: Value, _ reading: UnitInterpretation, _ attempt: Attempt
  ) {
    let earlier = FollowThrough(earlier: earlierAnswers(of: attempt))
    if credit(&report, raw, attempt, earlier) || namesUncounted(&report, attempt) { return }
    var scopes = [scope(of: attempt.answer, own: [:])]
    if !earlier.values.isEmpty { scopes.append(scope(of: attempt.answer, own: earlier.values)) }
    switch report.verdict {
    case .wrong, .wrongDimension: findCause(&report, raw, reading, attempt, scopes)
    case .unitMissing: placeMissingUnit(&report, raw, reading, attempt, scopes)
    case .unanswered, .fails, .correct, .follows, .wrongUnit, .rounded, .otherForm, .otherUnit,
      .partly, .unchecked:
      break
    }
  }

  /// Gives an answer its credit whose formula fails on earlier answers alone.
  func creditFailing(_ report: inout AnswerReport, _ attempt: Attempt) {
    let earlier = FollowThrough(earlier: earlierAnswers(of: attempt))
    _ = credit(&report, nil, attempt, earlier)
  }

  private func credit(
    _ report: inout AnswerReport, _ raw: Value?, _ attempt: Attempt, _ earlier: FollowThrough
  ) -> Bool {
    let (answer, key) = (attempt.answer, attempt.key)
    guard !earlier.earlier.isEmpty else { return false }
    let inputs = sheet.inputs(of: key)
    // What goes round in a circle follows from nothing.
    guard !inputs.uses(key), !inputs.isCut else { return false }
    let onModels =
      earlier.isNamed(in: inputs) ? outcomeOnModelValues(attempt, also: earlier.ownNames) : nil
    var verdict = onModels?.verdict
    if verdict == nil, let raw, earlier.isTyped(in: attempt.formula, inputs, answer.tolerance) {
      verdict = verdictOnOwnValues(raw, attempt, earlier)
    }
    guard let verdict, verdict == .correct || verdict == .unitMissing,
      onModels?.isModelsFormula == true
        || isRightByItsFormula(raw, attempt, earlier, isNamed: onModels != nil)
    else { return false }
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
      if case .column(let numbers, _) = answer.value { report.rows = numbers.map { _ in .follows } }
    } else {
      report.verdict = .unitMissing
      report.message = wording.unitMissingFollowing(origins)
      report.lacksUnitWithin = answer.unit.dimension == .one
    }
    report.share = share(report.verdict, answer)
    report.cause = Cause(.follows, names: earlier.origins)
    return true
  }

  /// Whether a result that is right on earlier answers is so by what the formula does, and not by
  /// luck: the formula is the model's part by part, or right on both the model's values and the
  /// student's.
  private func isRightByItsFormula(
    _ raw: Value?, _ attempt: Attempt, _ earlier: FollowThrough, isNamed: Bool
  ) -> Bool {
    let own = scope(of: attempt.answer, own: isNamed ? [:] : earlier.values)
    switch FormulaLikeness(of: tree(of: attempt), attempt.answer, in: own) {
    case .same: return true
    case .other: return !isNamed && attempt.formula?.typedFiguresOfRows != nil
    case .unknown:
      // Another form of the same has to be as right on the student's values as on the model's.
      guard isNamed else { return true }
      guard let raw else { return earlier.ownNames.isEmpty }
      let verdict =
        earlier.ownNames.isEmpty ? verdictOnOwnValues(raw, attempt, earlier) : nil
      return verdict == .correct || verdict == .unitMissing
    }
  }

  /// Whether all is right but for an earlier answer that stands under two names, of which it uses
  /// the one that does not count. The error has cost nothing yet, and so it does here.
  private func namesUncounted(_ report: inout AnswerReport, _ attempt: Attempt) -> Bool {
    let inputs = sheet.inputs(of: attempt.key)
    for other in attempt.answer.usedNames.sorted().compactMap(answerKey.answer(named:)) {
      let best = judge(other.spec)
      guard best.share == 1, let counted = best.key, !inputs.uses(counted),
        let used = other.keys.first(where: {
          $0 != counted && $0 != attempt.key && inputs.uses($0)
        }),
        let own = judge(at: used), own.share < best.share,
        outcomeOnModelValues(attempt)?.verdict == .correct
      else { continue }
      report.cause = Cause(.otherName, names: ["\(used)"])
      report.message = GradingWording.usesUncounted("\(used)", counted: "\(counted)")
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
    AnswerWording(answer: answer, rowNames: answer.rowNames)
  }

  /// The student's earlier answers that the model answer or the student's formula builds on, where
  /// they differ from the model's.
  private func earlierAnswers(of attempt: Attempt) -> [FollowThrough.Earlier] {
    let answer = attempt.answer
    let ofModel = answer.usedNames.sorted().compactMap { name -> FollowThrough.Earlier? in
      if let own = answerKey.answer(named: name) { return earlier(own) }
      guard let model = compiled.required[name], let own = ownRequired[name] else { return nil }
      return earlier(name, own, model, unit: model.unit, key: nil, origins: [name])
    }
    let inputs = sheet.inputs(of: attempt.key)
    let used = answerKey.answers.prefix { $0.spec.name != answer.spec.name }.filter { other in
      other.keys.contains(where: inputs.uses)
    }
    guard !used.isEmpty else { return ofModel }
    let behind = compiled.names(behind: answer)
    let own = used.filter { !behind.contains($0.spec.name) }.compactMap {
      other -> FollowThrough.Earlier? in
      var found = earlier(other)
      found?.isOfModel = false
      return found
    }
    return ofModel + own
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
    return FollowThrough.Earlier(name: name, typed: typed, value: value, key: key, origins: origins)
  }
}
