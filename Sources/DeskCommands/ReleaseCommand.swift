import AnswerKeys
import ArgumentParser
import Diagnostics
import ExerciseFiles
import Files
import NotebookGrading
import ReckonCommands
import Releases
import TextLayout

struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: DeskProgram.releaseAbstract,
    discussion: """
      Writes the exercise with all that it needs (its tables, pictures, course and the exercises that \
      it requires) into a folder to be handed out, which works alone.

        reckon release chatgpt-footprint --graded -o handout

      --practice keeps the model answers: students are told all. --graded takes them out: students are \
      told whether an answer has the form, unit and dimension asked for, and `reckon grade` marks it \
      by the full exercise. --sealed is the same, and an answer opens seals that tell right from wrong.
      """)

  @OptionGroup var options: ExerciseOptions

  @Flag(help: "In which form students get it.")
  var form: ReleaseForm

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where it is written.", valueName: "folder"))
  var output: String

  @Flag(help: "Write over files that are there.")
  var force = false

  @Argument(help: "The id of an exercise, or the path of its file.")
  var exercise: String

  func run() throws {
    let console = Console()
    let opened = try ExerciseContext(options, console: console, command: "release").open(exercise)
    guard !opened.problems.contains(where: { $0.diagnostic.severity == .error }) else {
      console.report(DeskWording.releaseOfMistakes)
      throw Status.badInput
    }
    if opened.exercise.release != nil {
      console.report(DeskWording.isReleased(opened.exercise.file))
      throw Status.badInput
    }
    let seals =
      form == .sealed ? try sealed([opened.compiled] + opened.required, console) : [:]
    let files = try gathered(opened, seals, console)
    try write(files, console)
    try check(files, console)
    if form != .practice {
      for compiled in [opened.compiled] + opened.required {
        console.report(ReleaseWarnings(of: compiled, in: files).all)
      }
    }
    console.showFolded(StyledText(DeskWording.released(files.map(\.path), in: output)))
    console.showFolded(StyledText(DeskWording.releaseTells(form)))
    if let own = seals[opened.exercise.id] {
      console.showFolded(
        StyledText(
          DeskWording.seals(own, seconds: SealSearch.secondsPerGuess(), opened.exercise)))
    }
    try console.finish()
  }

  private func gathered(
    _ opened: OpenedExercise, _ seals: [String: SealedExercise], _ console: Console
  ) throws -> [ReleaseFiles.File] {
    do throws(ReleaseFiles.Failure) {
      return try ReleaseFiles(of: opened, as: form) { seals[$0.exercise.id] }.files
    } catch {
      switch error {
      case .unreadable(let path, let why):
        console.report(DeskWording.unreadable(path, why))
        throw Status.io
      case .conflict(let conflict):
        console.report(DeskWording.releaseConflict(conflict.path, conflict.origins))
        throw Status.badInput
      }
    }
  }

  /// The seals of exercises, by id.
  private func sealed(
    _ all: [CompiledExercise], _ console: Console
  ) throws -> [String: SealedExercise] {
    var found: [String: SealedExercise] = [:]
    for compiled in all {
      do throws(SealedExercise.Failure) {
        found[compiled.exercise.id] = try SealedExercise(compiled) { done, count in
          if console.showsProgress {
            console.showProgress(DeskWording.sealing(compiled.exercise.id, done, of: count))
          }
        }
      } catch {
        if console.showsProgress { console.showProgress("") }
        console.report(DeskWording.notSealed(compiled.exercise.id, error))
        throw Status.badInput
      }
    }
    if console.showsProgress { console.showProgress("") }
    return found
  }

  private func write(_ files: [ReleaseFiles.File], _ console: Console) throws {
    let places = files.map { (file: $0, path: FileSystem.path(of: $0.path, in: output)) }
    if let own = places.first(where: { FileSystem.isSame($0.path, $0.file.origin) }) {
      console.report(DeskWording.releaseOntoItself(own.path))
      throw Status.usage
    }
    if !force, let taken = places.first(where: { FileSystem.isTaken($0.path) }) {
      console.report(DeskWording.releaseTaken(taken.path))
      throw Status.usage
    }
    do throws(FileError) {
      for (file, path) in places {
        try FileSystem.makeFolder(FileSystem.folder(of: path))
        if force { FileSystem.remove(path) }
        try FileSystem.writeNew(path, file.bytes)
      }
    } catch {
      console.report(error.diagnostic(writing: output))
      throw Status.io
    }
  }

  /// What is handed out has to open.
  private func check(_ files: [ReleaseFiles.File], _ console: Console) throws {
    for file in files where file.text != nil && FileSystem.name(of: file.path) != "course.md" {
      let loaded = ExerciseLibrary(folders: [output])
        .load(FileSystem.path(of: file.path, in: output))
      let errors = loaded.problems.filter { $0.diagnostic.severity == .error }
      guard !errors.isEmpty else { continue }
      console.report(errors)
      throw Status.badInput
    }
  }
}

extension ReleaseForm: EnumerableFlag {
  public static func help(for form: ReleaseForm) -> ArgumentHelp? {
    switch form {
    case .practice: "With its model answers."
    case .graded: "Without them: what is right is told after handing in."
    case .sealed: "Without them, and with seals that tell right from wrong."
    }
  }
}
