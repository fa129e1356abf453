import Diagnostics
import Formulas

/// A part without a name is not in it yet, or all that is made of some names.
struct MissingPart: ErrorPattern {
  let names: [FormulaTree.Origin]

  var cause: Cause { Cause(.factorMissing, names: uniqueNames) }
  var rank: Int { 2 }

  private var uniqueNames: [String] {
    var seen: Set<String> = []
    return names.flatMap(\.names).filter { seen.insert($0).inserted }
  }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "what is made of \(enumeration(uniqueNames.map { "`\($0)`" })) is not in it yet"
  }
}
