import Diagnostics
import ExerciseFiles
import Files
import Formulas
import NotebookFiles
import TextLayout

/// What the commands say, in alphabetical order.
enum CommandWording {
  static func begun(_ path: String) -> StyledText {
    StyledText(
      "\(withoutControls(path)) is written: a small exercise that works, to be made yours.")
  }

  static func changed(_ what: StyledText, file: String?) -> StyledText {
    StyledText(file.map { "\($0), since the last save: " } ?? "Since the last save: ") + what + "."
  }

  static func drawsElsewhere(_ drawing: PlotStatement) -> Diagnostic {
    Diagnostic(
      id: "draws-elsewhere", severity: .notice,
      message:
        "`\(drawing.name)` draws a chart in the notebook of an exercise; here only its values "
        + "are checked.",
      labels: [.init(drawing.nameSpan)], help: ["`reckon open`, and the same line there"])
  }

  /// - Parameter path: by which it was opened.
  static func exerciseHasMistakes(_ id: String, path: String) -> Diagnostic {
    Diagnostic(
      id: "exercise-has-mistakes", severity: .warning,
      message: "The exercise `\(id)` has mistakes of its author; some answers cannot be graded.",
      help: ["`reckon lint \(shellWord(path))` shows all of them"])
  }

  static func howToChoose(_ next: String) -> StyledText {
    StyledText(
      "Type the number of an exercise, or the beginning of its name, and press Enter: it opens at"
        + " its first open question, and says there how to go on. Enter alone takes \(next); `quit`"
        + " leaves.", .dim)
  }

  static func moreProblems(_ count: Int) -> Diagnostic {
    Diagnostic(
      id: "more-problems", severity: .notice,
      message: "There \(count == 1 ? "is 1 more mistake" : "are \(count) more mistakes") in it.")
  }

