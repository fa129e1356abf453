import Diagnostics
import Files
import Gradebook
import Grading
import Submissions

/// What the assistants' commands say, in alphabetical order.
enum DeskWording {
  static func changed(_ change: ClassOverview.Change) -> String {
    let marks =
      "\(change.before.map(Points.text) ?? "none") to \(change.after.map(Points.text) ?? "none")"
    let words = [
      "notebook": "the notebook", "exercise": "the exercise", "version": "the program",
      "other notebook": "a notebook that it builds on", "no notebook": "the notebook is gone",
    ]
    let causes = change.why.split(separator: ",").map { cause in
      let word = cause.drop { $0 == " " }
      return words[String(word)] ?? String(word)
    }
    return
      "\(plainLine(change.student))  \(change.exercise): \(marks) (\(causes.joined(separator: ", ")))"
  }

  static let brokeDown = Diagnostic(
    id: "broke-down", severity: .warning,
    message:
      "The program broke down at a notebook, which is a mistake of ours; it goes on without.",
    help: ["please report it, with the file that is told as unreadable"])

  static func files(_ counts: [Standing: Int]) -> String {
    let words: [(Standing, String)] = [
      (.graded, "graded"), (.empty, "empty"), (.duplicate, "duplicate"),
      (.wrongExercise, "for another exercise"), (.unreadable, "unreadable"),
      (.notANotebook, "no notebook"),
    ]
    let parts = words.compactMap { standing, word in
      counts[standing].map { "\($0) \(word)" }
    }
    return "\(count(counts.values.reduce(0, +), "file")): \(parts.joined(separator: ", "))."
  }

  static func fruitless(_ names: [String], more: Int) -> String {
    "Nothing that can be graded by \(list(names, more: more))."
  }

  static func gradebook(_ path: String, _ failure: Gradebook.Failure) -> Diagnostic {
    let path = plainLine(path)
    let (message, help): (String, [String]) =
      switch failure {
      case .busy: ("\(path) is being written by another program.", ["try again in a moment"])
      case .forbidden:
        (
          "\(path) cannot be opened or written here.",
          ["a copy of it in a folder that you may write to"]
        )
      case .full:
        (
          "The disk is full; \(path) holds what was graded before.",
          ["make room, and run the command again: it goes on where it was"]
        )
      case .newer:
        ("\(path) was made by a later version of this program.", ["a newer `reckon` reads it"])
      case .notAGradebook:
        ("\(path) is no gradebook, or a damaged one.", ["the file that `reckon grade` has made"])
      case .other(let words): ("\(path) cannot be used: \(plainLine(words)).", [])
      }
    return Diagnostic(id: "gradebook", message: message, help: help)
  }

  static func listUnreadable(_ path: String, _ error: FileError) -> Diagnostic {
    Diagnostic(
      id: "list-unreadable",
      message: "\(plainLine(path)): \(SubmittedFile.Trouble.file(error).sentence)")
  }

  static func missing(_ names: [String], more: Int) -> String {
    "Nothing handed in by \(list(names, more: more))."
  }

  static let moreFiles = "There are more: `--files` lists all."

  static func noGradebook(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "no-gradebook", message: "There is no gradebook \(plainLine(path)).",
      help: ["`reckon grade` makes one of a folder with notebooks"])
  }

  static func noGradeOf(_ student: String) -> Diagnostic {
    Diagnostic(
      id: "no-grade", message: "`\(plainLine(student))` has no mark in the gradebook.",
      help: ["`reckon grade --files` says what became of every file"])
  }

  static func noGrades(_ path: String, of exercise: String?, known: [String]) -> Diagnostic {
    let what = exercise.map { " for `\(plainLine($0))`" } ?? ""
    return Diagnostic(
      id: "no-grades", message: "\(plainLine(path)) has no marks\(what).",
      help: known.isEmpty
        ? ["`reckon grade` with a folder of notebooks"]
        : ["one of \(known.map { "`\($0)`" }.joined(separator: ", "))"])
  }

  static func noSuchWork(_ name: String, questions: [String]) -> Diagnostic {
    Diagnostic(
      id: "no-such-work", message: "There is no answer for `\(plainLine(name))`.",
      help: [
        "a question (\(questions.joined(separator: ", "))) and a student as `--candidates` lists them"
      ])
  }

  static func notAFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "not-a-folder", message: "\(plainLine(path)) is there, and is not a folder.",
      help: ["`-o` with another name"])
  }

  static func notEmpty(
    _ path: String, mark: String, command: String = "simulate"
  ) -> Diagnostic {
    Diagnostic(
      id: "folder-not-empty",
      message:
        "The folder \(plainLine(path)) is not empty, and was not made by `reckon \(command)` (it has"
        + " no \(mark) of it). Nothing was written.",
      help: ["`-o` with the name of a new folder"])
  }

  static func nothingThere(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "nothing-there", message: "There is no \(plainLine(path)).",
      help: ["a folder with notebooks, or a zip file"])
  }

  static func outcome(_ outcome: GradingRun.Outcome, path: String) -> String {
    var text = "\(count(outcome.graded, "notebook")) marked"
    if outcome.kept > 0 { text += ", \(outcome.kept) as before" }
    text += ", in \(plainLine(path))."
    if outcome.changed > 0 {
      text += " The marks of \(count(outcome.changed, "of them", "of them")) have changed."
    }
    if outcome.removed > 0 {
      text += " \(count(outcome.removed, "mark")) taken out: the notebooks are gone."
    }
    return text
  }

  static func outdated(_ answers: Int) -> String {
    "\(count(answers, "answer has", "answers have")) changed since a person decided on "
      + "\(answers == 1 ? "it" : "them"): what was decided is kept and does not count; `reckon review`"
      + " shows \(answers == 1 ? "it" : "them")."
  }

  static func person(_ person: ClassOverview.Missing) -> String {
    let (id, name) = (plainLine(person.id), plainLine(person.name))
    return name.isEmpty ? id : id.isEmpty ? name : "\(name) (\(id))"
  }

  static func standing(_ exercise: ClassOverview.Exercise) -> String {
    var parts = ["\(exercise.graded) graded"]
    if let mean = exercise.mean {
      parts.append("mean \(Points.text(mean)) of \(Points.text(exercise.maximum))")
    }
    if exercise.late > 0 { parts.append("\(exercise.late) late") }
    if exercise.editedAfterDue > 0 {
      parts.append("\(exercise.editedAfterDue) edited after the due date")
    }
    if exercise.empty > 0 { parts.append("\(exercise.empty) empty") }
    if exercise.waiting > 0 {
      parts.append("\(exercise.waiting) with points that wait for a person")
    }
    return parts.joined(separator: ", ")
  }

  static func unexpected(_ names: [String], more: Int) -> String {
    "Not on the roster: \(list(names, more: more))."
  }

  /// What became of a file, in a word.
  static func word(for file: ClassOverview.File) -> String {
    guard file.standing == .graded else { return file.standing.rawValue }
    return file.isLate ? "late" : file.isEditedAfterDue ? "edited-after-due" : "graded"
  }

  static func severalExercises(_ known: [String]) -> Diagnostic {
    Diagnostic(
      id: "several-exercises", message: "The gradebook has several exercises.",
      help: ["`--exercise` with one of \(known.map { "`\($0)`" }.joined(separator: ", "))"])
  }

  static func written(_ path: String) -> String { "Written: \(plainLine(path))" }

  static func points(_ score: Double, of maximum: Double) -> String {
    "\(Points.text(score)) of \(Points.text(maximum))"
  }

  // MARK: Pieces

  static func list(_ names: [String], more: Int) -> String {
    names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
