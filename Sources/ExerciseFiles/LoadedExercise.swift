import Diagnostics
import Exercises

/// What came of reading an exercise's file.
public struct LoadedExercise: Sendable {
  /// Nil only where nothing can be made of the file.
  public var exercise: Exercise?
  /// By line; those of tables come after, and name the table's file.
  public var problems: [LocatedDiagnostic]
  /// The text of the exercise's file, for diagnostics that point into it.
  public var source: SourceText
  /// The course in whose folder it lies; nil where there is none. What is wrong with that file is
  /// for `lint` to say.
  public var course: Course?
  /// The lines of `requires`, by id.
  var requiredLines: [String: Int] = [:]

  public init(exercise: Exercise?, problems: [LocatedDiagnostic], source: SourceText) {
    self.exercise = exercise
    self.problems = problems
    self.source = source
  }

  /// Whether the exercise can be used: it is there, and nothing worse than a warning was found.
  public var isSound: Bool {
    exercise != nil && !problems.contains { $0.diagnostic.severity == .error }
  }
}

/// What came of reading a course's file.
public struct LoadedCourse: Sendable {
  public var course: Course?
  /// When the exercises of the course are due that do not say so themselves; ISO 8601.
  public var due: String?
  public var problems: [LocatedDiagnostic]

  public init(course: Course?, due: String?, problems: [LocatedDiagnostic]) {
    self.course = course
    self.due = due
    self.problems = problems
  }
}
