import Exercises

/// In which form students get an exercise.
public enum ReleaseForm: String, CaseIterable, Sendable {
  /// With its model answers.
  case practice
  /// Without them: form, unit and dimension of an answer are told.
  case graded
  /// The same, and seals that tell right from wrong.
  case sealed

  /// What the file says of itself; nil where it is as its author wrote it.
  public var kind: Release.Kind? {
    switch self {
    case .practice: nil
    case .graded: .graded
    case .sealed: .sealed
    }
  }
}
