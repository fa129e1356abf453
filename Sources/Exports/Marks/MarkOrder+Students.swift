import Diagnostics
import Gradebook
import Grading

extension MarkOrder {
  /// A student with a mark.
  struct Marked: Sendable {
    var student: ClassMarks.Student
    var mark: Double
  }

  /// Those who have one by the rule, in the order of the class.
  var marked: [Marked] {
    marks.students.compactMap { student in
      rule.mark(of: student, in: marks).map { Marked(student: student, mark: $0) }
    }
  }

  /// What is said of the marks whatever they are written to.
  var notices: [ExportNotice] {
    var notices: [ExportNotice] = []
    let open = marks.students.count { $0.points?.isOpen == true }
    if open > 0 { notices.append(.unsettled(open, rule.unconfirmed)) }
    let unmarked = marks.students.filter { $0.points == nil && $0.standing != nil }
    if !unmarked.isEmpty { notices.append(.unmarked(unmarked.map(Self.name))) }
    return notices
  }

  /// Throws where marks cannot be scaled, or nobody has one.
  func check() throws(ExportRefusal) {
    if rule.maximum != nil, marks.maximum <= 0 { throw .withoutPoints }
    if marked.isEmpty { throw .nobody(notices) }
  }

  /// How a message calls a student.
  static func name(_ student: ClassMarks.Student) -> String {
    let id = student.id.isEmpty ? student.key : student.id
    let name = plainLine(student.name)
    return name.isEmpty || name == plainLine(id) ? plainLine(id) : "\(name) (\(plainLine(id)))"
  }

  /// The points of each question in a line: `2.1.1: 0.8 of 1, 2.2.1: 0.5 of 1 (0.5 to be confirmed)`.
  func comment(on student: ClassMarks.Student) -> String {
    guard student.points != nil else { return "" }
    let parts = marks.questions.compactMap { question in
      student.marks[question.id].map { ExportWording.comment(question, $0, rule) }
    }
    let late = student.isLate == true ? ExportWording.late + " " : ""
    return late + parts.joined(separator: ", ")
  }
}
