import ArgumentParser
import ReckonCommands

/// The commands of `reckon` that are for assistants and authors, in a program of their own, which
/// `reckon` starts.
public struct DeskCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "reckon", abstract: "A class graded and debriefed.", version: Version.text,
    subcommands: commands)

  fileprivate static let commands: [any ParsableCommand.Type] = [
    GradeCommand.self, ReviewCommand.self, DebriefCommand.self, ExportCommand.self,
    ReleaseCommand.self, SimulateCommand.self,
  ]

  public init() {}

  /// Runs the command; a mistake in its arguments exits with 2.
  public static func main() {
    switch Arguments.texts.first {
    case DeskProgram.manualOption: writeManual()
    case let first? where first.hasPrefix(DeskProgram.completionOption):
      AllCommands.runFromCommandLine()
    default: runFromCommandLine()
    }
  }

  private static func writeManual() {
    let console = Console()
    let folders = Array(Arguments.texts.dropFirst())
    guard folders.count == 2 else {
      console.report(ManualWording.howToGenerate)
      exit(withError: ExitCode(Status.usage.rawValue))
    }
    do throws(Status) {
      try ManualPages.write(
        docs: folders[0], to: folders[1], description: AllCommands._dumpHelp(), console: console)
    } catch {
      exit(withError: ExitCode(error.rawValue))
    }
  }
}

/// `reckon` as its users know it, both programs in one, for the completions of their shells and for the
/// manual.
private struct AllCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reckon", abstract: ReckonCommand.configuration.abstract,
    discussion: ReckonCommand.configuration.discussion, version: Version.text,
    subcommands: ReckonCommand.commands + DeskCommand.commands)

  @OptionGroup var options: ExerciseOptions
  @OptionGroup var display: DisplayOptions
}
