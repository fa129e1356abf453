import Formulas

/// A figure of the exercise has another unit than there.
struct WrongUnit: ErrorPattern {
  let origin: FormulaTree.Origin
  /// As the student typed it.
  let used: String
  /// How many times too large the quantity is by it.
  let size: Double

  /// A prefix for another is a slip of the decimal point.
  var cause: Cause {
    Conversions.isPowerOfTen(size)
      ? Cause(.scale, names: origin.names, factor: size, units: [used])
      : Cause(.unit, names: origin.names, units: [used])
  }
  var rank: Int { 4 }

  func clause(_ wording: CauseWording, isAlone: Bool) -> String {
    "the figure for \(wording.thing(origin)) is right, and its unit is not \(used)"
  }
}
