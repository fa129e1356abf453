import Diagnostics
import Quantities

/// Lines that are like others but for their numbers, as a file of measurements has them: what was
/// worked out for the first is used for all.
extension Worksheet {
  /// The value of a line of a shape that is known, of which there is nothing to say; nil for any
  /// other line.
  public func value(ofKnownShape line: String) -> Value? {
    guard let program = shapes.program(of: line, revision: revision) else { return nil }
    meter.refill()
    guard meter.steps >= program.cost, let number = program.value(of: shapes.numbers) else {
      return nil
    }
    meter.steps -= program.cost
    return .quantity(number, program.unit)
  }

  /// Takes down how the line was computed that `value(ofKnownShape:)` was asked for last.
  public func learnShape(_ statement: Statement, _ entered: Entered) {
    shapes.note(revision: revision)
    guard shapes.mayLearn, case .show(let formula) = statement.kind, entered.notices.isEmpty,
      entered.problem == nil, case .quantity(let number, let unit)? = entered.value
    else { return }
    if !learnt(formula, number, unit) { shapes.keep(nil, revision: revision) }
  }

  private func learnt(_ formula: Expression, _ number: Double, _ unit: Unit) -> Bool {
    guard
      var program = ProgramBuilder.program(
        of: formula, numbersAt: shapes.places, on: self, products: products),
      program.unit == unit, program.value(of: shapes.numbers)?.bitPattern == number.bitPattern
    else { return false }
    // Whatever the numbers are, the evaluator has to say the same.
    for round in 1...3 {
      let others = shapes.numbers.indices.map { place in
        Double(round) * 1.37 * shapes.numbers[place] + 0.61 * Double(place + 1)
      }
      let other = formula.replacingNumbers(at: shapes.places, with: others)
      let taken = stepsTaken
      guard case .success(.quantity(let found, let own)) = evaluate(other), own == unit,
        program.value(of: others)?.bitPattern == found.bitPattern
      else { return false }
      program.cost = max(program.cost, stepsTaken - taken)
    }
    shapes.keep(program, revision: revision)
    return true
  }
}

extension Expression {
  /// The same with other numbers at some places.
  fileprivate func replacingNumbers(at places: [Span], with numbers: [Double]) -> Expression {
    func replaced(_ part: Expression) -> Expression {
      let kind: Kind =
        switch part.kind {
        case .number(let number, let figures):
          .number(places.firstIndex(of: part.span).map { numbers[$0] } ?? number, figures: figures)
        case .implicit(let left, let right): .implicit(replaced(left), replaced(right))
        case .binary(let sign, let left, let right):
          .binary(sign, replaced(left), replaced(right))
        case .conversion(let value, let target): .conversion(replaced(value), target)
        case .negation(let inner): .negation(replaced(inner))
        case .group(let inner): .group(replaced(inner))
        case .text, .truth, .name, .unitWord, .not, .conditional, .call, .method, .member,
          .element, .list:
          part.kind
        }
      return Expression(kind, part.span)
    }
    return replaced(self)
  }
}
