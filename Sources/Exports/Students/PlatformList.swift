import Diagnostics
import Gradebook
import SeparatedValues
import Submissions

/// A list of students as a learning platform has exported it, by which those of the gradebook are
/// found there.
struct PlatformList: Sendable {
  /// Whom the platform knows.
  struct Entry: Sendable {
    /// Of the table, counted from 0.
    var row: Int
    var id: String
    var username: String
    var email: String
    var name: String
    /// Number of the submission.
    var submission: String
  }

  /// What came of looking for a student.
  enum Match: Hashable, Sendable {
    case row(Int)
    case none
    /// Several rows may be meant, or the row is another student's too.
    case unclear
    /// The submission's number is there under another name: it is of another assignment.
    case otherName
  }

  let table: CellTable
  /// Rows that have another number of cells than the headings, counted from 1.
  private(set) var raggedRows: [Int] = []
  private(set) var entries: [Entry] = []
  private var byRow: [Int: Entry] = [:]

  /// - Parameters:
  ///   - places: where what stands; by the headings where nil.
  ///   - isPerson: whether a row is of a student.
  init(
    _ file: GivenFile, places known: [PersonColumn: Int]? = nil,
    where isPerson: (CellTable, Int) -> Bool = { _, _ in true }
  ) throws(ExportRefusal) {
    do throws(CellTableFault) {
      table = try CellTable(file.bytes)
    } catch {
      throw .unreadableTable(file.name, error)
    }
    let places = known ?? PersonColumn.places(in: table.texts(ofRow: 0))
    guard places.keys.contains(where: { Self.naming.contains($0) }) else {
      throw .withoutStudents(file.name, found: table.texts(ofRow: 0))
    }
    for row in 1..<max(1, table.rowCount) where !table.isBlank(row) && isPerson(table, row) {
      guard table.cellCount(ofRow: row) == table.cellCount(ofRow: 0) else {
        raggedRows.append(row + 1)
        continue
      }
      add(row, places)
    }
  }

  private static let naming: Set<PersonColumn> = [
    .id, .username, .email, .name, .familyName, .submission,
  ]

  private mutating func add(_ row: Int, _ places: [PersonColumn: Int]) {
    func cell(_ column: PersonColumn) -> String {
      places[column].map { table.text(row, $0).trimmingBlank } ?? ""
    }
    let parts = "\(cell(.givenName)) \(cell(.familyName))".trimmingBlank
    let entry = Entry(
      row: row, id: cell(.id), username: cell(.username), email: cell(.email),
      name: cell(.name).isEmpty ? parts : cell(.name),
      submission: Self.number(atEndOf: cell(.submission)))
    entries.append(entry)
    byRow[row] = entry
  }

  /// The digits that a text ends with: `9` of `Participant 9`.
  static func number(atEndOf text: String) -> String {
    String(text.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
  }

  func entry(ofRow row: Int) -> Entry? { byRow[row] }

  // MARK: Finding

  /// For each student the row that is the student's and no other's.
  func matches(for students: [ClassMarks.Student]) -> [Match] {
    let index = Index(entries)
    var names: [PersonName: Int] = [:]
    for student in students { names[Self.name(of: student), default: 0] += 1 }
    var matches = students.map { student in
      index.match(student, isNameTheirs: names[Self.name(of: student)] == 1)
    }
    var takers: [Int: Int] = [:]
    for case .row(let row) in matches { takers[row, default: 0] += 1 }
    for (place, match) in matches.enumerated() {
      if case .row(let row) = match, takers[row] ?? 0 > 1 { matches[place] = .unclear }
    }
    return matches
  }

  private static func name(of student: ClassMarks.Student) -> PersonName {
    PersonName(student.name.isEmpty ? student.key : student.name)
  }

  /// The entries by what they may be found by.
  private struct Index {
    private var ids: [String: Set<Int>] = [:]
    private var emails: [String: Set<Int>] = [:]
    private var names: [PersonName: Set<Int>] = [:]
    private var submissions: [String: [Entry]] = [:]

    init(_ entries: [Entry]) {
      for entry in entries {
        for id in [entry.id, entry.username] where !id.isEmpty {
          ids[Roster.folded(id), default: []].insert(entry.row)
        }
        if !entry.email.isEmpty {
          emails[Roster.folded(entry.email), default: []].insert(entry.row)
        }
        let name = PersonName(entry.name)
        if !name.isEmpty { names[name, default: []].insert(entry.row) }
        if !entry.submission.isEmpty {
          submissions[entry.submission, default: []].append(entry)
        }
      }
    }

    /// - Parameter isNameTheirs: whether no other student of the class has the name.
    func match(_ student: ClassMarks.Student, isNameTheirs: Bool) -> Match {
      if !student.submission.isEmpty, let rows = submissions[student.submission] {
        guard let entry = rows.first, rows.count == 1 else { return .unclear }
        let (own, theirs) = (PersonName(student.name), PersonName(entry.name))
        if theirs.isEmpty || own == theirs { return .row(entry.row) }
        if !own.isEmpty { return .otherName }
      }
      // What a notebook says of itself is no proof: of whom the roster does not know, the key is.
      let id = student.isExpected ? student.id : student.key
      let email = student.isExpected ? student.email : student.key
      var found: [Set<Int>] = []
      if !id.isEmpty, let rows = ids[Roster.folded(id)] { found.append(rows) }
      if !email.isEmpty, let rows = emails[Roster.folded(email)] { found.append(rows) }
      if found.isEmpty, let rows = names[PlatformList.name(of: student)] {
        return rows.count == 1 && isNameTheirs ? Self.only(rows) : .unclear
      }
      guard let first = found.first else { return .none }
      // A number and an address of two students are nobody's.
      return Self.only(found.dropFirst().reduce(first) { $0.intersection($1) })
    }

    private static func only(_ rows: Set<Int>) -> Match {
      rows.count == 1 ? rows.first.map { .row($0) } ?? .none : .unclear
    }
  }
}
