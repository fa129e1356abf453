import Diagnostics

/// What can be wrong with a file of marks.
enum MarkProblem: Hashable {
  case aboveMaximum(heading: String, mark: Double, maximum: Double)
  case empty
  case emptyCell
  case emptyHeading(column: Int)
  case headingTwice(heading: String)
  case negativeMaximum(heading: String)
  case noMaxima
  case noStudents
  case notNumber(cell: String, heading: String)
  case quotes
  case ragged(found: Int, expected: Int)
  case studentTwice
  case tooLarge(what: String, limit: Int)
  case total(heading: String)

  /// What is said of it.
  struct Wording {
    var id: String
    var severity: Diagnostic.Severity = .error
    var message: String
    var help: [String] = []
  }

  var wording: Wording {
    switch self {
    case .aboveMaximum(let heading, let mark, let maximum):
      Wording(
        id: "mark-above-maximum", severity: .warning,
        message: """
          A mark for “\(heading)” is \(Figure.points(mark)), and the row `max` says \
          \(Figure.points(maximum)). It is taken as it is.
          """)
    case .empty:
      Wording(
        id: "marks-empty", message: "There are no marks in this file.",
        help: ["Begin with a row of headings: `student,1.1,1.2`."])
    case .emptyCell:
      Wording(
        id: "mark-missing", severity: .notice, message: "A cell without a mark counts as 0.")
    case .emptyHeading(let column):
      Wording(
        id: "marks-empty-heading", message: "Column \(column) has no heading.",
        help: ["Give it the name of its question, or leave the column out."])
    case .headingTwice(let heading):
      Wording(
        id: "marks-heading-twice", message: "Two columns have the heading “\(heading)”.",
        help: ["Give each question a name of its own."])
    case .negativeMaximum(let heading):
      Wording(id: "marks-negative-maximum", message: "The maximum of “\(heading)” is below 0.")
    case .noMaxima:
      Wording(
        id: "marks-no-max", message: "There is no row of maxima.",
        help: [
          "Add a row below the headings that begins with `max`: `max,1,2` for questions of 1 and 2 points."
        ])
    case .noStudents:
      Wording(id: "marks-no-students", message: "There is no row of a student.")
    case .notNumber(let cell, let heading):
      Wording(
        id: "mark-no-number", message: "“\(cell)” for “\(heading)” is not a number.",
        help: ["Marks are written as `1`, `0.5` or, between semicolons, `0,5`."])
    case .quotes:
      Wording(
        id: "marks-quotes", message: "A quotation mark is not closed, or stands within a cell.",
        help: ["Put the whole cell in quotation marks, and double those within it."])
    case .ragged(let found, let expected):
      Wording(
        id: "marks-ragged",
        message:
          "This row has \(found) cell\(found == 1 ? "" : "s"), and the headings are \(expected).")
    case .studentTwice:
      Wording(
        id: "marks-student-twice", severity: .warning,
        message: "The student of this row has one further up; both are counted.")
    case .tooLarge(let what, let limit):
      Wording(id: "marks-too-large", message: "There are more than \(limit) \(what).")
    case .total(let heading):
      Wording(
        id: "marks-total", severity: .warning,
        message: "“\(heading)” is the sum of the other columns, and is taken for a question.",
        help: ["Leave the column out: totals are computed from the questions."])
    }
  }
}

/// Gathers problems: the first few of a kind with their lines, the rest as a number.
struct MarkProblems {
  private let source: SourceText
  /// By their ids, in the order in which the kinds came up.
  private var kinds: [(id: String, count: Int, told: [(Int, MarkProblem)])] = []
  private var places: [String: Int] = [:]

  private static let most = 5
  private static let emptyCells = MarkProblem.emptyCell.wording.id

  init(_ source: SourceText) { self.source = source }

  mutating func add(_ problem: MarkProblem, at offset: Int) {
    // A file may have a million empty cells, of which the wording is made once.
    if problem == .emptyCell, let place = places[Self.emptyCells] {
      kinds[place].count += 1
      return
    }
    let id = problem.wording.id
    let place = places[id] ?? kinds.count
    if place == kinds.count {
      places[id] = place
      kinds.append((id, 0, []))
    }
    kinds[place].count += 1
    // Of empty cells one line says all.
    let most = problem == .emptyCell ? 1 : Self.most
    if kinds[place].told.count < most { kinds[place].told.append((offset, problem)) }
  }

  var located: [LocatedDiagnostic] {
    kinds.flatMap { kind in
      kind.told.enumerated().map { index, entry -> (Int, LocatedDiagnostic) in
        let wording = entry.1.wording
        let more = index == kind.told.count - 1 ? kind.count - kind.told.count : 0
        let diagnostic = Diagnostic(
          id: wording.id, severity: wording.severity,
          message: wording.message + (more == 0 ? "" : " There are \(more) more of this kind."),
          labels: [Diagnostic.Label(source.lineSpan(at: entry.0))], help: wording.help)
        return (entry.0, LocatedDiagnostic(diagnostic, in: source))
      }
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
