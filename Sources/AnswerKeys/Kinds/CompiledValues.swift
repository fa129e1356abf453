import Exercises
import Formulas
import Quantities

/// Names that are asked for, with the values of their model answers.
struct CompiledValues: CompiledKind {
  let answers: [ValueAnswer]

  func compile(_ question: Question, on sheet: Worksheet, by compiler: ExerciseCompiler) {
    for spec in answers { compiler.bind(spec.name, spec.expect, on: sheet) }
    for spec in answers { add(spec, of: question, sheet, compiler) }
    for spec in answers {
      if case .success(let value)? = sheet.value(of: .name(spec.name)) {
        compiler.answerKey.values[spec.name] = value
      }
    }
  }

  private func add(
    _ spec: ValueAnswer, of question: Question, _ sheet: Worksheet, _ compiler: ExerciseCompiler
  ) {
    guard let formula = sheet.formula(of: .name(spec.name)) else { return }
    let value: Value
    switch sheet.value(of: .name(spec.name)) {
    case .success(let own)?: value = own
    case .failure(let problem)?: return compiler.report(problem.diagnostic, at: spec.expect.source)
    case nil: return
    }
    guard let own = value.unit else {
      return compiler.report(
        AnswerKeyWording.notNumbers(spec.name, found: value.kindName), at: spec.expect.source)
    }
    guard let unit = spec.unit.map({ compiler.unit($0) }) ?? own,
      let asked = compiler.converted(value, to: unit, of: spec.name, at: spec.unit ?? spec.expect),
      let tolerance = compiler.tolerance(spec.rules, unit, own: own, asked, sheet)
    else { return }
    let answer = AnswerKey.Answer(
      question: question.id, spec: spec, keys: keys(of: spec, compiler), unit: unit, own: own,
      accepts: spec.rules.accepts.compactMap { compiler.unit($0) }, value: asked,
      tolerance: tolerance, formula: formula,
      usedNames: compiler.usedNames(in: formula, of: question.id))
    for key in compiler.answerKey.add(answer) {
      compiler.report(AnswerKeyWording.twice("\(key)"), at: spec.expect.source)
    }
  }

  private func keys(of spec: ValueAnswer, _ compiler: ExerciseCompiler) -> [Worksheet.Key] {
    [.name(spec.name)]
      + spec.also.compactMap { also in
        switch also.expression?.kind {
        case nil: return nil
        case .name(let name): return .name(name)
        case .element(let receiver, let element):
          if case .name(let word) = receiver.kind, case .text(let column) = element.kind,
            let table = compiler.tables.first(where: {
              $0.table.name == word || $0.also.contains(word)
            })
          {
            return .column(table: table.table.name, column: column)
          }
        case _?: break
        }
        compiler.report(AnswerKeyWording.also(also.text), at: spec.expect.source)
        return nil
      }
  }
}

extension ExerciseCompiler {
  /// Names in a formula of a question, and in those of the givens that it uses.
  func usedNames(in formula: Expression, of question: String) -> Set<String> {
    var names: Set<String> = []
    var waiting = [formula]
    while let next = waiting.popLast() {
      for name in next.usedNames where names.insert(name).inserted {
        waiting += (givens[question] ?? []).filter { $0.name == name }.prefix(1).map(\.formula)
      }
    }
    return names
  }
}
