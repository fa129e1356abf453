import ArgumentParser
import Diagnostics
import Notebook
import Reports

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check notebooks: what is done, what is left, what is off.",
    discussion: """
      Exits with 0 when everything is right, 1 when something is missing or off, and 65 when a \
      file cannot be read.

        reckon check chatgpt-footprint.answers.md
        reckon check --json chatgpt-footprint.answers.md
        reckon check submissions/*.md
      """)

  @OptionGroup var options: ExerciseOptions

  @Flag(help: "Print one JSON object a file, for other programs.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "The exercise, where a file does not say it.", valueName: "exercise"))
  var exercise: String?

  @Argument(help: "Notebooks.")
  var files: [String]

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name a notebook to check.") }
  }

  func run() throws {
    let console = Console()
    let checker = NotebookChecker(Workplace(options, console: console), exercise: exercise)
    var status = Status.fine
    for file in files {
      do throws(Status) {
        let checked = try checker.check(file)
        show(checked, file, console)
        if checked.report.questions.contains(where: {
          (!$0.isDone || $0.isSkipped) && $0.maximum > 0 && !$0.isPractice
        }),
          status == .fine
        {
          status = .short
        }
      } catch {
        status = error
      }
    }
    try console.finish()
    if status != .fine { throw status }
  }

  private func show(_ checked: NotebookChecker.Checked, _ file: String, _ console: Console) {
    if json {
      let value = CheckJSON.value(checked.report, file: files.count > 1 ? file : nil)
      console.write(value.text + "\n")
      return
    }
    let text = CheckText(width: console.width, unicode: console.unicode)
    if files.count > 1 {
      console.show(
        text.line(checked.report, file: file, problems: checked.replay.problems.count))
    } else {
      console.show(
        text.lines(
          checked.report, exercise: checked.opened.exercise, file: file,
          problems: checked.replay.problems))
    }
  }
}
