import Exercises
import Formulas

extension ExerciseCompiler {
  /// The table whose rows a formula's value has: of those that it is made of, itself or through other
  /// answers, the first with names; where it is made of none, the first of all that is as long.
  ///
  /// - Parameter rowCount: nil for any.
  func table(of formula: Expression, in question: String, rowCount: Int?) -> Table? {
    let alike = tables.filter { rowCount == nil || $0.table.rowCount == rowCount }
    guard alike.count > 1 else { return alike.first?.table }
    let used = everyName(in: formula, of: question)
    let own = alike.filter { table, also in
      used.contains(table.name) || also.contains(where: used.contains)
    }
    let named = (own + alike).first { $0.table.rowNames != nil }
    return (own.isEmpty ? alike.first : named)?.table
  }

  /// Names in a formula, and in those of the answers and the givens that it uses.
  private func everyName(in formula: Expression, of question: String) -> Set<String> {
    var names: Set<String> = []
    var waiting = [formula]
    while let next = waiting.popLast() {
      for name in next.usedNames where names.insert(name).inserted {
        waiting += (givens[question] ?? []).filter { $0.name == name }.prefix(1).map(\.formula)
        if let answer = answerKey.answer(named: name) { waiting.append(answer.formula) }
      }
    }
    return names
  }
}
