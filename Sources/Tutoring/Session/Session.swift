import AnswerKeys
import Charts
import Diagnostics
import Exercises
import Files
import Formulas
import NotebookFiles
import NotebookGrading

/// A student at work on an exercise: a line in, lines out.
///
/// The session owns the notebook and its file; every accepted line is saved before its output
/// is returned.
public final class Session {
  /// What the next line is taken for.
  enum Mode: Equatable {
    case ready
    /// A statement that goes on: an open bracket or a function's body.
    case continuation(String)
    /// The unit of an answer that was given as a bare number.
    case unit(Worksheet.Key)
    case studentID
    case studentName(id: String)
    /// An order of the editor at the prompt, or a line of what is edited.
    case lines(NumberedLines)
  }

  /// The exercise at hand, with those that it requires.
  public let opened: OpenedExercise
  let store: NotebookStore
  public var environment: Environment
  /// As it is saved after each accepted line.
  public var file: NotebookFile
  /// The notebook computed and marked.
  public var graded: GradedNotebook
  /// Answers to the exercises that this one requires.
  public let required: RequiredAnswers
  var mode = Mode.ready
  /// What the next prompt begins with.
  var lineToEdit: String?
  /// The name or column whose verdict was shown last.
  var lastJudged: Worksheet.Key?
  /// Place of the current question among the exercise's.
  var place = 0
  var history = History()
  /// What was said last of answers that are not right, by their names.
  var lastVerdicts: [String: String] = [:]
  /// Criteria of texts that were told of, by their questions.
  var toldCriteria: [String: Set<String>] = [:]
  /// What was said of texts as a whole, by their questions.
  var toldMessage: [String: String] = [:]
  /// The question to whose text lines of a paste were added of which nothing was said yet.
  var owesText: String?
  /// Whether it was said what becomes of a line that is kept out of a text.
  var toldOfKeptOut = false
  /// Tries at each answer that failed in this session, by the answer's name.
  var failedTries: [String: Int] = [:]
  /// Places of the derived hints that were shown, by answer.
  var shownSteps: [String: Set<Int>] = [:]
  /// Questions of which was said what their hints cost.
  var toldHintCosts: Set<String> = []
  /// The question that the line at hand has asked about giving up.
  var asksToSkip: String?
  /// The question that the line before has, so that a second `:skip` does.
  private(set) var mayConfirmSkip: String?
  /// Whether the student has asked to leave.
  public internal(set) var isOver = false
  /// Whether accepted lines are on no disk.
  var savingFailed = false
  /// What stands at the notebook's path and must not be written over.
  var obstacle: Diagnostic?
  /// The notebook beside this one from which the student is known.
  private(set) var knownFrom: NotebookNeighbours.Owner?
  /// The line before, where it was kept out of a text: typed again, it is put into it.
  private(set) var keptOut: String?
  /// The line at hand, where it is.
  var keepsOut: String?
  /// Whether the line before has said what a hint costs, or offered one.
  private(set) var wasHintOffered = false
  /// Whether the line at hand does.
  var offersHint = false
  /// Questions of which was said that they have hints.
  var toldOfHints: Set<String> = []
  /// Whether it was said that a line of a text looked like a formula.
  var toldOfFormulaInText = false
  /// The chart that was shown last.
  var lastChart: Chart?
  /// Whether the line before has shown a table.
  private(set) var wasTableShown = false
  /// Whether the line at hand does.
  var showsTable = false
  /// The table that was shown last, with the rows of it.
  var shownTable: TableView?
  /// Questions whose charts have been shown with nothing missing.
  var drawnCharts: Set<String> = []
  /// What was said of the due date's coming near.
  var toldOfDue = DueDate.Phase.far
  /// How the answers stood before the line at hand, where changes are late.
  private(set) var statesBeforeLine: [AnswerState]?
  /// Questions that were right at some moment of this session.
  var wereRight: Set<String> = []
  /// Whether it was said that a line is open and goes on.
  var toldOfOpenLine = false
  /// The exercise to go on with, as the line at hand has said.
  var offeredExercise: NextExercise?
  /// The one of the line before.
  private(set) var wasExerciseOffered: NextExercise?
  /// The id of the exercise that the student goes on with; nil where the student only leaves.
  public internal(set) var goesOnWith: String?
  /// The question to go on to, as the line at hand has said.
  var offered: Question?
  /// The one of the line before, to which `:next` goes, and Enter where a person types.
  private(set) var wasOffered: Question?
  /// Events at the end of those at hand that say how to go on.
  var closingEvents = 0
  /// What was said of texts with live figures and of debriefings; nil before the first line.
  var announcements: Announcements?
  /// The name or formula whose value was shown last, as typed.
  var lastFormula: String?
  /// Whether more lines of a paste follow the one at hand.
  private(set) var isPasting = false
  /// Whether the line at hand is one of several that were pasted, its last one too.
  private(set) var isInPaste = false
  /// The notebook as it was before bytes that are no text were replaced in it; kept when the
  /// first line is saved.
  var keepsOriginal = false

