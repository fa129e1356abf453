import Exercises
import Formulas

extension ExerciseCompiler {
  /// A function that is asked for, tried at its test points.
  func compile(_ spec: FunctionAnswer, of question: String, on sheet: Worksheet) {
    if let known = spec.withheld { return compileWithheld(spec, known, of: question, on: sheet) }
    guard let formula = spec.expect.expression, let statement = spec.statement() else {
      _ = evaluate(spec.expect, on: sheet)
      return
    }
    _ = sheet.load([statement])
    var found: [AnswerKey.Function.Point] = []
    var asked = spec.unit.flatMap(unit)
    if spec.unit != nil, asked == nil { return }
    for point in spec.points {
      var arguments: [Value] = []
      for argument in point {
        guard let value = evaluate(argument, on: sheet) else { return }
        arguments.append(value)
      }
      let place = point.first ?? spec.expect
      switch sheet.call(spec.name, arguments) {
      case .failure(let problem)?:
        let values = Dictionary(
          zip(spec.parameters, arguments), uniquingKeysWith: { first, _ in first })
        // Where in the formula it is, a call does not tell.
        guard case .failure(let own) = sheet.evaluate(formula, where: [], values: values) else {
          return report(problem, at: place.source)
        }
        return report(own, at: spec.expect.source, calling: spec.call(at: point))
      case .success(let value)?:
        let unit = asked ?? value.unit ?? .one
        asked = unit
        guard let expected = converted(value, to: unit, of: spec.name, at: place) else { return }
        found.append(
          AnswerKey.Function.Point(
            call: spec.call(at: point), arguments: arguments, expected: expected))
      case nil: return
      }
    }
    let unit = asked ?? .one
    guard let tolerance = tolerance(spec.rules, unit, own: unit, found.first?.expected, sheet)
    else { return }
    answerKey.functions.append(
      AnswerKey.Function(
        question: question, spec: spec, unit: unit, tolerance: tolerance, formula: formula,
        points: found))
  }
}

extension FunctionAnswer {
  /// Its call at a test point, as it is written.
  func call(at point: [AuthorFormula]) -> String {
    "\(name)(\(point.map(\.text).joined(separator: ", ")))"
  }
}
