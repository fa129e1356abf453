import Exercises
import Formulas
import Quantities

/// A student's function on the points it is tried on, taken for a column with a row a point, so
/// that its slip is found as that of a value is.
struct FunctionTrial {
  /// The model's results.
  let answer: Reference.Answer
  /// The student's.
  let found: Value
  let scope: ModelScope
  /// Of the student's formula, with the parameters as the exercise names them.
  let ingredients: Ingredients

  /// Nil where a point has no single number of the same dimension as the others.
  init?(
    _ function: Reference.Function, _ definition: FunctionDefinition, _ reference: Reference,
    _ sheet: Worksheet
  ) {
    let units = sheet.units
    guard case .success(let formula) = Parser.formula(function.spec.expect.text) else { return nil }
    var results: [Value] = []
    for point in function.points {
      guard case .success(let value)? = sheet.call(function.spec.name, point.arguments) else {
        return nil
      }
      results.append(value)
    }
    guard let found = Self.column(results, units),
      let expected = Self.column(function.points.map(\.expected), units)?
        .converted(to: function.unit, in: units)
    else { return nil }
    var parameters: [String: Value] = [:]
    for (place, name) in function.spec.parameters.enumerated() {
      guard let column = Self.column(function.points.map { $0.arguments[place] }, units) else {
        return nil
      }
      parameters[name] = column
    }
    answer = Reference.Answer(
      question: function.question,
      spec: ValueAnswer(
        name: function.spec.name, expect: function.spec.expect, judging: function.spec.judging),
      unit: function.unit, accepts: [], value: expected, tolerance: function.tolerance,
      formula: formula)
    self.found = found
    scope = ModelScope(reference, question: function.question, own: parameters, in: units)
    var ingredients = sheet.ingredients(of: .name(function.spec.name))
    let used = definition.locals.reduce(definition.result.usedNames) {
      $0.union($1.formula.usedNames)
    }
    for (own, name) in zip(definition.parameters, function.spec.parameters) where used.contains(own)
    {
      ingredients.names.insert(name)
    }
    self.ingredients = ingredients
  }

  private static func column(_ values: [Value], _ units: UnitSystem) -> Value? {
    guard let unit = values.first?.unit else { return nil }
    var numbers: [Double] = []
    for value in values {
      guard case .quantity(let number, _)? = value.converted(to: unit, in: units) else {
        return nil
      }
      numbers.append(number)
    }
    return .column(numbers, unit)
  }
}
