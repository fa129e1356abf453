import ArgumentParser

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "See whether all that Reckon needs is there.",
    discussion: """
      Looks at the terminal, the locale, the editor, the folder where you are, and the exercises, \
      and says what to do where something is missing. Nothing is changed. Exits with 0 when all is \
      well, and with 1 when something is not.

        reckon doctor
        reckon doctor --json
      """)

  @OptionGroup var options: ExerciseOptions
  @OptionGroup var display: DisplayOptions

  @Flag(help: "Print one JSON object, for other programs.")
  var json = false

  func run() throws {
    let console = display.console
    let context = ExerciseContext(options, console: console)
    let report = DoctorReport(HealthCheck.all.map { ($0, $0.examine(context)) })
    if json {
      console.write(report.value.text + "\n")
    } else {
      console.show(
        report.lines(width: console.width, unicode: console.unicode, inWords: console.inWords))
    }
    try console.finish()
    if report.count(.odd) > 0 { throw Status.short }
  }
}
