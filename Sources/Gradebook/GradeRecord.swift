import Dates
import ErrorDiagnosis
import Exercises
import Files
import Formulas
import Grading
import NotebookGrading
import Reports
import Submissions

/// A student's work on an exercise as the gradebook keeps it.
public struct GradeRecord: Sendable {
  var exercise: String
  var student: String
  var standing: Standing
  var score: Double
  var provisional: Double
  var waiting: Double
  var maximum: Double
  var submitted: String?
  var isLate: Bool?
  var isEditedAfterDue: Bool
  var remark: String?
  /// Lines of the notebook that could not be read, or answer nothing.
  var problems: Int
  var marks: [Mark]
  var asked: [Asked]
  var takenBack: [TakenBack]
  var exerciseDigest: String

  /// A question's points, and how the student came to them.
  struct Mark: Sendable {
    var question: String
    var score: Double
    var provisional: Double
    var waiting: Double
    var maximum: Double
    var isAttempted: Bool
    var isSkipped: Bool
    var tries: Int
    var hints: Int
    var hintCost: Double
    /// What the hints shown cost at most.
    var hintPrice: Double
    /// What was written, or the reason for a choice.
    var text: String?
    var answers: [Answer]
    var criteria: [Criterion]

    /// By which a decision on it is known to be still about the same.
    var workDigest: String {
      let parts = [text ?? ""] + answers.flatMap { [$0.name, $0.typed ?? ""] }
      return "\(Digest(of: Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8)))"
    }
  }

  struct Answer: Sendable {
    var name: String
    var verdict: String
    var share: Double
    /// As `check --json` has it.
    var cause: String?
    var message: String
    /// The student's formula, or the options ticked, one a line.
    var typed: String?
    /// What it gave.
    var value: String?
    /// Points, at most.
    var maximum: Double
  }

  struct Criterion: Sendable {
    var id: String
    var kind: String
    var points: Double
    var isMet: Bool?
    var message: String
  }

  struct Asked: Sendable {
    var question: String?
    var time: String?
    var text: String
  }

  /// What the notebook's history says and the file does not say any more.
  struct TakenBack: Sendable {
    /// Nil for the whole.
    var question: String?
    var text: String
  }

  /// Longest text that is kept of one formula, value or message, in characters.
  private static let textLimit = 20_000

  /// Nil where a file has no grade.
  public init?(_ work: SubmissionGrader.Work, student: String) {
    guard let graded = work.graded, work.standing.hasGrade else { return nil }
    let report = graded.report
    exercise = report.exercise
    self.student = student
    standing = work.standing
    (score, provisional) = (Points.rounded(report.score), Points.rounded(report.provisional))
    (waiting, maximum) = (Points.rounded(report.waiting), Points.rounded(report.maximum))
    submitted = graded.submitted?.text
    isLate = graded.isLate
    isEditedAfterDue = !graded.edits.isEmpty
    remark = work.remark
    let exercise = graded.opened.exercise
    takenBack = graded.notebook.takenBack.map { own in
      TakenBack(
        question: own.subject.flatMap { exercise.question(about: $0)?.id },
        text: Self.bounded(own.remark.diagnostic.message))
    }
    problems = graded.notebook.remarks.count - takenBack.count
    exerciseDigest = graded.opened.digest
    let (tries, hints) = (graded.file.tries, graded.file.hints)
    let asked = Dictionary(
      graded.opened.exercise.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    marks = report.questions.map { question in
      let cost = asked[question.id]?.hintCost ?? 0
      return Mark(
        question: question.id, score: Points.rounded(question.score),
        provisional: Points.rounded(question.provisional),
        waiting: Points.rounded(question.waiting),
        maximum: question.maximum, isAttempted: question.isStarted, isSkipped: question.isSkipped,
        tries: tries[question.id] ?? 0, hints: hints[question.id] ?? 0,
        hintCost: Points.rounded(question.hintCost),
        hintPrice: Points.rounded(question.maximum * cost * Double(question.hintsShown)),
        text: graded.file.reply(toQuestion: question.id).map(Self.bounded),
        answers: question.answers.map {
          Self.answer($0, graded, maximum: asked[question.id]?.points(of: $0.name) ?? 0)
        },
        criteria: question.answers.flatMap { $0.criteria ?? [] }.map {
          Criterion(
            id: $0.id, kind: $0.kind.rawValue, points: $0.points, isMet: $0.met,
            message: $0.wholeMessage)
        })
    }
    self.asked = graded.file.askedQuestions.map {
      Asked(question: $0.question, time: $0.time?.text, text: Self.bounded($0.text))
    }
  }

  private static func answer(
    _ report: AnswerReport, _ graded: SubmissionGrader.Graded, maximum: Double
  ) -> Answer {
    let ticks = report.choice.map { choice in
      choice.options.filter(\.isTicked).map(\.text).joined(separator: "\n")
    }
    // What the formula gave, before an answer's unit was taken on.
    let value = report.key.flatMap { try? graded.notebook.sheet.rawValue(of: $0)?.get() }
    let isFunction = if case .function? = value { true } else { false }
    // What is no formula was typed all the same.
    let formula =
      report.key.flatMap { graded.notebook.sheet.text(of: $0) }
      ?? report.problem.map { String(decoding: $0.source.bytes, as: UTF8.self) }
    return Answer(
      name: report.name, verdict: report.verdict.rawValue, share: Points.rounded(report.share),
      cause: report.cause.map { CheckJSON.cause($0).text }, message: bounded(report.message),
      typed: (ticks ?? formula).map(bounded),
      value: isFunction ? nil : (value ?? report.value).map { bounded($0.text()) },
      maximum: maximum)
  }

  private static func bounded(_ text: String) -> String {
    // SQLite ends a text at a zero.
    let text = text.utf8.contains(0) ? String(text.filter { $0 != "\0" }) : text
    return text.utf8.count <= textLimit ? text : String(text.prefix(textLimit)) + " …"
  }
}

extension Exercise {
  /// The question of that number, or the one that asks for an answer of that name.
  fileprivate func question(about subject: String) -> Question? {
    question(subject) ?? questions.first { $0.namesOfSteps.contains(subject) }
  }
}
