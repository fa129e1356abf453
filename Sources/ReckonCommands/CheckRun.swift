import Dates
import Files
import Grading
import NotebookFiles
import NotebookGrading
import Reports
import TextLayout

/// What `reckon check` does.
struct CheckRun {
  private let context: ExerciseContext
  /// The exercise, where a file does not say it.
  private let exercise: String?
  private let json: Bool
  private let watch: Bool
  private let files: [String]

  /// What one round has found.
  private struct Round {
    var status = Status.fine
    var reports: [String: ExerciseReport] = [:]
    /// The notebooks and what they are judged by.
    var paths: Set<String>
  }

  /// - Parameter files: those of the current folder, where there are none.
  init(
    context: ExerciseContext, exercise: String? = nil, json: Bool = false, watch: Bool = false,
    files: [String]
  ) throws {
    (self.context, self.exercise, self.json, self.watch) = (context, exercise, json, watch)
    self.files = files.isEmpty ? try Self.notebooksHere(context.console) : files
  }

  func run() throws {
    let console = context.console
    guard watch else {
      let round = checkAll(context, after: nil)
      try console.finish()
      if round.status != .fine { throw round.status }
      return
    }
    var last: Round?
    try FileWatch.rounds(editing: files, console, clearing: !json) {
      let round = checkAll(last == nil ? context : context.refreshed, after: last)
      last = round
      return round.paths
    } sayHowItGoesOn: {
      if !json { sayHowItGoesOn(console) }
    }
    if let last, last.status != .fine { throw last.status }
  }

  /// The notebooks of the current folder, by name.
  private static func notebooksHere(_ console: Console) throws -> [String] {
    let all = FileSystem.names(in: ".")
    if all.count >= FileSystem.entryLimit {
      console.report(CommandWording.crowded("this folder", limit: FileSystem.entryLimit))
    }
    let names = all.filter { $0.hasSuffix(NotebookPath.suffix) }
    guard !names.isEmpty else {
      console.report(CommandWording.noNotebooks)
      throw Status.usage
    }
    return names.sorted()
  }

  private func sayHowItGoesOn(_ console: Console) {
    let clock = WallClock.system
    let time = DateWording.clockWithSeconds(clock.now(), in: clock.zone)
    console.show(CommandWording.watching(files.count, checkedAt: time))
  }

  /// Checks the files and shows what is found; after an earlier round, what has changed too.
  private func checkAll(_ context: ExerciseContext, after earlier: Round?) -> Round {
    let console = context.console
    let checker = NotebookChecker(context, exercise: exercise)
    // What made a file unreadable must be seen to go away again.
    var round = Round(paths: Set(files).union(earlier?.paths ?? []))
    var changes: [StyledText] = []
    var judgedBy: [String: OpenedExercise] = [:]
    for file in files {
      do throws(Status) {
        let checked = try checker.check(file)
        show(checked, file, console)
        judgedBy[checked.opened.exercise.file] = checked.opened
        if checked.report.questions.contains(where: {
          (!$0.isDone || $0.isSkipped) && $0.maximum > 0 && !$0.isPractice
        }),
          round.status == .fine
        {
          round.status = .short
        }
        round.reports[file] = checked.report
        if watch { round.paths.formUnion(checker.paths(of: checked, file)) }
        if let before = earlier?.reports[file] {
          let change = ReportChanges(from: before, to: checked.report)
          if files.count == 1 || !change.isEmpty {
            changes.append(CommandWording.changed(change.text, file: files.count > 1 ? file : nil))
          }
        }
      } catch {
        round.status = error
        round.reports[file] = earlier?.reports[file]
      }
    }
    if !json, files.count > 1 {
      let text = CheckText(
        width: console.width, unicode: console.unicode, inWords: console.inWords)
      for (_, opened) in judgedBy.sorted(by: { $0.key < $1.key }) {
        console.show(text.basis(opened))
      }
    }
    if !json { for change in changes { console.showFolded(change) } }
    return round
  }

  private func show(_ checked: NotebookChecker.Checked, _ file: String, _ console: Console) {
    if json {
      let value = CheckJSON.value(
        checked.report, opened: checked.opened, file: files.count > 1 ? file : nil,
        late: checked.late, asked: checked.file.askedQuestions, problems: checked.problems)
      console.show(value)
      return
    }
    // While watching, two lines say what has changed and how it goes on.
    let text = CheckText(
      width: console.width, unicode: console.unicode,
      rows: console.inWords ? Int.max / 2 : console.rows - (watch ? 2 : 0),
      inWords: console.inWords)
    if files.count > 1 {
      console.showFolded(
        text.line(
          checked.report, file: file,
          problems: checked.remarks.count { $0.diagnostic.severity != .notice },
          late: checked.late))
    } else {
      console.show(
        text.lines(
          checked.report, opened: checked.opened, file: file,
          problems: checked.remarks, late: checked.late))
    }
  }
}
