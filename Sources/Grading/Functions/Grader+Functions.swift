import AnswerKeys
import Diagnostics
import ErrorDiagnosis
import Exercises
import Formulas
import Quantities

extension Grader {
  /// Tries the student's function on each group of arguments.
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
      return report(.unchecked, GradingWording.noModelAnswer)
    }
    guard let definition = sheet.function(named: spec.name) else {
      return sheet.rawValue(of: key) != nil
        ? report(.wrong, FunctionWording.notAFunction(spec))
        : report(.unanswered, GradingWording.unanswered)
    }
    guard definition.parameters.count == spec.parameters.count else {
      return report(
        .fails, FunctionWording.otherParameters(spec, found: definition.parameters.count))
    }
    let points = function.points.indices.map { judge(function, at: $0, calling: definition) }
    if function.isWithheld { return formReport(of: function, points) }
    let right = points.count { $0.verdict == .correct }
    let verdict: Verdict =
      right == points.count
      ? .correct
      : points.allSatisfy({ $0.verdict == .fails }) ? .fails : right > 0 ? .partly : .wrong
    let share = points.isEmpty ? 0 : Double(right) / Double(points.count)
    let error =
      verdict == .correct || !function.isKnown ? nil : error(in: definition, function, points)
    var whole = report(
      verdict, FunctionWording.verdict(points, because: error?.sentence), share: share)
    whole.points = points
    whole.cause = error?.cause
    return whole
  }

  private func judge(
    _ function: AnswerKey.Function, at place: Int, calling definition: FunctionDefinition
  ) -> PointReport {
    let point = function.points[place]
    switch sheet.call(definition, point.arguments) {
    case .failure(let problem):
      return PointReport(
        call: point.call, verdict: .fails, message: FunctionWording.fails(problem, function.spec))
    case .success(let value):
      if function.isWithheld { return formReport(of: value, function, at: place) }
      let answer = compiled.opened(
        function.answer(at: place, like: value), by: value, formula: nil
      ).answer
      let reading = interpretation(of: value, answer, at: .name(function.spec.name), on: sheet)
      // Rows of an argument have no names, even where a table has as many.
      let wording = AnswerWording(answer: answer, rowNames: nil)
      let report = verdict(of: value, reading, answer, formula: nil, wording: wording)
      return PointReport(
        call: point.call, verdict: report.share == 1 ? .correct : report.verdict,
        message: report.message, rows: report.rows)
    }
  }

  private func formReport(
    of value: Value, _ function: AnswerKey.Function, at place: Int
  ) -> PointReport {
    var answer = function.answer(at: place, like: value)
    answer.isWithheld = true
    let reading = interpretation(of: value, answer, at: .name(function.spec.name), on: sheet)
    let report = formReport(of: value, reading, answer)
    return PointReport(
      call: function.points[place].call, verdict: report.untold == 1 ? .unchecked : report.verdict,
      message: report.message)
  }

  // MARK: Why it is off

  private typealias FoundError = (cause: Cause?, sentence: String)

  /// What is wrong with a function where that is found: what its author foresaw, a name from outside
  /// or parameters in another order, then a slip in its formula.
  private func error(
    in definition: FunctionDefinition, _ function: AnswerKey.Function, _ points: [PointReport]
  ) -> FoundError? {
    let run = FunctionTestRun(function, definition, compiled, sheet)
    if let said = run.flatMap(misconception) { return (Cause(.author), said) }
    let errors = FunctionErrors(definition, function.spec, in: sheet) { variant in
      function.points.indices.allSatisfy {
        self.judge(function, at: $0, calling: variant).verdict == .correct
      }
    }
    func found(_ kind: FunctionErrors.Kind) -> FoundError {
      let cause: Cause? =
        switch kind {
        case .outsideName(let name, _): Cause(.otherName, names: [name])
        case .otherOrder, .unused: nil
        }
      return (cause, FunctionWording.error(kind, function.spec))
    }
    return errors.certain().map(found) ?? run.flatMap(slip) ?? errors.possible().map(found)
      ?? FunctionWording.onlyNumbers(points, function).map { (nil, $0) }
  }

  /// What the author says of a misconception that gives the results.
  private func misconception(_ run: FunctionTestRun) -> String? {
    let reading = reading(of: run)
    let read = reading.manner == .otherDimension ? nil : reading.value
    return misconception(
      Typed(raw: run.found, read: read), response(of: run), run.answer, [run.scope])
  }

  /// A slip in the function's formula, looked for as in that of a value.
  private func slip(_ run: FunctionTestRun) -> FoundError? {
    guard let response = response(of: run) else { return nil }
    let search = CauseSearch(run.answer, response, scopes: [run.scope], in: sheet.units)
    return search.diagnosis().map { diagnosis in
      let wording = CauseWording(search, unit: run.answer.unit, hasUnits: true, rowNames: nil)
      return (diagnosis.cause, capitalised(wording.sentence(diagnosis)) + ".")
    }
  }

  private func reading(of run: FunctionTestRun) -> UnitInterpretation {
    interpretation(of: run.found, run.answer, at: .name(run.answer.spec.name), on: sheet)
  }

  private func response(of run: FunctionTestRun) -> Response? {
    let reading = reading(of: run)
    return Response(
      run.found, reading, run.answer, typed: nil,
      formula: StudentFormula(all: run.inputs, near: run.inputs),
      readsBare: reading.manner != .otherDimension)
  }
}
