/// What is found of an answer, with the share of its mark that it earns by default.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  /// Nothing is bound to the name.
  case unanswered
  /// The formula does not evaluate.
  case fails
  case correct
  /// Right on the student's own earlier answers.
  case follows
  /// A bare number, right in the unit asked for.
  case unitMissing = "unit-missing"
  /// The number is right in the unit asked for, the dimension is not.
  case wrongUnit = "wrong-unit"
  /// A typed number, right once the reference is rounded to as many figures.
  case rounded
  /// A right number that is not written as the author asks for it.
  case otherForm = "other-form"
  /// A bare number, right in another usual unit than the one asked for, where the author gives a
  /// share for that.
  case otherUnit = "other-unit"
  case wrongDimension = "wrong-dimension"
  case wrong
  /// Some of the choices, criteria or test points.
  case partly
  /// Waits for a person.
  case unchecked

  /// Share of the points that it earns where the exercise says nothing else, from 0 to 1.
  public var defaultShare: Double {
    switch self {
    case .correct, .follows: 1
    case .unitMissing, .wrongUnit, .rounded, .otherForm: 0.5
    case .unanswered, .fails, .otherUnit, .wrongDimension, .wrong, .partly, .unchecked: 0
    }
  }

  /// Whether the number is right, whatever becomes of its unit and its figures.
  public var hasRightNumber: Bool { defaultShare > 0 || self == .otherUnit }
}
