import Dates
import Exercises
import Gradebook
import Grading
import SectionedReports

/// What is said of how a mark came about, in alphabetical order.
enum FeedbackWording {
  static func askedColumn(_ rows: Int, unit: String) -> Sentence {
    unit.isEmpty
      ? "Asked for: a column of \(rows) plain numbers."
      : "Asked for: a column of \(rows) values in \(code: unit)."
  }

  static func askedFunction(_ name: String, parameters: [String], unit: String) -> Sentence {
    let call = "\(name)(\(parameters.joined(separator: ", ")))"
    return unit.isEmpty
      ? "Asked for: a function \(code: call) that gives plain numbers."
      : "Asked for: a function \(code: call) that gives values in \(code: unit)."
  }

  static func askedValue(unit: String) -> Sentence {
    unit.isEmpty ? "Asked for: a plain number." : "Asked for: a value in \(code: unit)."
  }

  static func change(_ change: GradeAccount.Change, zone: Zone) -> Sentence {
    let words = [
      "notebook": "another notebook was handed in", "exercise": "the exercise was changed",
      "version": "the program was changed",
      "other notebook": "an answer of another exercise that it builds on was changed",
      "no notebook": "the notebook was taken out",
    ]
    let causes = change.why.split(separator: ",").map { cause in
      words[String(cause.drop { $0 == " " })] ?? String(cause)
    }
    let what = change.question.isEmpty ? "The whole" : change.question
    let marks =
      "\(change.before.map(Points.text) ?? "none") to \(change.after.map(Points.text) ?? "none")"
    return
      "\(what): \(marks), \(time(change.time, zone)), since \(causes.joined(separator: " and "))."
  }

  static let changes = "What was changed later (points to be confirmed included)"

  static func comment(_ review: Review) -> Sentence {
    guard case .comment(let text) = review.ruling else { return "" }
    return "\(strong: shortText(review.reviewer, limit: 60)): \(shortText(text, limit: 2000))"
  }

  static func criterion(
    _ part: ReviewedWork.Part, given: Double?, asks: String?, showsID: Bool
  ) -> Sentence {
    let points: String
    if let given {
      points = "\(Points.text(given)) of \(Points.text(part.maximum))"
    } else if let found = part.found {
      points =
        "\(Points.text(found)) of \(Points.text(part.maximum))\(found > 0 ? ", to be confirmed" : "")"
    } else {
      points = "\(Points.text(part.maximum)) to be given by a person"
    }
    let name: Sentence =
      showsID && part.part != .answer(part.name) ? "\(code: shortText(part.name, limit: 60)) " : ""
    // What waited for a person has been read.
    let message =
      part.found == nil && given != nil ? asks.map { "Asked for: \($0)." } ?? "" : part.message
    return name + "\(strong: points). \(told: shortText(message, limit: 2000))"
  }

  /// Whether a decision counts.
  enum DecisionStanding { case counts, replaced, outdated, takenBack }

  /// Nil for one that only takes another back and has no reason.
  static func decision(
    _ review: Review, _ standing: DecisionStanding, zone: Zone
  ) -> Sentence? {
    let who = shortText(review.reviewer, limit: 60)
    let when = time(review.time, zone)
    let reason = shortText(review.why, limit: 1000)
    let end = reason.last.map { ".!?".contains($0) ? "" : "." } ?? "."
    let why = (reason.isEmpty ? "" : ": \(reason)") + end
    guard case .points(let points) = review.ruling else { return nil }
    guard let points else { return "\(who) let the parts count again \(when)\(why)" }
    let given = "\(who) gave \(Points.text(points)) \(when)\(why)"
    switch standing {
    case .counts: return "\(given)"
    case .replaced: return "Before: \(given)"
    case .outdated: return "Of an earlier answer: \(given)"
    case .takenBack: return "Taken back: \(given)"
    }
  }

  static let disputed: Sentence = "Reviewers differ here; it waits until they agree."

  static func heading(_ work: ReviewedWork) -> String {
    let name = shortText("\(work.question) \(work.title)")
    if work.isPractice { return "\(name): practice, counts for nothing" }
    if work.maximum == 0 { return "\(name): not graded" }
    var parts = ["\(Points.text(work.score)) of \(Points.text(work.maximum))"]
    if work.provisional > 0 { parts.append(Points.provisional(work.provisional)) }
    if work.waiting > 0 { parts.append(Points.waiting(work.waiting)) }
    return "\(name): \(parts.joined(separator: ", "))"
  }

  static func hints(_ work: ReviewedWork) -> Sentence {
    let hints = work.hints == 1 ? "One hint was shown" : "\(work.hints) hints were shown"
    return work.hintCost > 0
      ? "\(hints), which took \(Points.text(work.hintCost)) off." : "\(hints), which cost nothing."
  }

  /// Whether the message of an answer says more than its verdict.
  static func isExplained(_ part: ReviewedWork.Part) -> Bool {
    let silent: [Verdict] = [.unanswered, .correct]
    return !part.message.isEmpty && !silent.contains { $0.rawValue == part.verdict }
  }

