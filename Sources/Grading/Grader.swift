import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import Quantities

/// Judges a student's sheet against the model answers.
public struct Grader {
  public let reference: Reference
  let sheet: Worksheet
  /// Words given to questions that are not answered by formulas.
  public let words: [String: WordedReply]
  /// Names whose statements in the file have a mistake, with that mistake.
  public let failing: [Worksheet.Key: LocatedDiagnostic]
  /// Hints shown, by question.
  let hints: [String: Int]
  /// Questions whose model answers were filled in.
  let skipped: Set<String>
  /// What was found of their answers before that.
  let skippedAnswers: [String: [AnswerReport]]
  /// Whether nothing that is changed now can count as handed in on time.
  let isPastDue: Bool
  let memory = ReportMemory()

  public init(
    _ reference: Reference, sheet: Worksheet, words: [String: WordedReply] = [:],
    failing: [Worksheet.Key: LocatedDiagnostic] = [:], hints: [String: Int] = [:],
    skipped: Set<String> = [], skippedAnswers: [String: [AnswerReport]] = [:],
    isPastDue: Bool = false
  ) {
    self.reference = reference
    self.sheet = sheet
    self.words = words
    self.failing = failing
    self.hints = hints
    self.skipped = skipped
    self.skippedAnswers = skippedAnswers
    self.isPastDue = isPastDue
  }

  public func report() -> ExerciseReport {
    ExerciseReport(
      exercise: reference.exercise.id,
      questions: reference.exercise.questions.compactMap { question in
        if case .reading = question.body { return nil }
        return report(on: question)
      })
  }

  public func report(on question: Question) -> QuestionReport {
    var report = QuestionReport(
      id: question.id, title: question.title, score: 0, maximum: question.points, answers: [],
      waiting: 0, isPractice: question.isPractice)
    report.hintsShown = min(hints[question.id] ?? 0, question.hints.count)
    if let answers = skippedAnswers[question.id] {
      report.answers = answers
      for index in report.answers.indices { report.answers[index].choice?.showsReasons = true }
      report.isSkipped = true
      return report
    }
    switch question.body {
    case .values(let specs):
      let total = specs.reduce(0) { $0 + $1.weight }
      for spec in specs {
        let answer = judge(spec)
        report.answers.append(answer)
        if total > 0 { report.score += question.points * spec.weight / total * answer.share }
      }
    case .function(let spec):
      let answer = judge(spec)
      report.answers.append(answer)
      report.score = question.points * answer.share
    case .choice(let choice):
      let answer = judge(choice, of: question)
      report.answers.append(answer)
      report.score = question.points * answer.share
      report.waiting = question.points * (answer.choice?.waiting ?? 0)
    case .text(let spec):
      let answer = judge(spec, of: question)
      report.answers.append(answer)
      addPoints(of: answer, spec, to: &report)
    case .reading: break
    }
    if skipped.contains(question.id) {
      report.isSkipped = true
      report.score = 0
      report.waiting = 0
      report.provisional = 0
    }
    takeHintCost(&report, of: question)
    return report
  }

  /// Takes what the hints shown cost off what is earned, or what a text would add. What that does
  /// not cover comes off what a person has yet to give for a choice.
  private func takeHintCost(_ report: inout QuestionReport, of question: Question) {
    guard report.hintsShown > 0, question.hintCost > 0, !report.isSkipped, !report.isPractice
    else { return }
    let cost = question.points * question.hintCost * Double(report.hintsShown)
    let fromScore = min(report.score, cost)
    report.score -= fromScore
    let fromProvisional = min(report.provisional, cost - fromScore)
    report.provisional -= fromProvisional
    report.hintCost = fromScore + fromProvisional
    guard case .choice = question.body else { return }
    let fromWaiting = min(report.waiting, cost - fromScore)
    report.waiting -= fromWaiting
    report.hintCost += fromWaiting
  }

  /// What a text would add, once a person has confirmed it, and what only a person can give.
  private func addPoints(
    of answer: AnswerReport, _ spec: TextAnswer, to report: inout QuestionReport
  ) {
    guard answer.verdict != .unanswered else { return }
    let criteria = answer.criteria ?? []
    report.provisional = criteria.filter { $0.met == true }.reduce(0) { $0 + $1.points }
    report.waiting =
      spec.criteria.isEmpty
      ? report.maximum : criteria.filter { $0.met == nil }.reduce(0) { $0 + $1.points }
  }
}

/// Reports of answers, kept until the sheet changes: an answer is judged with those it builds on.
final class ReportMemory {
  private var reports: [String: AnswerReport] = [:]
  private var revision = -1

  public func report(of name: String, at revision: Int, _ judge: () -> AnswerReport) -> AnswerReport
  {
    if self.revision != revision {
      reports = [:]
      self.revision = revision
    }
    if let known = reports[name] { return known }
    let report = judge()
    reports[name] = report
    return report
  }
}

/// What a student gave to a question that is not answered by formulas.
public enum WordedReply: Hashable, Sendable {
  case text(String)
  /// Texts of the options that are ticked.
  case choices([String])

  public var isEmpty: Bool {
    switch self {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .choices(let options): options.isEmpty
    }
  }
}
