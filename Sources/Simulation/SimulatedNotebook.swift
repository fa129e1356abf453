import Dates
import NotebookFiles

/// A notebook of nobody, with what is known of it.
public struct SimulatedNotebook: Sendable {
  /// How much of the exercise is done.
  public enum Extent: Hashable, Sendable { case all, half, nothing }

  /// What keeps a file from being graded as it is.
  public enum Trouble: String, Hashable, Sendable, CaseIterable {
    case noNotebook = "no notebook"
    case damagedHeader = "a damaged header"
    case otherExercise = "another exercise"
    case sameStudentTwice = "a student twice"
    case noStudent = "no student in it"
  }

  /// From 0, in the class.
  public var place: Int
  public var student: NotebookFile.Student
  /// What the file is called where each student has a folder.
  public var fileName: String
  /// Of the file.
  public var text: String
  /// When it was handed in.
  public var submitted: Moment
  public var isLate: Bool
  public var extent: Extent
  public var trouble: Trouble?
  /// What was meant by each value and function that is asked for, in the order of the exercise.
  public var answers: [SimulatedAnswer]

  /// A slip, a right answer and so on are only where the file can be graded.
  public var isGradable: Bool {
    trouble == nil || trouble == .sameStudentTwice || trouble == .noStudent
  }
}

/// The truth about one answer.
public struct SimulatedAnswer: Hashable, Sendable {
  public enum Intent: Hashable, Sendable {
    case right
    /// The number is right, and its unit is left out where one is asked for.
    case bare
    case slip([FormulaSlip])
    /// It cannot be read or computed.
    case broken
    case unanswered
    /// The question was given up, and the model answer was filled in.
    case skipped
  }

  public var question: String
  public var answer: String
  public var intent: Intent
  /// Whether it is typed as a formula.
  public var isFormula = false
  /// Answers that went wrong before, and that this one is computed from.
  public var inherits: [String] = []
}
