import Diagnostics
import ExerciseFiles
import Exercises
import Files
import NotebookGrading

/// The exercises at hand and the folder in which the student works.
package struct ExerciseContext {
  package let library: ExerciseLibrary
  package let console: Console
  /// The command of `reckon` that an exercise is named to, where another name may be offered.
  var command: String?

  /// The same, with a console that shows nothing.
  package var silent: ExerciseContext {
    ExerciseContext(library: library, console: Console(isSilent: true))
  }

  /// The same with the exercises as they are now.
  var refreshed: ExerciseContext {
    var copy = ExerciseContext(library: library.refreshed, console: console)
    copy.command = command
    return copy
  }

  package init(library: ExerciseLibrary, console: Console) {
    (self.library, self.console) = (library, console)
  }

  package init(_ options: ExerciseOptions, console: Console, command: String? = nil) {
    self.init(folder: options.exercises, console: console, command: command)
  }

  /// - Parameters:
  ///   - folder: searched before all others; nil for none.
  ///   - command: the command of `reckon` that an exercise is named to.
  init(folder: String? = nil, console: Console, command: String? = nil) {
    (self.console, self.command) = (console, command)
    if let folder, !FileSystem.isFolder(folder) {
      console.report(CommandWording.noFolder(folder))
    }
    let environment = ["RECKON_EXERCISES": Console.environment("RECKON_EXERCISES")]
      .compactMapValues { $0 }
    library = ExerciseLibrary.standard(
      option: folder, environment: environment, executable: Executable.path)
  }

  /// The same for judging files of a folder, which must not bring exercises of their own.
  package func forJudging(filesIn folder: String) -> ExerciseContext {
    ExerciseContext(library: library.forJudging(filesIn: folder), console: console)
  }

  /// The exercise that a word is meant for: its id or title, or what only one of them begins with.
  static func meant(
    _ text: String, among entries: [ExerciseLibrary.Entry]
  ) -> ExerciseLibrary.Entry? {
    if let entry = entries.first(where: { $0.id == text }) { return entry }
    let fitting = beginning(with: text, among: entries)
    return fitting.count == 1 ? fitting[0].entry : nil
  }

  /// Exercises whose ids or titles begin so, with their numbers in a list from 1.
  static func beginning(
    with text: String, among entries: [ExerciseLibrary.Entry]
  ) -> [(number: Int, entry: ExerciseLibrary.Entry)] {
    let wanted = text.lowercased()
    return zip(1..., entries).filter { _, entry in
      entry.id.lowercased().hasPrefix(wanted) || entry.title.lowercased().hasPrefix(wanted)
    }.map { (number: $0, entry: $1) }
  }

  /// An id or path as it is, or the id that only one exercise begins with.
  func meant(by text: String) -> String {
    guard !text.isEmpty, case .nothing = library.find(text) else { return text }
    return Self.meant(text, among: library.list())?.id ?? text
  }

  /// The exercise of an id or path. Reports what is wrong and throws where it cannot be used.
  package func open(_ idOrPath: String) throws(Status) -> OpenedExercise {
    let loaded = library.load(idOrPath, for: command)
    guard let exercise = loaded.exercise, !exercise.questions.isEmpty else {
      console.report(loaded.problems)
      if loaded.exercise != nil { console.report(CommandWording.noQuestions(idOrPath)) }
      throw .badInput
    }
    let opened = assemble(exercise, course: loaded.course, problems: loaded.problems)
    let errors = opened.problems.filter { $0.diagnostic.severity == .error }
    if !errors.isEmpty {
      console.report(errors)
      console.report(CommandWording.exerciseHasMistakes(exercise.id, path: idOrPath))
    }
    return opened
  }

  /// The exercise with those it requires, whatever is wrong with them.
  func assemble(
    _ exercise: Exercise, course: Course?, problems: [LocatedDiagnostic]
  ) -> OpenedExercise {
    let required = library.required(by: exercise)
    return OpenedExercise(
      exercise, course: course, required: required.compactMap(\.exercise),
      problems: problems + required.flatMap(\.problems))
  }
}
