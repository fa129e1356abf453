/// An error that people make, found at one place of a model answer: how it is counted, how likely
/// it is, and what is said of it.
///
/// A pattern is one file in `Patterns` and one entry in `errorPatterns`. Patterns that only compare
/// a value's shape with the model's vary nothing.
protocol ErrorPattern: Hashable, Sendable {
  /// Adds what it makes of one part of a model answer.
  static func vary(_ node: Int, in variations: inout Variations)
  /// Adds what it makes of the whole.
  static func varyWhole(in variations: inout Variations)

  var cause: Cause { get }
  /// Place in the order of likelihood, the likeliest first. A named factor comes before a bare
  /// conversion.
  var rank: Int { get }
  /// The end of a sentence. The value and the figures of the model answer and what is given for
  /// it are never said.
  ///
  /// - Parameter isAlone: whether it is the only error.
  func clause(_ wording: CauseWording, isAlone: Bool) -> String

  /// How near a typed number has to come at least, relative to it: who computes with rounded numbers
  /// on the way is off by as much.
  var nearness: Double { get }
  /// Whether two figures are enough where they are exactly what it gives.
  var isToldExactly: Bool { get }
  /// Whether it may be told from the number of a result whose unit falls short.
  var isOfNumbers: Bool { get }
  /// By what it multiplies the whole; nil where that is not one number.
  var factor: Double? { get }
  /// By what it multiplies the whole or a part where it is a conversion.
  var conversion: Double? { get }
  /// The factor that it leaves out.
  var missingFactor: FormulaTree.Origin? { get }
  /// Whether it is a factor too many.
  var addsFactor: Bool { get }
  /// Whether it is told only where it does not come to the part left out.
  var hasToBeVisible: Bool { get }

  /// Whether a number with so many figures is told by it: the fewer there are, the fewer errors
  /// may be tried, or chance would name one.
  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool
  /// Whether a second error may go with it.
  ///
  /// - Parameter isComputed: whether the student's value is, or else a typed number.
  func mayBeFirst(isComputed: Bool) -> Bool
  /// Whether it may go with a first one.
  func maySecond(isComputed: Bool, _ formula: StudentFormula) -> Bool
}

extension ErrorPattern {
  static func vary(_ node: Int, in variations: inout Variations) {}
  static func varyWhole(in variations: inout Variations) {}

  var nearness: Double { 0 }
  var isToldExactly: Bool { false }
  var isOfNumbers: Bool { true }
  var factor: Double? { nil }
  var conversion: Double? { nil }
  var missingFactor: FormulaTree.Origin? { nil }
  var addsFactor: Bool { false }
  var hasToBeVisible: Bool { false }

  func isTold(by figures: Int, in search: CauseSearch, _ tree: FormulaTree) -> Bool {
    figures >= CauseSearch.figures.common
  }
  func mayBeFirst(isComputed: Bool) -> Bool { false }
  func maySecond(isComputed: Bool, _ formula: StudentFormula) -> Bool { false }

  func isSame(as other: any ErrorPattern) -> Bool { (other as? Self) == self }
}

/// All patterns, in the order in which a part is varied; of several that are equally likely, the
/// first is named first.
let errorPatterns: [any ErrorPattern.Type] = [
  WrongZero.self, MissingFactor.self, MissingTerm.self, ExtraFactor.self, Inversion.self,
  WrongSign.self, WrongOperation.self, WrongScale.self, WrongStatistic.self, OtherColumn.self,
  OtherName.self,
  WrongPercentage.self, MissingNumber.self, WrongPower.self, WrongFunction.self, OtherUnit.self,
  Swapped.self,
  PartialResult.self, WrongNumber.self, ExtraNumber.self, ExtraTerm.self,
]
