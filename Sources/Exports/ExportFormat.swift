import Gradebook

/// A form that other programs take, one a file; `all` is the table of them.
public struct ExportFormat: Sendable {
  /// As it is asked for.
  public let name: String
  public let makes: Product
  /// What it cannot do without.
  public let needs: Set<Detail>
  /// What it makes use of beside that.
  public let takes: Set<Detail>
  /// What it is for, in a few words.
  public let help: String
  public let maker: Maker

  /// What it writes.
  public enum Product: Sendable {
    /// A file whose name ends so.
    case file(end: String)
    case zip
    case folder
  }

  /// What an assistant may tell it.
  public enum Detail: String, CaseIterable, Sendable {
    case participants, worksheet
    case gradebookCSV = "gradebook-csv"
    case column, by
    /// How marks are computed and written.
    case marks
  }

  /// What it is made from.
  public enum Maker: Sendable {
    /// From the marks of a class.
    case marks(@Sendable (MarkOrder) throws(ExportRefusal) -> Export)
    /// From exercises and this program: whatever grades on another machine.
    case grader(@Sendable (GraderOrder) throws(ExportRefusal) -> Export)
  }

  init(
    name: String, makes: Product, needs: Set<Detail> = [], takes: Set<Detail> = [], help: String,
    maker: Maker
  ) {
    (self.name, self.makes, self.needs, self.takes) = (name, makes, needs, takes)
    (self.help, self.maker) = (help, maker)
  }

  public static let all: [ExportFormat] = [
    csv, moodle, moodleWorksheet, moodleFeedback, canvas, nbgrader, feedback, gradescope,
    prairieLearn,
  ]

  /// Nil where there is none of that name.
  public static func named(_ name: String) -> ExportFormat? { all.first { $0.name == name } }

  /// Whether it is made of exercises, and needs no gradebook.
  public var isGrader: Bool {
    if case .grader = maker { return true }
    return false
  }
}

/// What is to be exported of a class.
public struct MarkOrder: Sendable {
  /// What is written to a student: as Markdown, and as a page. Nil for those of whom there is nothing.
  public typealias Feedback = @Sendable (_ key: String) -> (markdown: String, page: String)?

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

/// What was made, to be written once all that is to be said has been said.
public struct Export: Sendable {
  /// A file of a zip or a folder.
  public struct File: Hashable, Sendable {
    /// With the folders that it lies in, separated by `/`.
    public var path: String
    public var bytes: [UInt8]
    public var isProgram: Bool

    public init(path: String, bytes: [UInt8], isProgram: Bool = false) {
      (self.path, self.bytes, self.isProgram) = (path, bytes, isProgram)
    }
  }

  /// One without a path where the format makes a single file.
  public var files: [File]
  /// What would abort, or be skipped, on the other side, and what else is to be known.
  public var notices: [ExportNotice] = []
  /// Students who have a mark, or feedback, in it.
  public var count: Int

  public init(files: [File], count: Int, notices: [ExportNotice] = []) {
    (self.files, self.count, self.notices) = (files, count, notices)
  }

  public init(_ text: String, count: Int, notices: [ExportNotice] = []) {
    self.init(
      files: [File(path: "", bytes: Array(text.utf8))], count: count, notices: notices)
  }

  /// Whether some student could not be exported.
  public var isIncomplete: Bool { notices.contains(where: \.leavesStudentsOut) }
}
