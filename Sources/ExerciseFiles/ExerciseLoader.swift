import Diagnostics
import Exercises

/// Reads an exercise from its Markdown file and the tables beside it.
///
/// Everything that is wrong with the file is reported at once; what is sound is kept. Formulas
/// stay text. Files are bounded: 4 MB for the exercise (of which cmark-gfm takes 1 MB), 32 MB
/// for a table.
public struct ExerciseLoader: Sendable {
  public init() {}

  public func load(path: String) -> LoadedExercise {
    switch ExerciseText.read(path) {
    case .failure(let unread):
      return LoadedExercise(
        exercise: nil, problems: unread.problems, source: unread.source)
    case .success(let file): return load(file, path: path)
    }
  }

  private func load(_ file: ExerciseText, path: String) -> LoadedExercise {
    let log = file.log
    let header =
      file.header.shape == .nothing && !log.problems.isEmpty
      ? Header() : HeaderReader(log: log).exercise(file.header)
    let body = BodyReader(file.text, bodyLine: file.bodyLine, log: log)
    let (tables, digest) = file.tables(header.tables, fences: body.tables)
    checkNumbers(body.sections, log)
    let names = TakenNames(log: log)
    let questions = body.sections.map {
      QuestionReader(section: $0, names: names, helps: header.helps, log: log).question()
    }

    let id = header.id ?? baseName(of: path)
    var exercise = Exercise(
      id: id, title: header.title ?? id, file: path, due: header.due, units: header.units,
      tables: tables, requires: header.requires.map(\.text), introduction: body.introduction,
      questions: questions)
    exercise.digest = "\(digest)"
    exercise.constants = header.constants
    exercise.equivalencies = header.equivalencies
    exercise.liveTexts = body.liveTexts
    var loaded = LoadedExercise(exercise: exercise, problems: log.sorted, source: log.source)
    for required in header.requires { loaded.requiredLines[required.text] = required.line }
    return loaded
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
