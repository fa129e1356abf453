import ArgumentParser
import Dates
import Diagnostics
import Exports
import Feedback
import Files
import Gradebook
import NotebookGrading
import ReckonCommands
import TextLayout

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: DeskProgram.exportAbstract,
    discussion: """
      Marks and feedback of a gradebook as learning platforms take them, and graders that run there. \
      What the platform would stop at, or pass over without a word, is said before anything is \
      written. A mark is the sure points and the provisional ones.

      \(DeskWording.exportFormats)

        reckon export --as csv -o marks.csv
        reckon export --as moodle-worksheet --worksheet Grades.csv -o filled-in.csv
        reckon export --as moodle --participants grades.csv --maximum 6 -o import.csv
        reckon export --as gradescope chatgpt-footprint -o autograder.zip
      """)

  @OptionGroup var options: ExerciseOptions

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("What to make, of those above.", valueName: "format"))
  var format: ExportFormat

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where to write.", valueName: "path")) var output: String

  @Option(
    help: ArgumentHelp("Of which exercise, where there are several.", valueName: "exercise"))
  var exercise: String?

  @OptionGroup var files: PlatformFiles
  @OptionGroup var marks: MarkOptions

  @Flag(help: "Write over what is there and was not made by this command.")
  var force = false

  @Argument(
    help: "What `reckon grade` has made (gradebook.sqlite without it); for a grader, exercises.")
  var names: [String] = []

  func validate() throws {
    let told = files.told.union(marks.isTold ? [.marks] : [])
    if let problem = DeskWording.exportUsage(format, names: names, exercise: exercise, told: told) {
      throw ValidationError(problem)
    }
    if files.by == .username, files.participants == nil {
      throw ValidationError(DeskWording.userNamesUnknown)
    }
  }

  func run() throws {
    let context = ExerciseContext(options, console: Console())
    let console = context.console
    let made: Export
    do {
      switch format.maker {
      case .marks(let make): made = try make(try markOrder(context))
      case .grader(let make): made = try make(try graderOrder(context))
      }
    } catch let refusal as ExportRefusal {
      for reason in refusal.reasons { console.report(reason.diagnostic) }
      console.report(refusal.diagnostic)
      throw Status.badInput
    }
    for notice in made.notices { console.report(notice.diagnostic) }
    let sources = (format.isGrader ? [] : [gradebook]) + files.paths
    try ExportTarget(path: output, format: format, sources: sources, mayReplace: force)
      .write(made.files, console)
    console.showFolded(StyledText(DeskWording.exported(made, by: format, to: output)))
    try console.finish()
    if made.isIncomplete { throw Status.short }
  }

  private var gradebook: String { names.first ?? "gradebook.sqlite" }

  private func markOrder(_ context: ExerciseContext) throws -> MarkOrder {
    let console = context.console
    let shelf = GradebookShelf(path: gradebook, exercise: exercise, console: console)
    return try shelf.open { book, ids throws in
      guard ids.count == 1 else { throw shelf.severalExercises(ids) }
      guard let found = try book.marks(of: ids[0]) else {
        console.report(DeskWording.noGrades(gradebook, of: ids[0], known: ids))
        throw Status.badInput
      }
      let opened = try? context.silent.open(ids[0])
      let zone = WallClock.system.zone
      var order = MarkOrder(found) { student in
        guard let account = try? book.account(exercise: ids[0], student: student) else {
          return nil
        }
        let report = MarkAccount(account, for: .student, opened: opened, zone: zone).report
        return (report.markdown, report.page)
      }
      order.rule = marks.rule
      try files.fill(&order, console)
      return order
    }
  }

  private func graderOrder(_ context: ExerciseContext) throws -> GraderOrder {
    let opened = try names.map { name throws(Status) in try context.open(name) }
    if let released = opened.first(where: { $0.exercise.release != nil }) {
      context.console.report(DeskWording.isReleased(released.exercise.file))
      throw Status.badInput
    }
    guard let path = Executable.path else { throw ExportRefusal.onlyOnLinux }
    return GraderOrder(opened, program: try GraderProgram.running(path))
  }
}

extension ExportFormat: ExpressibleByArgument {
  public init?(argument: String) {
    guard let format = ExportFormat.named(argument) else { return nil }
    self = format
  }

  public static var allValueStrings: [String] { all.map(\.name) }
  public var defaultValueDescription: String { name }
}
