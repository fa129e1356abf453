import Diagnostics
import Exercises
import Gradebook
import Grading

/// What `reckon review` says, in alphabetical order.
extension DeskWording {
  static func copied(_ path: String) -> String {
    "\(plainLine(path)) is a copy of it; `reckon review --merge \(plainLine(path))` brings back what is"
      + " decided there."
  }

  static func copyTaken(_ path: String) -> Diagnostic {
    Diagnostic(
      id: "copy-taken", message: "\(plainLine(path)) is there already. Nothing was written.",
      help: ["`--copy` with a new name"])
  }

  static func decided(
    _ student: String, _ work: ReviewedWork, wasPoints before: Double
  ) -> String {
    let now = "\(points(work.score, of: work.maximum)) at \(work.question)"
    return "\(plainLine(student)): \(now)"
      + (before == work.score ? "." : ", \(Points.text(before)) before.")
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

  static func noAnswerAt(_ question: String, known: [String]) -> Diagnostic {
    Diagnostic(
      id: "no-answer", message: "There is no answer at question `\(plainLine(question))`.",
      help: known.isEmpty
        ? [] : ["one of \(known.map { "`\(plainLine($0))`" }.joined(separator: ", "))"])
  }

  static let noReviewer = Diagnostic(
    id: "no-reviewer",
    message: "Who decides is kept with every decision, and your name is not known.",
    help: ["`--as` with your name, or RECKON_REVIEWER in your environment"])

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

  static func notPoints(_ text: String, maximum: Double) -> Diagnostic {
    Diagnostic(
      id: "not-points",
      message: maximum == 0
        ? "It is worth no points." : "\(plainLine(text)) is no number of points for it.",
      help: maximum == 0 ? [] : ["a number from 0 to \(Points.text(maximum)), such as 0.5 or 1/3"])
  }

  static let nothingForPersons = "nothing waits for a person"

  static func nothingToReview(differences: Bool, second: Bool) -> String {
    if differences { return "Reviewers differ on nothing." }
    return second
      ? "Nobody else has decided on anything yet." : "No answer has points that wait for a person."
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

  static func reviewed(_ answers: Int, as reviewer: String) -> String {
    answers == 0
      ? "Nothing was decided."
      : "What you decided on \(count(answers, "answer")) is kept, as \(plainLine(reviewer))."
  }

  static func severalStudents(_ text: String, _ keys: [String]) -> Diagnostic {
    Diagnostic(
      id: "several-students", message: "Several are called `\(plainLine(text))`.",
      help: ["one of \(keys.prefix(9).map { "`\(plainLine($0))`" }.joined(separator: ", "))"])
  }

  /// The task of a question with its model answer, as Markdown.
  static func task(_ question: Question?, modelAnswer: String?) -> String {
    guard let question else {
      return "The exercise is not at hand here: `--exercises` names its folder."
    }
    let answer = modelAnswer.map { "\n\n**Model answer**\n\n\($0)" } ?? ""
    return "## \(question.id) \(question.title)\n\n\(question.prompt)\(answer)"
  }

  static func wholeIsGiven(_ question: String) -> Diagnostic {
    Diagnostic(
      id: "whole-is-given",
      message:
        "The whole question \(plainLine(question)) was given points, which count whatever its "
        + "parts have.",
      help: ["`--points` without `--part`", "`o` on the screen lets the parts count again"])
  }
}
