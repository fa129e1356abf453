import Diagnostics
import Exercises
import Files

/// What came of reading a course's file.
public struct LoadedCourse: Sendable {
  /// Nil where it cannot be read.
  public let course: Course?
  /// When the exercises of the course are due that do not say so themselves; ISO 8601.
  public let due: String?
  /// Where the file says so.
  public let dueLine: Int?
  public let problems: [LocatedDiagnostic]
}

/// Reads the `course.md` of a folder of exercises.
public struct CourseLoader: Sendable {
  public init() {}

  /// What can be read of the file; what cannot is in its problems.
  public func load(path: String) -> LoadedCourse {
    do {
      let file = try ExerciseText(path)
      let header = file.header { $0.course($1) }
      let (tables, digest) = file.tables(header.tables)
      var course = Course(
        title: header.title ?? baseName(of: FileSystem.folder(of: path)), file: path)
      course.exercises = header.exercises.map(\.text)
      course.calendar = header.calendar
      course.tables = tables
      course.background = file.body.trimmingBlank
      TextCheck(log: file.log).check(SourcedText(file.body, line: file.bodyLine))
      course.filesBeside = header.tables.compactMap(file.path) + file.log.pictures
      course.units = header.units
      course.constants = header.constants
      course.equivalencies = header.equivalencies
      course.digest = "\(digest)"
      return LoadedCourse(
        course: course, due: header.due?.text, dueLine: header.due?.line, problems: file.log.sorted)
    } catch {
      return LoadedCourse(course: nil, due: nil, dueLine: nil, problems: error.problems)
    }
  }
}
