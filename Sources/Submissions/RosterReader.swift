import Diagnostics
import NotebookFiles
import SwiftCSV

/// Reads a list of students: any CSV with headings that say what a column is, such as a learning
/// platform exports, in several languages; a grading worksheet of Moodle too.
public struct RosterReader {
  /// People that are read of one list.
  private static let limit = 1_000_000

  private let source: SourceText
  /// What is wrong with the list, in its order.
  public private(set) var problems: [LocatedDiagnostic] = []
  public private(set) var roster = Roster()

  /// - Parameter name: the path of the file, for messages.
  public init(_ text: String, name: String) {
    source = SourceText(text, name: name)
    roster = Roster(read(text))
  }

  private mutating func read(_ text: String) -> [Roster.Person] {
    let head = text.prefix { !$0.isNewline }
    let separator = [",", ";", "\t"].max { first, second in
      head.count { String($0) == first } < head.count { String($0) == second }
    }
    let delimiter: CSVDelimiter =
      switch separator {
      case ";": .semicolon
      case "\t": .tab
      default: .comma
      }
    guard let csv = Self.csv(String(head) + "\n", delimiter) else {
      report(.rosterUnreadable, line: 1)
      return []
    }
    let columns = PersonColumn.places(in: csv.header)
    let naming: [PersonColumn] = [.id, .username, .name, .familyName, .email, .submission]
    guard naming.contains(where: { columns[$0] != nil })
    else {
      report(.rosterWithoutPeople(found: csv.header.map(\.trimmingBlank)), line: 1)
      return []
    }
    var people: [Roster.Person] = []
    var unread: [String] = []
    // The library needs many times the memory of what it reads: it gets a part at a time.
    for part in Self.parts(of: text.dropFirst(head.count)) {
      guard people.count < Self.limit else { break }
      guard let rows = Self.csv(head + "\n" + part, delimiter),
        (try? rows.enumerateAsArray(startAt: 1, rowLimit: Self.limit) { row in
          Self.take(row, columns, &people, &unread)
        }) != nil
      else {
        report(.rosterUnreadable, line: people.count + 1)
        break
      }
    }
    if let first = unread.first { report(.timesUnread(first: first, count: unread.count), line: 1) }
    return people
  }

  private static func csv(_ text: String, _ delimiter: CSVDelimiter) -> EnumeratedCSV? {
    // The library leaves out an empty last cell unless its line ends.
    let text = text.hasSuffix("\n") ? text : text + "\n"
    return try? EnumeratedCSV(string: text, delimiter: delimiter, loadColumns: false, rowLimit: 0)
  }

  /// Some thousand bytes each, none of which ends within quotes.
  private static func parts(of text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var rest = text.utf8[...]
    while !rest.isEmpty {
      var isQuoted = false
      var end = rest.endIndex
      var size = 0
      for index in rest.indices {
        if rest[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
        size += 1
        if size > partLimit, !isQuoted, rest[index] == UInt8(ascii: "\n") {
          end = rest.index(after: index)
          break
        }
      }
      parts.append(Substring(rest[..<end]))
      rest = rest[end...]
    }
    return parts
  }

  private static let partLimit = 1 << 16

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
