import AnswerKeys
import Dates
import ExerciseFiles
import Exercises
import Files
import Formulas
import Fuzzing
import Grading
import NotebookFiles
import NotebookGrading
import Quantities
import TextLayout
import TutorTerminal
import Tutoring

/// Of the exercises of the checkout, which is the folder that the program runs in.
let exercises = ["chatbot-model-analysis", "chatgpt-footprint", "epfl-estimate"].map { id in
  let library = ExerciseLibrary(folders: ["Exercises"])
  let loaded = library.load(id)
  guard let exercise = loaded.exercise else { fatalError("\(id) is not below Exercises") }
  return OpenedExercise(
    exercise, course: loaded.course,
    required: library.required(by: exercise).compactMap(\.exercise))
}

func session(_ opened: OpenedExercise, _ path: String, after lines: Int) -> TerminalSession {
  var environment = Session.Environment(isInteractive: lines % 2 == 0, unicode: lines % 3 > 0)
  environment.clock = WallClock(zone: .utc) { Moment(seconds: 1_700_000_000) }
  environment.isAccessible = lines % 5 == 0
  return TerminalSession(
    Session(opened, notebook: path, environment: environment),
    screen: TerminalSession.Screen(
      unicode: environment.unicode, colour: false, width: { 20 + lines % 80 }))
}

/// Marks, and why, so that two reports can be compared.
func account(_ report: ExerciseReport) -> [String] {
  report.questions.map { question in
    "\(question.id) \(question.score) \(question.provisional) "
      + question.answers.map { "\($0.verdict) \($0.share) \($0.message)" }.joined(separator: "; ")
  }
}

/// The first byte says which exercise is opened, the rest is typed, line by line. The notebook on disk is marked as the session marks it, and
/// so is a session that goes on with it; and no value of a wrong dimension is right.
fuzz { input in
  guard let first = input.first else { return }
  let opened = exercises[Int(first) % exercises.count]
  let lines = Array(input.dropFirst()).text.split(separator: "\n", omittingEmptySubsequences: false)
  InputFolder.clear()
  let path = NotebookPath.path(of: opened.exercise.id, in: InputFolder.path)
  var terminal: TerminalSession? = session(opened, path, after: lines.count)
  _ = terminal?.welcome()
  for line in lines.prefix(40) {
    guard let terminal else { break }
    let typed = String(line)
    _ = terminal.session.completion(of: typed, cursor: typed.utf8.count)
    _ = terminal.session.decoration(of: typed, cursor: typed.utf8.count)
    _ = terminal.handle(typed)
    _ = terminal.prompt
  }
  _ = terminal?.end()
  guard let report = terminal?.session.report() else { return }
  terminal = nil
  let bytes = InputFolder.bytes(of: FileSystem.name(of: path)) ?? []
  let graded = opened.compiled.grade(NotebookFile(text: bytes.text, name: path))
  let again = session(opened, path, after: lines.count)
  hold(account(graded.report()) == account(report), "the file is marked as the session is")
  hold(account(again.session.report()) == account(report), "a session goes on where the last was")
  for answer in opened.compiled.answerKey.answers {
    hold(isOfItsDimension(answer, graded), "\(answer.spec.name) is right in a right dimension only")
  }
}

/// Whether an answer that earns its whole mark has the dimension that is asked for.
func isOfItsDimension(_ answer: AnswerKey.Answer, _ graded: GradedNotebook) -> Bool {
  let report = graded.report().questions.lazy.filter { $0.id == answer.question }
    .flatMap(\.answers).first { $0.name == answer.spec.name }
  guard let report, let key = report.key, report.verdict == .correct,
    graded.filled[key] == nil, case .success(let value)? = graded.sheet.rawValue(of: key),
    let unit = value.unit
  else { return true }
  let rules = answer.spec.rules
  return ([answer.unit] + answer.accepts).contains { asked in
    asked.dimension == unit.dimension
      || rules.counts == .forgiving && unit.differsOnlyInCounts(from: asked)
      || rules.bare == .adopt && unit.dimension == Unit.one.dimension
  }
}
