import Exercises
import Formulas
import Quantities

/// A formula of a figures criterion, with what it comes to.
public struct FigureFormula {
  /// What the value is called in a sentence, such as `accuracy`; nil where the formula is neither
  /// a name nor a column, and the author gives none.
  public let name: String?
  public let formula: Expression
  /// The first rows of a column; no text quotes more.
  public let values: [Double]
  public let unit: Unit
  /// The unit in which a bare number is read.
  public var stated: Unit
  /// How many of that unit: 0.01 where it is L/(100 km), stated as L/km.
  public var statedFactor = 1.0
  /// What the rows of the values are called.
  public let rows: [String]?

  /// Rows of a column that are compared.
  static let rowLimit = 200
}

extension ExerciseCompiler {
  /// What the figures of a text are compared with.
  func compile(_ text: TextAnswer, of question: String, on sheet: Worksheet) {
    for criterion in text.criteria {
      guard case .figures(let specs, let atLeast) = criterion.kind else { continue }
      compile(specs, atLeast: atLeast, of: question, sheet) {
        figures[question, default: [:]][criterion.id, default: []].append($0)
      }
    }
  }

  private func compile(
    _ specs: [TextAnswer.Figure], atLeast: Int, of question: String, _ sheet: Worksheet,
    add: (FigureFormula) -> Void
  ) {
    var count = 0
    for spec in specs {
      let value = evaluate(spec.formula, on: sheet)
      guard let formula = spec.formula.expression, let value else { return }
      let text = spec.formula.text
      guard let unit = value.unit, let numbers = value.numbers else {
        return report(
          AnswerKeyWording.notNumbers(text, found: value.kindName), at: spec.formula.source)
      }
      var figure = FigureFormula(
        name: spec.name ?? formula.quantityName, formula: formula,
        values: Array(numbers.prefix(FigureFormula.rowLimit)), unit: unit, stated: unit,
        rows: rowNames(of: value, formula, in: question))
      if numbers.count > FigureFormula.rowLimit {
        report(
          AnswerKeyWording.manyFigures(text, rows: numbers.count, limit: FigureFormula.rowLimit),
          at: spec.formula.source)
      }
      if let asked = spec.unit {
        guard let amount = figureUnit(asked),
          converted(value, to: amount.unit, of: text, at: asked) != nil
        else { return }
        (figure.statedFactor, figure.stated) = amount
      } else if case .name(let name) = formula.kind, let answer = answerKey.answer(named: name) {
        figure.stated = answer.unit
      }
      count += numbers.count { $0.isFinite }
      add(figure)
    }
    if atLeast > count, let first = specs.first {
      report(AnswerKeyWording.tooFewFigures(atLeast, count: count), at: first.formula.source)
    }
  }

  /// The unit of bare figures, which may be for ten, a hundred or a thousand of something: `L/(100
  /// km)` is 0.01 L/km. Anything else is reported.
  private func figureUnit(_ text: AuthorFormula) -> (count: Double, unit: Unit)? {
    switch units.amount(of: text) {
    case .success(let amount) where [1, 0.1, 0.01, 0.001].contains(amount.count): return amount
    case .success: report(AnswerKeyWording.notAUnit(text.text), at: text.source)
    case .failure(let fault): report(fault.diagnostic, at: text.source)
    }
    return nil
  }

  /// The names of a column's rows; of one cell, the name of its row.
  private func rowNames(
    of value: Value, _ formula: Expression, in question: String
  ) -> [String]? {
    switch value {
    case .column(let numbers, _):
      return table(of: formula, in: question, rowCount: numbers.count)?.rowNames
    case .quantity:
      guard let row = formula.onlyRow,
        let names = table(of: formula, in: question, rowCount: nil)?.rowNames,
        names.indices.contains(row)
      else { return nil }
      return [names[row]]
    case .texts, .truths, .text, .truth, .table, .function: return nil
    }
  }
}

extension Expression {
  /// The places of the rows that its elements are of: 1 for `a[1] + b[1] * 2`.
  private var rows: Set<Int> {
    var found = parts.reduce(into: Set<Int>()) { $0.formUnion($1.rows) }
    if case .element(_, let index) = kind, let number = index.plainNumber,
      let row = Int(exactly: number), row >= 0
    {
      found.insert(row)
    }
    return found
  }

  /// The place of the row that all its elements are of; nil where there is none, or several.
  fileprivate var onlyRow: Int? {
    let rows = rows
    return rows.count == 1 ? rows.first : nil
  }

  /// `accuracy` for `models["Accuracy (%)"]`, `total emissions` for `total_emissions[1]`.
  fileprivate var quantityName: String? {
    switch kind {
    case .name(let name), .member(_, let name, _):
      return name.split(separator: "_").joined(separator: " ")
    case .group(let inner), .conversion(let inner, _): return inner.quantityName
    case .element(let receiver, let element):
      guard case .text(let heading) = element.kind else { return receiver.quantityName }
      let bare = heading.prefix { $0 != "(" }.split(separator: " ").joined(separator: " ")
      let isAcronym = bare.dropFirst().first?.isUppercase == true
      return isAcronym ? bare : bare.prefix(1).lowercased() + bare.dropFirst()
    case .number, .text, .truth, .unitWord, .implicit, .negation, .not, .binary, .conditional,
      .call, .method, .list:
      return nil
    }
  }
}
