import ArgumentParser

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check notebooks: what is done, what is left, what is off.",
    discussion: """
      Exits with 0 when everything is right, 1 when something is missing or off, and 65 when a \
      file cannot be read. With --watch it checks again at every save of a notebook in any \
      editor, and says what has changed; Ctrl-C stops it, with the status of the last check.

        reckon check
        reckon check chatgpt-footprint.answers.md
        reckon check --watch chatgpt-footprint.answers.md
        reckon check --json chatgpt-footprint.answers.md
        reckon check submissions/*.md
      """)

  @OptionGroup var options: ExerciseOptions
  @OptionGroup var display: DisplayOptions

  @Flag(help: "Print one JSON object a file, for other programs.")
  var json = false

  @Flag(help: "Check again at every save, until Ctrl-C.")
  var watch = false

  @Option(
    help: ArgumentHelp(
      "The exercise, where a file does not say it.", valueName: "exercise"))
  var exercise: String?

  @Argument(help: "Notebooks; those of the current folder, where none is named.")
  var files: [String] = []

  func run() throws {
    try CheckRun(
      context: ExerciseContext(options, console: display.console), exercise: exercise, json: json,
      watch: watch, files: files
    ).run()
  }
}
