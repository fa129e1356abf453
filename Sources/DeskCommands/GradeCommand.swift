import ArgumentParser
import Dates
import Diagnostics
import Exports
import Files
import Foundation
import Gradebook
import NotebookGrading
import ReckonCommands
import Submissions

struct GradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: DeskProgram.gradeAbstract,
    discussion: """
      Takes folders, zip files and Moodle's download of all submissions, in any layout. Whose a \
      file is tells the learning platform's name for it, else the folder that it lies in, else \
      the file itself. Run it again whenever you like: only what has changed is graded anew. \
      Nothing in a submission is run, and a file that cannot be read is told and passed over.

        reckon grade submissions.zip --roster students.csv
        reckon grade submissions --exercise chatgpt-footprint --into footprint.sqlite
        reckon grade --explain 345678
        reckon grade --stream < records.jsonl > graded.jsonl
      """)

  @OptionGroup var options: ExerciseOptions

  @Option(
    help: ArgumentHelp("The gradebook, made where it is not there.", valueName: "file"))
  var into = "gradebook.sqlite"

  @Option(
    name: .customLong("exercise"),
    help: ArgumentHelp(
      "Grade this exercise alone; may be repeated. Without it, all that are known here.",
      valueName: "exercise"))
  var wanted: [String] = []

  @Option(
    help: ArgumentHelp(
      "Who is in the class: CSV with headings such as id, name, email, or Moodle's grading "
        + "worksheet. It is kept for later runs.", valueName: "file"))
  var roster: String?

  @Option(
    help: ArgumentHelp(
      "When each handed in, where the files do not tell: CSV with id and submitted.",
      valueName: "file"))
  var times: String?

  @Flag(help: "Grade all anew, whether it has changed or not.")
  var regrade = false

  @Flag(help: "List every file with what became of it.")
  var files = false

  @Flag(help: "Be a filter: a JSON record a line in, what came of it a line out.")
  var stream = false

  @Flag(help: "Grade nothing: print the records that the filter takes, one a student.")
  var records = false

  @Option(
    help: ArgumentHelp(
      "Grade nothing: tell how each mark of a student came about, by number or name.",
      valueName: "student"))
  var explain: String?

  @Option(
    help: ArgumentHelp(
      "Grade one submission on a platform's machine: gradescope or prairielearn; `reckon export` "
        + "makes what calls it.", valueName: "platform"))
  var adapter: GraderAdapter?

  @Option(help: ArgumentHelp("The folder that the platform has prepared.", valueName: "folder"))
  var root: String?

  @Option(help: ArgumentHelp("Threads; one a core without it.", valueName: "number"))
  var jobs: Int?

  @Argument(help: "Folders, zip files, notebooks.")
  var paths: [String] = []

  func validate() throws {
    if explain != nil {
      if !paths.isEmpty || records || stream {
        throw ValidationError("--explain reads the gradebook (--into) alone: name no files.")
      }
    } else if adapter != nil {
      guard root != nil, !wanted.isEmpty, paths.isEmpty, !stream, !records else {
        throw ValidationError("With --adapter, name --root and --exercise, and no files.")
      }
    } else if root != nil {
      throw ValidationError("--root is for --adapter.")
    } else if stream {
      if !paths.isEmpty || records {
        throw ValidationError("With --stream, records come on standard input: name no files.")
      }
    } else if paths.isEmpty {
      throw ValidationError("Name a folder or a zip file with notebooks.")
    }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to 256.")
    }
  }

  func run() throws {
    let console = Console()
    let context = ExerciseContext(options, console: console)
    if let explain {
      try GradeExplanation(student: explain, gradebook: into, only: wanted, context).show()
      try console.finish()
      return
    }
    if let adapter, let root {
      return try AdapterRun(adapter: adapter, root: root, exercises: wanted).run(context)
    }
    let ids = try wantedIDs(context)
    if stream {
      let grader = SubmissionGrader(only: ids) { Self.open($0, context.silent) }
      try GradeStream(grader: grader, console: console).run()
      return
    }
    let orders = Supervisor.orders
    if orders == nil, !records, let status = Supervisor.run(console) {
      guard status == 0 else { throw ExitCode(status) }
      return
    }
    try grade(context, ids, orders)
    try console.finish()
  }

  /// The exercises asked for, each of which has to be there.
  private func wantedIDs(_ context: ExerciseContext) throws(Status) -> Set<String>? {
    if wanted.isEmpty { return nil }
    var ids: Set<String> = []
    for name in wanted { ids.insert(try context.open(name).exercise.id) }
    return ids
  }

  private func grade(
    _ context: ExerciseContext, _ ids: Set<String>?, _ orders: Supervisor.Orders?
  ) throws(Status) {
    let console = context.console
    let roster = try people(self.roster, console)
    let times = try people(self.times, console)
    let book = FileSystem.realPath(into) ?? into
    let own = Set(
      [book, book + "-wal", book + "-shm"]
        + [self.roster, self.times].compactMap { $0.flatMap(FileSystem.realPath) })
    var sources: [SubmissionSource] = []
    for path in paths {
      guard let real = FileSystem.realPath(path) else {
        console.report(DeskWording.nothingThere(path))
        throw .badInput
      }
      sources.append(SubmissionSource(real, without: own))
    }
    let folders = paths.map { FileSystem.isFolder($0) ? $0 : FileSystem.folder(of: $0) }
    let library = folders.reduce(context) { $0.forJudging(filesIn: $1.isEmpty ? "." : $1) }.library
    do throws(Gradebook.Failure) {
      let gradebook = try Gradebook(path: into)
      var run = GradingRun(
        gradebook, sources: sources, threads: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
        version: Version.text, now: WallClock.system.now()
      ) { id in
        Self.open(id, ExerciseContext(library: library, console: Console(isSilent: true)))
      }
      run.roster = roster
      run.times = times
      run.wanted = ids
      run.gradesAll = regrade
      if let orders {
        run.watch = orders.watch
        run.suspects = orders.suspects
        run.failures = orders.failures
      }
      if records {
        try run.records { student, submission in
          console.write(SubmissionRecord(id: student, submission).line + "\n")
        }
        return
      }
      let bar = ProgressBar(console)
      let outcome = try run.run(progress: bar.show)
      bar.clear()
      try GradeSummary(gradebook, console: console).show(
        outcome, at: run.now, allFiles: files)
    } catch {
      console.report(DeskWording.gradebook(into, error))
      throw error.status
    }
  }

  /// The exercise by which notebooks are marked; what students get of one says too little for that.
  private static func open(
    _ id: String, _ context: ExerciseContext
  ) -> OpenedExercise? {
    guard let opened = try? context.open(id) else { return nil }
    guard opened.exercise.release == nil else {
      Console().report(DeskWording.isReleased(opened.exercise.file))
      return nil
    }
    return opened
  }

  /// A list of students, or nil where none is named.
  private func people(_ path: String?, _ console: Console) throws(Status) -> Roster? {
    guard let path else { return nil }
    let reader = RosterReader(try ListFile.text(path, console), name: path)
    console.report(reader.problems)
    if reader.problems.contains(where: { $0.diagnostic.severity == .error }) { throw .badInput }
    return reader.roster
  }
}

extension GraderAdapter: ExpressibleByArgument {}

extension Gradebook.Failure {
  var status: Status {
    switch self {
    case .notAGradebook, .newer: .badInput
    case .busy, .full, .forbidden, .other: .io
    }
  }
}
