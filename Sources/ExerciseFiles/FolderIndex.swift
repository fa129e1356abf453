import Files
import Synchronization

/// The exercises that folders hold, by their front matters; each folder is read once.
final class FolderIndex: Sendable {
  private let known = Mutex<[String: [ExerciseLibrary.Entry]]>([:])

  /// Files of a folder that are looked into, the first by their names.
  static let mostFiles = 2000
  /// Bytes at the top of a file in which its front matter ends.
  private static let headBytes = 1 << 16

  /// The exercises that lie directly in a folder, in the order of its course, then by id.
  func entries(in folder: String) -> [ExerciseLibrary.Entry] {
    if let known = known.withLock({ $0[folder] }) { return known }
    let found = Self.read(folder)
    known.withLock { $0[folder] = found }
    return found
  }

  private static func read(_ folder: String) -> [ExerciseLibrary.Entry] {
    let course = header(of: FileSystem.path(of: "course.md", in: folder))
    let order = course?.exercises.map(\.text) ?? []
    func rank(_ entry: ExerciseLibrary.Entry) -> Int {
      order.firstIndex(of: entry.id) ?? order.count
    }
    return exerciseFiles(in: folder).compactMap { path -> ExerciseLibrary.Entry? in
      guard let header = header(of: path), let id = header.id else { return nil }
      return ExerciseLibrary.Entry(
        id: id, title: header.title ?? id, path: path, course: course?.title,
        due: (header.due ?? course?.due)?.text)
    }.sorted { (rank($0), $0.id) < (rank($1), $1.id) }
  }

  /// Files of a folder that may be exercises, by their names.
  static func exerciseFiles(in folder: String) -> [String] {
    candidates(names(in: folder)).prefix(mostFiles).map { FileSystem.path(of: $0, in: folder) }
  }

  private static func candidates(_ names: [String]) -> [String] {
    names.filter { $0.hasSuffix(".md") && !$0.hasSuffix(".answers.md") && $0 != "course.md" }
  }

  static func subfolders(of folder: String) -> [String] {
    names(in: folder).prefix(mostFiles).map { FileSystem.path(of: $0, in: folder) }
      .filter(FileSystem.isFolder)
  }

  /// Whether a folder holds more than is looked at.
  static func isCrowded(_ folder: String) -> Bool {
    let names = names(in: folder)
    return names.count > mostFiles && candidates(names).count > mostFiles
      || names.count >= FileSystem.entryLimit - 2
  }

  private static func names(in folder: String) -> [String] {
    FileSystem.names(in: folder).filter { !$0.hasPrefix(".") }.sorted()
  }

  /// The front matter of an exercise or a course, read without complaint.
  static func header(of path: String) -> Header? { head(of: path).flatMap(ExerciseText.header) }

  /// The text at the top of a file, as far as a front matter may reach.
  static func head(of path: String) -> String? {
    (try? FileSystem.head(of: path, count: headBytes)).map { DecodedText($0).text }
  }
}
