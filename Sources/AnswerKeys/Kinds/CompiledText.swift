import Exercises
import Formulas
import Quantities

/// What the figures of a text are compared with.
extension TextAnswer: CompiledKind {
  func compile(_ question: Question, on sheet: Worksheet, by compiler: ExerciseCompiler) {
    for criterion in criteria {
      guard case .figures(let figures, let atLeast) = criterion.kind else { continue }
      compile(figures, atLeast: atLeast, sheet, compiler) {
        compiler.figures[question.id, default: [:]][criterion.id, default: []].append($0)
      }
    }
  }

  private func compile(
    _ figures: [Figure], atLeast: Int, _ sheet: Worksheet, _ compiler: ExerciseCompiler,
    add: (FigureFormula) -> Void
  ) {
    var count = 0
    for figure in figures {
      guard let formula = figure.formula.expression,
        let value = compiler.evaluate(figure.formula, on: sheet)
      else {
        if figure.formula.expression == nil { _ = compiler.evaluate(figure.formula, on: sheet) }
        return
      }
      let text = figure.formula.text
      guard let unit = value.unit, let numbers = value.numbers else {
        return compiler.report(
          AnswerKeyWording.notNumbers(text, found: value.kindName), at: figure.formula.source)
      }
      var stated = unit
      var factor = 1.0
      if let asked = figure.unit {
        guard let (amount, own) = compiler.figureUnit(asked),
          compiler.converted(value, to: own, of: text, at: asked) != nil
        else { return }
        (stated, factor) = (own, amount)
      } else if case .name(let name) = formula.kind,
        let answer = compiler.answerKey.answer(named: name)
      {
        stated = answer.unit
      }
      count += numbers.count { $0.isFinite }
      add(
        FigureFormula(
          figure, formula, value, stated: stated, statedFactor: factor, unit: unit,
          rows: compiler.rowNames(of: value, formula)))
    }
    if atLeast > count, let first = figures.first {
      compiler.report(
        AnswerKeyWording.tooFewFigures(atLeast, count: count), at: first.formula.source)
    }
  }
}

extension ExerciseCompiler {
  /// The unit of bare figures, which may be for ten, a hundred or a thousand of something: `L/(100
  /// km)` is 0.01 L/km. Anything else is reported.
  fileprivate func figureUnit(_ text: AuthorFormula) -> (count: Double, unit: Unit)? {
    switch units.amount(of: text) {
    case .success(let amount) where [1, 0.1, 0.01, 0.001].contains(amount.count): return amount
    case .success: report(AnswerKeyWording.notAUnit(text.text), at: text.source)
    case .failure(let fault): report(fault.diagnostic(of: text), at: text.source)
    }
    return nil
  }

  /// The names of a column's rows; of one cell, the name of its row.
  fileprivate func rowNames(of value: Value, _ formula: Expression) -> [String]? {
    let tables = tables.map(\.table)
    switch value {
    case .column(let numbers, _):
      return tables.first { $0.rowCount == numbers.count }?.rowNames
    case .quantity:
      guard let row = formula.onlyRow,
        let names = tables.compactMap(\.rowNames).first, names.indices.contains(row)
      else { return nil }
      return [names[row]]
    case .texts, .truths, .text, .truth, .table, .function: return nil
    }
  }
}
