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

/// It stops early: a part of the model answer stands for the whole.
struct PartialResult: ErrorPattern {
  /// What is still missing.
  let names: [String]

  var cause: Cause { Cause(.partial, names: names) }
  var rank: Int { 2 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    names.isEmpty
      ? "it is a step on the way, and there is one more to go"
      : "it is a step on the way: \(enumeration(names.map { "`\($0)`" }))"
        + " \(names.count == 1 ? "is" : "are") not in it yet"
  }
}

/// Two names are exchanged.
struct Swapped: ErrorPattern {
  let first: FormulaTree.Origin
  let second: FormulaTree.Origin

  var cause: Cause { Cause(.swapped, names: first.names + second.names) }
  var rank: Int { 6 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "\(wording.thing(first)) and \(wording.thing(second)) have changed places"
  }
}

/// Names of the model are nowhere in the formula, whatever else it does with those it has.
struct MissingNames: ErrorPattern {
  let origins: [FormulaTree.Origin]

  var cause: Cause { Cause(.factorMissing, names: origins.flatMap(\.names)) }
  var rank: Int { 2 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "\(enumeration(origins.map(wording.thing))) \(origins.count == 1 ? "is" : "are") not in it yet"
  }
}
