import AnswerKeys
import Diagnostics
import Formulas
import Quantities

/// Names that are asked for and mean something else in every formula, until a student has them.
extension ExerciseCheck {
  func nameProblems() -> [LocatedDiagnostic] {
    let answers = compiled.answerKey.answers.flatMap { answer in
      answer.keys.compactMap { key -> (name: String, line: Int)? in
        if case .name(let name) = key { return (name, answer.spec.expect.line) }
        return nil
      }
    }
    let functions = compiled.answerKey.functions.map { ($0.spec.name, $0.spec.expect.line) }
    return (answers + functions).compactMap { name, line in
      hidden(by: name).map { what, isUnit in
        problem(AnswerKeyWording.nameHides(name, what, units: isUnit), line: line)
      }
    }
  }

  /// What else a name means; nil for a name that is free.
  private func hidden(by name: String) -> (what: String, isUnit: Bool)? {
    if BuiltinConstant.allNames.contains(name) { return ("a constant of the language", false) }
    if BuiltinFunction.named(name) != nil { return ("a function of the language", false) }
    return compiled.units.lookup(name).map {
      ($0.meaning == name ? "a unit" : "a unit (\($0.meaning))", true)
    }
  }
}
