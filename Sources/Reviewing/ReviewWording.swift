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
  static func before(_ points: Double, by reviewer: String) -> String {
    "before: \(Points.text(points)), \(plainLine(reviewer))"
  }

  static let changedMeanwhile =
    "The answer has changed meanwhile: this is the new one. Nothing was decided."
  static let closes = "Any other key goes back."
  static func comment(_ text: String, by reviewer: String) -> String {
    "“\(plainLine(text))” (\(plainLine(reviewer)))"
  }

  static func decidedMeanwhile(_ reviewer: String) -> String {
    "\(plainLine(reviewer)) has decided here meanwhile, as shown. Press the key again to overrule."
  }

  static let decideAllFirst =
    "Decide on all of it first: what is open is marked with ? or in brackets."
  static let decideFirst = "Give points first."
  static let firstAnswer = "This is the first answer."
  static let gone = "This answer is no longer in the gradebook."
  static let help = "Keys"
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

  static func notFound(_ terms: [String], areWords: Bool) -> String {
    let shown = terms.prefix(6).map { areWords ? "“\($0)” or the like" : $0 }
    return "Not found: \(shown.joined(separator: ", "))\(terms.count > 6 ? ", …" : "")."
  }

  static func notPoints(_ text: String, maximum: Double) -> String {
    maximum == 0
      ? "It is worth no points."
      : "\(plainLine(text)) is no number from 0 to \(Points.text(maximum))."
  }

  static let nothingBefore = "You have decided on no other answer here yet."
  static let nothingSame =
    "Nothing to give: the last answer had the same, or something else was found in it."
  static let numbers =
    "#7 stands for a student, whose name N shows. Answers that are alike come one after the other."
  static let nothingToUndo = "There is nothing of yours to take back."

  static func outdated(_ reviewers: [String]) -> String {
    "Changed since \(reviewers.map { plainLine($0) }.joined(separator: " and ")) decided on it."
  }

  static let partsCount = "The criteria count: nobody has given the whole question points."

  static func progress(_ done: Int, of count: Int) -> String { "\(done) of \(count) done" }

  static func prompt(
    _ asked: ReviewSession.Asked, maximum: Double, questions: [String]
  ) -> String {
    switch asked {
    case .points: "points, 0 to \(Points.text(maximum))"
    case .whole: "points for the whole question, 0 to \(Points.text(maximum))"
    case .comment: "comment (Ctrl-C for none)"
    case .why: "why (Enter for none)"
    case .question: "question (\(questions.joined(separator: ", ")))"
    }
  }

  static func questionDone(_ id: String) -> String { "\(id) is done; this is the next question." }
  static let sameGiven = "The same as for the last answer, where the same was found."

  static func stillOpen(_ count: Int, criteria: Bool) -> String {
    let what = criteria ? "criteri\(count == 1 ? "on" : "a")" : "answer\(count == 1 ? "" : "s")"
    return "\(count) \(what) still wait\(count == 1 ? "s" : "") for you."
  }

  static func takenBack(_ answers: Int, others: [String]) -> String {
    let since =
      others.isEmpty
      ? ""
      : " What \(others.map { plainLine($0) }.joined(separator: " and ")) decided since stands."
    return "Taken back\(answers > 1 ? " for \(answers) answers" : "").\(since)"
  }

  static func total(_ given: Double, of maximum: Double, provisional: Double, waiting: Double)
    -> String
  {
    var parts = ["\(Points.text(given)) of \(Points.counted(maximum))"]
    if provisional > 0 { parts.append("\(Points.text(provisional)) found, to be confirmed") }
    if waiting > 0 { parts.append("\(Points.text(waiting)) for you to give") }
    return parts.joined(separator: ", ")
  }

  static let wholeAnswer = "the answer"

  static func wholeCounts(_ points: Double) -> String {
    "The whole question has \(Points.text(points)), which counts: e changes it, o lets the criteria count."
  }

  static let wholeDisputed =
    "Reviewers differ on the whole question: e settles it, o lets the criteria count."
  static let wholeQuestion = "whole question"
}
