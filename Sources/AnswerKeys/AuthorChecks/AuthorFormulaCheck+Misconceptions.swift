import Exercises
import Formulas
import Quantities

extension AuthorFormulaCheck {
  /// Computes every misconception with what its question builds on, and tells of one that equals
  /// the answer.
  mutating func checkMisconceptions() {
    var known = compiled.provided
    for question in compiled.exercise.questions {
      for name in question.askedNames {
        known[name] = compiled.answerKey.values[name] ?? known[name]
      }
      guard !question.misconceptions.isEmpty else { continue }
      let sheet = compiled.makeAuthorSheet(of: question, with: known)
      switch question.body {
      case .values(let answers): check(question, answers, on: sheet)
      case .function(let function): check(question, function, on: sheet)
      case .choice, .text, .reading: break
      }
    }
  }

  private mutating func check(_ question: Question, _ specs: [ValueAnswer], on sheet: Worksheet) {
    for misconception in question.misconceptions {
      let wanted = misconception.answer?.text
      if let name = misconception.answer, !specs.contains(where: { $0.name == name.text }) {
        report(AnswerKeyWording.noSuchAnswer(name.text, known: specs.map(\.name)), at: name)
      }
      let formula = misconception.when
      guard let value = value(formula.parsed.flatMap { sheet.evaluate($0) }, of: formula) else {
        continue
      }
      for spec in specs where wanted == nil || wanted == spec.name {
        guard let answer = compiled.answerKey.answer(named: spec.name),
          let asked = value.converted(to: answer.unit), answer.accepts(asked)
        else { continue }
        report(AnswerKeyWording.sayOfRight(spec.name), at: formula.source)
      }
    }
  }

  /// A misconception of a function is a formula over its parameters.
  private mutating func check(
    _ question: Question, _ function: FunctionAnswer, on sheet: Worksheet
  ) {
    guard
      let point = compiled.answerKey.function(named: function.name)?.points.first
    else { return }
    for (name, argument) in zip(function.parameters, point.arguments) {
      sheet.provide(argument, as: name)
    }
    for formula in question.misconceptions.map(\.when) {
      _ = value(formula.parsed.flatMap { sheet.evaluate($0) }, of: formula)
    }
  }
}
