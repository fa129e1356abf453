import Gradebook

/// Students with marks, parted by whether a platform's list has them for sure.
struct Roll {
  /// With the row of the list.
  private(set) var found: [(row: Int, marked: MarkOrder.Marked)] = []
  /// Why others are left out.
  private(set) var notices: [ExportNotice] = []

  /// - Parameter file: the name of the list's file.
  init(_ list: PlatformList, _ order: MarkOrder, file: String) {
    let students = order.marks.students
    var (unknown, unclear, others): ([String], [String], [String]) = ([], [], [])
    // Those without a mark are looked for too: they may be the ones that a row means.
    for (match, student) in zip(list.matches(for: students), students) {
      guard let mark = order.rule.mark(of: student, in: order.marks) else { continue }
      let name = MarkOrder.name(student)
      switch match {
      case .row(let row): found.append((row, MarkOrder.Marked(student: student, mark: mark)))
      case .none: unknown.append(name)
      case .unclear: unclear.append(name)
      case .otherName: others.append(name)
      }
    }
    if !unknown.isEmpty { notices.append(.unknown(unknown, in: file)) }
    if !unclear.isEmpty { notices.append(.unclear(unclear, in: file)) }
    if !others.isEmpty { notices.append(.otherAssignment(others, in: file)) }
    if !list.raggedRows.isEmpty { notices.append(.raggedRows(list.raggedRows, in: file)) }
  }
}
