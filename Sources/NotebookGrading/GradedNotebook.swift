import AnswerKeys
import Diagnostics
import Exercises
import Formulas
import Grading
import NotebookFiles

extension CompiledExercise {
  /// Computes a notebook's statements on a sheet of the exercise and marks its answers, the same
  /// at the prompt and for a whole class.
  ///
  /// - Parameters:
  ///   - ownRequired: the student's own answers to required exercises.
  ///   - isPastDue: whether the exercise was due before now, so that what is kept from students
  ///     until then may be said.
  public func grade(
    _ file: NotebookFile, ownRequired: [String: Value] = [:], isPastDue: Bool = false
  ) -> GradedNotebook {
    GradedNotebook(
      file, self, ownRequired: ownRequired, isPastDue: isPastDue, cache: ReportCache())
  }
}

/// A student's notebook computed on a sheet, with what is found of its answers. Reports are made
/// when they are asked for, and kept until a change reaches them.
public struct GradedNotebook {
  public let compiled: CompiledExercise
  public let sheet: Worksheet
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
  /// Statements that declare units, as typed.
  private let units: [String]

  /// Names whose lines cannot be read or computed.
  public var failing: [Worksheet.Key: LocatedDiagnostic] { grader.failing }

  /// All that is to be said of the file, in its order.
  public var remarks: [LocatedDiagnostic] {
    (problems + passedOver).enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  fileprivate init(
    _ file: NotebookFile, _ compiled: CompiledExercise, ownRequired: [String: Value],
    isPastDue: Bool, cache: ReportCache
  ) {
    let exercise = compiled.exercise
    let sheet = compiled.makeSheet(ownRequired: ownRequired)
    let placed = file.statements()
    var entered = sheet.load(placed.map(\.statement))
    let unreadable = Self.unreadable(file, sheet)
    let skips = SkippedQuestions(file, exercise)

    func grader(
      _ failing: [Worksheet.Key: LocatedDiagnostic], skipped: [String: [AnswerReport]] = [:],
      _ cache: ReportCache
    ) -> Grader {
      Grader(
        compiled, sheet: sheet, ownRequired: ownRequired, written: file.written(for: exercise),
        failing: Self.failing(placed, entered).merging(failing) { own, _ in own },
        hints: file.hints, skipped: skipped, isPastDue: isPastDue, cache: cache)
    }

    var filled: [Worksheet.Key: String] = [:]
    var skipped: [String: [AnswerReport]] = [:]
    if !skips.questions.isEmpty {
      // What stands in a skipped question is judged before the model answer takes its place.
      let before = grader(unreadable, ReportCache())
      for question in skips.questions {
        skipped[question.id] = before.report(on: question).answers
        for key in before.fill(question, in: sheet) { filled[key] = question.id }
      }
      for index in entered.indices {
        Self.recheck(&entered[index], placed[index].statement, in: sheet, filled: filled)
      }
    }

    let outcomes = zip(placed, entered).map { statement, entry in
      entry.problem.map { LocatedDiagnostic($0.diagnostic, in: statement.source) }
    }
    let problems = file.problems + skips.problems + outcomes.compactMap { $0 }
    self.compiled = compiled
    self.sheet = sheet
    self.problems = problems.sorted { $0.line < $1.line }
    passedOver = PassedOver(file, exercise).found
    self.filled = filled
    self.outcomes = outcomes
    self.grader = grader(unreadable.filter { filled[$0.key] == nil }, skipped: skipped, cache)
    reasons = exercise.questions.filter { $0.responseForm == .ticks }.reduce(into: [:]) {
      $0[$1.id] = file.reply(toQuestion: $1.id)
    }
    units = placed.map(\.statement).filter(\.isUnit).map(\.text)
  }

  // MARK: Reports

  public func report(on question: Question) -> QuestionReport { grader.report(on: question) }

  /// What is found of every question that asks for something.
  public func report() -> ExerciseReport { grader.report() }

  // MARK: Changes

  /// Takes a statement in on the sheet, and forgets the reports that it reaches.
  public func enter(_ statement: Statement) -> Entered {
    let entered = sheet.enter(statement)
    let isTaken = entered.problem == nil
    if isTaken, statement.isUnit {
      grader.cache.forgetAll()
    } else {
      changed(keys: [entered.key].compactMap { isTaken ? $0 : nil })
    }
    return entered
  }

  /// Forgets the reports that new formulas of some names and columns reach.
  public func changed(keys: [Worksheet.Key]) { grader.changed(keys) }

  /// Computes the notebook anew as it has become, and forgets the reports that this reaches.
  public mutating func update(to file: NotebookFile, isPastDue: Bool) {
    let old = self
    self = GradedNotebook(
      file, compiled, ownRequired: grader.ownRequired, isPastDue: isPastDue, cache: grader.cache)
    guard isPastDue == old.grader.isPastDue, units == old.units else {
      return grader.cache.forgetAll()
    }
    grader.changed(changedKeys(since: old), since: old.sheet)
    for question in compiled.exercise.questions
    where grader.isOther(than: old.grader, for: question.id) {
      grader.changed(question: question.id)
    }
  }

  /// Keys that have another formula than before, or none any more, or fail otherwise.
  private func changedKeys(since old: GradedNotebook) -> Set<Worksheet.Key> {
    let keys = Set(sheet.keys).union(old.sheet.keys).union(failing.keys).union(old.failing.keys)
    return keys.filter { key in
      sheet.text(of: key) != old.sheet.text(of: key) || filled[key] != old.filled[key]
        || (failing[key] == nil) != (old.failing[key] == nil)
    }
  }

  // MARK: Statements

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
}

extension NotebookFile {
  /// Answers to questions that are not answered by formulas, by question.
  fileprivate func written(for exercise: Exercise) -> [String: WrittenAnswer] {
    exercise.questions.reduce(into: [:]) { written, question in
      switch question.responseForm {
      case .prose: written[question.id] = reply(toQuestion: question.id).map { .text($0) }
      case .ticks:
        let ticked = ticks(inQuestion: question.id).filter(\.isTicked).map(\.text)
        if !ticked.isEmpty { written[question.id] = .choices(ticked) }
      case .formulas, .nothing: break
      }
    }
  }
}

extension Statement {
  /// Whether it declares a unit.
  public var isUnit: Bool {
    if case .unit = kind { return true }
    return false
  }
}
