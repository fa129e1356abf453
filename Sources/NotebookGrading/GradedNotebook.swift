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
  /// - `ownRequired`: the student's own answers to required exercises.
  /// - `isPastDue`: whether the exercise was due before now, so that what is kept from students
  ///   until then may be said.
  /// - `memory`: what was found of others of a class; nil for a notebook that is still worked on.
  public func grade(
    _ file: NotebookFile, ownRequired: [String: Value] = [:], isPastDue: Bool = false,
    memory: ClassMemory? = nil
  ) -> GradedNotebook {
    GradedNotebook(
      file, self, ownRequired: ownRequired, isPastDue: isPastDue, cache: ReportCache(),
      memory: ownRequired.isEmpty ? memory : nil)
  }
}

/// A student's notebook computed on a sheet, with what is found of its answers. Reports are made
/// when they are asked for, and kept until a change reaches them.
public struct GradedNotebook {
  /// What it is marked against.
  public let compiled: CompiledExercise
  /// Marks its answers as they stand.
  public let grader: Grader
  private var file: NotebookFile
  private var computation: Computation

  /// The student's formulas with their values.
  public var sheet: Worksheet { computation.sheet }
  /// Names and columns that have the model answer's value, by the skipped question they belong to.
  public var filled: [Worksheet.Key: String] { computation.filled }
  /// Names whose lines cannot be read or computed.
  public var failing: [Worksheet.Key: LocatedDiagnostic] { grader.failing }
  /// What is wrong with each statement of the file, in its order; nil where nothing is.
  public var outcomes: [LocatedDiagnostic?] {
    file.statements().enumerated().map { index, placed in
      computation.problems[index].map { LocatedDiagnostic($0, in: placed.source) }
    }
  }
  /// What cannot be read or computed, with its place in the notebook.
  public var problems: [LocatedDiagnostic] {
    (file.problems + SkippedQuestions(file, compiled.exercise).problems
      + LongTexts(file, compiled.exercise).problems + outcomes.compactMap { $0 }).sorted {
        $0.line < $1.line
      }
  }
  /// All that is to be said of the file, in its order: its problems, and what stands in it and
  /// answers nothing where it stands.
  public var remarks: [LocatedDiagnostic] {
    (problems + PassedOver(file, compiled.exercise).found + takenBack.map(\.remark)).enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }
  /// What the notebook's history says and the rest of it does not say any more. It changes no mark.
  public var takenBack: [TakenBack] { file.takenBack(exercise: compiled.exercise.id) }
  /// Of the notebook, in its order.
  var statements: [NotebookFile.PlacedStatement] { file.statements() }
  /// Whether every line of the notebook can be read and computed, and none is the model's.
  public var isSound: Bool {
    computation.problems.isEmpty && file.skipped.isEmpty && file.problems.isEmpty
  }

  /// Why the student has chosen so at a choice, for a person to read.
  public func reason(at question: Question) -> String? {
    question.responseForm == .ticks ? file.reply(toQuestion: question.id) : nil
  }

  fileprivate init(
    _ file: NotebookFile, _ compiled: CompiledExercise, ownRequired: [String: Value],
    isPastDue: Bool, cache: ReportCache, memory: ClassMemory? = nil,
    reusing kept: Computation? = nil
  ) {
    let written = file.written(for: compiled.exercise)
    func grader(
      _ sheet: Worksheet, _ problems: [Int: Diagnostic],
      filled: [Worksheet.Key: String] = [:], skipped: [String: [AnswerReport]] = [:],
      _ cache: ReportCache, _ shared: SharedAnswers?
    ) -> Grader {
      Grader(
        compiled, sheet: sheet, ownRequired: ownRequired, written: written,
        failing: file.failing(problems, on: sheet).filter { filled[$0.key] == nil },
        hints: file.hints, skipped: skipped, isPastDue: isPastDue, cache: cache,
        shared: shared)
    }
    let computation =
      kept
      ?? Computation(file, compiled, ownRequired: ownRequired, memory) {
        grader($0, $1, ReportCache(), $2)
      }
    self.compiled = compiled
    self.file = file
    self.computation = computation
    self.grader = grader(
      computation.sheet, computation.problems, filled: computation.filled,
      skipped: computation.skipped, cache, memory == nil ? nil : computation.shared)
  }

  // MARK: Reports

  /// What is found of one question.
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

