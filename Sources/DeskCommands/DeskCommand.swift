import ArgumentParser
import ReckonCommands

/// The commands of `reckon` that are for assistants and authors, in a program of their own, which
/// `reckon` starts.
public struct DeskCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "reckon", abstract: "A class graded and debriefed.", version: Version.text,
    subcommands: [GradeCommand.self, DebriefCommand.self, SimulateCommand.self])

  public init() {}

  /// Runs the command; a mistake in its arguments exits with 2.
  public static func main() { runFromCommandLine() }
}
