import ArgumentParser
import Diagnostics
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program with the assistants' commands, which lies beside this one: what it is linked with,
/// a database above all, costs the student's program nothing.
package enum DeskProgram {
  /// Its file.
  static let name = "reckon-desk"

  /// What asks for a shell's completions, which that program writes for both: it alone knows the
  /// options of all commands.
  package static let completionOption = "--generate-completion-script"

  /// What asks for the manual pages, likewise.
  package static let manualOption = "--generate-manual"

  /// Becomes that program where the arguments name one of its commands, or ask for completions or the
  /// manual.
  static func takeOver(_ arguments: [String]) {
    let isHelp = arguments.first == "help"
    guard let named = isHelp ? arguments.dropFirst().first : arguments.first else { return }
    let asksCompletions = named.hasPrefix(completionOption)
    let isOption = asksCompletions || named == manualOption
    guard isOption || commands.contains(where: { $0._commandName == named }) else { return }
    if let path, FileSystem.isExecutable(path) {
      // As they came: a file's name may be no text.
      var words: [UnsafeMutablePointer<CChar>?] = [strdup(path)]
      for index in 1..<max(1, Int(CommandLine.argc)) where !(isHelp && index == 1) {
        words.append(CommandLine.unsafeArgv[index])
      }
      if isHelp { words.append(strdup("--help")) }
      words.append(nil)
      execv(path, words)
    }
    if asksCompletions { return }
    Console().report(CommandWording.noDesk(named, program: name))
    ReckonCommand.exit(withError: ExitCode(Status.io.rawValue))
  }

  /// Where it is to be.
  static var path: String? {
    Executable.path.map { FileSystem.path(of: name, in: FileSystem.folder(of: $0)) }
  }

  /// What stands for its commands in this program's help.
  static let commands: [any ParsableCommand.Type] = [
    Grade.self, Review.self, Debrief.self, Export.self, Release.self, Simulate.self,
  ]

  struct Grade: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: gradeAbstract)
  }

  struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: reviewAbstract)
  }

  struct Debrief: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: debriefAbstract)
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: exportAbstract)
  }

  struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: simulateAbstract)
  }

  struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: releaseAbstract)
  }

  package static let gradeAbstract = "Grade the notebooks of a class into a gradebook."
  package static let debriefAbstract = "Debrief a class: marks, questions, the commonest errors."
  package static let reviewAbstract = "Score what a person has to read, criterion by criterion."
  package static let exportAbstract = "Marks and graders in the forms that learning platforms take."
  package static let releaseAbstract = "Write what students get of an exercise."
  package static let simulateAbstract = "Write the notebooks of a made-up class, to try things on."
}