  /// Whether a statement that the sheet has taken in keeps others from being computed.
  public func breaksOthers(_ entered: Entered) -> Bool {
    entered.changed.contains { key in
      if case .failure? = sheet.value(of: key) { true } else { false }
    }
  }

  /// Takes for its file one that a statement was written to which the sheet has taken in. False, and
  /// nothing changed, where the notebook has to be computed anew to know what comes of it.
  public mutating func keep(_ file: NotebookFile, entering statement: Statement) -> Bool {
    guard !isSound else {
      self.file = file
      if isSound { computation.file = file }
      return true
    }
    guard let own = computation.following(file, entering: statement) else { return false }
    take(file, own, isPastDue: grader.isPastDue)
    return true
  }

  /// Computes the notebook anew as it has become, where that changes anything, and forgets the
  /// reports that the change reaches.
  public mutating func update(to file: NotebookFile, isPastDue: Bool) {
    take(file, computation.standing(for: file), isPastDue: isPastDue)
  }

  /// - Parameter known: what comes of the file's statements; nil where they have to be computed.
  private mutating func take(_ file: NotebookFile, _ known: Computation?, isPastDue: Bool) {
    let old = self
    self = GradedNotebook(
      file, compiled, ownRequired: grader.ownRequired, isPastDue: isPastDue, cache: grader.cache,
      reusing: known)
    guard isPastDue == old.grader.isPastDue, computation.units == old.computation.units else {
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
    let failed = Set(failing.keys).symmetricDifference(old.failing.keys)
    guard sheet !== old.sheet else { return failed }
    return failed.union(
      Set(sheet.keys).union(old.sheet.keys).filter { key in
        sheet.text(of: key) != old.sheet.text(of: key) || filled[key] != old.filled[key]
      })
  }
}

/// What comes of a notebook's statements on a sheet.
private struct Computation {
  let sheet: Worksheet
  /// Whose statements stand on the sheet.
  var file: NotebookFile
  /// What is wrong with a statement, by its place among them.
  private(set) var problems: [Int: Diagnostic] = [:]
  /// Names and columns that have the model answer's value, by the skipped question they belong to.
  private(set) var filled: [Worksheet.Key: String] = [:]
  /// What was found of skipped questions before the model answer took their place.
  private(set) var skipped: [String: [AnswerReport]] = [:]
  /// Ids of the questions that the file says are skipped.
  private let skips: [String]

  /// Statements that declare units.
  let units: [String]
  /// What others of a class have found of the same statements.
  private(set) var shared: SharedAnswers?

  /// - Parameters:
  ///   - memory: what was found of others of a class; nil for what may still change.
  ///   - grader: marks what stands on a sheet, some of whose statements have problems.
  init(
    _ file: NotebookFile, _ compiled: CompiledExercise, ownRequired: [String: Value],
    _ memory: ClassMemory?, grader: (Worksheet, [Int: Diagnostic], SharedAnswers?) -> Grader
  ) {
    self.file = file
    let statements = file.statements().map(\.statement)
    var sheet = compiled.makeSheet(ownRequired: ownRequired)
    units = statements.filter(\.isUnit).map(\.text)
    skips = file.skipped
    shared = memory.flatMap { SharedAnswers(statements, $0) }
    let known = shared?.values ?? [:]
    var entered = sheet.load(statements, known: known)
    if !known.isEmpty, entered.contains(where: { $0.problem != nil }) {
      // What is said of a problem depends on what was computed before it.
      sheet = compiled.makeSheet(ownRequired: ownRequired)
      entered = sheet.load(statements)
    }
    self.sheet = sheet
    for (index, entry) in entered.enumerated() { problems[index] = entry.problem?.diagnostic }
    let questions = SkippedQuestions(file, compiled.exercise).questions
    guard !questions.isEmpty else { return }
    var before = grader(sheet, problems, shared)
    var fixed: [Worksheet.Key] = []
    for question in questions {
      skipped[question.id] = before.report(on: question).answers
      let keys = before.fill(question, in: sheet)
      for key in keys { filled[key] = question.id }
      fixed += keys
      shared = memory.flatMap { SharedAnswers(statements, fixed: fixed, $0) }
      before.shared = shared
    }
    for index in problems.keys { recheck(index, statements[index], entered[index].key) }
  }

  /// The same for a file that has these very statements, else nil; what is wrong with one holds in
  /// its place alone.
  func standing(for file: NotebookFile) -> Computation? {
    guard skips.isEmpty, file.skipped.isEmpty else { return nil }
    let (others, own) = (file.statements(), self.file.statements())
    let isSame =
      file.edition === self.file.edition
      || others.count == own.count
        && zip(others, own).allSatisfy { other, own in
          other.statement.text == own.statement.text
            && (problems.isEmpty || other.statement.span == own.statement.span)
        }
    guard isSame else { return nil }
    var copy = self
    copy.file = file
    return copy
  }

