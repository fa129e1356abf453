import AnswerKeys
import Diagnostics
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities

/// Functions, judged on test points.
extension Grader {
  public func judge(_ spec: FunctionAnswer) -> AnswerReport {
    let key = Worksheet.Key.name(spec.name)
    func report(_ verdict: Verdict, _ message: String, share: Double = 0) -> AnswerReport {
      AnswerReport(name: spec.name, key: key, verdict: verdict, share: share, message: message)
    }
    if let mistake = failing[key] {
      var failed = report(.fails, mistake.diagnostic.message)
      failed.problem = mistake
      return failed
    }
    guard let function = reference.functions.first(where: { $0.spec.name == spec.name }) else {
      return report(.unchecked, GradingWording.noReference)
    }
    guard let definition = sheet.function(named: spec.name) else {
      if sheet.rawValue(of: key) != nil {
        return report(.wrong, FunctionWording.notAFunction(spec))
      }
      return report(.unanswered, GradingWording.unanswered)
    }
    guard definition.parameters.count == spec.parameters.count else {
      return report(
        .fails, FunctionWording.otherParameters(spec, found: definition.parameters.count))
    }
    let points = function.points.indices.map { judge(function, at: $0, calling: definition) }
    let right = points.count { $0.verdict == .correct }
    let verdict: Verdict =
      right == points.count
      ? .correct
      : points.allSatisfy({ $0.verdict == .fails }) ? .fails : right > 0 ? .partly : .wrong
    let share = points.isEmpty ? 0 : Double(right) / Double(points.count)
    var whole = report(
      verdict, FunctionWording.verdict(right: right, points: points), share: share)
    whole.points = points
    if verdict != .correct { explain(&whole, function, definition, right: right) }
    return whole
  }

  /// What a function gives at one of the points.
  private func judge(
    _ function: Reference.Function, at index: Int, calling definition: FunctionDefinition
  ) -> PointReport {
    let spec = function.spec
    let point = function.points[index]
    let call = "\(spec.name)(\(spec.points[index].map(\.text).joined(separator: ", ")))"
    switch sheet.call(definition, point.arguments) {
    case .failure(let problem):
      return PointReport(call: call, verdict: .fails, message: FunctionWording.fails(problem, spec))
    case .success(let value):
      let answer = Reference.Answer(
        question: function.question,
        spec: ValueAnswer(name: call, expect: spec.expect, judging: spec.judging),
        unit: function.unit, accepts: [], value: point.expected, tolerance: function.tolerance,
        formula: Expression(.number(0, figures: 0), Span(0, 0)))
      let reading = AnswerReading(
        value, evidence(of: answer, .name(spec.name), in: sheet), answer)
      // Rows of an argument have no names, even where a table has as many.
      let wording = AnswerWording(answer, rowNames: nil)
      let report = verdict(of: value, reading, answer, formula: nil, wording: wording)
      return PointReport(
        call: call, verdict: report.share == 1 ? .correct : report.verdict,
        message: report.message, rows: report.rows)
    }
  }

  // MARK: Why it is off

  /// Says what is wrong with a function where that is found: what its author foresaw, a name from
  /// outside or parameters in another order, then a slip in its formula.
  private func explain(
    _ report: inout AnswerReport, _ function: Reference.Function,
    _ definition: FunctionDefinition, right: Int
  ) {
    let trial = FunctionTrial(function, definition, reference, sheet)
    if let trial, foreseen(&report, function, trial, right: right) { return }
    let slips = FunctionSlips(definition, function.spec, in: sheet) { variant in
      function.points.indices.allSatisfy {
        self.judge(function, at: $0, calling: variant).verdict == .correct
      }
    }
    if let slip = slips.certain() { return say(slip, &report, function, right: right) }
    if let trial, findCause(&report, function, trial, right: right) { return }
    if let slip = slips.possible() { return say(slip, &report, function, right: right) }
    if let said = FunctionWording.onlyNumbers(report.points ?? [], function) {
      report.message = FunctionWording.verdict(
        right: right, points: report.points ?? [], because: said)
    }
  }

  private func say(
    _ slip: FunctionSlips.Slip, _ report: inout AnswerReport, _ function: Reference.Function,
    right: Int
  ) {
    switch slip {
    case .outsideName(let name, _): report.cause = Cause(.otherName, names: [name])
    case .otherOrder, .unused: break
    }
    report.message = FunctionWording.verdict(
      right: right, points: report.points ?? [],
      because: FunctionWording.slip(slip, function.spec))
  }

  /// Whether an author's misconception gives the results.
  private func foreseen(
    _ report: inout AnswerReport, _ function: Reference.Function, _ trial: FunctionTrial,
    right: Int
  ) -> Bool {
    let reading = reading(of: trial)
    let read = reading.manner == .otherDimension ? nil : reading.value
    guard
      let said = misconception(
        Typed(raw: trial.found, read: read), submission(of: trial), trial.answer, [trial.scope])
    else { return false }
    report.cause = Cause(.author)
    report.message = FunctionWording.verdict(
      right: right, points: report.points ?? [], because: said)
    return true
  }

  /// Looks for the slip in a function's formula, as in that of a value.
  private func findCause(
    _ report: inout AnswerReport, _ function: Reference.Function, _ trial: FunctionTrial,
    right: Int
  ) -> Bool {
    guard let submission = submission(of: trial) else { return false }
    let search = CauseSearch(trial.answer, submission, scopes: [trial.scope])
    guard let finding = search.finding() else { return false }
    report.cause = finding.cause
    let clause = CauseWording(
      madeByHand: search.submission.evidence.madeByHand, hasUnits: true,
      mixups: UnitMixups([function.unit.symbol] + search.symbols), rowNames: nil
    ).sentence(finding)
    report.message = FunctionWording.verdict(
      right: right, points: report.points ?? [], because: capitalised(clause) + ".")
    return true
  }

  private func reading(of trial: FunctionTrial) -> AnswerReading {
    AnswerReading(
      trial.found, evidence(of: trial.answer, .name(trial.answer.spec.name), in: sheet),
      trial.answer)
  }

  private func submission(of trial: FunctionTrial) -> Submission? {
    let reading = reading(of: trial)
    return Submission(
      trial.found, reading, trial.answer, formula: nil,
      evidence: Evidence(all: trial.ingredients, near: trial.ingredients),
      readsBare: reading.manner != .otherDimension)
  }
}
