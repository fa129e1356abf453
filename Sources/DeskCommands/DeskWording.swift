import Diagnostics
import Exercises
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

  static func copied(_ path: String) -> String {
    "\(plainLine(path)) is a copy of it; `reckon review --merge \(plainLine(path))` brings back what is"
      + " decided there."
  }

  static func copyTaken(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "copy-taken", message: "\(plainLine(path)) is there already. Nothing was written.",
      help: ["`--copy` with a new name"])
  }

  static let brokeDown = Diagnostic(
    id: "broke-down", severity: .warning,
    message:
      "The program broke down at a notebook, which is a mistake of ours; it goes on without.",
    help: ["please report it, with the file that is told as unreadable"])

  static func decided(
    _ student: String, _ work: ReviewedWork, wasPoints before: Double
  ) -> String {
    let now = "\(points(work.score, of: work.maximum)) at \(work.question)"
    return "\(plainLine(student)): \(now)"
      + (before == work.score ? "." : ", \(Points.text(before)) before.")
  }

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

  static func merged(_ merge: Gradebook.Merge, from path: String) -> [String] {
    let path = plainLine(path)
    var lines: [String] = []
    if merge.added == 0 {
      lines.append(
        merge.known == 0
          ? "\(path) has no decisions." : "\(path) has no decision that is not here.")
    } else {
      let names = merge.reviewers.map { plainLine($0) }.joined(separator: ", ")
      lines.append("\(count(merge.added, "decision")) from \(path), by \(names).")
    }
    if !merge.strangers.isEmpty {
      lines.append(
        "Of \(count(merge.strangers.count, "student")) nothing is graded here: "
          + list(
            merge.strangers.sorted().prefix(5).map { plainLine($0) },
            more: max(0, merge.strangers.count - 5)) + ". What was decided is kept.")
    }
    if merge.outdated > 0 {
      lines.append(
        "\(count(merge.outdated, "decision is", "decisions are")) about another answer than is "
          + "here, and count for nothing.")
    }
    if !merge.disputed.isEmpty {
      lines.append(
        "\(count(merge.disputed.count, "answer was", "answers were")) judged differently: the marks"
          + " wait, and `reckon review --differences` shows both.")
    }
    return lines
  }

  static func mergesWithItself(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "same-gradebook", message: "\(plainLine(path)) is this gradebook itself.",
      help: ["name the copy of it that your colleague has"])
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

  static let noReviewer = Diagnostic(
    id: "no-reviewer",
    message: "Who decides is kept with every decision, and your name is not known.",
    help: ["`--as` with your name, or RECKON_REVIEWER in your environment"])

  static func noAnswerAt(_ question: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "no-answer", message: "There is no answer at question `\(plainLine(question))`.",
      help: known.isEmpty
        ? [] : ["one of \(known.map { "`\(plainLine($0))`" }.joined(separator: ", "))"])
  }

  static func notPoints(_ text: String, maximum: Double) -> Diagnostic {
    Diagnostic(
      id: "not-points",
      message: maximum == 0
        ? "It is worth no points." : "\(plainLine(text)) is no number of points for it.",
      help: maximum == 0 ? [] : ["a number from 0 to \(Points.text(maximum)), such as 0.5 or 1/3"])
  }

  static func noSuchPart(_ part: String, of question: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "no-such-part",
      message: "Question \(plainLine(question)) has no part `\(plainLine(part))`.",
      help: ["one of \(known.map { "`\(plainLine($0))`" }.joined(separator: ", "))"])
  }

  static func noSuchStudent(_ text: String) -> Diagnostic {
    Diagnostic(
      id: "no-such-student", message: "Nobody in the gradebook is called `\(plainLine(text))`.",
      help: ["the number or the name of a student, as the roster has it"])
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

  static let nothingForPersons = "nothing waits for a person"

  static func nothingToReview(differences: Bool, second: Bool) -> String {
    if differences { return "Reviewers differ on nothing." }
    return second
      ? "Nobody else has decided on anything yet." : "No answer has points that wait for a person."
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

  static func reviewed(_ answers: Int, as reviewer: String) -> String {
    answers == 0
      ? "Nothing was decided."
      : "What you decided on \(count(answers, "answer")) is kept, as \(plainLine(reviewer))."
  }

  static let reviewNeedsTerminal = Diagnostic(
    id: "needs-terminal", message: "Keys can be pressed at a terminal only.",
    help: ["`--status` says how far the review is", "`--points` decides without the screen"])

  static func reviewStanding(_ question: ReviewedQuestion) -> String {
    var parts = ["\(count(question.answered, "answer"))"]
    let done = question.decided - question.begun
    if done > 0 { parts.append("\(done) decided by a person") }
    if question.open > 0 {
      parts.append(
        "\(question.open) to do" + (question.begun > 0 ? ", \(question.begun) of them begun" : ""))
    }
    if question.disputed > 0 { parts.append("reviewers differ on \(question.disputed)") }
    if question.outdated > 0 {
      parts.append("\(question.outdated) changed since they were decided")
    }
    return "\(plainLine(question.title)): \(parts.joined(separator: ", "))"
  }

  static func severalStudents(_ text: String, _ keys: [String]) -> Diagnostic {
    Diagnostic(
      id: "several-students", message: "Several are called `\(plainLine(text))`.",
      help: ["one of \(keys.prefix(9).map { "`\(plainLine($0))`" }.joined(separator: ", "))"])
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

  /// The task of a question with its model answer, as Markdown.
  static func task(_ question: Question?, modelAnswer: String?) -> String {
    guard let question else {
      return "The exercise is not at hand here: `--exercises` names its folder."
    }
    let answer = modelAnswer.map { "\n\n**Model answer**\n\n\($0)" } ?? ""
    return "## \(question.id) \(question.title)\n\n\(question.prompt)\(answer)"
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

  static func wholeIsGiven(_ question: String) -> Diagnostic {
    Diagnostic(
      id: "whole-is-given",
      message:
        "The whole question \(plainLine(question)) was given points, which count whatever its "
        + "parts have.",
      help: ["`--points` without `--part`", "`o` on the screen lets the parts count again"])
  }

  static func written(_ path: String) -> String { "Written: \(plainLine(path))" }

  static func points(_ score: Double, of maximum: Double) -> String {
    "\(Points.text(score)) of \(Points.text(maximum))"
  }

  // MARK: Pieces

  private static func list(_ names: [String], more: Int) -> String {
    names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
