import Exercises
import Formulas
import Quantities

/// Why an answer is off.
extension Grader {
  /// Gives an answer that is not right its credit on the student's own earlier answers, or the
  /// cause of its error.
  func explain(
    _ report: inout AnswerReport, _ raw: Value, _ reading: AnswerReading,
    _ answer: Reference.Answer, key: Worksheet.Key, formula: Expression?
  ) {
    let ingredients = sheet.ingredients(of: key)
    let earlier = FollowThrough(earlier: earlierAnswers(of: answer))
    if earlier.earnsMark(key, formula: formula, ingredients: ingredients, in: sheet),
      let followed = followed(raw, answer, earlier, key: key, formula: formula)
    {
      report = followed
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
    let wording = AnswerWording(
      answer, units: sheet.units, rowNames: sheet.rowNames(for: answer.value))
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

  // MARK: Causes

  private func findCause(
    _ report: inout AnswerReport, _ raw: Value, _ reading: AnswerReading,
    _ answer: Reference.Answer, key: Worksheet.Key, formula: Expression?,
    ingredients: Ingredients, scopes: [ModelScope]
  ) {
    let units = sheet.units
    let wording = AnswerWording(
      answer, units: units, rowNames: sheet.rowNames(for: answer.value))
    var reading = reading
    if answer.spec.judging.units == .none { reading.value = raw.relabelled(answer.unit) }
    let readsBare = reading.manner != .otherDimension || sheet.holdsBareNumber(key)
    guard
      let submission = Submission(
        raw, reading, answer, formula: formula, ingredients: ingredients, readsBare: readsBare,
        in: units)
    else { return }
    if let said = misconception(submission, answer, scopes) {
      report.cause = Cause(.author)
      report.message = said
      return
    }
    let search = CauseSearch(answer, submission, scopes: scopes, in: units)
    let hasShape = answer.rows(of: reading.value ?? raw) != nil
    guard let finding = hasShape ? search.finding() : search.findingOfShape() else { return }
    report.cause = finding.cause
    let clause = CauseWording(
      madeByHand: submission.madeByHand,
      hasUnits: reading.manner == .converted || reading.manner == .counted,
      symbols: [units.symbol(of: answer.unit)] + search.symbols
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
    case .converted, .accepted, .counted, .notNumbers:
      report.message = wording.wrong(value, because: clause)
    }
  }

  /// What the author says of a value that a misconception gives.
  private func misconception(
    _ submission: Submission, _ answer: Reference.Answer, _ scopes: [ModelScope]
  ) -> String? {
    guard let question = reference.exercise.question(answer.question) else { return nil }
    for scope in scopes {
      for misconception in question.misconceptions {
        guard case .success(let formula) = Parser.formula(misconception.when.text),
          let value = scope.value(of: formula),
          submission.equals(value, one: answer.unit, in: sheet.units)
        else { continue }
        if let asked = value.converted(to: answer.unit, in: sheet.units), answer.accepts(asked) {
          continue
        }
        return misconception.say
      }
    }
    return nil
  }
}
