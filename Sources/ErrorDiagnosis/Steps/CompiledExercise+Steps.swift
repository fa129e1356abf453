import AnswerKeys
import Exercises
import Formulas

extension CompiledExercise {
  /// The steps towards a value or a function, as a question derives hints from them; nil where it
  /// derives none.
  public func steps(towards name: String, in question: Question) -> AnswerSteps? {
    guard question.derivesHints else { return nil }
    if let answer = answerKey.answer(named: name) {
      if !answer.isKnown { return nil }
      return AnswerSteps(answer, in: modelScope(of: answer.question, in: units))
    }
    guard let function = answerKey.function(named: name), function.isKnown,
      let point = function.stepPoint
    else {
      return nil
    }
    let arguments = Dictionary(
      zip(function.spec.parameters, point.arguments), uniquingKeysWith: { $1 })
    let scope = ModelScope(self, question: function.question, own: arguments, in: units)
    return AnswerSteps(
      function.answer(name, point.expected, function.formula), in: scope,
      parameters: Set(function.spec.parameters))
  }
}

extension AnswerKey.Function {
  /// The arguments on which its steps are looked at.
  fileprivate var stepPoint: Point? {
    points.first { point in
      if case .column = point.expected { false } else { true }
    } ?? points.first
  }

  /// A call on them.
  var stepCall: Expression? { stepPoint.flatMap { AuthorFormula($0.call, line: 1).expression } }
}

extension StepProgress {
  /// What a student has towards a value or a function.
  public init(towards name: String, on sheet: Worksheet, _ compiled: CompiledExercise) {
    var found: (formula: Expression, key: Worksheet.Key)?
    if let answer = compiled.answerKey.answer(named: name) {
      found = answer.keys.lazy.compactMap { key in sheet.formula(of: key).map { ($0, key) } }.first
    } else if sheet.function(named: name) != nil,
      let call = compiled.answerKey.function(named: name)?.stepCall
    {
      found = (call, .name(name))
    }
    self.init(
      found.flatMap {
        FormulaTree(of: $0.formula, in: StudentSource(sheet, compiled, at: $0.key))
      }, on: sheet, compiled)
  }
}
