import ArgumentParser

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open an exercise and go on where you were.",
    discussion: """
      Your work is kept in EXERCISE.answers.md in the current folder, and saved after every line.

        reckon open chatgpt-footprint
        reckon open ./my-exercise.md
      """)

  @OptionGroup var options: ExerciseOptions
  @OptionGroup var display: DisplayOptions

  @Argument(help: "The id of an exercise, or the path of its file.")
  var exercise: String

  func run() throws {
    let console = display.console
    let context = ExerciseContext(options, console: console, command: "open")
    try Tutor(context, console: console).open(exercise)
  }
}
