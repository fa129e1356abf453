import Diagnostics
import Exercises
import Formulas
import Quantities

/// A named figure of an exercise or its course, computed.
public struct CompiledConstant: Sendable {
  public let constant: Constant
  /// In units of the exercise's own system.
  public let value: Value

  public var name: String { constant.name }
}

/// The named figures of an exercise, each computed with those before it.
///
/// A figure of the course is left out where the exercise has an answer, a given name or a table
/// of that name: it would give the answer away, or hide the table.
struct ConstantFigures {
  private(set) var found: [CompiledConstant] = []
  private(set) var problems: [LocatedDiagnostic] = []

  init(_ exercise: Exercise, units: UnitSystem) {
    let taken = Self.takenNames(exercise)
    let sheet = Worksheet(units: units)
    for constant in exercise.constants {
      let name = constant.name
      if let line = taken[name] {
        if constant.file == exercise.file {
          report(AnswerKeyWording.constantTaken(name, line: line), constant)
        }
        continue
      }
      if units.lookup(name) != nil {
        report(AnswerKeyWording.constantIsUnit(name), constant)
        continue
      }
      switch constant.value.parsed.flatMap({ sheet.evaluate($0) }) {
      case .failure(let problem): report(problem.authorsDiagnostic, constant)
      case .success(let value):
        if case .quantity(let number, _) = value, number.isFinite {
          found.append(CompiledConstant(constant: constant, value: value))
          sheet.provide(value, as: name)
        } else {
          report(AnswerKeyWording.constantNoNumber(name, found: value.kindName), constant)
        }
      }
    }
  }

  private mutating func report(_ diagnostic: Diagnostic, _ constant: Constant) {
    problems.append(LocatedDiagnostic(diagnostic, at: constant.value.source, in: constant.file))
  }

  /// Names of the exercise's own, with the line of each; 0 for a table.
  private static func takenNames(_ exercise: Exercise) -> [String: Int] {
    var taken: [String: Int] = [:]
    for name in exercise.tables.flatMap({ [$0.name] + $0.also }) { taken[name] = 0 }
    for question in exercise.questions {
      for given in question.given { taken[given.name] = given.formula.line }
      for (name, line) in question.body.takenNames { taken[name] = line }
    }
    return taken
  }
}

extension LocatedDiagnostic {
  /// - `file`: where the text stands.
  public init(_ diagnostic: Diagnostic, at text: SourcedText, in file: String) {
    self.init(diagnostic, in: SourceText(text.text, name: file, firstLine: text.line))
  }
}
