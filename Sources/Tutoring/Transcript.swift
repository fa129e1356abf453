import Charts
import Diagnostics
import Exercises
import Formulas
import Grading
import NotebookFiles
import NotebookGrading

/// A notebook with what the session shows of it: each line with its results and verdicts, in the
/// order of the exercise.
///
/// It holds what the student typed and what came of it, and nothing of the model answers.
public struct Transcript {
  /// What is shown below the lines that brought it.
  public enum Output {
    /// A value as the session shows it; with a verdict for each row where it is a column that
    /// answers a question. The key is nil for what was only shown.
    case value(Value, of: Worksheet.Key?, rows: [Verdict]?)
    case defined(Definition)
    /// A mistake, or what the student should know of a line.
    case diagnostic(LocatedDiagnostic)
    case verdict(AnswerReport)
    /// What a line such as `plot(x, y)` draws.
    case drawing(Chart)
  }

  /// What a line does that shows no value.
  public enum Definition: Hashable {
    case function(String)
    case unit(String)
    /// A line further on gives the name its value.
    case superseded(String)
    /// A chart that is one too many.
    case undrawn
  }

  /// What stands in a section, in its order.
  public enum Piece {
    /// Lines of formulas as typed, with what they brought.
    case lines(String, [Output])
    /// A text as typed.
    case reply(String)
    /// Options with the student's ticks; what was ticked and is no option comes last.
    case choices([(text: String, isTicked: Bool)])
    /// A question for a question session.
    case asked(String)
    /// Markdown beside the answers.
    case remark(String)
  }

  /// A question with what stands under its number.
  public struct Part {
    /// As the exercise has it.
    public var question: Question
    /// Nil where nothing is asked.
    public var report: QuestionReport?
    /// In the order of the notebook.
    public var pieces: [Piece]
    /// Answers of the question whose verdicts stand at none of its lines.
    public var others: [AnswerReport]
  }

  /// The exercise's questions, in its order.
  public private(set) var parts: [Part] = []
  /// What stands before the first question.
  public let opening: [Piece]
  /// What stands under a number that is none of the exercise's.
  public private(set) var besides: [(id: String, pieces: [Piece])] = []
  /// What is to be said of the notebook beside its lines of formulas.
  public private(set) var problems: [LocatedDiagnostic] = []
  /// Lines that are not shown, since there are too many.
  public private(set) var leftOut = 0
  /// What is found of the whole notebook.
  public let report: ExerciseReport
  /// What it was found on.
  public let graded: GradedNotebook

  /// Lines of formulas that are shown at most.
  public static let lineLimit = 2000
  /// Charts of the student's own that are drawn at most, and rows in all of them.
  static let chartLimits = (charts: 40, rows: 200_000)

  /// - `graded`: of this very file.
  public init(_ file: NotebookFile, _ opened: OpenedExercise, _ graded: GradedNotebook) {
    self.graded = graded
    report = graded.grader.report()
    var writer = TranscriptWriter(file, opened, graded, report)
    let reports = Dictionary(
      report.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    opening = writer.pieces(ofSection: nil, question: nil)
    for question in opened.exercise.questions {
      let pieces = writer.pieces(ofSection: question.id, question: question)
      let others = (reports[question.id]?.answers ?? []).filter {
        !writer.judged.contains([question.id, $0.name])
      }
      parts.append(
        Part(question: question, report: reports[question.id], pieces: pieces, others: others))
    }
    for case let id? in file.sectionIDs where opened.exercise.question(id) == nil {
      besides.append((id, writer.pieces(ofSection: id, question: nil)))
    }
    leftOut = writer.leftOut
    problems = graded.remarks.filter { !writer.isAtLine($0) }
  }
}

/// Puts what came of a notebook's lines under them.
private struct TranscriptWriter {
  private let file: NotebookFile
  private let opened: OpenedExercise
  private let graded: GradedNotebook
  private let statements: [NotebookFile.PlacedStatement]
  /// What is wrong with each of them.
  private let outcomes: [LocatedDiagnostic?]
  private let answers: [String: [AnswerReport]]
  /// Which statement gives a key its value.
  private var counting: [Worksheet.Key: Int] = [:]
  /// Of statements that only show something, in their order.
  private var shown: [Int: Result<Value, FormulaProblem>] = [:]
  private var notices: [Int: [Diagnostic]] = [:]
  private var lines = 0
  /// What was drawn so far, the same chart each time that it stands in the notebook.
  private var drawn = (charts: 0, rows: 0)
  /// Where diagnostics that stand at lines begin, as line of the file and id.
  private var placed: Set<[String]> = []

  private(set) var leftOut = 0
  /// Question and answer of every verdict that stands in its question.
  private(set) var judged: Set<[String]> = []

  init(
    _ file: NotebookFile, _ opened: OpenedExercise, _ graded: GradedNotebook,
    _ report: ExerciseReport
  ) {
    self.file = file
    self.opened = opened
    self.graded = graded
    statements = file.statements()
    outcomes = graded.outcomes
    answers = Dictionary(
      report.questions.map { ($0.id, $0.answers) }, uniquingKeysWith: { first, _ in first })
    for (index, placed) in statements.enumerated() {
      guard let key = graded.sheet.canonical(placed.key) else { continue }
      let text = graded.sheet.text(of: key)
      if text == nil || text == placed.statement.text { counting[key] = index }
    }
    let known = statements.prefix(Transcript.lineLimit)
    var places: [Int] = []
    var expressions: [Expression] = []
    for (index, placed) in known.enumerated() {
      guard case .show(let expression) = placed.statement.kind else { continue }
      places.append(index)
      expressions.append(expression)
    }
    for (place, result) in zip(places, graded.sheet.evaluate(expressions)) { shown[place] = result }
    for (place, list) in graded.sheet.notices(of: known.map(\.statement)).enumerated() {
      notices[place] = list
    }
  }

