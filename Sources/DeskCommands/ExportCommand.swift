import ArgumentParser
import Diagnostics
import Exports
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
      case .marks(let make): made = try make(try markOrder(console))
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

  private func markOrder(_ console: Console) throws -> MarkOrder {
    let found = try classMarks(console)
    let sheet = PointSheet(found, rule: marks.rule)
    var order = MarkOrder(found) { sheet.feedback($0) }
    order.rule = marks.rule
    try files.fill(&order, console)
    return order
  }

  private func classMarks(_ console: Console) throws -> ClassMarks {
    guard FileSystem.isTaken(gradebook) else {
      console.report(DeskWording.noGradebook(gradebook))
      throw Status.badInput
    }
    do {
      let book = try Gradebook(path: gradebook)
      let known = try book.gradedExercises()
      if exercise == nil, known.count > 1 {
        console.report(DeskWording.severalExercises(known))
        throw Status.badInput
      }
      guard let id = exercise ?? known.first, known.contains(id),
        let found = try book.marks(of: id)
      else {
        console.report(DeskWording.noGrades(gradebook, of: exercise, known: known))
        throw Status.badInput
      }
      return found
    } catch let failure as Gradebook.Failure {
      console.report(DeskWording.gradebook(gradebook, failure))
      throw failure.status
    }
  }

  private func graderOrder(_ context: ExerciseContext) throws -> GraderOrder {
    let opened = try names.map { name throws(Status) in try context.open(name) }
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
