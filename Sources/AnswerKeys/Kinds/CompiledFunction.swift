import Exercises
import Formulas
import Quantities

/// A function that is asked for, tried at its test points.
extension FunctionAnswer: CompiledKind {
  func compile(_ question: Question, on sheet: Worksheet, by compiler: ExerciseCompiler) {
    guard let formula = expect.expression, let statement = statement() else {
      _ = compiler.evaluate(expect, on: sheet)
      return
    }
    _ = sheet.load([statement])
    var found: [AnswerKey.Function.Point] = []
    var asked = unit.flatMap { compiler.unit($0) }
    if unit != nil, asked == nil { return }
    for point in points {
      var arguments: [Value] = []
      for argument in point {
        guard let value = compiler.evaluate(argument, on: sheet) else { return }
        arguments.append(value)
      }
      let place = point.first ?? expect
      switch sheet.call(name, arguments) {
      case .failure(let problem)?: return compiler.report(problem.diagnostic, at: place.source)
      case .success(let value)?:
        let unit = asked ?? value.unit ?? .one
        asked = unit
        guard let expected = compiler.converted(value, to: unit, of: name, at: place) else {
          return
        }
        found.append(
          AnswerKey.Function.Point(
            call: "\(name)(\(point.map(\.text).joined(separator: ", ")))", arguments: arguments,
            expected: expected))
      case nil: return
      }
    }
    let unit = asked ?? .one
    guard let tolerance = compiler.tolerance(rules, unit, own: unit, found.first?.expected, sheet)
    else { return }
    compiler.answerKey.functions.append(
      AnswerKey.Function(
        question: question.id, spec: self, unit: unit, tolerance: tolerance, formula: formula,
        points: found))
  }
}
