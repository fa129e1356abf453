import Diagnostics
import ExerciseFiles
import Exercises
import Grading
import NotebookFiles
import TextLayout

/// What the notebook says of dates, of handing in and of questions for a session, in alphabetical
/// order.
enum NotebookDateWording {
  static func allOver(_ what: String, _ date: String) -> StyledText {
    StyledText("The dates of the course are over. The last was \(date): \(what).", .dim)
  }

  static func asked(_ question: AskedQuestion, when: String?) -> StyledText {
    var head = StyledText(question.question ?? "the exercise", .strong)
    if let when { head += StyledText("  \(when)", .dim) }
    return head + "  " + StyledText(withoutControls(question.text.replacing("\n", with: " ")))
  }

  static func askTooLong(_ limit: Int) -> StyledText {
    StyledText("A question has \(limit) characters at most. Make two of it.")
  }

  static let askTooMany = StyledText(
    "There are many questions already. Take some out of the notebook first: they are the blocks"
      + " marked `ask`.")

  static func different(_ file: String, id: String, own: String) -> StyledText {
    StyledText(
      "\(file) has the student id \(withoutControls(id)), and this notebook \(withoutControls(own)).",
      .warning)
  }

  static let dueNow = StyledText(
    "The due date has passed just now. You can go on; what you change from here on is marked as"
      + " late.", .warning)

  static func dueSoon(_ sentence: String) -> StyledText {
    StyledText("\(sentence) `:submit` says what is missing.", .warning)
  }

  static func fileIsTaken(_ file: String) -> Diagnostic {
    Diagnostic(
      id: "zip-taken", severity: .warning,
      message: "\(file) is there already and was not made by `:submit`, so it is left as it is.",
      help: ["move it away or rename it, then `:submit` again"])
  }

  static let goesOnLate = "You can go on; answers that you change now are marked as late."

  static func handIn(_ file: String) -> StyledText {
    StyledText("Hand in ") + StyledText(file, .name) + "."
  }

  static func inDoubt(_ answers: [String]) -> StyledText {
    StyledText("In doubt, for less than full marks: \(answers.joined(separator: ", ")).")
  }

  static func left(_ ids: [String], of count: Int) -> StyledText {
    StyledText(
      "Left: \(ids.joined(separator: ", ")) (\(ids.count) of \(count) question"
        + "\(count == 1 ? "" : "s")).")
  }

  static func markedLate(_ ids: [String]) -> StyledText {
    StyledText(
      "\(ids.joined(separator: ", ")) \(ids.count == 1 ? "is" : "are") marked as late.", .dim)
  }

  static func late(_ ids: [String]) -> StyledText {
    StyledText("Changed after the due date: \(ids.joined(separator: ", ")).", .warning)
  }

  static func mistakes(_ count: Int, file: String) -> StyledText {
    StyledText(
      "\(count) line\(count == 1 ? " has a mistake" : "s have mistakes"): `reckon check \(file)`"
        + " shows \(count == 1 ? "it" : "them").")
  }

  static func noStudent(id: Bool, name: Bool) -> StyledText {
    let what =
      id && name ? "Your student id and name are" : id ? "Your student id is" : "Your name is"
    return StyledText("\(what) missing: `:student` asks for \(id && name ? "them" : "it").")
  }

  static func notBegun(_ exercises: [String]) -> StyledText {
    let count = exercises.count
    return StyledText(
      "No notebook here yet of \(enumeration(exercises)), \(count == 1 ? "an exercise" : "exercises")"
        + " of the same course.", .warning)
  }

  static func noted(about id: String) -> StyledText {
    StyledText("Noted, about \(id). `:ask` alone lists your questions.", .success)
  }

  static let nothingAsked = StyledText(
    "No question is noted yet. `:ask` with your question after it keeps it in the notebook.")

  static let nothingMissing = StyledText("Nothing is missing.", .success)

  static func questionsWanted(_ date: String, nearness: String?) -> String {
    guard let nearness else {
      return "The date for questions has passed (\(date)): ask a teaching assistant instead."
    }
    return "To be posted before \(date) (\(nearness)), one question a message."
  }

  static func uncountedLeft(_ ids: [String]) -> StyledText {
    StyledText("Not counted, and still open: \(ids.joined(separator: ", ")).", .dim)
  }

  static func unreadable(_ file: String) -> StyledText {
    StyledText("\(file) cannot be read, and is left out.", .warning)
  }

  static func zipFailed(_ file: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      id: "zip-failed", message: "\(file) cannot be made: \(reason).",
      help: ["hand in the notebooks one by one"])
  }

  static func zipMade(_ file: String, isNew: Bool) -> StyledText {
    StyledText(isNew ? "Made " : "Made anew: ") + StyledText(file, .name) + ", which holds:"
  }

  static let zipStays = StyledText(
    "It stays as it is: after a change, `:submit` again makes it anew.", .dim)
}
