import Diagnostics
import Gradebook
import SeparatedValues
import Submissions

extension ExportFormat {
  /// For the import of Canvas' gradebook (canvas-lms: lib/gradebook_importer.rb).
  static let canvas = ExportFormat(
    name: "canvas", makes: .file, takes: [.gradebookCSV, .column, .marks],
    help: "Canvas' gradebook, filled in or new",
    maker: .marks { order throws(ExportRefusal) in
      try order.check()
      guard let file = order.gradebookCSV else { return CanvasGradebook.new(order) }
      return try CanvasGradebook(file, order).filled()
    })
}

/// Canvas' gradebook as it was exported.
private struct CanvasGradebook {
  let order: MarkOrder
  let file: GivenFile
  let list: PlatformList
  private var table: CellTable { list.table }

  init(_ file: GivenFile, _ order: MarkOrder) throws(ExportRefusal) {
    (self.file, self.order) = (file, order)
    list = try PlatformList(file) { table, row in
      // Above the students stand the rows of maxima and of posting.
      let name = table.text(row, 0)
      return !name.isEmpty && !name.contains(Self.pointsPossible) && name != "Student, Test"
    }
  }

  private static let pointsPossible = "Points Possible"

  func filled() throws(ExportRefusal) -> Export {
    let column = try self.column()
    let maximumRow = (1..<max(1, table.rowCount)).first {
      table.text($0, 0).contains(Self.pointsPossible)
    }
    let maximum = maximumRow.map { table.text($0, column) } ?? ""
    if maximum.contains("read only") { throw .readOnlyColumn(table.text(0, column)) }
    let roll = Roll(list, order, file: file.name)
    var notices = roll.notices
    let own = order.rule.maximum(of: order.marks)
    if let theirs = WorksheetColumns.number(maximum), abs(theirs - own) > 1e-9 {
      notices.append(
        .otherMaximum(theirs: order.rule.text(theirs), own: order.rule.text(own)))
    }
    var texts: [CellTable.Place: String] = [:]
    var replaced: [String] = []
    for (row, marked) in roll.found {
      let text = order.rule.text(marked.mark)
      let old = table.text(row, column).trimmingBlank
      if !old.isEmpty, WorksheetColumns.number(old) != WorksheetColumns.number(text) {
        replaced.append(MarkOrder.name(marked.student))
      }
      texts[CellTable.Place(row: row, column: column)] = text
    }
    if !replaced.isEmpty { notices.append(.replaced(replaced, inWorksheet: false)) }
    if texts.isEmpty { throw .nobody(notices) }
    return Export(
      files: [Export.File(path: "", bytes: table.replacing(texts))], count: texts.count,
      notices: notices + order.notices)
  }

  /// The column that was named, else the one whose title is the exercise's.
  private func column() throws(ExportRefusal) -> Int {
    let headings = table.texts(ofRow: 0)
    let wanted = order.column.map { [$0] } ?? [order.marks.title, order.marks.exercise]
    let folded = Set(wanted.map { PersonName.folded($0).trimmingBlank })
    let fitting = headings.indices.filter { index in
      folded.contains(PersonName.folded(headings[index]).trimmingBlank)
        || folded.contains(PersonName.folded(Self.title(headings[index])).trimmingBlank)
    }
    guard fitting.count == 1, let column = fitting.first else {
      throw .columnUnclear(
        title: wanted[0], among: headings.filter { Self.title($0) != $0 })
    }
    return column
  }

  /// `Kettle` of `Kettle (1234)`.
  private static func title(_ heading: String) -> String {
    guard heading.hasSuffix(")"), let open = heading.lastIndex(of: "(") else { return heading }
    let number = heading[heading.index(after: open)...].dropLast()
    let isNumber = !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? heading[..<open].trimmingBlank : heading
  }

  /// A table without Canvas' own numbers: students are found by what the roster has.
  static func new(_ order: MarkOrder) -> Export {
    // A number in brackets at its end would be taken for an assignment's.
    let title = plainLine(order.marks.title).replacing("(", with: "[").replacing(")", with: "]")
    let head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title]
    let maximum =
      [
        "    \(pointsPossible)", "", "", "", "",
        order.rule.text(order.rule.maximum(of: order.marks)),
      ]
      .map { CellText.written($0, separator: UInt8(ascii: ",")) }.joined(separator: ",") + "\r\n"
    let rows = order.marked.map { marked in
      let student = marked.student
      return CellText.row([
        student.name.isEmpty ? student.key : student.name, "", student.id, student.email, "",
        order.rule.text(marked.mark),
      ])
    }
    return Export(
      CellText.row(head) + maximum + rows.joined(), count: rows.count,
      notices: [.newAssignment(title)] + order.notices)
  }
}
