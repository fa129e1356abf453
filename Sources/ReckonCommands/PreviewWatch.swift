import Dates
import Diagnostics
import ExerciseFiles
import NotebookGrading
import Reports
import TextLayout

/// An exercise that is shown again at every save of its files: whole at first, then what a save has
/// changed, with all that is wrong with it. Where it cannot be read, what is wrong is shown alone.
final class PreviewWatch {
  private let command: PreviewCommand
  private let context: ExerciseContext
  private var console: Console { context.console }
  /// As they were shown last.
  private var parts: [PreviewText.Part] = []
  /// Files that it was ever made of: what made it unreadable must be seen to go away again.
  private var files: Set<String>
  private var mistakes = 0

  init(_ command: PreviewCommand, _ context: ExerciseContext) {
    (self.command, self.context) = (command, context)
    var own = [command.exercise]
    if case .exercise(let entry) = context.library.find(command.exercise) { own = [entry.path] }
    files = Set(own + [command.notebook].compactMap { $0 })
  }

  func run() throws {
    var isFirst = true
    try FileWatch.rounds(editing: files.sorted(), console, clearing: true) {
      show(isFirst ? context : context.refreshed)
      isFirst = false
      return files
    } sayHowItGoesOn: {
      let clock = WallClock.system
      let time = DateWording.clockWithSeconds(clock.now(), in: clock.zone)
      console.show(StyledText())
      console.showFolded(CommandWording.previewed(at: time, mistakes: mistakes))
    }
    if mistakes > 0 { throw Status.short }
  }

  private func show(_ context: ExerciseContext) {
    let loaded = context.library.load(command.exercise, for: context.command)
    guard let exercise = loaded.exercise else { return tell(loaded.problems) }
    let opened = context.assemble(exercise, course: loaded.course, problems: loaded.problems)
    files.formUnion(opened.files)
    // What is wrong with the exercise is told below, once.
    let student = command.notebook.flatMap { notebook in
      try? NotebookChecker(context.silent, exercise: command.exercise).check(notebook)
    }
    let now = command.parts(of: student?.opened ?? opened, student, console)
    for part in now where !parts.contains(part) { console.show(part.lines) }
    parts = now
    tell(ExerciseLint(context).problems(of: opened))
  }

  private func tell(_ problems: [LocatedDiagnostic]) {
    if !problems.isEmpty { console.show(StyledText()) }
    console.report(problems)
    mistakes = problems.count { $0.diagnostic.severity == .error }
  }
}
