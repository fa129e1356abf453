import ArgumentParser

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the exercises and how far you are.",
    discussion: """
        reckon list
        reckon list --exercises ~/my-exercises
      """)

  @OptionGroup var options: ExerciseOptions
  @OptionGroup var display: DisplayOptions

  func run() throws {
    let console = display.console
    let context = ExerciseContext(options, console: console)
    let entries = context.library.list()
    let crowded = context.library.crowded
    for folder in crowded.folders {
      console.report(CommandWording.crowded(folder, limit: crowded.limit))
    }
    guard !entries.isEmpty else {
      console.report(CommandWording.noExercises(context.library.folders))
      throw Status.badInput
    }
    console.show(ExerciseList(context).lines(entries, dates: true))
    try console.finish()
  }
}
