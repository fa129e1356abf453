import Diagnostics
import Grading

/// What is said to a person who reviews, in alphabetical order.
enum ReviewWording {
  static func alikeGiven(_ students: Int) -> String {
    switch students {
    case 0: "Nobody else has written these words and waits."
    case 1: "One more with these words has the same now; u takes it back."
    default: "\(students) more with these words have the same now; u takes that back."
    }
  }

  static let allDone = "Nothing is left here. q leaves, the arrows look back."
  static let allGiven = "All is decided here; Enter goes on."
  static let changedMeanwhile =
    "The answer has changed meanwhile: this is the new one. Nothing was decided."
  static func comment(_ text: String, by reviewer: String) -> String {
    "\(plainLine(text)) (\(plainLine(reviewer)))"
  }

  static func decidedMeanwhile(_ reviewer: String) -> String {
    "\(plainLine(reviewer)) has decided here meanwhile, as shown. Press the key again to overrule."
  }

  static let decideFirst = "Give points first."
  static let firstAnswer = "This is the first answer."
  static let gone = "This answer is no longer in the gradebook."
  static let help = "Keys"
  static let helpEnd = "Any key goes back."
  static func heading(_ id: String, _ title: String) -> String { "\(id) \(plainLine(title))" }

  static func hidden(_ number: Int) -> String { "#\(number)" }

  static func like(_ count: Int, same: Int) -> String? {
    if same > 0 { return "\(same + 1) with these words" }
    return count > 1 ? "\(count) alike" : nil
  }

  static let lastAnswer = "This is the last answer."
  static func more(_ lines: Int) -> String {
    "\(lines) more line\(lines == 1 ? "" : "s"): space"
  }

  static let noComment = "No comment of yours is here."
  static func noSuchComment(_ number: Int) -> String { "There is no earlier comment \(number)." }
  static let noSuchKey = "That key does nothing here; ? lists those that do."

  static func noSuchQuestion(_ id: String, known: [String]) -> String {
    "There is no question \(plainLine(id)) to review; there is \(known.joined(separator: ", "))."
  }

  static func notFound(_ terms: [String]) -> String {
    "Not found: \(terms.prefix(6).joined(separator: ", "))\(terms.count > 6 ? ", …" : "")."
  }

  static func notPoints(_ text: String, maximum: Double) -> String {
    "\(plainLine(text)) is no number from 0 to \(Points.text(maximum))."
  }

  static let nothingBefore = "You have decided on no other answer yet."
  static let nothingToUndo = "There is nothing of yours to take back."

  static func outdated(_ reviewers: [String]) -> String {
    "Changed since \(reviewers.map { plainLine($0) }.joined(separator: " and ")) decided on it."
  }

  static func progress(_ done: Int, of count: Int) -> String { "\(done) of \(count) done" }

  static func prompt(
    _ asked: ReviewSession.Asked, maximum: Double, questions: [String]
  ) -> String {
    switch asked {
    case .points: "points, 0 to \(Points.text(maximum))"
    case .comment: "comment"
    case .why: "why (Enter for none)"
    case .question: "question (\(questions.joined(separator: ", ")))"
    }
  }

  static func questionDone(_ id: String) -> String { "\(id) is done; this is the next question." }
  static let sameGiven = "The same as for the last answer; Enter goes on."

  static func stillOpen(_ count: Int, criteria: Bool) -> String {
    let what = criteria ? "criteri\(count == 1 ? "on" : "a")" : "answer\(count == 1 ? "" : "s")"
    return "\(count) \(what) still wait\(count == 1 ? "s" : "") for you."
  }

  static func takenBack(_ answers: Int, kept: Int) -> String {
    let others =
      kept > 0 ? " \(kept) stay\(kept == 1 ? "s" : ""): somebody has decided since." : ""
    return "Taken back\(answers > 1 ? " for \(answers) answers" : "").\(others)"
  }

  static func total(_ given: Double, of maximum: Double, provisional: Double, waiting: Double)
    -> String
  {
    var parts = ["\(Points.text(given)) of \(Points.text(maximum))"]
    if provisional > 0 { parts.append("\(Points.text(provisional)) found, not confirmed") }
    if waiting > 0 { parts.append("\(Points.text(waiting)) open") }
    return parts.joined(separator: ", ")
  }

  static let wholeAnswer = "the answer"
}
