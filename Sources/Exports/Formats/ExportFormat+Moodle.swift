import Gradebook
import SeparatedValues
import Submissions

extension ExportFormat {
  /// For Moodle's import of marks into the gradebook of a course, which stops as a whole at a
  /// student that it does not know and, where the site has not set otherwise, at a mark above 100
  /// (moodle: grade/import/csv/classes/load_data.php).
  static let moodle = ExportFormat(
    name: "moodle", makes: .file, takes: [.participants, .by, .marks],
    help: "marks and comments for Moodle's import of grades",
    maker: .marks { order throws(ExportRefusal) in
      try order.check()
      var rows = MoodleRows(order)
      if let file = order.participants {
        try rows.choose(among: file)
      } else {
        rows.chooseByRoster()
      }
      rows.leaveOutWhatStopsMoodle()
      guard !rows.kept.isEmpty else { throw .nobody(rows.notices) }
      return Export(
        rows.text, count: rows.kept.count, notices: rows.notices + order.notices)
    })
}

/// Whom Moodle gets, and by what it knows each.
private struct MoodleRows {
  let order: MarkOrder
  private(set) var kept: [(key: String, marked: MarkOrder.Marked)] = []
  private(set) var notices: [ExportNotice] = []

  /// Where the site has no other limit.
  private static let highestMark = 100.0

  init(_ order: MarkOrder) { self.order = order }

  /// Those who stand in a list of Moodle's own, known by what stands there.
  mutating func choose(among file: GivenFile) throws(ExportRefusal) {
    let list = try PlatformList(file)
    let roll = Roll(list, order, file: file.name)
    notices += roll.notices
    keep(
      roll.found.map { row, marked in
        let entry = list.entry(ofRow: row)
        return (entry.map { Self.key(order.key, $0) } ?? "", marked)
      })
  }

  private static func key(_ key: MarkOrder.Key, _ entry: PlatformList.Entry) -> String {
    switch key {
    case .email: entry.email
    case .id: entry.id
    case .username: entry.username
    }
  }

  /// Those who stand on the roster.
  mutating func chooseByRoster() {
    let strangers = order.marked.filter { !$0.student.isExpected }
    if !strangers.isEmpty {
      notices.append(.unknown(strangers.map { MarkOrder.name($0.student) }, in: nil))
    }
    keep(
      order.marked.filter(\.student.isExpected).map { marked in
        (order.key == .email ? marked.student.email : marked.student.id, marked)
      })
  }

  private mutating func keep(_ rows: [(key: String, marked: MarkOrder.Marked)]) {
    func names(_ rows: [(key: String, marked: MarkOrder.Marked)]) -> [String] {
      rows.map { MarkOrder.name($0.marked.student) }
    }
    // A key that a spreadsheet would run is none of Moodle's.
    let nameless = rows.filter { $0.key.isEmpty || CellText.isFormula($0.key) }
    if !nameless.isEmpty { notices.append(.withoutKey(names(nameless), order.key)) }
    let named = rows.filter { !$0.key.isEmpty && !CellText.isFormula($0.key) }
    let counts = Dictionary(grouping: named) { Roster.folded($0.key) }
    let shared = named.filter { counts[Roster.folded($0.key)]?.count ?? 0 > 1 }
    if !shared.isEmpty { notices.append(.sharedKey(names(shared), order.key)) }
    kept = named.filter { counts[Roster.folded($0.key)]?.count == 1 }
  }

  mutating func leaveOutWhatStopsMoodle() {
    let high = kept.filter { $0.marked.mark > Self.highestMark }
    guard !high.isEmpty else { return }
    notices.append(.aboveHundred(high.map { MarkOrder.name($0.marked.student) }))
    kept.removeAll { $0.marked.mark > Self.highestMark }
  }

  var text: String {
    let head = [ExportWording.heading(of: order.key), order.marks.title, ExportWording.comments]
    let rows = kept.map { key, marked in
      CellText.row([key, order.rule.text(marked.mark), order.comment(on: marked.student)])
    }
    return CellText.row(head) + rows.joined()
  }
}
