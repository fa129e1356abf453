import AnswerKeys
import ErrorDiagnosis

/// Which of all errors that explain a value people make of themselves. What explains one that is
/// there may still be far from what anybody would think of.
extension ForeseenErrors.Outcome {
  /// The rank of units that many people use for the same.
  private static let usualUnits = 2

  /// Whether several students of a class may make it at an answer.
  public func isLikely(at answer: AnswerKey.Answer) -> Bool {
    switch cause.kind {
    case .author, .constant, .follows, .partial, .rounded, .termExtra: false
    case .number, .power: !cause.names.isEmpty && isOfFormula(answer)
    // Twice in it, or on both sides; nobody multiplies by what has nothing to do with it.
    case .factorExtra: !cause.names.isEmpty && isOfFormula(answer)
    // People take one thing for another of its kind.
    case .otherName: cause.names.count > 1 && keepsDimension
    case .otherColumn, .otherRow: keepsDimension
    // Of units that are nearly as large, people mix up those in use.
    case .unit: rank <= Self.usualUnits
    // From a thousandth to an hour's seconds; more, and it is seen.
    case .scale: (2e-4...5e3).contains(cause.factor ?? 1)
    case .aggregate, .factorMissing, .function, .inverted, .offset, .operation, .percent, .sign,
      .swapped, .termMissing:
      true
    }
  }

  /// Whether all its names stand in the model formula.
  func isOfFormula(_ answer: AnswerKey.Answer) -> Bool {
    cause.names.allSatisfy { answer.spec.expect.text.contains($0) }
  }
}
