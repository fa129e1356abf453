import Files

/// Where a student's notebook of an exercise lies.
public enum NotebookPath {
  /// Behind the id of the exercise.
  public static let suffix = ".answers.md"

  public static func path(of exercise: String, in folder: String) -> String {
    FileSystem.path(of: exercise + suffix, in: folder == "." ? "" : folder)
  }
}

/// Notebooks that lie in the folder of one, as far as they say whose they are.
public struct NotebookNeighbours {
  /// A notebook's name without its folder, and whose it is.
  public struct Owner: Equatable {
    public let file: String
    public let student: NotebookFile.Student
  }

  private let path: String
  /// Notebooks that are looked into, and bytes of the largest of them.
  private static let countLimit = 20
  private static let lengthLimit = 1 << 20

  public init(of path: String) { self.path = path }

  /// Whose all of them are that name their student in full; nil where none does, or two differ.
  public func owner() -> Owner? {
    let folder = FileSystem.folder(of: path)
    let own = FileSystem.name(of: path)
    var found: Owner?
    for name in FileSystem.names(in: folder)
      .filter({ $0 != own && $0.hasSuffix(NotebookPath.suffix) }).sorted().prefix(Self.countLimit)
    {
      let file = FileSystem.path(of: name, in: folder)
      guard let bytes = (try? FileSystem.read(file, limit: Self.lengthLimit - 1))?.bytes,
        let text = String(validating: bytes, as: UTF8.self),
        let student = NotebookFile(text: text, name: name).student,
        !student.id.isEmpty, !student.name.isEmpty
      else { continue }
      if let found, found.student != student { return nil }
      found = found ?? Owner(file: name, student: student)
    }
    return found
  }
}
