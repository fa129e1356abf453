/// Notebooks that lie in the folder of one, as far as they say whose they are.
struct NotebookNeighbours {
  /// A notebook's name without its folder, and whose it is.
  struct Owner: Equatable {
    var file: String
    var student: NotebookFile.Student
  }

  private let path: String
  /// Notebooks that are looked into, and bytes of the largest of them.
  private static let countLimit = 20
  private static let lengthLimit = 1 << 20

  init(of path: String) {
    self.path = path
  }

  /// Whose all of them are that name their student in full; nil where none does, or two differ.
  func owner() -> Owner? {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? ""
    let own = slash.map { String(path[path.index(after: $0)...]) } ?? path
    var found: Owner?
    for name in NotebookStoreFiles.names(in: folder.isEmpty ? "." : folder)
      .filter({ $0 != own && $0.hasSuffix(NotebookPath.suffix) }).sorted().prefix(Self.countLimit)
    {
      guard
        case .bytes(let bytes, _) = NotebookStoreFiles.read(
          folder + name, limit: Self.lengthLimit),
        bytes.count < Self.lengthLimit, let text = String(validating: bytes, as: UTF8.self),
        let student = NotebookFile(text: text, name: name).student,
        !student.id.isEmpty, !student.name.isEmpty
      else { continue }
      if let found, found.student != student { return nil }
      found = found ?? Owner(file: name, student: student)
    }
    return found
  }
}