  /// As its author wrote it.
  public var exercise: Exercise { opened.exercise }
  var compiled: CompiledExercise { opened.compiled }
  var answerKey: AnswerKey { compiled.answerKey }
  var sheet: Worksheet { graded.sheet }
  var question: Question { exercise.questions[place] }

  /// Opens the notebook at a path, or begins a new one. Nothing is written before the first
  /// accepted line.
  public init(_ opened: OpenedExercise, notebook path: String, environment: Environment) {
    precondition(!opened.exercise.questions.isEmpty, "An exercise has questions.")
    self.opened = opened
    self.environment = environment
    store = NotebookStore(path: path)
    file = NotebookFile(exercise: opened.exercise.id, title: opened.exercise.title, name: path)
    switch store.read() {
    case .missing: openingProblem = nil
    case .unreadable(let diagnostic): openingProblem = diagnostic
    case .text(let text, let repaired):
      file = NotebookFile(text: text, name: path)
      // What is not read must not be written over.
      openingProblem =
        file.isTooLarge
        ? file.problems.first?.diagnostic
        : repaired ? SessionDiagnostics.repaired(path, copy: store.copyPath) : nil
      keepsOriginal = repaired
    }
    file.order = opened.exercise.questions.map(\.id)
    required = opened.requiredAnswers(in: FileSystem.folder(of: path))
    graded = opened.compiled.grade(
      file, ownRequired: required.own,
      isPastDue: opened.exercise.isPastDue(at: environment.clock.now()))
    isLocked = store.lock()
    if let other = file.exercise, other != opened.exercise.id { isForeign = true }
    place = firstOpenPlace() ?? 0
    wereRight = Set(graded.report().questions.filter { $0.isDone && !$0.isSkipped }.map(\.id))
    toldOfDue = duePhase ?? .far
    if environment.isInteractive, file.student == nil, !isForeign {
      knownFrom = NotebookNeighbours(of: path).owner()
      if let knownFrom { file.student = knownFrom.student } else { mode = .studentID }
    }
  }

  deinit { store.unlock() }

  let openingProblem: Diagnostic?
  let isLocked: Bool
  /// Whether the file belongs to another exercise, which then must not be written to.
  public private(set) var isForeign = false

  /// Whether every change that was accepted is on disk.
  public var isSaved: Bool { !savingFailed }

  /// Whether the session can go on: the notebook can be read and is one of this exercise.
  public var canStart: Bool {
    !isForeign && (openingProblem == nil || openingProblem?.severity != .error)
  }

  /// Whether the line before was taken whole and nothing was wrong with it, so that it may be
  /// suggested again.
  public private(set) var wasAccepted = false

  /// Whether the next line is worth remembering: not an id or a name.
  public var remembersLines: Bool {
    switch mode {
    case .studentID, .studentName, .lines: false
    case .ready, .continuation, .unit: true
    }
  }

  // MARK: Prompt

