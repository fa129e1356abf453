import Gradebook
import SeparatedValues
import Submissions

/// A grading worksheet with the marks of a class put in.
struct MoodleWorksheet {
  let order: MarkOrder
  let file: GivenFile
  let list: PlatformList
  let columns: WorksheetColumns
  private var table: CellTable { list.table }
  private var texts: [CellTable.Place: String] = [:]
  private(set) var notices: [ExportNotice] = []
  private(set) var count = 0

  init(_ file: GivenFile, _ order: MarkOrder) throws(ExportRefusal) {
    (self.order, self.file) = (order, file)
    let table: CellTable
    do throws(CellTableFault) {
      table = try CellTable(file.bytes)
    } catch { throw .unreadableTable(file.name, error) }
    columns = try Self.columns(of: table, file)
    var places = PersonColumn.places(in: table.texts(ofRow: 0))
    places[.submission] = columns.identifier
    for (column, place) in places where place == columns.identifier && column != .submission {
      places[column] = nil
    }
    list = try PlatformList(file, places: places)
  }

  private static func columns(
    of table: CellTable, _ file: GivenFile
  ) throws(ExportRefusal) -> WorksheetColumns {
    let headings = table.texts(ofRow: 0)
    if let heading = WorksheetColumns.missing(in: headings) {
      throw .incompleteWorksheet(file.name, lacks: heading)
    }
    guard let columns = WorksheetColumns(known: headings) ?? WorksheetColumns(guessing: table)
    else { throw .notAWorksheet(file.name, found: headings) }
    if columns.maximum == nil { throw .scale(file.name) }
    return columns
  }

  /// Students by the number of their submissions.
  static func submissions(
    in file: GivenFile, _ order: MarkOrder
  ) throws(ExportRefusal) -> (numbers: [String: PlatformList.Entry], notices: [ExportNotice]) {
    let sheet = try MoodleWorksheet(file, order)
    let roll = Roll(sheet.list, order, file: file.name)
    let pairs = roll.found.compactMap { row, marked in
      sheet.list.entry(ofRow: row).map { (marked.student.key, $0) }
    }
    return (Dictionary(pairs, uniquingKeysWith: { first, _ in first }), roll.notices)
  }

  mutating func fill() throws(ExportRefusal) {
    let roll = Roll(list, order, file: file.name)
    notices += roll.notices
    sayHowItWasRead()
    let (open, locked) = parted(roll.found)
    if !locked.isEmpty { notices.append(.locked(locked.map { MarkOrder.name($0.student) })) }
    let maximum = self.maximum
    let high = open.filter { $0.marked.mark > maximum + Self.noise }
    if !high.isEmpty {
      notices.append(
        .aboveMaximum(
          high.map { MarkOrder.name($0.marked.student) }, maximum: order.rule.text(maximum)))
    }
    let own = order.rule.maximum(of: order.marks)
    if maximum.isFinite, abs(own - maximum) > Self.noise {
      notices.append(
        .otherMaximum(theirs: order.rule.text(maximum), own: order.rule.text(own)))
    }
    var replaced: [String] = []
    var commented: [String] = []
    for (row, marked) in open where marked.mark <= maximum + Self.noise {
      let text = order.rule.text(marked.mark, sign: sign)
      let old = table.text(row, columns.grade).trimmingBlank
      if !old.isEmpty, WorksheetColumns.number(old) != WorksheetColumns.number(text) {
        replaced.append(MarkOrder.name(marked.student))
      }
      texts[CellTable.Place(row: row, column: columns.grade)] = text
      if let comments = columns.comments {
        // What a person has written there stays.
        if table.text(row, comments).trimmingBlank.isEmpty {
          texts[CellTable.Place(row: row, column: comments)] = order.comment(on: marked.student)
        } else {
          commented.append(MarkOrder.name(marked.student))
        }
      }
      count += 1
    }
    if !replaced.isEmpty { notices.append(.replaced(replaced, inWorksheet: true)) }
    if !commented.isEmpty { notices.append(.commented(commented)) }
    if count == 0 { throw .nobody(notices) }
  }

  /// What computing may add to a mark.
  private static let noise = 1e-9

  var bytes: [UInt8] { table.replacing(texts) }

  private mutating func sayHowItWasRead() {
    guard columns.language == nil else { return }
    let places = [columns.identifier, columns.grade] + [columns.maximum].compactMap { $0 }
    notices.append(.guessed(columns: places.map { table.text(0, $0) }))
    notices.append(.withoutComments)
    if let column = columns.canBeChanged,
      Set(list.entries.map { table.text($0.row, column) }).count > 1
    {
      notices.append(.maybeLocked(column: table.text(0, column)))
    }
  }

  /// Those whose marks may be changed, and others.
  private func parted(
    _ found: [(row: Int, marked: MarkOrder.Marked)]
  ) -> (open: [(row: Int, marked: MarkOrder.Marked)], locked: [MarkOrder.Marked]) {
    guard let column = columns.canBeChanged, let language = columns.language else {
      return (found, [])
    }
    func isOpen(_ row: Int) -> Bool {
      let text = table.text(row, column)
      return text.isEmpty
        || PersonName.folded(text).trimmingBlank == PersonName.folded(language.yes)
    }
    return (
      found.filter { isOpen($0.row) }, found.filter { !isOpen($0.row) }.map(\.marked)
    )
  }

  /// The least of the rows, which have one.
  private var maximum: Double {
    guard let column = columns.maximum else { return .infinity }
    return list.entries.compactMap { WorksheetColumns.number(table.text($0.row, column)) }.min()
      ?? .infinity
  }

  /// As the numbers of the worksheet have it, else as its language does.
  private var sign: MarkRule.DecimalSign {
    for entry in list.entries {
      for column in [columns.maximum, columns.grade].compactMap({ $0 }) {
        let text = table.text(entry.row, column)
        if WorksheetColumns.number(text) == nil { continue }
        if text.contains(",") { return .comma }
        if text.contains(".") { return .point }
      }
    }
    return columns.language?.decimalSign ?? .point
  }
}

extension ExportFormat {
  /// Moodle's own worksheet, filled in. Moodle passes over, without a word, a grade that is empty,
  /// out of range, locked, or changed after the time in the worksheet
  /// (moodle: mod/assign/feedback/offline/locallib.php).
  static let moodleWorksheet = ExportFormat(
    name: "moodle-worksheet", makes: .file, needs: [.worksheet], takes: [.marks],
    help: "Moodle's grading worksheet, filled in",
    maker: .marks { order throws(ExportRefusal) in
      try order.check()
      guard let file = order.worksheet else { throw .nobody([]) }
      var sheet = try MoodleWorksheet(file, order)
      try sheet.fill()
      return Export(
        files: [Export.File(path: "", bytes: sheet.bytes)], count: sheet.count,
        notices: sheet.notices + order.notices)
    })
}
