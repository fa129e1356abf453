import Files

/// All notebooks of a student, to be graded together: one exercise may use answers to another.
public struct Submission: Sendable {
  /// A notebook, as it was handed in.
  public struct Notebook: Sendable {
    /// The file's name, which tells the exercise where the notebook does not.
    public var name: String
    public var text: String
    /// Nil where it is that of the submission.
    public var submitted: SubmissionTime?

    public init(name: String, text: String, submitted: SubmissionTime? = nil) {
      self.name = name
      self.text = text
      self.submitted = submitted
    }
  }

  public var notebooks: [Notebook]
  /// By the clock of the learning platform; nil where nothing tells.
  public var submitted: SubmissionTime?

  public init(notebooks: [Notebook], submitted: SubmissionTime? = nil) {
    self.notebooks = notebooks
    self.submitted = submitted
  }
}

/// What becomes of a file that was handed in.
public enum Standing: String, Hashable, Sendable, CaseIterable {
  case graded
  /// A notebook without an answer.
  case empty
  /// Another file of the same student for the same exercise counts.
  case duplicate
  /// Of an exercise that is not asked for, or that nobody knows.
  case wrongExercise = "wrong-exercise"
  case notANotebook = "not-a-notebook"
  case unreadable

  /// Whether it has a grade.
  public var hasGrade: Bool { self == .graded || self == .empty }
}
