import Gradebook
import SeparatedValues

extension ExportFormat {
  /// A row a student, for spreadsheets and scripts (RFC 4180).
  static let csv = ExportFormat(
    name: "csv", makes: .file, takes: [.marks],
    help: "a row a student, for spreadsheets and scripts",
    maker: .marks { order throws(ExportRefusal) in
      if order.rule.maximum != nil, order.marks.maximum <= 0 { throw .withoutPoints }
      if order.marks.students.isEmpty { throw .nobody([]) }
      let head = [
        "id", "name", "email", "standing", "late", "score", "maximum", "waiting",
      ]
      let table = CellText.row(head + order.marks.questions.map(\.id))
      let rows = order.marks.students.map { CellText.row(order.cells(of: $0)) }
      return Export(
        table + rows.joined(), count: order.marked.count, notices: order.notices)
    })
}

extension MarkOrder {
  fileprivate func cells(of student: ClassMarks.Student) -> [String] {
    let mark = rule.mark(of: student, in: marks)
    func text(_ points: Double?) -> String {
      points.map { rule.text(rule.scaled($0, in: marks)) } ?? ""
    }
    let own = mark == nil ? [:] : student.marks
    return [
      student.id.isEmpty ? student.key : student.id, student.name, student.email,
      student.standing?.rawValue ?? "missing", student.isLate.map { $0 ? "yes" : "no" } ?? "",
      mark.map { rule.text($0) } ?? "", rule.text(rule.maximum(of: marks)),
      text(student.points?.waiting),
    ] + marks.questions.map { question in text(own[question.id].map(rule.points)) }
  }
}
