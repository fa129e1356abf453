import Exercises
import Formulas

extension Value {
  /// `a number`, `a column of 3 numbers`
  fileprivate var shapeName: String {
    guard case .column(let numbers, _) = self else { return kindName }
    return "a column of \(numbers.count) number\(numbers.count == 1 ? "" : "s")"
  }
}

extension ExerciseCompiler {
  /// Names that are asked for, with the values of their model answers.
  func compile(_ answers: [ValueAnswer], of question: String, on sheet: Worksheet) {
    let withheld = answers.filter { $0.withheld != nil }
    for spec in withheld { spec.withheld.map { compileWithheld(spec, $0, of: question) } }
    let answers = answers.filter { $0.withheld == nil }
    for spec in answers { bind(spec.name, spec.expect, on: sheet) }
    for spec in answers {
      if case .success? = sheet.value(of: .name(spec.name)) {} else { failed.insert(spec.name) }
    }
    for spec in answers {
      add(spec, of: question, sheet)
      if answerKey.answer(named: spec.name) == nil { failed.insert(spec.name) }
    }
    for spec in answers {
      if case .success(let value)? = sheet.value(of: .name(spec.name)) {
        answerKey.values[spec.name] = value
      }
    }
  }

  private func add(_ spec: ValueAnswer, of question: String, _ sheet: Worksheet) {
    guard let formula = sheet.formula(of: .name(spec.name)) else { return }
    let value: Value
    switch sheet.value(of: .name(spec.name)) {
    case .success(let own)?: value = own
    case .failure(let problem)?: return report(problem, at: spec.expect.source)
    case nil: return
    }
    guard let own = value.unit else {
      return report(
        AnswerKeyWording.notNumbers(spec.name, found: value.kindName), at: spec.expect.source)
    }
    if let numbers = value.numbers, !numbers.isEmpty, numbers.allSatisfy(\.isNaN) {
      return report(AnswerKeyWording.allMissing(spec.name), at: spec.expect.source)
    }
    guard let unit = spec.unit.map(unit) ?? own,
      let asked = converted(value, to: unit, of: spec.name, at: spec.unit ?? spec.expect),
      let tolerance = tolerance(spec.rules, unit, own: own, asked, sheet)
    else { return }
    let answer = AnswerKey.Answer(
      question: question, spec: spec, keys: [.name(spec.name)] + otherKeys(of: spec), unit: unit,
      own: own, accepts: spec.rules.accepts.compactMap(self.unit), value: asked,
      tolerance: tolerance, formula: formula, usedNames: usedNames(in: formula, of: question),
      rowNames: asked.rowCount.flatMap {
        table(of: formula, in: question, rowCount: $0)?.rowNames
      }, alternatives: alternatives(of: spec, asked, sheet))
    for key in answerKey.add(answer) {
      // Names are told where the file is read, as are columns that are written alike.
      if case .column = key, !isWrittenBefore(spec) {
        report(AnswerKeyWording.twice("\(key)"), at: spec.expect.source)
      }
    }
  }

  /// Whether an answer before it is written with the same other name.
  private func isWrittenBefore(_ spec: ValueAnswer) -> Bool {
    let names = Set(spec.also.map(\.text))
    return answerKey.answers.contains { other in
      other.spec.name != spec.name && other.spec.also.contains { names.contains($0.text) }
    }
  }

  /// The values that are accepted beside an answer's own, in its unit; what is of another dimension
  /// or shape is reported.
  private func alternatives(
    of spec: ValueAnswer, _ value: Value, _ sheet: Worksheet
  ) -> [Value] {
    spec.alternatives.compactMap { formula in
      guard let own = evaluate(formula, on: sheet) else { return nil }
      let unit = value.unit ?? .one
      guard let asked = own.converted(to: unit) else {
        report(
          AnswerKeyWording.otherOfDimension(
            spec.name, found: own.unit?.symbol, kind: own.kindName, unit: unit.symbol),
          at: formula.source)
        return nil
      }
      guard asked.kind == value.kind, asked.rowCount == value.rowCount else {
        report(
          AnswerKeyWording.otherOfShape(spec.name, found: asked.shapeName, expect: value.shapeName),
          at: formula.source)
        return nil
      }
      return asked
    }
  }

  /// The keys beside its name under which an answer is taken.
  func otherKeys(of spec: ValueAnswer) -> [Worksheet.Key] {
    spec.also.compactMap { also in
      switch also.expression?.kind {
      case nil: return nil
      case .name(let name): return .name(name)
      case .element(let receiver, let element):
        if case .name(let word) = receiver.kind, case .text(let column) = element.kind,
          let table = tables.first(where: { $0.table.name == word || $0.also.contains(word) })
        {
          return .column(table: table.table.name, column: column)
        }
      case _?: break
      }
      report(AnswerKeyWording.also(also.text), at: spec.expect.source)
      return nil
    }
  }

  /// Names in a formula of a question, and in those of the givens that it uses.
  ///
  /// - Parameter followsAnswers: whether also in those of the answers that it uses.
  func usedNames(
    in formula: Expression, of question: String, followsAnswers: Bool = false
  ) -> Set<String> {
    var names: Set<String> = []
    var waiting = [formula]
    while let next = waiting.popLast() {
      for name in next.usedNames where names.insert(name).inserted {
        waiting += (givens[question] ?? []).filter { $0.name == name }.prefix(1).map(\.formula)
        if followsAnswers, let answer = answerKey.answer(named: name) {
          waiting.append(answer.formula)
        }
      }
    }
    return names
  }
}
