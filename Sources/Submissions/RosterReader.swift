import Diagnostics
import NotebookFiles
import SeparatedValues

/// Reads a list of students: any CSV with headings that say what a column is, such as a learning
/// platform exports, in several languages; a grading worksheet of Moodle too.
public struct RosterReader {
  /// People that are read of one list.
  static let limit = 1_000_000

  private let source: SourceText
  /// What is wrong with the list, in its order.
  public private(set) var problems: [LocatedDiagnostic] = []
  public private(set) var roster = Roster()

  /// - `name`: the path of the file, for messages.
  public init(_ text: String, name: String) {
    self.init(text, name: name, limit: Self.limit)
  }

  init(_ text: String, name: String, limit: Int) {
    source = SourceText(text, name: name)
    roster = Roster(read(limit))
  }

  private mutating func read(_ limit: Int) -> [Roster.Person] {
    var scanner = CellScanner(source.bytes)
    var people: [Roster.Person] = []
    var unread: [String] = []
    var line = 1
    do {
      guard let head = try scanner.next() else {
        report(.rosterWithoutPeople(found: []), line: line)
        return []
      }
      let header = scanner.texts(head)
      let columns = PersonColumn.places(in: header)
      let naming: [PersonColumn] = [.id, .username, .name, .familyName, .email, .submission]
      guard naming.contains(where: { columns[$0] != nil }) else {
        report(.rosterWithoutPeople(found: header.map(\.trimmingBlank)), line: line)
        return []
      }
      while let row = try scanner.next() {
        line = row.line + 1
        guard people.count < limit else {
          report(.rosterTooLong(limit: limit), line: line)
          break
        }
        guard row.strayQuote == nil else {
          report(.rosterUnreadable, line: line)
          break
        }
        Self.take(scanner.texts(row), columns, &people, &unread)
      }
    } catch {
      report(.rosterUnreadable, line: error.line + 1)
    }
    if let first = unread.first { report(.timesUnread(first: first, count: unread.count), line: 1) }
    return people
  }

  private static func take(
    _ row: [String], _ columns: [PersonColumn: Int], _ people: inout [Roster.Person],
    _ unread: inout [String]
  ) {
    func cell(_ field: PersonColumn) -> String {
      guard let index = columns[field], index < row.count else { return "" }
      return row[index].trimmingBlank
    }
    var person = Roster.Person(
      id: cell(columns[.id] == nil ? .username : .id), name: cell(.name), email: cell(.email),
      submission: String(cell(.submission).reversed().prefix(while: \.isNumber).reversed()))
    if person.name.isEmpty {
      person.name = "\(cell(.givenName)) \(cell(.familyName))".trimmingBlank
    }
    let time = cell(.submitted)
    person.submitted = SubmissionTime(time) ?? WorksheetDate(time)?.time
    if person.submitted == nil, !["", "-"].contains(time) { unread.append(time) }
    if !person.key.isEmpty { people.append(person) }
  }

  /// - Parameter line: which is marked, counted from 1.
  private mutating func report(_ diagnostic: Diagnostic, line: Int) {
    let lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let text = line <= lines.count ? lines[line - 1].prefix(200) : []
    var diagnostic = diagnostic
    diagnostic.labels = [.init(Span(text.startIndex, text.endIndex))]
    problems.append(LocatedDiagnostic(diagnostic, in: source))
  }
}
