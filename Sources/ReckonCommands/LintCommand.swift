import ArgumentParser
import ExerciseFiles
import TextLayout

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "For authors: check exercise files.",
    discussion: """
      Reads each exercise, computes its model answers, and grades them as students may give \
      them. What is wrong is shown with file and line. Without an argument, all exercises at hand.

        reckon lint
        reckon lint my-exercise.md
      """)

  @OptionGroup var options: ExerciseOptions

  @Argument(help: "Ids of exercises, paths of their files, or folders.")
  var exercises: [String] = []

  func run() throws {
    let console = Console()
    let context = ExerciseContext(options, console: console, command: "lint")
    var targets =
      exercises.isEmpty
      ? context.library.list().map(\.path)
        + context.library.folders.flatMap(ExerciseLibrary.unreadable)
        + context.library.folders.compactMap(ExerciseLibrary.course) : exercises
    targets = targets.flatMap { target -> [String] in
      if case .folder(let path, let inside) = context.library.find(target) {
        return inside.map(\.path) + ExerciseLibrary.unreadable(in: path)
          + [ExerciseLibrary.course(in: path)].compactMap { $0 }
      }
      return [target]
    }
    guard !targets.isEmpty else {
      console.report(CommandWording.noExercises(context.library.folders))
      throw Status.badInput
    }
    var status = Status.fine
    for target in targets {
      let (problems, isReadable) = ExerciseLint(context).problems(of: target)
      console.report(problems)
      guard isReadable else {
        status = .badInput
        continue
      }
      let own = problems.count { $0.diagnostic.severity == .error }
      if own > 0, status == .fine { status = .short }
      let outcome =
        own == 0
        ? StyledText("fine", .success)
        : StyledText("\(own) mistake\(own == 1 ? "" : "s")", .error)
      console.show(StyledText(target, .strong) + ": " + outcome)
    }
    try console.finish()
    if status != .fine { throw status }
  }
}
