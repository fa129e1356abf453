import Gradebook

/// What is to be exported of a class.
public struct MarkOrder {
  /// What is written to a student: as Markdown, and as a page. Nil for those of whom there is nothing.
  public typealias Feedback = (_ key: String) -> (markdown: String, page: String)?

  /// By which Moodle knows a student again.
  public enum Key: String, CaseIterable, Sendable { case email, id, username }

  public var marks: ClassMarks
  public var rule = MarkRule()
  /// Whom the platform knows, as it has exported them.
  public var participants: GivenFile?
  /// Moodle's grading worksheet as it was downloaded.
  public var worksheet: GivenFile?
  /// Canvas' own gradebook as it was exported.
  public var gradebookCSV: GivenFile?
  /// The heading of the column that is filled in; nil for the one that has the exercise's title.
  public var column: String?
  public var key = Key.email
  public var feedback: Feedback

  public init(_ marks: ClassMarks, feedback: @escaping Feedback) {
    (self.marks, self.feedback) = (marks, feedback)
  }
}

/// A file that the assistant names beside the gradebook.
public struct GivenFile: Sendable {
  /// For messages.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
}
