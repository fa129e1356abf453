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

  /// Names that students cannot guess, for no text says them up to the question that asks for them.
  public func untoldNames() -> [LocatedDiagnostic] {
    var told = Self.words(of: compiled.exercise.introduction + " " + compiled.exercise.title)
    return compiled.exercise.questions.flatMap { question -> [LocatedDiagnostic] in
      told.formUnion(Self.words(of: question.title + " " + question.prompt))
      let answers = compiled.answerKey.answers.filter { $0.question == question.id }
        .map { ($0.spec.name, $0.keys, $0.spec.expect.line) }
      let functions = compiled.answerKey.functions.filter { $0.question == question.id }
        .map { ($0.spec.name, [Worksheet.Key.name($0.spec.name)], $0.spec.expect.line) }
      return (answers + functions).compactMap { name, keys, line in
        let isTold = keys.contains { key in
          switch key {
          case .name(let name): told.contains(name)
          case .column(_, let heading): Self.words(of: heading).isSubset(of: told)
          }
        }
        return isTold ? nil : problem(AnswerKeyWording.nameUntold(name), line: line)
      }
    }
  }

  /// What may be names in a text.
  private static func words(of text: String) -> Set<String> {
    Set(
      text.replacing("\\", with: "").split {
        !$0.isLetter && !$0.isNumber && !"_°‰µΔ∆".contains($0)
      }.map(String.init))
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