  /// Whether a diagnostic stands at one of the lines.
  func isAtLine(_ located: LocatedDiagnostic) -> Bool { placed.contains(Self.mark(located)) }

  private static func mark(_ located: LocatedDiagnostic) -> [String] {
    let start = located.diagnostic.labels.first?.span.start ?? 0
    return ["\(located.line)", "\(start)", located.diagnostic.id, located.diagnostic.message]
  }

  // MARK: Sections

  mutating func pieces(ofSection id: String?, question: Question?) -> [Transcript.Piece] {
    var pieces: [Transcript.Piece] = []
    var choice: ChoiceAnswer?
    if case .choice(let own)? = question?.body { choice = own }
    var ticks: [(text: String, isTicked: Bool)] = []
    var choicesPlace: Int?
    for content in file.contents(ofSection: id) {
      switch content {
      case .lines(let text, let items):
        guard lines < Transcript.lineLimit else {
          leftOut += 1
          continue
        }
        // Statements that share a line are as many as on lines of their own.
        let shown = items.prefix(Transcript.lineLimit - lines)
        lines += max(1, shown.count)
        leftOut += items.count - shown.count
        pieces.append(.lines(text, shown.flatMap { outputs(of: $0, in: question) }))
      case .reply(let text): pieces.append(.reply(text))
      case .tasks(let tasks):
        if choice == nil {
          pieces.append(.choices(tasks))
        } else {
          ticks += tasks
          choicesPlace = choicesPlace ?? pieces.count
        }
      case .asked(let text): pieces.append(.asked(text))
      case .remark(let markdown): pieces.append(.remark(markdown))
      }
    }
    if let choice {
      pieces.insert(.choices(Self.options(choice, ticks)), at: choicesPlace ?? pieces.count)
    }
    return pieces
  }

  private static func options(
    _ choice: ChoiceAnswer, _ ticks: [(text: String, isTicked: Bool)]
  ) -> [(text: String, isTicked: Bool)] {
    let found = ChoiceTicks(ticks.filter(\.isTicked).map(\.text), among: choice)
    return choice.options.enumerated().map { ($1.text, found.options.contains($0)) }
      + found.unmatched.map { ($0, true) }
  }

  // MARK: Lines

  private mutating func outputs(
    of item: NotebookFile.Item, in question: Question?
  ) -> [Transcript.Output] {
    switch item {
    case .unreadable(let diagnostic):
      placed.insert(Self.mark(diagnostic))
      return [.diagnostic(diagnostic)]
    case .statement(let index):
      let statement = statements[index]
      if let problem = outcomes[index] {
        placed.insert(Self.mark(problem))
        var outputs = [Transcript.Output.diagnostic(problem)]
        if let key = graded.sheet.canonical(statement.key), counting[key] == index,
          let report = verdict(of: key, in: question), report.verdict != .fails
        {
          // That it fails, the mistake says itself.
          outputs.append(.verdict(report))
        }
        return outputs
      }
      if let key = graded.sheet.canonical(statement.key), counting[key] != index {
        return [.defined(.superseded("\(key)"))]
      }
      return taken(statement, index, in: question)
        + (notices[index] ?? []).map { .diagnostic(LocatedDiagnostic($0, in: statement.source)) }
    }
  }

  private mutating func taken(
    _ placed: NotebookFile.PlacedStatement, _ index: Int, in question: Question?
  ) -> [Transcript.Output] {
    guard let key = graded.sheet.canonical(placed.key) else {
      if case .unit(let name, _, _) = placed.statement.kind { return [.defined(.unit(name))] }
      if graded.sheet.plot(of: placed.statement) != nil { return drawing(placed.statement) }
      guard case .success(let value)? = shown[index] else { return [] }
      return [.value(value, of: nil, rows: nil)]
    }
    let report = verdict(of: key, in: question)
    var outputs: [Transcript.Output] = []
    if case .function = placed.statement.kind {
      outputs.append(.defined(.function("\(key)")))
    } else if let value = graded.filled[key] == nil ? graded.shownValue(of: key) : report?.value {
      outputs.append(.value(value, of: key, rows: report?.rows))
    }
    return outputs + (report.map { [.verdict($0)] } ?? [])
  }

  private mutating func drawing(_ statement: Statement) -> [Transcript.Output] {
    let most = Transcript.chartLimits
    guard drawn.charts < most.charts, drawn.rows < most.rows else { return [.defined(.undrawn)] }
    guard let chart = QuestionCharts.chart(of: statement, in: graded) else { return [] }
    drawn.charts += 1
    drawn.rows += chart.series.reduce(0) { $0 + $1.points.count }
    return [.drawing(chart)]
  }

  /// The verdict of the answer that a key gives.
  private mutating func verdict(of key: Worksheet.Key, in question: Question?) -> AnswerReport? {
    guard let owner = opened.compiled.answerKey.place(of: key),
      let report = answers[owner.question]?.first(where: { $0.name == owner.answer })
    else { return nil }
    if owner.question == question?.id, report.key == nil || report.key == key {
      judged.insert([owner.question, owner.answer])
    }
    if let other = report.key, other != key {
      // The answer stands under another name too, and the better one counts.
      return graded.grader.judge(at: key)
    }
    return report
  }
}
