import Diagnostics
import ExerciseFiles
import Exercises
import Files
import Quantities
import Releases

/// What `reckon release` says, in alphabetical order.
extension DeskWording {
  static func isReleased(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "is-released",
      message: "\(plainLine(file)) is what students get of an exercise: it has no model answers.",
      help: ["the exercise that it was made of"])
  }

  static func notSealed(_ id: String, _ failure: SealedExercise.Failure) -> Diagnostic {
    let (message, help): (String, [String]) =
      switch failure {
      case .tooWide(let answer):
        (
          "`\(answer)` of \(id) cannot be sealed: too many values are right.",
          ["a narrower tolerance, or `--graded`"]
        )
      case .tooLarge(let bytes):
        (
          "The seals of \(id) would take \(bytes / 1000) kB, and an exercise's file has room for"
            + " \(SealedExercise.mostBytes / 1000) kB.",
          ["parts of it as exercises of their own, or `--graded`"]
        )
      case .noMemory:
        ("There is no memory to make seals, of which each takes 64 MB.", ["other programs ended"])
      }
    return Diagnostic(id: "not-sealed", message: message, help: help)
  }

  static func releaseConflict(_ path: String, _ origins: [String]) -> Diagnostic {
    Diagnostic(
      id: "release-conflict",
      message:
        "Two files would be \(plainLine(path)) in the release, and are not the same:"
        + " \(enumeration(origins.map(plainLine))). Nothing was written.",
      help: ["another name for one of them, or all exercises in one folder"])
  }

  static func released(_ paths: [String], in folder: String) -> String {
    "In \(plainLine(folder)): \(enumeration(paths.map(plainLine)))."
  }

  static let releaseOfMistakes = Diagnostic(
    id: "release-of-mistakes", message: "Nothing was written: mend the mistakes first.")

  static func releaseOntoItself(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "release-onto-itself",
      message: "\(plainLine(path)) is the exercise itself. Nothing was written.",
      help: ["`-o` with the name of a new folder"])
  }

  static func releaseTaken(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "release-taken", message: "\(plainLine(path)) is there already. Nothing was written.",
      help: ["`-o` with the name of a new folder, or `--force` to write over it"])
  }

  /// What those are told who have it.
  static func releaseTells(_ form: ReleaseForm) -> String {
    switch form {
    case .practice: "It has the model answers: students are told what is right, and why not."
    case .graded:
      "No model answer is in it. Students are told whether an answer has the form, unit and dimension"
        + " asked for; `reckon grade` tells what is right, by the full exercise."
    case .sealed:
      "No model answer stands in it, and an answer opens the seals that tell right from wrong."
    }
  }

  static func unreadable(_ path: String, _ error: FileError) -> Diagnostic {
    Diagnostic(
      id: "release-unreadable", message: "\(plainLine(path)) \(error.phrase).",
      help: [])
  }

  /// How dear it is to search the seals of an exercise, and what of it is not sealed.
  static func seals(
    _ seals: SealedExercise, seconds: Double, _ exercise: Exercise
  ) -> String {
    let count = seals.file.boxes.count + seals.file.keys.count
    var text = "\(count) seals."
    if let guesses = seals.search?.guesses {
      let rate = NumberFormat.standard.string((1 / max(seconds, 1e-6)).rounded())
      text +=
        " The answer that is easiest to search for takes at most"
        + " \(NumberFormat.standard.string(guesses)) guesses, over twenty decades where it may be of any"
        + " size: \(time(guesses * seconds)) of one core of this machine, which makes \(rate) guesses a"
        + " second."
    }
    if let guesses = seals.search?.guessesOfErrors {
      text +=
        " A box that says which usual error gives a value takes"
        + " \(NumberFormat.standard.string(guesses)) on average."
    }
    text += " A seal keeps honest people honest."
    if exercise.questions.contains(where: { $0.responseForm == .ticks }) {
      text += " A choice is opened by a handful of guesses."
    }
    if exercise.questions.contains(where: { $0.responseForm == .prose }) {
      text += " Texts wait for a person."
    }
    return text
  }

  static func sealing(_ id: String, _ done: Int, of count: Int) -> String {
    "Sealing \(id): \(done) of \(count)"
  }

  private static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<100: "\(Int(bounded: seconds.rounded(.up))) s"
    case ..<6000: "\(Int(bounded: (seconds / 60).rounded(.up))) minutes"
    default: "\(Int(bounded: (seconds / 3600).rounded(.up))) hours"
    }
  }
}
