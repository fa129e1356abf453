import ArgumentParser
import ExerciseFiles
import Files
import NotebookFiles
import TextLayout

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "For authors: begin an exercise.",
    discussion: """
      Writes an exercise that works, with a question of each kind, a table and a chart, and remarks \
      that say what may be changed. A file that is there is never written over.

        reckon new tea-and-kettles
        reckon new lessons/tea-and-kettles.md
      """)

  @OptionGroup var options: ExerciseOptions

  @Argument(help: "The id of the exercise, or the path of its file.")
  var exercise: String

  func run() throws {
    let console = Console()
    let path = exercise.hasSuffix(".md") ? exercise : exercise + ".md"
    let id = String(FileSystem.name(of: path).dropLast(3))
    guard isExerciseID(id) else {
      let folder = FileSystem.folder(of: exercise)
      let better = ExerciseSkeleton.id(from: id).map { FileSystem.path(of: $0, in: folder) }
      console.report(CommandWording.noID(id, better: better))
      throw Status.usage
    }
    let isNew: Bool
    do throws(FileError) {
      isNew = try FileSystem.make(path, with: Array(ExerciseSkeleton(id: id).text.utf8))
    } catch {
      console.report(error.diagnostic(writing: path))
      throw Status.io
    }
    guard isNew else {
      console.report(CommandWording.isThere(path))
      throw Status.usage
    }
    console.show(wrapped(CommandWording.begun(path), width: console.width))
    console.show(CommandWording.nextForAuthors(path, width: console.width))
    let library = ExerciseContext(options, console: console).library
    if let other = library.list().first(where: { $0.id == id && !FileSystem.isSame($0.path, path) })
    {
      console.report(CommandWording.idIsTaken(id, by: other.path))
    }
    try console.finish()
  }
}
