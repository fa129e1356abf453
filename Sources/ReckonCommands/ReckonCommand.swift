import ArgumentParser
import Diagnostics
import ExerciseFiles
import Files

/// The `reckon` command.

public struct ReckonCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "reckon",
    abstract: "Exercises with numbers and units, answered step by step.",
    discussion: """
      Without a subcommand: choose an exercise, and go on where you were.

        reckon                            choose an exercise
        reckon open chatgpt-footprint     open one
        reckon check my.answers.md        see how you stand before you hand it in
        reckon eval '8 * 0.407 kW * 2 h'  calculate with units
        reckon convert my.answers.md -o my.html  make a page of it, to read or print
      """,
    version: Version.text,
    subcommands: commands,
    groupedSubcommands: [
      CommandGroup(name: "Assistants'", subcommands: DeskProgram.commands)
    ])

  /// Those of this program.
  package static let commands: [any ParsableCommand.Type] = [
    OpenCommand.self, ListCommand.self, CheckCommand.self, EvalCommand.self, NewCommand.self,
    PreviewCommand.self, LintCommand.self, ConvertCommand.self, DoctorCommand.self,
  ]

  @OptionGroup var options: ExerciseOptions
  @OptionGroup var display: DisplayOptions

  public init() {}

  public func run() throws {
    let console = display.console
    try Tutor(ExerciseContext(options, console: console), console: console).choose()
  }

  /// Runs the command; a mistake in its arguments exits with 2.
  public static func main() {
    PlainCommand.runIfMeant(by: Arguments.texts)
    DeskProgram.takeOver(Arguments.texts)
    refuseExerciseAlone()
    runFromCommandLine()
  }

  /// An exercise where a command is expected: says how it is opened, and exits.
  private static func refuseExerciseAlone() {
    guard let typed = Arguments.texts.first, !typed.isEmpty, !typed.hasPrefix("-") else { return }
    let known = (commands + DeskProgram.commands).map { $0._commandName } + ["help"]
    guard !known.contains(typed), nearestNames(to: typed, among: known).isEmpty else { return }
    let console = Console()
    let library = ExerciseContext(console: console).library
    let near: [String]
    switch library.find(typed) {
    case .exercise(let entry): near = [typed.hasSuffix(".md") ? typed : entry.id]
    case .nothing(let nearest): near = nearest
    case .folder: near = []
    }
    guard !near.isEmpty else { return }
    console.report(CommandWording.opensByCommand(typed, near: near))
    exit(withError: ExitCode(Status.usage.rawValue))
  }
}

extension ParsableCommand {
  /// Runs the command that the program's arguments name, and exits with the status that tells how
  /// it went; a mistake in the arguments exits with 2.
  package static func runFromCommandLine() {
    FileSystem.holdStandardStreams()
    do {
      var command = try parseAsRoot(Arguments.texts)
      try command.run()
    } catch let status as Status {
      exit(withError: ExitCode(status.rawValue))
    } catch {
      // What the parser says goes through the console too: it repeats arguments as they came.
      let console = Console()
      let message = fullMessage(for: error)
      let code = exitCode(for: error)
      if code == .success {
        console.write(message.isEmpty ? "" : message + "\n")
        do { try console.finish() } catch { exit(withError: ExitCode(error.rawValue)) }
      } else if !message.isEmpty {
        console.complain(message)
      }
      exit(withError: code == .validationFailure ? ExitCode(Status.usage.rawValue) : code)
    }
  }
}

/// How results are shown, common to the student's commands.
package struct DisplayOptions: ParsableArguments {
  @Flag(help: "For screen readers: all in words, nothing drawn (or set $RECKON_ACCESSIBLE to 1).")
  var accessible = false

  package init() {}

  /// Prints as it is wished.
  var console: Console { Console(isAccessible: accessible) }
}

/// Where exercises are looked for, common to most commands.
package struct ExerciseOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A folder with exercises, searched before $RECKON_EXERCISES, ./Exercises and the shipped ones.",
      valueName: "folder")) package var exercises: String?

  package init() {}
}
