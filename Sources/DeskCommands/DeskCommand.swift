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
    if Arguments.texts.first?.hasPrefix(DeskProgram.completionOption) == true {
      AllCommands.runFromCommandLine()
    } else {
      runFromCommandLine()
    }
  }
}

/// `reckon` as its users know it, both programs in one, for the completions of their shells.
private struct AllCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reckon", abstract: ReckonCommand.configuration.abstract, version: Version.text,
    subcommands: ReckonCommand.commands + DeskCommand.commands)

  @OptionGroup var options: ExerciseOptions
}
