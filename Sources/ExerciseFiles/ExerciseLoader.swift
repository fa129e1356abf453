import Diagnostics
import Exercises

/// What came of reading an exercise's file.
public struct LoadedExercise: Sendable {
  /// Nil only where nothing can be made of the file.
  public internal(set) var exercise: Exercise?
  /// By line; those of tables come after, and name the table's file.
  public internal(set) var problems: [LocatedDiagnostic]
  /// The text of the exercise's file, for diagnostics that point into it.
  public let source: SourceText
  /// The course in whose folder it lies; nil where there is none. What is wrong with that file is
  /// for `lint` to say.
  public internal(set) var course: Course?
  /// The lines of `requires`, by id.
  var requiredLines: [String: Int] = [:]

  /// Whether the exercise can be used: it is there, and nothing worse than a warning was found.
  public var isSound: Bool {
    exercise != nil && !problems.contains { $0.diagnostic.severity == .error }
  }
}

/// Reads an exercise from its Markdown file and the tables beside it.
///
/// Everything that is wrong with the file is reported at once; what is sound is kept. Formulas
/// stay text. Files are bounded: 4 MB for the exercise (of which cmark-gfm takes 1 MB), 32 MB
/// for a table.
public struct ExerciseLoader: Sendable {
  public init() {}

  /// The exercise, or none with the problem where the file cannot be read at all.
  public func load(path: String) -> LoadedExercise {
    do { return load(try ExerciseText(path), path: path) } catch {
      return LoadedExercise(problems: error.problems, source: error.source)
    }
  }

  private func load(_ file: ExerciseText, path: String) -> LoadedExercise {
    let log = file.log
    let header = file.header { $0.exercise($1) }
    let body = BodyReader(file.text, bodyLine: file.bodyLine, log: log)
    let (tables, digest) = file.tables(header.tables, fences: body.tables)
    checkNumbers(body.sections, log)
    let names = TakenNames(log: log)
    let questions = body.sections.map {
      QuestionReader(
        section: $0, names: names, helps: header.helps, isReleased: header.release != nil, log: log
      ).question()
    }

    let id = header.id ?? baseName(of: path)
    var exercise = Exercise(
      id: id, title: header.title ?? id, file: path, due: header.due?.text, units: header.units,
      tables: tables, questions: questions)
    exercise.release = header.release
    exercise.release?.seals = seals(body.seals, header.release, log)
    exercise.dueLine = header.due?.line
    exercise.requires = header.requires.map(\.text)
    exercise.introduction = body.introduction
    exercise.digest = "\(digest)"
    exercise.unreadTables = Set(
      header.tables.flatMap { [$0.name] + $0.also }
        + body.tables.flatMap { [$0.argument, nameLike($0.argument)] }
    ).subtracting(tables.flatMap { [$0.name] + $0.also })
    exercise.tableFiles = header.tables.compactMap(file.path)
    exercise.pictureFiles = log.pictures
    exercise.constants = header.constants
    exercise.equivalencies = header.equivalencies
    exercise.liveTexts = body.liveTexts
    let lines = Dictionary(header.requires.map { ($0.text, $0.line) }, uniquingKeysWith: { $1 })
    return LoadedExercise(
      exercise: exercise, problems: log.sorted, source: log.source, requiredLines: lines)
  }

  /// Reports seals that are missing, damaged, or of an exercise that has its model answers.
  private func seals(_ fence: Fence?, _ release: Release?, _ log: ProblemLog) -> SealBook? {
    guard release?.kind == .sealed else {
      if let fence { log.report(.sealsOutOfPlace, line: fence.line) }
      return nil
    }
    if let file = fence.flatMap({ SealFile($0.text) }) { return SealBook(file) }
    log.report(.sealsUnread, line: fence?.line ?? 1)
    return nil
  }

  /// Reports numbers of questions that come twice.
  private func checkNumbers(_ sections: [Section], _ log: ProblemLog) {
    var lines: [String: Int] = [:]
    for section in sections {
      if let first = lines[section.id] {
        log.report(.questionTwice(id: section.id, firstLine: first), line: section.line)
      } else {
        lines[section.id] = section.line
      }
    }
  }
}