  static func notFinal(_ grade: GradeAccount) -> Sentence {
    var parts: [String] = []
    if grade.provisional > 0 {
      parts.append(
        "\(Points.counted(grade.provisional)) found in texts, to be confirmed by a person")
    }
    if grade.waiting > 0 {
      parts.append("\(Points.counted(grade.waiting)) to be given by a person")
    }
    return "Not final: \(parts.joined(separator: ", and "))."
  }

  /// Whether the slip is in this answer, or was made before; nil where there is none.
  static func origin(of part: ReviewedWork.Part) -> Sentence? {
    switch Verdict(rawValue: part.verdict) {
    case .follows: "Inherited: the slip was made in an earlier answer, and counts there alone."
    case .wrong, .wrongDimension, .wrongUnit, .unitMissing, .rounded:
      part.cause == nil ? nil : "The slip is in this answer, not in one that it builds on."
    default: nil
    }
  }

  static func remarks(_ grade: GradeAccount, zone: Zone) -> [Sentence] {
    var lines: [Sentence] = []
    if let submitted = grade.submitted {
      let late = grade.isLate ? ", after the due date" : ""
      lines.append("Handed in \(time(submitted, zone))\(late).")
    }
    if grade.isEditedAfterDue {
      lines.append("By its own notes, the notebook was edited after the due date.")
    }
    if grade.problems > 0 {
      lines.append(
        grade.problems == 1
          ? "One line of the notebook could not be read, or answers nothing."
          : "\(grade.problems) lines of the notebook could not be read, or answer nothing.")
    }
    lines += grade.takenBack.map { "\(told: shortText($0, limit: 300))" }
    for other in grade.others {
      let why = other.remark.map { " \(shortText($0, limit: 300))" } ?? ""
      lines.append("Not counted: \(code: shortText(other.file, limit: 200)).\(why)")
    }
    return lines
  }

  /// As the student has read it, or would have.
  static func said(_ message: String) -> Sentence {
    "The program says: \(told: shortText(message, limit: 2000))"
  }

  static let skipped: Sentence =
    "It was skipped: the model answer was filled in, which earns nothing."

  static func ticked(_ options: String) -> Sentence {
    let items = options.split(separator: "\n").map { "“\(shortText(String($0), limit: 200))”" }
    return items.isEmpty
      ? "Nothing was ticked."
      : "Ticked: " + Sentence.enumeration(items.map { "\($0)" as Sentence }) + "."
  }

  private static func time(_ text: String, _ zone: Zone) -> String {
    Moment(text).map { "on \(DateWording.moment($0, in: zone))" } ?? shortText(text, limit: 40)
  }

  static func title(_ grade: GradeAccount) -> String {
    shortText(grade.title.isEmpty ? grade.exercise : grade.title)
  }

  static func total(_ grade: GradeAccount) -> Sentence {
    let points = "\(Points.text(grade.score)) of \(Points.counted(grade.maximum))"
    return grade.standing == .empty
      ? "\(strong: points): nothing is answered in the notebook." : "\(strong: points)"
  }

  static func typed(_ formula: String, gave value: String?) -> Sentence {
    let formula: Sentence = "Typed: \(code: shortText(formula, limit: 2000))"
    return value.map { formula + ", which gives \(code: shortText($0, limit: 200))." }
      ?? formula + "."
  }

  static let unanswered: Sentence = "Nothing was answered."

  static func verdict(_ part: ReviewedWork.Part, given: Double?, kind: String) -> Sentence {
    let verdict = Verdict(rawValue: part.verdict)
    let word =
      verdict == .unchecked && given != nil
      ? "read by a person" : verdict.map(word) ?? part.verdict
    let earned = (given ?? part.found).map { "\(Points.text($0)) of \(Points.text(part.maximum))" }
    let points = earned ?? "\(Points.text(part.maximum)) wait for a person"
    let state: Sentence = "\(word), \(points)"
    return kind == "choice" ? state : "\(code: shortText(part.name, limit: 80)): " + state
  }

  private static func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .unanswered: "not answered"
    case .fails: "does not evaluate"
    case .correct: "right"
    case .follows: "right on earlier answers"
    case .unitMissing: "the unit is missing"
    case .wrongUnit: "right number, wrong unit"
    case .rounded: "rounded too far"
    case .otherForm: "right, written otherwise than asked"
    case .otherUnit: "right in another unit"
    case .wrongDimension: "another kind of quantity"
    case .wrong: "wrong"
    case .partly: "partly"
    case .unchecked: "waits for a person"
    }
  }

  static let whole: Sentence =
    "A person has given the whole question its points, which count instead of those above:"

  static func whose(_ grade: GradeAccount, for reader: MarkAccount.Reader) -> Sentence {
    let name = [grade.name, grade.id].filter { !$0.isEmpty }.map { shortText($0, limit: 100) }
    let shown = name.isEmpty ? shortText(grade.student, limit: 100) : name.joined(separator: ", ")
    guard reader == .assistant else { return "\(shown)" }
    return "\(shown), from \(code: shortText(grade.file, limit: 200))"
  }
}
