import Dates
import Diagnostics
import Gradebook
import SeparatedValues

extension ExportFormat {
  /// The table that `nbgrader export` writes (nbgrader/plugins/export.py).
  static let nbgrader = ExportFormat(
    name: "nbgrader", makes: .file, takes: [.marks],
    help: "the table of `nbgrader export`",
    maker: .marks { order throws(ExportRefusal) in
      try order.check()
      let head = [
        "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
        "raw_score", "late_submission_penalty", "score", "max_score",
      ]
      let rows = order.marks.students.map { CellText.row(order.nbgraderCells(of: $0)) }
      return Export(
        CellText.row(head) + rows.joined(), count: order.marked.count, notices: order.notices)
    })
}

extension MarkOrder {
  fileprivate func nbgraderCells(of student: ClassMarks.Student) -> [String] {
    // As there, who has handed nothing in has 0.
    let mark =
      rule.mark(of: student, in: marks)
      ?? (student.standing == nil && student.points == nil ? 0 : nil)
    let score = mark.map { Self.float(rule.text($0)) } ?? ""
    let name = Self.parts(ofName: student.name)
    return [
      marks.exercise, Self.time(marks.due), Self.time(student.submitted),
      student.id.isEmpty ? student.key : student.id, name.last, name.first, student.email, score,
      mark == nil ? "" : "0.0", score, Self.float(rule.text(rule.maximum(of: marks))),
    ]
  }

  /// As Python writes a float.
  private static func float(_ text: String) -> String {
    text.contains(".") || text.contains(",") ? text : text + ".0"
  }

  /// In UTC without a zone, as nbgrader keeps times; one without a zone stays as it is.
  private static func time(_ text: String?) -> String {
    guard let text else { return "" }
    let clean = Moment(text)?.text ?? text
    return clean.replacing("T", with: " ").replacing("Z", with: "")
  }

  /// Of `Lovelace, Ada` both; a name in one piece is not taken apart, since nothing tells where.
  private static func parts(ofName name: String) -> (last: String, first: String) {
    let parts = name.split(separator: ",", maxSplits: 1).map { $0.trimmingBlank }
    return parts.count == 2 ? (parts[0], parts[1]) : (name, "")
  }
}
