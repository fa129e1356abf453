import ArgumentParser
import NotebookFiles
import NotebookGrading
import Reports

struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "For teaching assistants: an exercise with its graded model answers.",
    discussion: """
      Shows every question as a student sees it, then its model answer: value, unit, tolerance, \
      what else is accepted, points and hints. With a notebook, the student's answers stand beside.

        reckon preview chatgpt-footprint
        reckon preview chatgpt-footprint --as ada/chatgpt-footprint.answers.md
      """)

  @OptionGroup var options: ExerciseOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("A student's notebook.", valueName: "file"))
  var notebook: String?

  @Argument(help: "The id of an exercise, or the path of its file.")
  var exercise: String

  func run() throws {
    let console = Console()
    let context = ExerciseContext(options, console: console)
    let opened: OpenedExercise
    var student: GradedNotebook?
    var file: NotebookFile?
    if let notebook {
      let checked = try NotebookChecker(context, exercise: exercise).check(notebook)
      opened = checked.opened
      student = checked.graded
      file = checked.file
      console.report(checked.graded.remarks)
    } else {
      opened = try context.open(exercise)
    }
    let preview = PreviewText(
      opened, student: student, notebook: file, width: console.width, unicode: console.unicode,
      colour: console.colour)
    console.show(preview.lines())
    try console.finish()
  }
}