  static func isANotebook(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "is-a-notebook",
      message: "\(file) is the name of a notebook, so nothing else is written there.",
      help: ["a name that does not end with \(NotebookPath.suffix)"])
  }

  static func idIsTaken(_ id: String, by path: String) -> Diagnostic {
    Diagnostic(
      id: "id-taken", severity: .warning,
      message: "\(withoutControls(path)) has the id `\(id)` too, and is found first by it.",
      help: ["another `id` in the one or the other"])
  }

  static func isTheNotebook(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "is-the-notebook",
      message: "\(file) is the notebook itself, which is never written over.",
      help: ["another name"])
  }

  static func isThere(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "is-there",
      message: "\(withoutControls(path)) is there already, and is left as it is.",
      help: ["another name, or `reckon preview --watch` to go on with it"])
  }

  static func linkToNothing(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "link-to-nothing", message: "\(path) is a link to a file that is not there.",
      help: ["another name after `-o`"])
  }

  static func exerciseOfItsOwn(_ path: String, id: String) -> Diagnostic {
    let path = withoutControls(path)
    return Diagnostic(
      id: "exercise-of-its-own",
      message: "The exercise `\(id)` lies beside the notebook, in \(path), and a notebook does not"
        + " bring the exercise that it is checked by.",
      help: ["if it is yours, name it: `--exercise \(path)`"])
  }

  /// - Parameter name: what the file is called, where no exercise is.
  static func noExercise(_ file: String, called name: String? = nil) -> Diagnostic {
    Diagnostic(
      id: "no-exercise",
      message: "\(withoutControls(file)) does not say which exercise it answers"
        + (name.map { ", and none is called `\(withoutControls($0))` as it is" } ?? "") + ".",
      help: ["`--exercise ID`, or a line `exercise: ID` between two lines `---` at its top"])
  }

  static func crowded(_ folder: String, limit: Int) -> Diagnostic {
    Diagnostic(
      id: "folder-crowded", severity: .warning,
      message: "Of the files in \(plainLine(folder)) only the first \(limit) are looked at.",
      help: ["a folder for each course"])
  }
  static func noExercises(_ folders: [String]) -> Diagnostic {
    Diagnostic(
      id: "no-exercises",
      message: folders.isEmpty
        ? "There is no folder with exercises here."
        : "There are no exercises in \(folders.joined(separator: ", ")).",
      help: ["`--exercises FOLDER`, or a folder `Exercises` here"])
  }

  /// What an author does next with an exercise, a line for each command.
  static func nextForAuthors(_ path: String, width: Int) -> [StyledText] {
    let file = shellWord(path)
    let commands = [
      ("reckon preview --watch \(file)", "shows it while you write"),
      ("reckon lint \(file)", "says what is wrong with it"),
      ("reckon open \(file)", "is how students have it"),
    ]
    let column = commands.map(\.0.count).max() ?? 0
    return commands.flatMap { command, what in
      let gap = String(repeating: " ", count: column + 2 - command.count)
      let line = "  " + StyledText(command, .code) + StyledText(gap + what)
      return line.width <= width
        ? [line] : ["  " + StyledText(command, .code), "    " + StyledText(what)]
    }
  }

  /// A path as a shell takes it.
  private static func shellWord(_ path: String) -> String {
    let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    return isPlain ? path : "'" + withoutControls(path).replacing("'", with: "'\\''") + "'"
  }

  static func noFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "no-folder", severity: .warning,
      message: "There is no folder \(path); exercises are looked for elsewhere.")
  }

  static func noID(_ found: String, better: String?) -> Diagnostic {
    Diagnostic(
      id: "no-id",
      message: "`\(withoutControls(found))` cannot be the id of an exercise, which has lower-case"
        + " letters, digits and hyphens only.", help: better.map { ["`reckon new \($0)`"] } ?? [])
  }

  static func noQuestions(_ id: String) -> Diagnostic {
    Diagnostic(
      id: "no-questions",
      message: "\(id) has no questions: a heading such as `## 1.1 Title`" + " opens one.")
  }

  static let noNotebooks = Diagnostic(
    id: "no-notebooks", message: "There is no notebook in this folder.",
    help: ["the path of a notebook, such as chatgpt-footprint.answers.md"])

  static func noSuchExercise(_ text: String, _ entries: [ExerciseLibrary.Entry]) -> Diagnostic {
    let fitting = ExerciseContext.beginning(with: text, among: entries)
    if fitting.count > 1 {
      return Diagnostic(
        id: "several-exercises",
        message: "`\(withoutControls(text))` begins \(fitting.count) of the exercises.",
        help: fitting.prefix(6).map { "`\($0.number)` for \($0.entry.id)" })
    }
    let near = nearestIDs(to: text, among: entries.map(\.id)).prefix(3)
    return Diagnostic(
      id: "no-such-exercise", message: "`\(text)` is none of the exercises.",
      help: near.isEmpty ? ["a number from 1 to \(entries.count)"] : near.map { "`\($0)`" })
  }

  static func noSuchQuestion(_ id: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "no-such-question", message: "There is no question `\(withoutControls(id))`.",
      help: ["one of \(enumeration(known))"])
  }

  static func noSuchText(_ id: String?, known: [String]) -> Diagnostic {
    let asks =
      known.isEmpty ? "no question of it asks" : "those that ask for one are \(enumeration(known))"
    return Diagnostic(
      id: "no-such-text",
      message: id.map { "`\($0)` does not ask for a text; \(asks)." }
        ?? "The exercise asks for no text.")
  }

  static func notAnID(_ found: String, in file: String) -> Diagnostic {
    Diagnostic(
      id: "not-an-id",
      message: "\(file) names `\(withoutControls(String(found.prefix(60))))` as its exercise, which"
        + " is no id: an id has lower-case letters, digits and hyphens only.",
      help: ["`--exercise PATH`, to check it against that file"])
  }

  static func noDesk(_ command: String, program: String) -> Diagnostic {
    Diagnostic(
      id: "no-desk",
      message:
        "`reckon \(command)` is in a program of its own, \(program), which is not beside this one.",
      help: ["`make build` builds both"])
  }

  static func notANotebook(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "not-a-notebook", message: "\(file) does not exist.",
      help: ["the path of a notebook, such as chatgpt-footprint.answers.md"])
  }

  static func notOurs(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "not-ours",
      message: "\(file) is there already, and is not what Reckon wrote: another file, or one that"
        + " was changed since. It is left as it is.",
      help: ["another name", "`--force`, to write over it"])
  }

  /// An exercise in the place of a command.
  static func opensByCommand(_ typed: String, near: [String]) -> Diagnostic {
    Diagnostic(
      id: "no-command", message: "`\(withoutControls(typed))` is no command of `reckon`.",
      help: near.prefix(3).map { "`reckon open \($0)`" })
  }

  static func opensEditor(_ program: String, _ leaving: String) -> StyledText {
    StyledText("Your text opens in `\(withoutControls(program))`: \(leaving).")
  }

  static let opensWithEnter =
    StyledText("Enter opens it", .prompt) + ", `here` edits at this prompt, Ctrl-C goes back: "

  static func otherExercise(_ file: String, found: String, wanted: String) -> Diagnostic {
    Diagnostic(
      id: "other-exercise",
      message: "\(file) is a notebook of `\(withoutControls(found))`, not of `\(wanted)`.")
  }

  static func outputFailed(_ reason: String) -> Diagnostic {
    Diagnostic(id: "output-failed", message: "The results could not be written: \(reason).")
  }

  static let pasteCut = Diagnostic(
    id: "paste-cut", severity: .warning,
    message: "The paste was longer than a megabyte; its end was left out.")

  /// - Parameter said: a sentence on when it was due.
  static func pastDue(_ said: String) -> Diagnostic {
    Diagnostic(
      id: "due-past", severity: .warning,
      message: "\(said) All that students hand in is late, and debriefings are open to them.",
      help: ["a date that is to come, or no `due`"])
  }

  static func previewed(at time: String, mistakes: Int) -> StyledText {
    let found = mistakes == 0 ? "No mistakes" : mistakes == 1 ? "1 mistake" : "\(mistakes) mistakes"
    return StyledText(found, mistakes == 0 ? .success : .error)
      + StyledText(" at \(time). It is shown again when it is saved; Ctrl-C stops.", .dim)
  }

  /// What stands below a page.
  static func page(_ percent: Int, width: Int) -> StyledText {
    let long = "-- \(percent) % -- Space goes on, b back, q to the prompt"
    return StyledText(long.count < width ? long : "-- Space, b, q --", .prompt)
  }

  static func repaired(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "not-utf8", severity: .warning,
      message: "\(file) holds bytes that are no text; they were replaced.")
  }

  static func waitsForEditor(_ command: String) -> StyledText {
    StyledText(
      "Your text opens in `\(withoutControls(command))`; save it there and leave, to go on here.",
      .dim)
  }

  static func watching(_ count: Int, checkedAt time: String) -> StyledText {
    let what = count == 1 ? "the file" : "one of the files"
    return StyledText("Checked at \(time), and again when \(what) is saved. Ctrl-C stops.", .dim)
  }

  static func written(_ file: String, _ total: String) -> StyledText {
    StyledText("\(file) is written: \(total).")
  }

  static let welcome =
    StyledText("Reckon", .heading) + ": exercises with numbers and units, step by step."

  static func zipError(_ code: Int32) -> String {
    "writing the zip file went wrong (\(code)), as when the disk is full"
  }
}
