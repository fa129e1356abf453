import Diagnostics
import Gradebook

/// The points of each student, question by question, as Markdown and as a page: feedback where there
/// is nothing better.
public struct PointSheet: Sendable {
  private let marks: ClassMarks
  private let rule: MarkRule
  private let students: [String: ClassMarks.Student]

  public init(_ marks: ClassMarks, rule: MarkRule = MarkRule()) {
    (self.marks, self.rule) = (marks, rule)
    students = Dictionary(marks.students.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
  }

  /// Nil for students without a mark.
  public func feedback(_ key: String) -> (markdown: String, page: String)? {
    guard let student = students[key], let points = student.points else { return nil }
    return (markdown(student, points), page(student, points))
  }

  private func rows(_ student: ClassMarks.Student) -> [(question: String, points: String)] {
    marks.questions.map { question in
      let points = student.marks[question.id] ?? ClassMarks.Points(score: 0)
      let name = plainLine("\(question.id) \(question.title)")
      let comment = ExportWording.comment(question, points, rule)
      return (name, String(comment.dropFirst(question.id.count + 2)))
    }
  }

  private func total(_ points: ClassMarks.Points) -> String {
    let whole = ClassMarks.Question(id: "", maximum: marks.maximum)
    return String(ExportWording.comment(whole, points, rule).dropFirst(2))
  }

  private func markdown(_ student: ClassMarks.Student, _ points: ClassMarks.Points) -> String {
    let rows = rows(student).map { "| \(Self.escaped($0.question)) | \($0.points) |" }
    return """
      # \(Self.escaped(plainLine(marks.title)))

      For \(Self.escaped(MarkOrder.name(student))): \(total(points))

      | Question | Points |
      |---|---|
      \(rows.joined(separator: "\n"))

      """
  }

  /// Without what Markdown would take for its own.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\`*_[]<>#|&~".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  private func page(_ student: ClassMarks.Student, _ points: ClassMarks.Points) -> String {
    let title = escapedHTML(plainLine(marks.title))
    let rows = rows(student).map {
      "<tr><td>\(escapedHTML($0.question))</td><td>\(escapedHTML($0.points))</td></tr>"
    }
    return """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>\(title)</title></head>
      <body>
      <h1>\(title)</h1>
      <p>\(escapedHTML(MarkOrder.name(student))): \(escapedHTML(total(points)))</p>
      <table>
      <tr><th>Question</th><th>Points</th></tr>
      \(rows.joined(separator: "\n"))
      </table>
      </body>
      </html>

      """
  }
}
