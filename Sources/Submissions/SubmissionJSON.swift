import Dates
import Files
import Grading
import NotebookFiles
import Reports

/// What came of a submission as one object, the same byte for byte on every machine: it names no
/// path, no time but the one handed in, and each key is there, be it null.
public enum SubmissionJSON {
  /// The schema's number.
  private static let schema = 1.0

  /// - `id`: what the submission is known by, to be said again.
  /// - `version`: of the program.
  public static func value(
    id: JSONValue, _ submission: Submission, _ works: [SubmissionGrader.Work], version: String
  ) -> JSONValue {
    let reports = works.compactMap(\.graded?.report)
    return object(
      id: id, version: version, submitted: submission.submitted, input: digest(of: submission),
      error: nil, score: reports.reduce(0) { $0 + $1.score },
      maximum: reports.reduce(0) { $0 + $1.maximum },
      notebooks: zip(submission.notebooks, works).map(notebook))
  }

  /// What is said of a line that holds no submission.
  public static func value(id: JSONValue, fault: SubmissionRecord.Fault, version: String)
    -> JSONValue
  {
    object(
      id: id, version: version, submitted: nil, input: nil, error: fault.sentence, score: 0,
      maximum: 0, notebooks: [])
  }

  private static func object(
    id: JSONValue, version: String, submitted: SubmissionTime?, input: String?, error: String?,
    score: Double, maximum: Double, notebooks: [JSONValue]
  ) -> JSONValue {
    .object([
      ("reckon", .number(schema)), ("version", .string(version)), ("id", id),
      ("submitted", submitted.map { .string($0.text) } ?? .null), ("input", optional(input)),
      ("error", optional(error)), ("score", .number(Points.rounded(score))),
      ("maxScore", .number(Points.rounded(maximum))), ("notebooks", .array(notebooks)),
    ])
  }

  /// Of all that the result depends on, besides the exercises.
  private static func digest(of submission: Submission) -> String {
    let parts = submission.notebooks.flatMap { [$0.name, $0.submitted?.text ?? "", $0.text] }
    let text = ([submission.submitted?.text ?? ""] + parts).map { "\($0.utf8.count):\($0)" }
    return "sha256:\(Digest(of: Array(text.joined().utf8)))"
  }

  private static func notebook(
    _ notebook: Submission.Notebook, _ work: SubmissionGrader.Work
  ) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("name", .string(work.name)), ("exercise", optional(work.exercise)),
      ("standing", .string(work.standing.rawValue)), ("remark", optional(work.remark)),
      ("notebookDigest", .string("sha256:\(Digest(of: Array(notebook.text.utf8)))")),
    ]
    let said = work.graded.map(self.said) ?? []
    for key in keys {
      let none: JSONValue = lists.contains(key) ? .array([]) : .null
      members.append((key, said.first { $0.key == key }?.value ?? none))
    }
    return .object(members)
  }

  /// What is said of a notebook that has a grade, and stands empty for another.
  private static let keys =
    [
      "exerciseDigest", "due", "late", "editedAfterDue", "score", "maxScore", "provisional",
      "waiting",
    ] + lists
  private static let lists = ["questions", "problems", "questionsAsked"]

  private static func said(
    _ graded: SubmissionGrader.Graded
  ) -> [(key: String, value: JSONValue)] {
    let check = CheckJSON.value(
      graded.report, opened: graded.opened, late: graded.edits, asked: graded.file.askedQuestions,
      problems: graded.notebook.remarks.map { (graded.file.section(atLine: $0.line), $0) })
    guard case .object(let members) = check else { return [] }
    return members + [
      ("late", graded.isLate.map { .bool($0) } ?? .null),
      ("editedAfterDue", .bool(!graded.edits.isEmpty)),
    ]
  }

  private static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
