import Exercises
import Formulas
import Quantities

extension CompiledExercise {
  /// Formulas of a model answer that are looked into at most.
  private static let partLimit = 500

  /// The units of all that a model answer is made of, through the names that it uses, as a copy of
  /// the exercise's units numbers them.
  func partUnits(of answer: AnswerKey.Answer, in units: UnitSystem) -> Set<Unit> {
    var found: Set<Unit> = []
    var seen: Set<String> = []
    var scopes: [String: ModelScope] = [:]
    var waiting = [(formula: answer.formula, question: answer.question)]
    var count = 0
    while let (formula, question) = waiting.popLast(), count < Self.partLimit {
      count += 1
      let scope =
        scopes[question] ?? ModelScope(self, question: question, own: [:], in: units)
      scopes[question] = scope
      if let unit = scope.value(of: formula)?.unit { found.insert(unit) }
      for name in formula.usedNames where seen.insert(name).inserted {
        if let stated = scope.statedUnit(of: name) { found.insert(stated) }
        if let definition = scope.definition(of: name, in: question) {
          waiting.append((definition.formula, definition.question))
        }
      }
      if !formula.isQuantity(isName: { scope.value(of: $0) != nil }) {
        waiting += formula.parts.map { ($0, question) }
      }
    }
    return found
  }
}
