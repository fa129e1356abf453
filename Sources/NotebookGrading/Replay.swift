import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import Grading
import NotebookFiles

/// A notebook's statements computed anew on a sheet of the exercise.
public struct Replay {
  public let sheet: Worksheet
  public let reference: Reference
  /// What cannot be read or computed, with its place in the notebook.
  public let problems: [LocatedDiagnostic]
  /// What stands in the notebook and answers nothing where it stands.
  public let passedOver: [LocatedDiagnostic]
  public let grader: Grader
  /// Names and columns that have the model answer's value, by the skipped question they belong to.
  public let filled: [Worksheet.Key: String]
  /// What is wrong with each statement of the file, in its order; nil where nothing is.
  public let outcomes: [LocatedDiagnostic?]
  /// Why the student has chosen so, by question, for a person to read.
  public let reasons: [String: String]
  /// Names whose lines cannot be read or computed.
  public let failing: [Worksheet.Key: LocatedDiagnostic]

  /// All that is to be said of the file, in its order.
  public var remarks: [LocatedDiagnostic] {
    (problems + passedOver).enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  /// - Parameter isPastDue: whether the exercise was due before now, so that what is kept from
  ///   students until then may be said.
  public init(
    _ file: NotebookFile, _ reference: Reference, isPastDue: Bool = false
  ) {
    let sheet = reference.makeSheet()
    let placed = file.statements()
    var entered = sheet.load(placed.map(\.statement))
    let unreadable = Self.unreadable(file, sheet)
    let words = Self.words(file, reference.exercise)
    let skips = SkippedQuestions(file, reference.exercise)

    var filled: [Worksheet.Key: String] = [:]
    var skippedAnswers: [String: [AnswerReport]] = [:]
    if !skips.questions.isEmpty {
      // What stands in a skipped question is judged before the model answer takes its place.
      let failing = Self.failing(placed, entered).merging(unreadable) { own, _ in own }
      let grader = Grader(reference, sheet: sheet, words: words, failing: failing)
      for question in skips.questions {
        let answers = grader.report(on: question).answers
        skippedAnswers[question.id] = answers
        for key in skips.fill(question, answers: answers, in: sheet, reference) {
          filled[key] = question.id
        }
      }
      for index in entered.indices {
        Self.recheck(&entered[index], placed[index].statement, in: sheet, filled: filled)
      }
    }

    let failing = Self.failing(placed, entered)
      .merging(unreadable.filter { filled[$0.key] == nil }) { own, _ in own }
    let outcomes = zip(placed, entered).map { statement, entry in
      entry.problem.map { LocatedDiagnostic($0.diagnostic, in: statement.source) }
    }
    let problems = file.problems + skips.problems + outcomes.compactMap { $0 }
    self.sheet = sheet
    self.reference = reference
    self.problems = problems.sorted { $0.line < $1.line }
    passedOver = PassedOver(file, reference.exercise).found
    self.filled = filled
    self.failing = failing
    self.outcomes = outcomes
    grader = Grader(
      reference, sheet: sheet, words: words, failing: failing, hints: file.hints,
      skipped: Set(skips.questions.map(\.id)), skippedAnswers: skippedAnswers,
      isPastDue: isPastDue)
    reasons = Self.reasons(file, reference.exercise)
  }

  private static func reasons(_ file: NotebookFile, _ exercise: Exercise) -> [String: String] {
    exercise.questions.reduce(into: [:]) { reasons, question in
      guard case .choice = question.body else { return }
      reasons[question.id] = file.reply(toQuestion: question.id)
    }
  }

  private static func failing(
    _ placed: [NotebookFile.PlacedStatement], _ entered: [Entered]
  ) -> [Worksheet.Key: LocatedDiagnostic] {
    zip(placed, entered).reduce(into: [:]) { failing, pair in
      let (statement, entry) = pair
      guard let problem = entry.problem, let key = entry.key ?? statement.key else { return }
      failing[key] = LocatedDiagnostic(problem.diagnostic, in: statement.source)
    }
  }

  /// What cannot be read, by the names that it would bind; it is among the file's problems
  /// already.
  private static func unreadable(
    _ file: NotebookFile, _ sheet: Worksheet
  ) -> [Worksheet.Key: LocatedDiagnostic] {
    file.unreadable().reduce(into: [:]) { failing, broken in
      guard let name = broken.name, sheet.formula(of: .name(name)) == nil,
        sheet.function(named: name) == nil
      else { return }
      failing[.name(name)] = broken.diagnostic
    }
  }

  /// Computes again a statement that failed while a skipped question's names had no value.
  private static func recheck(
    _ entry: inout Entered, _ statement: Statement, in sheet: Worksheet,
    filled: [Worksheet.Key: String]
  ) {
    guard entry.problem != nil else { return }
    if case .show(let expression) = statement.kind {
      switch sheet.show(expression) {
      case .success: entry.problem = nil
      case .failure(let problem): entry.problem = problem
      }
    }
    guard let key = entry.key else { return }
    if filled[key] != nil {
      entry.problem = nil
      return
    }
    guard sheet.text(of: key) == statement.text else { return }
    switch sheet.value(of: key) {
    case .success?: entry.problem = nil
    case .failure(let problem)?: entry.problem = problem
    case nil: break
    }
  }

  static func words(_ file: NotebookFile, _ exercise: Exercise) -> [String: WordedReply] {
    var result: [String: WordedReply] = [:]
    for question in exercise.questions {
      switch question.body {
      case .text:
        if let text = file.reply(toQuestion: question.id) { result[question.id] = .text(text) }
      case .choice:
        let ticked = file.ticks(inQuestion: question.id).filter(\.isTicked).map(\.text)
        if !ticked.isEmpty { result[question.id] = .choices(ticked) }
      case .values, .function, .reading: break
      }
    }
    return result
  }
}
