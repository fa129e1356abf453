import Formulas

/// Another row of the column.
struct OtherRow: ErrorPattern {
  let column: String
  /// Counted from 0.
  let row: Int
  let replaced: FormulaTree.Origin

  var cause: Cause { Cause(.otherRow, names: [column]) }
  var rank: Int { 8 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "`\(column)[\(row)]` stands where another row belongs"
  }
}
