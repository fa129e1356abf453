import Exercises
import Formulas
import Quantities

/// What follows from earlier answers.
extension Grader {
  /// Gives an answer that is not right its credit on the student's own earlier answers, or the
  /// cause of its error.
  func explain(
    _ report: inout AnswerReport, _ raw: Value, _ reading: AnswerReading,
    _ answer: Reference.Answer, key: Worksheet.Key, formula: Expression?
  ) {
    let ingredients = sheet.ingredients(of: key)
    let earlier = FollowThrough(earlier: earlierAnswers(of: answer))
    if earlier.isReached(by: formula, ingredients),
      let followed = followed(raw, answer, earlier, key: key, formula: formula)
    {
      if earlier.isTrivial(key, in: sheet) {
        let origins = earlier.origins.map { ($0, reference.answer(named: $0)?.question) }
        report.message = wording(of: answer).tooEasy(origins)
      } else {
        report = followed
      }
      return
    }
    switch report.verdict {
    case .wrong, .wrongDimension: break
    case .unanswered, .fails, .correct, .follows, .unitMissing, .wrongUnit, .rounded, .partly,
      .unchecked:
      return
    }
    var scopes = [scope(of: answer, own: [:])]
    if !earlier.earlier.isEmpty { scopes.append(scope(of: answer, own: earlier.values)) }
    findCause(
      &report, raw, reading, answer, key: key, formula: formula, ingredients: ingredients,
      scopes: scopes)
  }

  private func scope(of answer: Reference.Answer, own: [String: Value]) -> ModelScope {
    ModelScope(reference, question: answer.question, own: own, in: sheet.units)
  }

  func wording(of answer: Reference.Answer) -> AnswerWording {
    AnswerWording(answer, units: sheet.units, rowNames: sheet.rowNames(for: answer.value))
  }

  // MARK: Follow-through

  /// The student's earlier answers that the model answer builds on, where they differ from the
  /// model's.
  private func earlierAnswers(of answer: Reference.Answer) -> [FollowThrough.Earlier] {
    var names: Set<String> = []
    var waiting = [answer.formula]
    let givens = reference.givens(of: answer.question)
    while let formula = waiting.popLast() {
      for name in formula.usedNames where names.insert(name).inserted {
        if let given = givens.first(where: { $0.name == name }) { waiting.append(given.formula) }
      }
    }
    return names.sorted().compactMap { name in
      if let own = reference.answer(named: name) { return earlier(own) }
      guard let model = reference.required[name], let own = reference.ownRequired[name],
        let unit = model.unit, let value = own.converted(to: unit, in: sheet.units),
        !isSame(value, model)
      else { return nil }
      return FollowThrough.Earlier(
        name: name, value: value, typed: own, key: nil, origins: [name])
    }
  }

  private func earlier(_ answer: Reference.Answer) -> FollowThrough.Earlier? {
    let report = judge(answer.spec)
    guard let key = report.key, let typed = report.value,
      let value = typed.converted(to: answer.unit, in: sheet.units), !isSame(value, answer.value)
    else { return nil }
    let origins = report.verdict == .follows ? report.cause?.names ?? [] : [answer.spec.name]
    return FollowThrough.Earlier(
      name: answer.spec.name, value: value, typed: typed, key: key, origins: origins)
  }

  private func isSame(_ left: Value, _ right: Value) -> Bool {
    guard let left = left.numbers, let right = right.numbers else { return false }
    return Variations.isSame(left, right)
  }

  /// The report on an answer that is right on the student's own values; nil where it is not.
  private func followed(
    _ raw: Value, _ answer: Reference.Answer, _ earlier: FollowThrough, key: Worksheet.Key,
    formula: Expression?
  ) -> AnswerReport? {
    guard
      let expected = scope(of: answer, own: earlier.values).value(of: answer.formula)?
        .converted(to: answer.unit, in: sheet.units)
    else { return nil }
    // A range is one of the model's value; on other values it says nothing.
    let tolerance: Tolerance =
      if case .range = answer.tolerance { .relative(0.005) } else { answer.tolerance }
    let own = Reference.Answer(
      question: answer.question, spec: answer.spec, unit: answer.unit, accepts: answer.accepts,
      value: expected, tolerance: tolerance, formula: answer.formula)
    let reading = AnswerReading(
      raw, holdsBareNumber: sheet.holdsBareNumber(key), own, in: sheet.units)
    var report = verdict(of: raw, reading, own, formula: formula)
    let wording = wording(of: answer)
    let origins = earlier.origins.map { ($0, reference.answer(named: $0)?.question) }
    switch report.verdict {
    case .correct:
      report.verdict = .follows
      report.share = share(.follows, answer)
      report.message = wording.follows(origins)
      report.rows = report.rows?.map { $0 == .correct ? .follows : $0 }
    case .unitMissing: report.message = wording.unitMissingFollowing(origins)
    case .unanswered, .fails, .follows, .wrongUnit, .rounded, .wrongDimension, .wrong, .partly,
      .unchecked:
      return nil
    }
    report.cause = Cause(.follows, names: earlier.origins)
    return report
  }
}
