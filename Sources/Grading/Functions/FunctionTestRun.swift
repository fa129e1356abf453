import AnswerKeys
import Formulas
import Quantities

/// A student's function on its test points, taken for a column with a row a point, so that its
/// error is found as that of a value is. A point whose arguments are columns gives a row
/// for each of theirs.
struct FunctionTestRun {
  let answer: AnswerKey.Answer
  /// The student's.
  public let found: Value
  let scope: ModelScope
  /// Of the student's formula, with the parameters as the exercise names them.
  let inputs: FormulaInputs

  /// Rows of one point that are looked at.
  private static let rowLimit = 64

  /// The arguments and results of one point, or of all of them, as long as each other.
  private struct Rows {
    var arguments: [[Double]]
    var expected: [Double]
    public var found: [Double]
    /// Units of the arguments and of what was found.
    public var units: [Unit]
    var foundUnit: Unit

    mutating func append(_ other: Rows) {
      for place in arguments.indices { arguments[place] += other.arguments[place] }
      expected += other.expected
      found += other.found
    }
  }

  /// Nil where no point has numbers of the same dimensions and shapes as the model's, or where
  /// the model's formula does not compute row by row.
  init?(
    _ function: AnswerKey.Function, _ definition: FunctionDefinition,
    _ compiled: CompiledExercise, _ sheet: Worksheet
  ) {
    let units = sheet.units
    let formula = function.formula
    let called = function.points.map { (point: $0, outcome: sheet.call(definition, $0.arguments)) }

    /// The answer and the scope on points that fit together.
    func laidOut(withColumns: Bool) -> (Rows, AnswerKey.Answer, ModelScope)? {
      var all: Rows?
      for (point, outcome) in called {
        guard case .success(let value) = outcome, withColumns || !point.expected.isColumn,
          let rows = Self.rows(point, value, like: all)
        else { continue }
        if all == nil { all = rows } else { all?.append(rows) }
      }
      guard let all else { return nil }
      let answer = function.answer(
        function.spec.name, .column(all.expected, function.unit), formula)
      let columns = zip(all.arguments, all.units).map { Value.column($0, $1) }
      let parameters = Dictionary(zip(function.spec.parameters, columns), uniquingKeysWith: { $1 })
      let scope = ModelScope(compiled, question: function.question, own: parameters, in: units)
      guard let model = scope.value(of: formula)?.converted(to: function.unit)?.numbers,
        Self.isSame(model, all.expected)
      else { return nil }
      return (all, answer, scope)
    }

    guard let (rows, answer, scope) = laidOut(withColumns: true) ?? laidOut(withColumns: false)
    else { return nil }
    let found = Value.column(rows.found, rows.foundUnit)
    // Where only what was left out is wrong, there is nothing to explain.
    if let own = found.converted(to: function.unit), answer.accepts(own) { return nil }
    self.answer = answer
    self.found = found
    self.scope = scope
    var inputs = sheet.inputs(of: .name(function.spec.name))
    let used = definition.usedNames
    for (own, name) in zip(definition.parameters, function.spec.parameters) where used.contains(own)
    {
      inputs.names.insert(name)
    }
    self.inputs = inputs
  }

  /// A point as rows, in the units of those before it; nil where it does not go with them.
  private static func rows(
    _ point: AnswerKey.Function.Point, _ found: Value, like others: Rows?
  ) -> Rows? {
    guard let expected = point.expected.numbers, point.expected.isColumn == found.isColumn,
      let foundUnit = others?.foundUnit ?? found.unit,
      let own = found.converted(to: foundUnit)?.numbers, own.count == expected.count
    else { return nil }
    var arguments: [[Double]] = []
    var argumentUnits: [Unit] = []
    for (place, argument) in point.arguments.enumerated() {
      guard let unit = others?.units[place] ?? argument.unit,
        let numbers = argument.converted(to: unit)?.numbers,
        numbers.count == expected.count || !argument.isColumn
      else { return nil }
      let rows = argument.isColumn ? numbers : expected.map { _ in numbers[0] }
      arguments.append(Array(rows.prefix(rowLimit)))
      argumentUnits.append(unit)
    }
    return Rows(
      arguments: arguments, expected: Array(expected.prefix(rowLimit)),
      found: Array(own.prefix(rowLimit)), units: argumentUnits, foundUnit: foundUnit)
  }

  private static func isSame(_ model: [Double], _ expected: [Double]) -> Bool {
    guard model.count == expected.count || model.count == 1 else { return false }
    return expected.enumerated().allSatisfy { row, expected in
      let own = model[model.count == 1 ? 0 : row]
      return abs(own - expected) <= 1e-9 * abs(expected) || own.isNaN && expected.isNaN
    }
  }
}

extension FunctionDefinition {
  /// Names in its result and in its local names' formulas.
  var usedNames: Set<String> { locals.reduce(result.usedNames) { $0.union($1.formula.usedNames) } }
}
