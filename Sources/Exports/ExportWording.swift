import Diagnostics
import Gradebook
import Grading
import Reports
import SeparatedValues

/// What exports say, in alphabetical order; `ExportWording+Notices` has what is said of students.
enum ExportWording {
  /// Points of a question, as they stand in a comment.
  static func comment(
    _ question: ClassMarks.Question, _ points: ClassMarks.Points, _ rule: MarkRule
  ) -> String {
    func text(_ points: Double) -> String { rule.text(points) }
    var parts: [String] = []
    if rule.unconfirmed == .counted, points.provisional > 0 {
      parts.append("\(text(points.provisional)) to be confirmed")
    }
    if points.waiting > 0 { parts.append("\(text(points.waiting)) still open") }
    let open = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    return "\(question.id): \(text(rule.points(points))) of \(text(question.maximum))\(open)"
  }

  /// A heading of Moodle's import.
  static let comments = "Feedback comments"

  /// Results where the program did not get to writing any, as JSON in single quotes of a shell.
  static let gradescopeFailure = JSONValue.object([
    ("score", .number(0)), ("output", .string(graderFailed)), ("output_format", .string("text")),
    ("tests", .array([])),
  ]).text

  private static let graderFailed =
    "The grader could not finish, which is no judgement of your work. Please tell your teachers."

  static func handIn(_ exercise: String) -> String {
    "Answer the exercise <code>\(exercise)</code> with Reckon, and hand in your notebook."
  }

  /// As Moodle's own export heads the column.
  static func heading(of key: MarkOrder.Key) -> String {
    switch key {
    case .email: "Email address"
    case .id: "ID number"
    case .username: "Username"
    }
  }

  static let late = "Handed in late."

  /// In a comment of a script.
  static let madeByExport = "Made by `reckon export`; make it anew rather than change it."

  /// Without a penalty: the attempt is not counted.
  static let prairieLearnFailure = JSONValue.object([
    ("gradable", .bool(false)), ("format_errors", .array([.string(graderFailed)])),
  ]).text

  /// The first of many names.
  static func list(_ names: [String]) -> String {
    let shown = names.prefix(20)
    let more = names.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  static func students(_ count: Int) -> String { count == 1 ? "1 student" : "\(count) students" }
}

extension ExportRefusal {
  /// What is told before it.
  public var reasons: [ExportNotice] {
    if case .nobody(let reasons) = self { return reasons }
    return []
  }

  /// Why nothing was made, and what to try.
  public var diagnostic: Diagnostic {
    let (id, message, help) = said
    return Diagnostic(id: "export-\(id)", message: message, help: help)
  }

  private var said: (id: String, message: String, help: [String]) {
    switch self {
    case .columnUnclear(let title, let among):
      let found =
        among.isEmpty ? "" : " Its assignments: \(ExportWording.list(among.map(plainLine)))."
      return (
        "column-unclear",
        "Canvas' gradebook has no column, or more than one, for `\(plainLine(title))`.\(found)",
        ["`--column` with a heading of it, as it stands there"]
      )
    case .missingFile(let path):
      return (
        "missing-file", "\(plainLine(path)) belongs to the exercise and cannot be read.",
        ["`reckon lint` says what is wrong with an exercise"]
      )
    case .nobody(let reasons):
      return (
        "nobody", "There is no student to be exported with a mark.",
        reasons.isEmpty ? ["`reckon grade` marks what was handed in"] : []
      )
    case .notAWorksheet(let name, let found):
      let headings = ExportWording.list(found.prefix(8).map { "`\(plainLine($0))`" })
      return (
        "not-a-worksheet",
        "\(plainLine(name)) is no grading worksheet of Moodle, or one in which nothing tells for sure"
          + " where the grades stand: \(headings).",
        [
          "in the assignment: Submissions, Download grading worksheet; with Moodle set to English,"
            + " German, French, Spanish or Italian"
        ]
      )
    case .incompleteWorksheet(let name, let heading):
      return (
        "incomplete-worksheet",
        "\(plainLine(name)) has no column `\(heading)`, without which Moodle does not take it back.",
        ["the worksheet as Moodle hands it out, with all its columns"]
      )
    case .oneExercise:
      return ("one-exercise", "A question takes one exercise.", ["one exercise a folder"])
    case .onlyOnLinux:
      return (
        "only-on-linux", "The graders of these platforms run on Linux, and this program does not.",
        ["the same command on a Linux machine"]
      )
    case .otherMachine(let found, let wanted):
      return (
        "other-machine",
        "This program is built for \(plainLine(found)), and the platform's graders run on \(wanted).",
        ["the same command on such a machine"]
      )
    case .readOnlyColumn(let heading):
      return (
        "read-only-column", "Canvas computes the column `\(plainLine(heading))` itself.",
        ["`--column` with the heading of an assignment"]
      )
    case .scale(let name):
      return (
        "scale",
        "The assignment of \(plainLine(name)) is marked by a scale of words, which points cannot be"
          + " made into.", ["in Moodle, the assignment's grade as points, and the worksheet anew"]
      )
    case .tooNew(let file, let library, let version, let images):
      let newest = images.map(\.name).joined(separator: ", ")
      return (
        "too-new",
        "\(plainLine(file)) needs \(library) \(version), which none of the platform's images has"
          + " (\(newest)).",
        ["build on an older system, such as Debian 12 or Ubuntu 22.04, and export there"]
      )
    case .unreadableTable(let name, let fault):
      return (
        "unreadable-table", "\(plainLine(name)) cannot be read: \(fault.words).",
        ["the file as the platform hands it out (CSV), not saved anew by a spreadsheet"]
      )
    case .withoutPoints:
      return (
        "without-points", "No question of the exercise is worth a point; nothing can be scaled.", []
      )
    case .withoutStudents(let name, let found):
      let headings = ExportWording.list(found.prefix(6).map { "`\(plainLine($0))`" })
      return (
        "without-students",
        "No heading of \(plainLine(name)) says in which column the students stand: \(headings).",
        ["headings such as `Email address`, `ID number`, `Full name`"]
      )
    }
  }
}

extension CellTableFault {
  fileprivate var words: String {
    switch self {
    case .empty: "it is empty"
    case .notText: "it is no text in UTF-8"
    case .openQuote(let row): "a quote is opened in row \(row) and closed nowhere"
    case .tooManyCells(let limit): "it has more than \(limit) cells"
    }
  }
}
