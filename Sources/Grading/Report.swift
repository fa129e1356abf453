import Diagnostics
import ErrorDiagnosis
import Exercises
import Formulas
import TextAnalysis

/// What is found of one answer.
public struct AnswerReport: Sendable {
  public var name: String
  /// Under which name or column it was found; nil where it was not.
  public var key: Worksheet.Key?
  public var verdict: Verdict
  /// Share of the answer's mark, from 0 to 1.
  public var share: Double
  /// A sentence for the student, which never gives the model answer away.
  public var message: String
  /// What the student learns beside the verdict.
  public var notices: [String] = []
  /// The student's value as others see it.
  public var value: Value?
  /// One verdict a row, for a column.
  public var rows: [Verdict]?
  /// One entry a test point, for a function.
  public var points: [PointReport]?
  /// What is found of each option, for a choice.
  public var choice: ChoiceReport?
  /// One entry a criterion, for a text.
  public var criteria: [CriterionReport]?
  /// Whether the unit is missing at a number within the formula, and not at its end.
  public var lacksUnitWithin = false
  /// Why it is off, where that was found.
  public var cause: Cause?
  /// What is wrong with the formula, and the statement it is in.
  public var problem: LocatedDiagnostic?
  /// Share of the mark that it may come to once its value is looked at, where the model answer is
  /// withheld.
  public var untold = 0.0
}

extension AnswerReport {
  static func unanswered(_ name: String) -> AnswerReport {
    AnswerReport(name: name, verdict: .unanswered, share: 0, message: GradingWording.unanswered)
  }

  /// Whether it is a try that failed. One that lacks its unit is asked for that, and is none.
  public var isFailedTry: Bool { share < 1 && verdict != .unitMissing && verdict != .unchecked }

  /// Whether it earns some of its mark and not all, so that a look at it may pay.
  var isInDoubt: Bool {
    switch verdict {
    case .unitMissing, .wrongUnit, .rounded, .otherForm, .otherUnit, .partly: share < 1
    case .correct, .follows, .wrong, .wrongDimension: share > 0 && share < 1
    case .unanswered, .fails, .unchecked: false
    }
  }
}

/// What a function gave on one test point.
public struct PointReport: Sendable {
  /// The call, as it would be typed.
  public var call: String
  public var verdict: Verdict
  /// What kind of thing is wrong; never what would be right.
  public var message: String
  /// One verdict a row, where a column is asked for.
  public var rows: [Verdict]?
}

/// What is found of one question.
public struct QuestionReport: Sendable {
  public var id: String
  public var title: String
  /// Points that are sure.
  public var score: Double
  /// Points of the question.
  public var maximum: Double
  /// In the order of the exercise.
  public var answers: [AnswerReport]
  /// Points that a person has yet to give.
  public var waiting: Double
  /// Points that criteria of a text would add, to be confirmed by a person.
  public var provisional = 0.0
  /// Whether it counts for nothing.
  public var isPractice: Bool
  /// Whether the model answer was filled in, for no points.
  public var isSkipped = false
  /// Hints that the student has looked at.
  public var hintsShown = 0
  /// Points that the hints shown take away; taken off `score`, or off `provisional`,
  /// already.
  public var hintCost = 0.0

  /// Whether every answer is given and none can be improved.
  public var isDone: Bool {
    isSkipped
      || !answers.isEmpty && answers.allSatisfy { $0.share == 1 || $0.verdict == .unchecked }
  }

  /// Whether it is told after handing in alone what is right of it.
  public var isUntold: Bool { answers.contains { $0.untold > 0 } }

  /// Whether all that can be checked here is met, and a person has yet to read it.
  public var waitsForPerson: Bool {
    isDone && !isSkipped && (waiting > 0 || provisional > 0 || isUntold)
  }

  /// Whether a text has a figure that contradicts what was computed, or too few sentences.
  public var hasObjections: Bool {
    answers.flatMap { $0.criteria ?? [] }.contains { !$0.contradictions.isEmpty || $0.isTooShort }
  }

  /// Whether it earns points that count.
  public var isCounted: Bool { maximum > 0 && !isPractice }

  /// Answers that earn some of their mark and not all of it; none of a question that is skipped or
  /// does not count.
  public var answersInDoubt: [AnswerReport] {
    isSkipped || !isCounted ? [] : answers.filter(\.isInDoubt)
  }

  /// Whether anything was answered.
  public var isStarted: Bool { answers.contains { $0.verdict != .unanswered } }
}

/// What is found of a whole notebook.
public struct ExerciseReport: Sendable {
  public var exercise: String
  /// Those that ask for something, in the order of the exercise.
  public var questions: [QuestionReport]
  /// Earned so far.
  public var score: Double { sum(\.score) }
  /// Points of all questions that count.
  public var maximum: Double { sum(\.maximum) }
  /// What criteria for texts would add, to be confirmed by a person.
  public var provisional: Double { sum(\.provisional) }
  /// Points that a person has yet to give.
  public var waiting: Double { sum(\.waiting) }
  /// Whether it is told after handing in alone what is right of some.
  public var isUntold: Bool { questions.contains(where: \.isUntold) }

  public init(exercise: String, questions: [QuestionReport]) {
    self.exercise = exercise
    self.questions = questions
  }

  private func sum(_ points: (QuestionReport) -> Double) -> Double {
    questions.reduce(0) { $0 + ($1.isPractice ? 0 : points($1)) }
  }
}
