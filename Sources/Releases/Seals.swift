import Exercises

/// The seals of an exercise, as its file has them.
public struct SealedExercise {
  /// By the names of answers and functions.
  public var grids: [String: SealGrid]
  /// The lines of the block that holds them.
  public var block: [String]
}