  /// The same for a file to which a statement was written that the sheet has taken in: only what had a
  /// problem, or shows something of it, is looked at again. Nil where more may be otherwise.
  func following(_ file: NotebookFile, entering statement: Statement) -> Computation? {
    guard skips.isEmpty, file.skipped.isEmpty, !statement.isUnit else { return nil }
    let (own, others) = (self.file.statements(), file.statements())
    func isSame(_ place: Int, _ other: Int) -> Bool {
      own[place].statement.text == others[other].statement.text
    }
    let most = min(own.count, others.count)
    let start = (0..<most).first { !isSame($0, $0) } ?? most
    let more = others.count - own.count
    let end =
      (0..<most - start).first { !isSame(own.count - 1 - $0, others.count - 1 - $0) }
      ?? most - start
    guard !own[start..<own.count - end].contains(where: { $0.statement.isUnit }) else { return nil }
    func place(_ old: Int) -> Int? {
      old < start ? old : old >= own.count - end ? old + more : nil
    }
    // Each with what was wrong with it: those that had a problem, and what shows something else now.
    var looked: [(place: Int, problem: Diagnostic?)] = []
    for (index, problem) in problems {
      guard let place = place(index) else { continue }
      // What is wrong has its place in the lines that it was read with.
      guard own[index].statement.span == others[place].statement.span else { return nil }
      looked.append((place, problem))
    }
    let reached = sheet.keysReached(by: statement)
    for index in own.indices where problems[index] == nil {
      if sheet.shows(own[index].statement, anyOf: reached), let place = place(index) {
        looked.append((place, nil))
      }
    }
    var copy = self
    copy.file = file
    copy.problems = [:]
    let standings = sheet.standings(of: looked.map { others[$0.place].statement }, after: statement)
    for ((place, problem), standing) in zip(looked, standings) {
      switch standing {
      case .asBefore: copy.problems[place] = problem
      case .failing(let now): copy.problems[place] = now.diagnostic
      case .computed: break
      case .unknown: return nil
      }
    }
    return copy
  }

  /// Computes again a statement that failed while a skipped question's names had no value.
  private mutating func recheck(_ index: Int, _ statement: Statement, _ key: Worksheet.Key?) {
    if case .show(let expression) = statement.kind {
      note(index, sheet.show(expression).map { _ in })
    }
    guard let key else { return }
    if filled[key] != nil {
      problems[index] = nil
    } else if sheet.text(of: key) == statement.text, let value = sheet.value(of: key) {
      note(index, value.map { _ in })
    }
  }

  private mutating func note(_ index: Int, _ result: Result<Void, FormulaProblem>) {
    switch result {
    case .success: problems[index] = nil
    case .failure(let problem): problems[index] = problem.diagnostic
    }
  }
}

extension NotebookFile {
  /// Names whose statements cannot be read or computed.
  ///
  /// - Parameter problems: what is wrong with a statement, by its place among them.
  fileprivate func failing(
    _ problems: [Int: Diagnostic], on sheet: Worksheet
  ) -> [Worksheet.Key: LocatedDiagnostic] {
    var failing: [Worksheet.Key: LocatedDiagnostic] = [:]
    // What cannot be read binds nothing where another line does.
    for broken in unreadable() {
      guard let name = broken.name, sheet.formula(of: .name(name)) == nil,
        sheet.function(named: name) == nil
      else { continue }
      failing[.name(name)] = broken.diagnostic
    }
    guard !problems.isEmpty else { return failing }
    let statements = statements()
    for index in problems.keys.sorted() {
      guard let problem = problems[index], let key = sheet.canonical(statements[index].key)
      else { continue }
      failing[key] = LocatedDiagnostic(problem, in: statements[index].source)
    }
    return failing
  }

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

extension Worksheet {
  /// The key with the table's first name, whichever name was typed.
  public func canonical(_ key: Key?) -> Key? {
    guard case .column(let table, let column)? = key, let own = shippedTable(table) else {
      return key
    }
    return .column(table: own.name, column: column)
  }
}

extension Statement {
  /// Whether it declares a unit.
  public var isUnit: Bool {
    if case .unit = kind { return true }
    return false
  }
}
