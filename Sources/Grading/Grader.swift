import AnswerKeys
import Diagnostics
import Exercises
import Formulas

/// Marks a student's sheet and texts against the model answers.
public struct Grader {
  /// What is marked against.
  public let compiled: CompiledExercise
  let sheet: Worksheet
  /// The student's own answers to required exercises.
  public let ownRequired: [String: Value]
  /// Answers that are not given by formulas, by question.
  public let written: [String: WrittenAnswer]
  /// Names whose statements in the file have a mistake, with that mistake.
  public let failing: [Worksheet.Key: LocatedDiagnostic]
  /// Hints shown: the author's by question, those derived by answer.
  let hints: [String: Int]
  /// Questions whose model answers were filled in, with what was found of their answers before.
  public let skipped: [String: [AnswerReport]]
  /// Whether nothing that is changed now can count as handed in on time.
  public let isPastDue: Bool
  /// What was found so far.
  public let cache: ReportCache
  /// What others of a class with the same statements have; nil where nothing is shared, as on a sheet
  /// that may change.
  public var shared: SharedAnswers?

  var answerKey: AnswerKey { compiled.answerKey }

  public init(
    _ compiled: CompiledExercise, sheet: Worksheet, ownRequired: [String: Value] = [:],
    written: [String: WrittenAnswer] = [:], failing: [Worksheet.Key: LocatedDiagnostic] = [:],
    hints: [String: Int] = [:], skipped: [String: [AnswerReport]] = [:], isPastDue: Bool = false,
    cache: ReportCache = ReportCache(), shared: SharedAnswers? = nil
  ) {
    self.compiled = compiled
    self.sheet = sheet
    self.ownRequired = ownRequired
    self.written = written
    self.failing = failing
    self.hints = hints
    self.skipped = skipped
    self.isPastDue = isPastDue
    self.cache = cache
    self.shared = shared
  }

  /// What is found of every question that asks for something.
  public func report() -> ExerciseReport {
    ExerciseReport(
      exercise: compiled.exercise.id,
      questions: compiled.exercise.questions.filter(\.asksForResponse).map { report(on: $0) })
  }

  /// What is found of one question; kept until something that it was made from changes.
  public func report(on question: Question) -> QuestionReport {
    cache.report(on: question, at: sheet.revision) {
      var report = QuestionReport(
        id: question.id, title: question.title, score: 0, maximum: question.points, answers: [],
        waiting: 0, isPractice: question.isPractice)
      report.hintsShown = hintsShown(of: question)
      if let answers = skipped[question.id] {
        report.answers = answers
        for index in report.answers.indices { report.answers[index].choice?.showsReasons = true }
        report.isSkipped = true
        return report
      }
      let kind = question.body.marked
      kind.mark(&report, of: question, by: self)
      takeHintCost(&report, of: question, fromWaiting: kind.hintsTakeFromWaiting || report.isUntold)
      return report
    }
  }

  /// Takes what the hints shown cost off what is earned, or what a text would add. What that does
  /// not cover comes off what a person has yet to give for a choice.
  private func takeHintCost(
    _ report: inout QuestionReport, of question: Question, fromWaiting: Bool
  ) {
    guard report.hintsShown > 0, question.hintCost > 0, !report.isPractice else { return }
    let cost = question.points * question.hintCost * Double(report.hintsShown)
    var taken = 0.0
    func take(from points: inout Double) {
      let part = min(points, cost - taken)
      points -= part
      taken += part
    }
    take(from: &report.score)
    take(from: &report.provisional)
    if fromWaiting { take(from: &report.waiting) }
    report.hintCost = taken
  }
}

/// A student's answer to a question that is not answered by formulas.
public enum WrittenAnswer: Hashable, Sendable {
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
