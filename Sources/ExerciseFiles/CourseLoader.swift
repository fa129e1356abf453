import Diagnostics
import Exercises
import Files

/// Reads the `course.md` of a folder of exercises.
public struct CourseLoader: Sendable {
  public init() {}

  public func load(path: String) -> LoadedCourse {
    switch ExerciseText.read(path) {
    case .failure(let unread):
      return LoadedCourse(course: nil, due: nil, problems: unread.problems)
    case .success(let file):
      let log = file.log
      let header =
        file.header.shape == .nothing && !log.problems.isEmpty
        ? Header() : HeaderReader(log: log).course(file.header)
      let (tables, digest) = file.tables(header.tables)
      var course = Course(
        title: header.title ?? baseName(of: FileSystem.folder(of: path)), file: path,
        exercises: header.exercises.map(\.text), calendar: header.calendar,
        tables: tables, background: file.body.trimmed)
      course.units = header.units
      course.constants = header.constants
      course.equivalencies = header.equivalencies
      course.digest = "\(digest)"
      return LoadedCourse(course: course, due: header.due, problems: log.sorted)
    }
  }
}
