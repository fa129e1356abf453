import AnswerKeys
import ExerciseFiles
import Exercises
import Files
import NotebookGrading

/// The files of a release: an exercise with all that it needs, so that it opens in a folder alone.
public struct ReleaseFiles {
  public struct File {
    /// From the folder of the release.
    public var path: String
    public var bytes: [UInt8]
    /// Where it was read from.
    public var origin: String
    /// Its lines with those of the author's; nil for one that is copied.
    public var text: ReleasedText?
  }

  /// The exercise's own comes first.
  public private(set) var files: [File] = []
  /// Two files of one path that are not the same.
  public struct Conflict: Error {
    public var path: String
    public var origins: [String]
  }

  /// What a file that is copied may have at most.
  private static let mostBytes = 64 << 20

  public enum Failure: Error {
    case unreadable(String, FileError)
    case conflict(Conflict)
  }

  /// - `seals`: made for an exercise that is sealed.
  public init(
    of opened: OpenedExercise, as form: ReleaseForm,
    seals: (CompiledExercise) -> SealedExercise? = { _ in nil }
  ) throws(Failure) {
    let all = [opened.compiled] + opened.required.reversed()
    for compiled in all {
      let exercise = compiled.exercise
      let digest = exercise.id == opened.exercise.id ? opened.digest : exercise.digest
      try add(exercise.file, name: exercise.id + ".md") { source in
        form.kind.flatMap { kind in
          ReleasedExercise(source, of: compiled, as: kind, digest: digest, seals: seals(compiled))?
            .text
        }
      }
      try copy(exercise.tableFiles + exercise.pictureFiles, of: exercise.file, form)
    }
    for path in Set(all.map { course(of: $0.exercise.file) }).sorted()
    where FileSystem.isTaken(path) {
      try add(path, name: FileSystem.name(of: path)) {
        ReleasedCourse($0, exercises: all.map(\.exercise.id))?.text
      }
      let course = CourseLoader().load(path: path).course
      try copy(course?.filesBeside ?? [], of: path, form)
    }
  }

  private func course(of file: String) -> String {
    FileSystem.path(of: "course.md", in: FileSystem.folder(of: file))
  }

  /// Files beside another, at the same place from there; pictures that no released text names stay
  /// behind.
  private mutating func copy(
    _ paths: [String], of file: String, _ form: ReleaseForm
  ) throws(Failure) {
    let folder = FileSystem.folder(of: file)
    let text = files.last?.text?.text
    for path in paths {
      let name = folder.isEmpty ? path : String(path.dropFirst(folder.count + 1))
      guard FileSystem.isTaken(path), text?.contains(name) != false else { continue }
      try add(path, name: name) { _ in nil }
    }
  }

  private mutating func add(
    _ path: String, name: String, released: (String) -> ReleasedText?
  ) throws(Failure) {
    let bytes: [UInt8]
    do { bytes = try FileSystem.read(path, limit: Self.mostBytes).bytes } catch {
      throw .unreadable(path, error)
    }
    let text = released(DecodedText(bytes).text)
    let file = File(
      path: name, bytes: text.map { Array($0.text.utf8) } ?? bytes, origin: path, text: text)
    guard let other = files.first(where: { $0.path == name }) else {
      files.append(file)
      return
    }
    if other.bytes != file.bytes {
      throw .conflict(Conflict(path: name, origins: [other.origin, path]))
    }
  }
}
