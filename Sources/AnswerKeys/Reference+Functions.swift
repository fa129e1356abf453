import Diagnostics
import Exercises
import Formulas
import Quantities

/// Functions that are asked for, tried at their test points.
extension Reference {
  func add(_ spec: FunctionAnswer, of question: Question, _ sheet: Worksheet) {
    guard case .success(let body) = Parser.formula(spec.expect.text) else {
      if case .failure(let problem) = Parser.formula(spec.expect.text) {
        report(problem, spec.expect)
      }
      return
    }
    let definition = FunctionDefinition(
      name: spec.name, nameSpan: Span(0, 0), parameters: spec.parameters, locals: [],
      result: body)
    _ = sheet.load([
      Statement(kind: .function(definition), span: body.span, text: spec.expect.text)
    ])
    var points: [(arguments: [Value], expected: Value)] = []
    var asked = spec.unit.flatMap { unit($0) }
    if spec.unit != nil, asked == nil { return }
    for point in spec.points {
      var arguments: [Value] = []
      for argument in point {
        guard let value = evaluate(argument, in: sheet) else { return }
        arguments.append(value)
      }
      switch sheet.call(spec.name, arguments) {
      case .failure(let problem)?:
        report(problem, point.first ?? spec.expect)
        return
      case .success(let value)?:
        let unit = asked ?? value.unit ?? .one
        asked = unit
        guard let expected = value.converted(to: unit) else {
          report(
            ReferenceWording.otherDimension(
              spec.name, expect: value.unit?.symbol ?? value.kindName,
              unit: unit.symbol),
            at: point.first ?? spec.expect)
          return
        }
        points.append((arguments, expected))
      case nil: return
      }
    }
    guard
      let tolerance = tolerance(
        spec.judging, asked ?? .one, own: asked ?? .one, points.first?.expected, sheet)
    else { return }
    functions.append(
      Function(
        question: question.id, spec: spec, unit: asked ?? .one, tolerance: tolerance,
        points: points))
  }
}
