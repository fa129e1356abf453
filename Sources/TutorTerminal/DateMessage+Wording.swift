import Dates
import Diagnostics
import NotebookFiles
import TextLayout
import Tutoring

/// Their words, in alphabetical order.
extension DateMessage {
  var text: StyledText {
    switch self {
    case .askTooLong(let limit):
      StyledText("A question has \(limit) characters at most. Make two of it.")
    case .askTooMany:
      StyledText(
        "There are many questions already. Take some out of the notebook first: they are the blocks"
          + " marked `ask`.")
    case .different(let file, let id, let own):
      StyledText(
        "\(file) has the student id \(withoutControls(id)), and this notebook \(withoutControls(own)).",
        .warning)
    case .dueNow:
      StyledText(
        "The due date has passed. You can go on; what you change from here on is marked as"
          + " late.", .warning)
    case .dueSoon(let due): StyledText("\(due.sentence) `:submit` says what is missing.", .warning)
    case .handIn(let file): StyledText("Hand in ") + StyledText(file, .name) + "."
    case .handsIn(let id, let name):
      StyledText(
        withoutControls("It is handed in by \(name) (\(id)); `:student` changes that."), .dim)
    case .late(let ids):
      StyledText("Changed after the due date: \(ids.joined(separator: ", ")).", .warning)
    case .markedLate(let ids):
      StyledText(
        "\(ids.joined(separator: ", ")) \(ids.count == 1 ? "is" : "are") marked as late.", .dim)
    case .notBegun(let exercises): Self.notBegun(exercises)
    case .noted(let id):
      StyledText("Noted, about \(id). `:ask` alone lists your questions.", .success)
    case .nothingAsked:
      StyledText(
        "No question is noted yet. `:ask` with your question after it keeps it in the notebook.")
    case .uncountedLeft(let ids):
      StyledText("Not counted, and still open: \(ids.joined(separator: ", ")).", .dim)
    case .unreadable(let file): StyledText("\(file) cannot be read, and is left out.", .warning)
    case .zipMade(let file, let isNew):
      StyledText(isNew ? "Made " : "Made anew: ") + StyledText(file, .name) + ", which holds:"
    case .zipStays:
      StyledText("It stays as it is: after a change, `:submit` again makes it anew.", .dim)
    }
  }

  static func asked(_ question: AskedQuestion, in zone: Zone) -> StyledText {
    var head = StyledText(question.question ?? "the exercise", .strong)
    if let time = question.time {
      head += StyledText("  \(DateWording.moment(time, in: zone))", .dim)
    }
    return head + "  " + StyledText(withoutControls(question.text.replacing("\n", with: " ")))
  }

  private static func notBegun(_ exercises: [String]) -> StyledText {
    let count = exercises.count
    return StyledText(
      "No notebook here yet of \(enumeration(exercises)), \(count == 1 ? "an exercise" : "exercises")"
        + " of the same course.", .warning)
  }

  static func allOver(_ what: String, _ date: String) -> StyledText {
    StyledText("The dates of the course are over. The last was \(date): \(what).", .dim)
  }

  static func inDoubt(_ answers: [String]) -> StyledText {
    StyledText("Not for full marks as it stands: \(answers.joined(separator: ", ")).")
  }

  static func left(_ ids: [String], of count: Int) -> StyledText {
    StyledText(
      "Left: \(ids.joined(separator: ", ")) (\(ids.count) of \(count) question"
        + "\(count == 1 ? "" : "s") that count\(count == 1 ? "s" : "")).")
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

  static func questionsWanted(_ date: String, nearness: String?) -> String {
    guard let nearness else {
      return "The date for questions has passed (\(date)): ask a teaching assistant instead."
    }
    return "To be posted before \(date) (\(nearness)), one question a message."
  }

  static let goesOnLate = "You can go on; answers that you change now are marked as late."

  static let nothingMissing = StyledText("Nothing is missing.", .success)
}
