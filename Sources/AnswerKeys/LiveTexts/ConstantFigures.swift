import Diagnostics
import Exercises
import Formulas
import Quantities

/// A named figure of an exercise or its course, computed.
public struct ConstantFigure: Sendable {
  public let constant: Constant
  public let value: Value

  public var name: String { constant.name }
}

/// The named figures of an exercise, each computed with those before it.
///
/// A figure of the course is left out where the exercise has an answer, a given name or a table
/// of that name: it would give the answer away, or hide the table.
struct ConstantFigures {
  private(set) var found: [ConstantFigure] = []
  private(set) var problems: [LocatedDiagnostic] = []

  init(_ exercise: Exercise, units: UnitSystem) {
    let taken = Self.takenNames(exercise)
    let sheet = Worksheet(units: units)
    for constant in exercise.constants {
      let name = constant.name
      if let line = taken[name] {
        if constant.file == exercise.file {
          report(ReferenceWording.constantTaken(name, line: line), constant)
        }
        continue
      }
      if units.lookup(name) != nil {
        report(ReferenceWording.constantIsUnit(name), constant)
        continue
      }
      switch Parser.formula(constant.value.text).flatMap({ sheet.evaluate($0) }) {
      case .failure(let problem): report(problem.diagnostic, constant)
      case .success(let value):
        guard case .quantity(let number, _) = value, number.isFinite else {
          report(ReferenceWording.constantNoNumber(name, found: value.kindName), constant)
          continue
        }
        found.append(ConstantFigure(constant: constant, value: value))
        sheet.provide(value, as: name)
      }
    }
  }

  private mutating func report(_ diagnostic: Diagnostic, _ constant: Constant) {
    problems.append(
      LocatedDiagnostic(
        diagnostic,
        in: SourceText(
          constant.value.text, name: constant.file, firstLine: constant.value.line)))
  }

  /// Names of the exercise's own, with the line of each; 0 for a table.
  private static func takenNames(_ exercise: Exercise) -> [String: Int] {
    var taken: [String: Int] = [:]
    for table in exercise.tables { for name in [table.name] + table.also { taken[name] = 0 } }
    for question in exercise.questions {
      for given in question.given { taken[given.name] = given.formula.line }
      switch question.body {
      case .values(let specs):
        for spec in specs { for name in [spec.name] + spec.also { taken[name] = spec.expect.line } }
      case .function(let spec): taken[spec.name] = spec.expect.line
      case .choice, .text, .reading: break
      }
    }
    return taken
  }
}