  /// What the next line is asked for.
  public var prompt: Prompt {
    switch mode {
    case .studentID: .studentID
    case .studentName: .studentName
    case .continuation: .continuation
    case .unit: .unit
    case .lines(let lines): lines.prompt
    case .ready: .question(question.id, report(on: question))
    }
  }

  // MARK: Lines

  /// Takes a line that the student typed, and returns what is shown.
  ///
  /// - `isPasted`: whether more lines of a paste follow, in which an empty line means
  ///   nothing.
  public func handle(_ line: String, isPasted: Bool = false) -> [SessionEvent] {
    store.takeTurn()
    defer { store.endTurn() }
    // The offer to go on holds for the line after it.
    (wasOffered, offered) = (offered, nil)
    (wasExerciseOffered, offeredExercise) = (offeredExercise, nil)
    (mayConfirmSkip, asksToSkip) = (asksToSkip, nil)
    (keptOut, keepsOut) = (keepsOut, nil)
    (wasTableShown, showsTable) = (showsTable, false)
    (wasHintOffered, offersHint) = (offersHint, false)
    isInPaste = isPasted || isPasting
    isPasting = isPasted
    statesBeforeLine = answerStates()
    closingEvents = 0
    var before = announcements ?? currentAnnouncements()
    announcements = before
    // That the due date has passed is said before what it makes late.
    let passing = duePhase == .over ? reminderLines() : []
    var output = passing + takeOutsideChanges()
    // What lines of a paste have brought about is said before a command among them is followed.
    let isCommand = isAtText ? Command.isWhole(trimmed(line)) : trimmed(line).hasPrefix(":")
    if isInPaste, mode == .ready, isCommand {
      let news = newAnnouncements(since: before)
      output += owedTextLines() + news + (news.isEmpty ? [] : [.gap])
      before = announcements ?? before
    }
    closingEvents = 0
    let taken = take(line)
    output += taken
    let added = isPasting ? [] : newAnnouncements(since: before)
    output.insert(contentsOf: added, at: max(0, output.count - closingEvents))
    wasAccepted = mode == .ready && !taken.contains(where: \.isObjection)
    return output + reminderLines()
  }

  private func take(_ line: String) -> [SessionEvent] {
    var output: [SessionEvent] = []
    switch mode {
    case .studentID:
      let id = trimmed(line)
      if id.hasPrefix(":") || Self.farewells.contains(id) { return takeBeforeID(line) }
      if let output = plainWordsForStudent(id) { return output }
      if Command.named(id)?.name == id || Command.wordsForQuit.contains(id) {
        return takeBeforeID(":" + id)
      }
      if id.contains(where: { "=(".contains($0) }) {
        mode = .ready
        return [.said(.formulaForID)] + takeLine(line)
      }
      guard id.isEmpty || Self.mayBeID(id) else { return [.said(.noID), .said(.howToIntroduce)] }
      mode = id.isEmpty ? .ready : .studentName(id: String(id.prefix(40)))
      if id.isEmpty { output += noteStudent("", "") }
    case .studentName(let id):
      if let output = plainWordsForStudent(line) { return output }
      mode = .ready
      if line.contains("=") || line.hasPrefix(":") {
        return [.said(.formulaForName)] + noteStudent(id, "") + takeLine(line)
      }
      output += noteStudent(id, String(trimmed(line).prefix(80)))
    case .continuation where Command.isWhole(trimmed(line)):
      mode = .ready
      output += [.said(.openLineLeft)] + takeLine(line)
    case .continuation where plainWordsInBetween(trimmed(line)) != nil:
      mode = .ready
      output += [.said(.openLineLeft)] + takeLine(line)
    case .continuation(let text): output += goOn(text, with: line)
    case .unit(let key):
      mode = .ready
      output += takeUnit(line, for: key)
    case .lines(let lines): output += takeLine(line, in: lines)
    case .ready: output += takeLine(line)
    }
    return output
  }

  /// Whether a line may be an id, which names a file later: one word, of digits or like a name.
  private static func mayBeID(_ line: String) -> Bool {
    guard !line.contains(where: \.isWhitespace) else { return false }
    return line.contains(where: \.isNumber) || line.count > 1 && line.contains(where: \.isLetter)
  }

