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
    guard let function = answerKey.function(named: spec.name) else {
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
    let points = function.points.map { judge(function, at: $0, calling: definition) }
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
    _ function: AnswerKey.Function, at point: AnswerKey.Function.Point,
    calling definition: FunctionDefinition
  ) -> PointReport {
    switch sheet.call(definition, point.arguments) {
    case .failure(let problem):
      return PointReport(
        call: point.call, verdict: .fails, message: FunctionWording.fails(problem, function.spec))
    case .success(let value):
      let answer = function.answer(
        point.call, point.expected, Expression(.number(0, figures: 0), Span(0, 0)))
      let reading = interpretation(
        of: value, answer, at: .name(function.spec.name), on: sheet)
      // Rows of an argument have no names, even where a table has as many.
      let wording = AnswerWording(answer, rowNames: nil)
      let report = verdict(of: value, reading, answer, formula: nil, wording: wording)
      return PointReport(
        call: point.call, verdict: report.share == 1 ? .correct : report.verdict,
        message: report.message, rows: report.rows)
    }
  }

  // MARK: Why it is off

  /// Says what is wrong with a function where that is found: what its author foresaw, a name from
  /// outside or parameters in another order, then a slip in its formula.
  private func explain(
    _ report: inout AnswerReport, _ function: AnswerKey.Function,
    _ definition: FunctionDefinition, right: Int
  ) {
    let run = FunctionTestRun(function, definition, compiled, sheet)
    if let run, foreseen(&report, function, run, right: right) { return }
    let errors = FunctionErrors(definition, function.spec, in: sheet) { variant in
      function.points.allSatisfy {
        self.judge(function, at: $0, calling: variant).verdict == .correct
      }
    }
    if let error = errors.certain() { return say(error, &report, function, right: right) }
    if let run, findCause(&report, function, run, right: right) { return }
    if let error = errors.possible() { return say(error, &report, function, right: right) }
    if let said = FunctionWording.onlyNumbers(report.points ?? [], function) {
      report.message = FunctionWording.verdict(
        right: right, points: report.points ?? [], because: said)
    }
  }

  private func say(
    _ error: FunctionErrors.Kind, _ report: inout AnswerReport, _ function: AnswerKey.Function,
    right: Int
  ) {
    switch error {
    case .outsideName(let name, _): report.cause = Cause(.otherName, names: [name])
    case .otherOrder, .unused: break
    }
    report.message = FunctionWording.verdict(
      right: right, points: report.points ?? [],
      because: FunctionWording.error(error, function.spec))
  }

  /// Whether an author's misconception gives the results.
  private func foreseen(
    _ report: inout AnswerReport, _ function: AnswerKey.Function, _ run: FunctionTestRun,
    right: Int
  ) -> Bool {
    let reading = reading(of: run)
    let read = reading.manner == .otherDimension ? nil : reading.value
    guard
      let said = misconception(
        Typed(raw: run.found, read: read), response(of: run), run.answer, [run.scope])
    else { return false }
    report.cause = Cause(.author)
    report.message = FunctionWording.verdict(
      right: right, points: report.points ?? [], because: said)
    return true
  }

  /// Looks for the slip in a function's formula, as in that of a value.
  private func findCause(
    _ report: inout AnswerReport, _ function: AnswerKey.Function, _ run: FunctionTestRun,
    right: Int
  ) -> Bool {
    guard let response = response(of: run) else { return false }
    let search = CauseSearch(run.answer, response, scopes: [run.scope], in: sheet.units)
    guard let diagnosis = search.diagnosis() else { return false }
    report.cause = diagnosis.cause
    let clause = CauseWording(search, unit: function.unit, hasUnits: true, rowNames: nil)
      .sentence(diagnosis)
    report.message = FunctionWording.verdict(
      right: right, points: report.points ?? [], because: capitalised(clause) + ".")
    return true
  }

  private func reading(of run: FunctionTestRun) -> UnitInterpretation {
    interpretation(of: run.found, run.answer, at: .name(run.answer.spec.name), on: sheet)
  }

  private func response(of run: FunctionTestRun) -> Response? {
    let reading = reading(of: run)
    return Response(
      run.found, reading, run.answer, typed: nil,
      formula: StudentFormula(all: run.ingredients, near: run.ingredients),
      readsBare: reading.manner != .otherDimension, in: sheet.units)
  }
}
