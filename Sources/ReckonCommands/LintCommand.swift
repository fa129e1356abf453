import ArgumentParser
import Diagnostics
import ExerciseFiles
import Grading
import Notebook
import Reports

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "For authors: check exercise files.",
    discussion: """
      Reads each exercise, computes its model answers, and replays them as students may give \
      them. What is wrong is shown with file and line. Without an argument, all exercises at hand.

        reckon lint
        reckon lint my-exercise.md
      """)

  @OptionGroup var options: ExerciseOptions

  @Argument(help: "Ids of exercises, paths of their files, or folders.")
  var exercises: [String] = []

  func run() throws {
    let console = Console()
    let workplace = Workplace(options, console: console)
    var targets = exercises.isEmpty ? workplace.library.list().map(\.path) : exercises
    targets = targets.flatMap { target -> [String] in
      if case .folder(_, let inside) = workplace.library.find(target) {
        return inside.map(\.path)
      }
      return [target]
    }
    guard !targets.isEmpty else {
      console.report(CommandWording.noExercises(workplace.library.folders))
      throw Status.badInput
    }
    var errors = 0
    for target in targets {
      let problems = problems(of: target, workplace)
      for problem in problems { console.report(problem) }
      let own = problems.count { $0.diagnostic.severity == .error }
      errors += own
      let outcome =
        own == 0
        ? StyledText("fine", .success)
        : StyledText("\(own) mistake\(own == 1 ? "" : "s")", .error)
      console.show(StyledText(target, .strong) + ": " + outcome)
    }
    try console.finish()
    if errors > 0 { throw Status.short }
  }

  private func problems(of target: String, _ workplace: Workplace) -> [LocatedDiagnostic] {
    if target == "course.md" || target.hasSuffix("/course.md") {
      return CourseLoader().load(path: target).problems
    }
    let loaded = workplace.library.load(target)
    guard let exercise = loaded.exercise else { return loaded.problems }
    let required = workplace.library.required(by: exercise)
    let opened = OpenedExercise(
      exercise, required: required.compactMap(\.exercise), folder: nil,
      problems: loaded.problems + required.flatMap(\.problems))
    guard !opened.problems.contains(where: { $0.diagnostic.severity == .error }) else {
      return opened.problems
    }
    return opened.problems
      + ModelAnswerCheck(opened.reference).failures().map { failure in
        LocatedDiagnostic(
          failure.diagnostic,
          in: SourceText("", name: exercise.file, firstLine: failure.line))
      }
  }
}
