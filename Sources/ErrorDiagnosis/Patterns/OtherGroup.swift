import Formulas

/// A figure stands for several quantities together.
struct OtherGroup: ErrorPattern {
  let replaced: [FormulaTree.Origin]

  var cause: Cause { Cause(.otherName, names: replaced.flatMap(\.names)) }
  var rank: Int { 13 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "a figure of another kind stands where \(replaced.map(wording.thing).joined(separator: " and "))"
      + " belong"
  }
}
