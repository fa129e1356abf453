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
