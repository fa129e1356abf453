import Grading

/// What handing in needs from outside the session: a look at other notebooks of the folder, and
/// a zip of several.
public struct SubmissionFolder {
  /// How another notebook stands.
  public struct NotebookStatus {
    /// What is found of the notebook.
    public var report: ExerciseReport
    /// Id in its front matter; empty where there is none.
    public var studentID: String

    public init(report: ExerciseReport, studentID: String) {
      self.report = report
      self.studentID = studentID
    }
  }

  /// What came of making a zip.
  public enum ZipOutcome: Hashable, Sendable {
    case made
    /// In the place of one that was made so before.
    case replaced
    /// Something else of that name is there, and was left as it is.
    case taken
    case failed(String)
  }

  /// A file to be put into a zip, without its folder.
  public struct File: Hashable, Sendable {
    /// Without a folder.
    public var name: String
    /// The whole content.
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The standing of the notebook at a path; nil where it cannot be told.
  public var standing: (_ notebook: String) -> NotebookStatus?
  /// Puts files into a zip at a path.
  public var zip: (_ files: [File], _ path: String) -> ZipOutcome

  public init(
    standing: @escaping (_ notebook: String) -> NotebookStatus?,
    zip: @escaping (_ files: [File], _ path: String) -> ZipOutcome
  ) {
    self.standing = standing
    self.zip = zip
  }

  /// The name of a zip: that of the course or exercise, and the student's id, in letters that
  /// every system takes for a file.
  static func zipName(of title: String, studentID: String) -> String {
    let parts = [safe(title.lowercased(), limit: 60), safe(studentID, limit: 40)]
    let name = parts.filter { !$0.isEmpty }.joined(separator: "-")
    return (name.isEmpty ? "notebooks" : name) + ".zip"
  }

  /// Letters and digits of ASCII, with hyphens for what stands between them.
  private static func safe(_ text: String, limit: Int) -> String {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
      .joined(separator: "-").prefix(limit).description
  }
}
