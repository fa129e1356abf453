import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A command that was given words alone, and no option.
///
/// The parser of commands takes longer to set up its tree of types than these take to run, so that
/// they are told by their first word before it. What they do is what the commands themselves do;
/// whatever has an option, or other arguments than fit, is the parser's.
struct PlainCommand {
  private let name: String
  /// How many words may follow the name.
  private let count: ClosedRange<Int>
  private let run: @Sendable ([String]) throws -> Void

  private static let all = [
    PlainCommand(name: "eval", count: 0...Int.max) { try EvalCommand.compute($0, Console()) },
    PlainCommand(name: "open", count: 1...1) {
      let context = ExerciseContext(console: Console(), command: "open")
      try Tutor(context, console: context.console).open($0[0])
    },
    PlainCommand(name: "check", count: 0...Int.max) {
      try CheckRun(context: ExerciseContext(console: Console()), files: $0).run()
    },
  ]

  /// Runs the command that the arguments name and exits, where they are such a one.
  static func runIfMeant(by arguments: [String]) {
    let words = Array(arguments.dropFirst())
    guard let command = all.first(where: { $0.name == arguments.first }),
      command.count.contains(words.count), !words.contains(where: { $0.utf8.first == hyphen })
    else { return }
    FileSystem.holdStandardStreams()
    do {
      try command.run(words)
      exit(Status.fine.rawValue)
    } catch {
      exit((error as? Status ?? .io).rawValue)
    }
  }

  private static let hyphen = UInt8(ascii: "-")
}
