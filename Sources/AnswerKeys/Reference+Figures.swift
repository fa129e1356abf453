import Exercises
import Formulas
import Quantities

/// What the figures of a text are compared with.
extension Reference {
  func add(
    _ specs: [TextAnswer.Figure], of criterion: TextAnswer.Criterion, _ question: Question,
    _ sheet: Worksheet
  ) {
    guard case .figures(_, let atLeast) = criterion.kind else { return }
    var count = 0
    for spec in specs {
      guard case .success(let formula) = Parser.formula(spec.formula.text) else {
        _ = evaluate(spec.formula, in: sheet)
        return
      }
      guard let value = evaluate(spec.formula, in: sheet) else { return }
      guard let unit = value.unit, let numbers = value.numbers else {
        let text = spec.formula.text
        return report(
          ReferenceWording.notNumbers(text, found: value.kindName), at: spec.formula)
      }
      var stated = unit
      var factor = 1.0
      if let asked = spec.unit {
        guard let (own, count) = figureUnit(asked) else { return }
        factor = count
        guard unit.conversion(to: own) != nil else {
          return report(
            ReferenceWording.otherDimension(
              spec.formula.text, expect: unit.symbol, unit: own.symbol),
            at: asked)
        }
        stated = own
      } else if case .name(let name) = formula.kind, let answer = answer(named: name) {
        stated = answer.unit
      }
      count += numbers.count { $0.isFinite }
      figures[question.id, default: [:]][criterion.id, default: []].append(
        FigureFormula(
          spec, formula, value, stated: stated, statedFactor: factor, unit: unit,
          rows: rowNames(of: value, formula)))
    }
    if atLeast > count, let first = specs.first {
      report(ReferenceWording.tooFewFigures(atLeast, count: count), at: first.formula)
    }
  }

  /// The unit of bare figures, which may be for ten, a hundred or a thousand of something: `L/(100
  /// km)` is 0.01 L/km. Anything else is reported.
  private func figureUnit(_ text: SourcedText) -> (unit: Unit, count: Double)? {
    guard let value = evaluate(text, in: Worksheet(units: units)) else { return nil }
    guard case .quantity(let count, let unit) = value, [1, 0.1, 0.01, 0.001].contains(count) else {
      report(ReferenceWording.notAUnit(text.text), at: text)
      return nil
    }
    return (unit, count)
  }

  /// The names of a column's rows; of one cell, the name of its row.
  private func rowNames(of value: Value, _ formula: Expression) -> [String]? {
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
