import Diagnostics
import ExerciseFiles
import Formulas

/// What the commands say, in alphabetical order.
enum CommandWording {
  static func drawsElsewhere(_ drawing: Drawing) -> Diagnostic {
    Diagnostic(
      id: "draws-elsewhere", severity: .notice,
      message:
        "`\(drawing.name)` draws a chart in the notebook of an exercise; here only its values "
        + "are checked.",
      labels: [.init(drawing.nameSpan)], help: ["`reckon open`, and the same line there"])
  }

  static func exerciseHasMistakes(_ id: String) -> Diagnostic {
    Diagnostic(
      id: "exercise-has-mistakes", severity: .warning,
      message: "The exercise `\(id)` has mistakes of its author; some answers cannot be graded.",
      help: ["`reckon lint \(id)` shows all of them"])
  }

  static func noExercise(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "no-exercise",
      message: "\(file) does not say which exercise it answers.",
      help: ["`--exercise ID`, or a line `exercise: ID` between two lines `---` at its top"])
  }

  static func noExercises(_ folders: [String]) -> Diagnostic {
    Diagnostic(
      id: "no-exercises",
      message: folders.isEmpty
        ? "There is no folder with exercises here."
        : "There are no exercises in \(folders.joined(separator: ", ")).",
      help: ["`--exercises FOLDER`, or a folder `Exercises` here"])
  }

  static func noFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "no-folder", severity: .warning,
      message: "There is no folder \(path); exercises are looked for elsewhere.")
  }

  static func noQuestions(_ id: String) -> Diagnostic {
    Diagnostic(
      id: "no-questions",
      message: "\(id) has no questions: a heading such as `## 1.1 Title`"
        + " opens one.")
  }

  static func noSuchExercise(_ text: String, _ entries: [ExerciseLibrary.Entry]) -> Diagnostic {
    let near = nearestNames(to: text, among: entries.map(\.id))
    return Diagnostic(
      id: "no-such-exercise", message: "`\(text)` is none of the exercises.",
      help: near.isEmpty ? ["a number from 1 to \(entries.count)"] : near.map { "`\($0)`" })
  }

  static func notANotebook(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "not-a-notebook", message: "\(file) does not exist.",
      help: ["the path of a notebook, such as chatgpt-footprint.answers.md"])
  }

  static func otherExercise(_ file: String, found: String, wanted: String) -> Diagnostic {
    Diagnostic(
      id: "other-exercise",
      message: "\(file) is a notebook of `\(found)`, not of `\(wanted)`.")
  }

  static func outputFailed(_ reason: String) -> Diagnostic {
    Diagnostic(
      id: "output-failed", message: "The results could not be written: \(reason).")
  }

  static let pasteCut = Diagnostic(
    id: "paste-cut", severity: .warning,
    message: "The paste was longer than a megabyte; its end was left out.")

  static func repaired(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "not-utf8", severity: .warning,
      message: "\(file) holds bytes that are no text; they were replaced.")
  }

  static let welcome =
    StyledText("Reckon", .heading)
    + ": exercises with numbers and units, step by step."
}
