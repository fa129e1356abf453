import Diagnostics
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
        return report(.wrong, GradingWording.notAFunction(spec))
      }
      return report(.unanswered, GradingWording.unanswered)
    }
    guard definition.parameters.count == spec.parameters.count else {
      return report(
        .fails,
        GradingWording.otherParameters(spec, found: definition.parameters.count))
    }
    let points = function.points.enumerated().map { index, point in
      judge(function, point, texts: spec.points[index].map(\.text))
    }
    let right = points.count { $0.verdict == .correct }
    let verdict: Verdict =
      right == points.count
      ? .correct
      : points.allSatisfy({ $0.verdict == .fails }) ? .fails : right > 0 ? .partly : .wrong
    let share = points.isEmpty ? 0 : Double(right) / Double(points.count)
    var whole = report(
      verdict, GradingWording.function(spec, right: right, points: points), share: share)
    whole.points = points
    if verdict == .wrong || verdict == .partly {
      findCause(&whole, function, definition, right: right)
    }
    return whole
  }

  private func judge(
    _ function: Reference.Function, _ point: (arguments: [Value], expected: Value),
    texts: [String]
  ) -> PointReport {
    let call = "\(function.spec.name)(\(texts.joined(separator: ", ")))"
    guard let outcome = sheet.call(function.spec.name, point.arguments) else {
      return PointReport(call: call, verdict: .fails, message: GradingWording.unanswered)
    }
    switch outcome {
    case .failure(let problem):
      return PointReport(call: call, verdict: .fails, message: problem.diagnostic.message)
    case .success(let value):
      let answer = Reference.Answer(
        question: function.question,
        spec: ValueAnswer(
          name: call, expect: function.spec.expect, judging: function.spec.judging),
        unit: function.unit, accepts: [], value: point.expected, tolerance: function.tolerance,
        formula: Expression(.number(0, figures: 0), Span(0, 0)))
      let reading = AnswerReading(value, holdsBareNumber: false, answer, in: sheet.units)
      let report = verdict(of: value, reading, answer, formula: nil)
      return PointReport(
        call: call, verdict: report.share == 1 ? .correct : report.verdict,
        message: report.message)
    }
  }
}