  /// Does what a command asks for that is typed in the place of an id, which is then asked again.
  private func takeBeforeID(_ line: String) -> [SessionEvent] {
    mode = .ready
    let output = takeLine(line)
    // A line or a text that is to be changed comes first, and so does the rest of a paste.
    guard mode == .ready, !isOver, !isInPaste, lineToEdit == nil else { return output }
    mode = .studentID
    return output + [.gap, .said(.howToIntroduce)]
  }

  /// Ctrl-C: drops what was begun.
  public func interrupt() -> [SessionEvent] {
    switch mode {
    case .continuation, .unit: mode = .ready
    case .studentID, .studentName:
      mode = .ready
      return questionLines()
    case .lines(let lines): return interruptLines(lines)
    case .ready: break
    }
    return []
  }

  /// The end of input: an open statement is tried as it stands; all is saved already.
  ///
  /// Ctrl-D at the question for a unit ends that question alone.
  public func end() -> [SessionEvent] {
    if case .unit = mode, environment.isInteractive {
      mode = .ready
      return [.said(.leftWithoutUnit)]
    }
    store.takeTurn()
    defer { store.endTurn() }
    if case .lines(let lines) = mode, environment.isInteractive { return endLines(lines) }
    var output = takeOutsideChanges()
    if case .lines(let lines) = mode { output += endLines(lines) }
    if case .continuation(let text) = mode {
      output += take(text, isContinued: true, isLast: true)
    }
    isOver = true
    guard environment.isInteractive else { return output }
    return output + goodbye()
  }

  func goodbye() -> [SessionEvent] {
    let isKept = store.isThere || savingFailed || store.place != store.path
    return [
      .said(
        .goodbye(file.text.isEmpty || !isKept ? nil : store.place, isSaved: !savingFailed))
    ]
  }

  private func noteStudent(_ id: String, _ name: String) -> [SessionEvent] {
    file.student = NotebookFile.Student(id: id, name: name)
    return save() + [.gap] + questionLines()
  }

  func takeLine(_ line: String) -> [SessionEvent] {
    let text = trimmed(line)
    if text.isEmpty { return emptyLine() }
    if let command = Command.behindPageKey(text) { return takeLine(command) }
    let isPastedText = isInPaste && isAtText
    if isPastedText, !Command.isWhole(text) { return write(text) }
    if text.hasPrefix(":") {
      let rest = text.dropFirst()
      // Behind a colon and a blank stand words.
      guard let first = rest.first, first.isWhitespace else { return command(String(rest)) }
      return isAtText
        ? write(text) : told(SessionDiagnostics.blankAfterColon(trimmed(String(rest))))
    }
    if !isAtText, let output = plainWords(text) { return output }
    if let output = bareCommand(text) { return output }
    if !text.hasPrefix("="), let output = question.tutored.take(text, in: self) { return output }
    let isFormula = text.hasPrefix("=") && !text.hasPrefix("==")
    return take(isFormula ? String(text.dropFirst()) : line, isContinued: false)
  }

  var isAtText: Bool { question.responseForm == .prose }

  /// Enter goes on where the line before has offered it, and from any question that is finished.
  private func emptyLine() -> [SessionEvent] {
    if environment.isInteractive, !isPasting, let next = wasExerciseOffered { return go(on: next) }
    let report = self.report(on: question)
    let isFinished =
      environment.isInteractive && !isInPaste && report.isDone && !report.hasObjections
    let next = environment.isInteractive && !isPasting ? wasOffered : nil
    if next == nil, !isFinished, let lines = question.tutored.takeEmptyLine(in: self) {
      return lines
    }
    guard let next = next ?? (isFinished ? nextOpen(after: question) : nil) else {
      return isFinished ? exerciseOffer() : []
    }
    return go(to: next)
  }

  func recompute() { graded.update(to: file, isPastDue: exercise.isPastDue(at: now)) }
}
