import ArgumentParser
import Diagnostics
import Files
import Reports
import TextLayout

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Make a page, a Markdown text or a Jupyter notebook of a notebook.",
    discussion: """
      The questions, what you typed, its results and what Reckon says to them, in one file that \
      needs no other. Model answers are not in it. The notebook stays as it is; run the command \
      again after a change.

        reckon convert chatgpt-footprint.answers.md -o footprint.html
        reckon convert chatgpt-footprint.answers.md -o footprint.ipynb
        reckon convert chatgpt-footprint.answers.md --to md --answers-only
      """)

  @OptionGroup var options: ExerciseOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "Where to write; its end (.md, .html, .ipynb) says what. `-` is standard output.",
      valueName: "file")) var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What to make where the file's name does not say it: md, html or ipynb.",
      valueName: "format"))
  var to: ConversionFormat?

  @Flag(help: "Leave the questions' texts out; their headings stay.")
  var answersOnly = false

  @Flag(help: "Write over a file that is there and was not made by this command.")
  var force = false

  @Option(
    help: ArgumentHelp("The exercise, where the notebook does not say it.", valueName: "exercise"))
  var exercise: String?

  @Argument(help: "A notebook.")
  var file: String

  func validate() throws { _ = try format() }

  func run() throws {
    let console = Console()
    let format = try format()
    let checked = try NotebookChecker(
      ExerciseContext(options, console: console), exercise: exercise
    )
    .check(file)
    let notebook = ConvertedNotebook(
      checked.file, checked.opened, checked.graded, showsPrompts: !answersOnly)
    if let path = outputPath {
      try OutputFile(path: path, source: file, mayReplace: force).write(
        format.text(of: notebook, in: FileSystem.folder(of: path)), console)
      console.show(wrapped(CommandWording.written(path, notebook.total), width: console.width))
    } else {
      console.write(format.text(of: notebook))
    }
    try console.finish()
  }

  /// Nil for standard output.
  private var outputPath: String? { output == "-" ? nil : output }

  private func format() throws -> ConversionFormat {
    if let to { return to }
    let known = "`.md`, `.html` or `.ipynb`"
    guard let path = outputPath else {
      throw ValidationError(
        "Say where to write, with a name that ends with \(known): `-o page.html`. Or say what to"
          + " make: `--to html`.")
    }
    guard let format = ConversionFormat(path: path) else {
      throw ValidationError(
        "\(withoutControls(path)) does not say what to make: end the name with \(known), or add"
          + " `--to html`.")
    }
    return format
  }
}

extension ConversionFormat: ExpressibleByArgument {}
