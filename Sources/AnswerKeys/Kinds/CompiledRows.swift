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
    let used = usedNames(in: formula, of: question, followsAnswers: true)
    let own = alike.filter { table, also in
      used.contains(table.name) || also.contains(where: used.contains)
    }
    let named = (own + alike).first { $0.table.rowNames != nil }
    return (own.isEmpty ? alike.first : named)?.table
  }
}
