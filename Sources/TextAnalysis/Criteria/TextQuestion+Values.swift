import AnswerKeys
import Exercises
import Formulas
import Quantities

extension TextQuestion {
  /// Parts of a formula that are computed.
  private static let stepLimit = 40

  /// The values of an exercise, row by row, and the steps to them.
  static func values(of compiled: CompiledExercise) -> [Candidate] {
    // Each column is a quantity of its own.
    var column = -1
    func figures(_ value: Value, _ rows: [String]? = nil, isStep: Bool = false) -> [Candidate] {
      if rows != nil { column -= 1 }
      guard let unit = value.unit, let numbers = value.numbers else { return [] }
      let measure = CandidateUnit(unit, stated: unit)
      return numbers.prefix(RowNames.limit).enumerated().map { index, number in
        Candidate(
          row: rows?.dropFirst(index).first, values: [number], measure: measure,
          formula: rows == nil ? -1 : column, isStep: isStep)
      }
    }
    let tables = compiled.tables.map(\.table)
    let answers = compiled.answerKey.answers.flatMap { answer -> [Candidate] in
      guard case .column = answer.value else { return figures(answer.value) }
      return figures(answer.value, answer.rowNames)
    }
    let cells = tables.flatMap { table in
      table.columns.flatMap { figures($0.cells, table.rowNames) }
    }
    let steps = compiled.answerKey.answers.flatMap { answer in
      let scope = compiled.modelScope(of: answer.question, in: compiled.units)
      return (answer.formula.steps + compiled.givens(of: answer.question).map(\.formula))
        .prefix(stepLimit).compactMap { step -> Value? in
          guard let value = scope.value(of: step), value.numbers?.count == 1 else { return nil }
          return value
        }
    }
    return answers + cells + compiled.constants.flatMap { figures($0.value) }
      + steps.flatMap { figures($0, isStep: true) }
  }
}

extension Expression {
  /// Its parts that are computed, and the names in it.
  fileprivate var steps: [Expression] {
    parts.flatMap { part -> [Expression] in
      switch part.kind {
      case .number, .text, .truth, .unitWord: []
      // One row's value is no step: it would excuse that of another row.
      case .element: part.steps
      default: [part] + part.steps
      }
    }
  }
}
