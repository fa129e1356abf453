import Dates
import Diagnostics
import ExerciseFiles
import Files
import Formulas
import Grading
import NotebookFiles
import NotebookGrading

/// Grades notebooks from files, opening each exercise once.
final class NotebookChecker {
  struct Checked {
    var opened: OpenedExercise
    var file: NotebookFile
    var graded: GradedNotebook
    var report: ExerciseReport
    /// What is said of bytes that are no text, at the first line that has them.
    var repaired: LocatedDiagnostic?

    /// What could not be read of the file or answers nothing, in its order.
    var remarks: [LocatedDiagnostic] {
      (graded.remarks + graded.nearAnswers).enumerated()
        .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    }

    /// The same and what is said of its bytes, with the section it stands in.
    var problems: [(question: String?, LocatedDiagnostic)] {
      ((repaired.map { [$0] } ?? []) + remarks).map { (file.section(atLine: $0.line), $0) }
    }

    /// When questions were first changed after the due date; none where there is no such date.
    var late: [String: Moment] { file.late(after: opened.exercise.dueMoment) }
  }

  private let context: ExerciseContext
  private let exercise: String?
  private var openedExercises: [String: OpenedExercise] = [:]
  /// Answers to required exercises, by folder and exercise.
  private var ownAnswers: [String: [String: Value]] = [:]

  init(_ context: ExerciseContext, exercise: String?) {
    self.context = context
    self.exercise = exercise
  }

  /// Reports what is wrong with the file and throws where it cannot be graded.
  func check(_ path: String) throws(Status) -> Checked {
    let text: String
    var isRepaired = false
    switch NotebookStore(path: path).read() {
    case .missing:
      context.console.report(CommandWording.notANotebook(path))
      throw .badInput
    case .unreadable(let diagnostic):
      context.console.report(diagnostic)
      throw .badInput
    case .text(let own, let repaired):
      (text, isRepaired) = (own, repaired)
      if repaired { context.console.report(CommandWording.repaired(path)) }
    }
    let file = NotebookFile(text: text, name: path)
    if file.isTooLarge, let problem = file.problems.first {
      context.console.report(problem)
      throw .badInput
    }
    let id = try exerciseID(of: file, at: path)
    let folder = Self.folder(of: path)
    let opened = try opened(id, folder: folder)
    if let own = file.exercise, own != opened.exercise.id {
      context.console.report(
        CommandWording.otherExercise(path, found: own, wanted: opened.exercise.id))
      throw .badInput
    }
    // Answers to required exercises come from the notebooks in the same folder.
    let graded = opened.compiled.grade(
      file, ownRequired: ownRequired(by: opened, in: folder),
      isPastDue: opened.exercise.isPastDue(at: WallClock.system.now()))
    return Checked(
      opened: opened, file: file, graded: graded, report: graded.report(),
      repaired: isRepaired ? file.located(CommandWording.repaired(path), atFirst: "\u{FFFD}") : nil)
  }

  /// Files that the report on a notebook depends on: its own, those that the exercise is made
  /// of, and the student's notebooks of those that it requires.
  func paths(of checked: Checked, _ path: String) -> [String] {
    let folder = Self.folder(of: path)
    return [path] + checked.opened.files
      + checked.opened.required.map { NotebookPath.path(of: $0.exercise.id, in: folder) }
  }

  /// The exercise named by the option, or else by the notebook. A notebook is a stranger's file:
  /// what it says is an id and never a path, which could lead anywhere.
  private func exerciseID(of file: NotebookFile, at path: String) throws(Status) -> String {
    if let exercise { return exercise }
    let id = file.exercise ?? Self.exercise(fromName: path)
    if file.exercise == nil {
      // A head that cannot be read may be why no such exercise is found.
      for problem in file.headProblems.prefix(3) { context.console.report(problem) }
    }
    guard let id else {
      context.console.report(CommandWording.noExercise(path))
      throw .badInput
    }
    if file.exercise == nil, !context.library.holds(id) {
      context.console.report(CommandWording.noExercise(path, called: id))
      throw .badInput
    }
    guard isExerciseID(id) else {
      context.console.report(CommandWording.notAnID(id, in: path))
      throw .badInput
    }
    return id
  }

  private func opened(_ id: String, folder: String) throws(Status) -> OpenedExercise {
    let trusted = context.forJudging(filesIn: folder)
    let isOfAll = trusted.library.folders == context.library.folders
    let key = isOfAll ? id : "\(folder)/\(id)"
    if let known = openedExercises[key] { return known }
    if let own = besideNotebook(id, folder: folder, trusted.library, isOfAll: isOfAll) {
      // What was handed out says of itself that nothing is right by it alone.
      guard context.library.load(own).exercise?.release != nil else {
        context.console.report(CommandWording.exerciseOfItsOwn(own, id: id))
        throw .badInput
      }
      let opened = try context.open(own)
      openedExercises[key] = opened
      return opened
    }
    let opened = try trusted.open(id)
    openedExercises[key] = opened
    return opened
  }

  /// The path of an exercise that lies beside the notebook, where no other has the id: it is used only
  /// where it is named.
  private func besideNotebook(
    _ id: String, folder: String, _ trusted: ExerciseLibrary, isOfAll: Bool
  ) -> String? {
    guard case .nothing = trusted.find(id) else { return nil }
    if !isOfAll, case .exercise(let own) = context.library.find(id) { return own.path }
    let beside = folder == "." ? "\(id).md" : "\(folder)/\(id).md"
    return isExerciseID(id) && FileSystem.isPlainFile(beside) ? beside : nil
  }

  private func ownRequired(by opened: OpenedExercise, in folder: String) -> [String: Value] {
    let key = "\(folder)/\(opened.exercise.id)"
    let own = ownAnswers[key] ?? opened.requiredAnswers(in: folder).own
    ownAnswers[key] = own
    return own
  }

  private static func folder(of path: String) -> String {
    let folder = FileSystem.folder(of: path)
    return folder.isEmpty ? "." : folder
  }

  /// `chatgpt-footprint` for `chatgpt-footprint.answers.md`.
  static func exercise(fromName path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard name.hasSuffix(NotebookPath.suffix) else { return nil }
    return String(name.dropLast(NotebookPath.suffix.count))
  }
}
