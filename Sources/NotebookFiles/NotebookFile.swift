import Dates
import Diagnostics
import Formulas

/// A student's notebook as text that keeps every byte it does not change.
///
/// What it says is read when it is first asked for, once for each state of the text.
public struct NotebookFile: Sendable {
  /// Whose notebook it is. Both texts are empty where the student left the question for later.
  public struct Student: Hashable, Sendable {
    public var id: String
    public var name: String

    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// Bytes of the largest text that is read.
  static let lengthLimit = 4 << 20

  /// Whether there is more of it than is read.
  public var isTooLarge: Bool { text.utf8.count > Self.lengthLimit }

  /// Ids of questions in the exercise's order; new sections are put at their place in it.
  public var order: [String] = []

  var reading: ParsedNotebook
  /// What was set while the front matter could not be written; nil where it says all.
  private var kept: HeaderValues?

  /// Takes any text; `name` is its path as the reader knows it.
  public init(text: String, name: String) { reading = ParsedNotebook(text, name: name) }

  /// A new notebook, which holds the exercise's id and, as a heading, its title.
  public init(exercise: String, title: String, name: String) {
    var text = "---\nreckon: 1\nexercise: \(yamlScalar(exercise))\n---\n"
    let heading = plainLine(title)
    // A numbered heading would open a section.
    if !heading.isEmpty, questionID(ofHeading: heading) == nil { text += "# \(heading)\n" }
    self.init(text: text, name: name)
  }

  /// What is written to disk.
  public var text: String { reading.text }

  /// The path as the reader knows it.
  public var name: String { reading.name }

  /// Makes `text` what the notebook says; what was read before is forgotten.
  mutating func change(to text: String) { reading = ParsedNotebook(text, name: reading.name) }

  // MARK: Front matter

  private var values: HeaderValues { kept ?? reading.header.values }

  /// Id of the exercise that the front matter names.
  public var exercise: String? {
    get { values.exercise }
    set { set(\.exercise, newValue, as: "exercise", newValue.map(yamlScalar)) }
  }

  /// Nil where the student was never asked.
  public var student: Student? {
    get { values.student }
    set {
      set(\.student, newValue, as: "student", newValue.map(written))
    }
  }

  /// Tries that were judged, by question id.
  public var tries: [String: Int] {
    get { values.tries }
    set { set(\.tries, newValue, as: "tries", mapping(newValue, \.description)) }
  }

  /// Hints that were shown, by question id.
  public var hints: [String: Int] {
    get { values.hints }
    set { set(\.hints, newValue, as: "hints", mapping(newValue, \.description)) }
  }

  /// Ids of questions that the student has given up, in the order in which that was done.
  public var skipped: [String] {
    get { values.skipped }
    set { set(\.skipped, newValue, as: "skipped", words(newValue)) }
  }

  /// Words for what the student was told once and need not be told again, such as `units`.
  public var noted: [String] {
    get { values.noted }
    set { set(\.noted, newValue, as: "noted", words(newValue)) }
  }

  /// When each question was first changed after its due date, by its id. Advisory: a student can
  /// edit it.
  public var late: [String: Moment] {
    get { values.late }
    set { set(\.late, newValue, as: "late", mapping(newValue, \.text)) }
  }

  /// What was done and cannot be taken back: entries of which each follows on from the one before.
  var history: [String] {
    get { values.history }
    set {
      set(
        \.format, max(values.format, .withHistory), as: "reckon", NotebookFormat.historyVersion)
      set(\.history, newValue, as: "history", words(newValue))
    }
  }

  /// Whether the notebook is of a format that keeps a history.
  var hasHistory: Bool { values.format == .withHistory }

  /// Line of the file, counted from 1, at which something is said of the history.
  var historyLine: Int { reading.header.historyLine ?? 1 }

  /// Questions that were changed after a due date, with the first time; a mark from before it, as
  /// when the date was put off, counts for nothing. None where nothing is due.
  public func late(after due: Moment?) -> [String: Moment] {
    due.map { due in late.filter { $0.value > due } } ?? [:]
  }

  /// Whether the front matter can be written to; what cannot lasts as long as this value does.
  public var canWriteFrontMatter: Bool { reading.header.isEditable }

  /// What follows the front matter.
  public var body: String {
    get { String(decoding: text.utf8.dropFirst(reading.header.bodyOffset), as: UTF8.self) }
    set {
      let head = String(decoding: text.utf8.prefix(reading.header.bodyOffset), as: UTF8.self)
      change(to: head + newValue)
    }
  }

  /// A fault of the front matter's list of skipped questions, at the line of one of them.
  public func located(_ fault: Diagnostic, ofSkipped id: String) -> LocatedDiagnostic {
    located(fault, line: reading.header.skippedLines[id] ?? 1)
  }

  /// Writes a value of the front matter, or keeps it where it would not be read back.
  private mutating func set<Value: Equatable>(
    _ place: WritableKeyPath<HeaderValues, Value>, _ value: Value, as key: String, _ text: String?
  ) {
    var wanted = values
    guard value != wanted[keyPath: place] else { return }
    wanted[keyPath: place] = value
    if let edit = reading.header.edit(setting: key, to: text, in: reading) {
      let before = reading
      apply([edit])
      if reading.header.values[keyPath: place] != value { reading = before }
    }
    kept = reading.header.values == wanted ? nil : wanted
  }

  func written(_ student: Student) -> String {
    "{id: \(yamlScalar(student.id)), name: \(yamlScalar(student.name))}"
  }

  /// Values by the ids of questions, in the exercise's order.
  func mapping<Value>(_ values: [String: Value], _ text: (Value) -> String) -> String {
    let entries = values.sorted { place($0.key) < place($1.key) }
    return "{" + entries.map { "\(yamlScalar($0.key)): \(text($0.value))" }.joined(separator: ", ")
      + "}"
  }

  func words(_ words: [String]) -> String {
    "[" + words.map { yamlScalar($0) }.joined(separator: ", ") + "]"
  }

  private func place(_ id: String) -> (Int, String) {
    (order.firstIndex(of: id) ?? order.count, id)
  }

  // MARK: Problems

  /// A diagnostic at the first line that holds a text.
  public func located(_ diagnostic: Diagnostic, atFirst text: String) -> LocatedDiagnostic {
    let place = self.text.utf8.firstRange(of: text.utf8)?.lowerBound ?? self.text.startIndex
    let line = 1 + self.text.utf8[..<place].count { $0 == Byte.newline }
    return located(diagnostic, line: line)
  }

  /// Id of the section that a line of the file stands in; nil before the first.
  public func section(atLine line: Int) -> String? {
    let offset = reading.start(ofLine: line)
    // A section that cannot be read is known by its heading alone.
    let text = reading.bytes[offset...].prefix(200).prefix { $0 != Byte.newline }
    let isHeading = text.drop { $0 == UInt8(ascii: "#") }.first == UInt8(ascii: " ")
    if isHeading, let id = questionID(ofHeadingLine: text) { return id }
    return reading.layout.sections.last { $0.bytes.lowerBound <= offset }?.id
  }

  func located(_ fault: Diagnostic, line: Int) -> LocatedDiagnostic {
    reading.located(fault, line: line)
  }

  /// What cannot be read in the front matter.
  public var headProblems: [LocatedDiagnostic] { reading.header.faults.map { reading.located($0) } }

  /// What cannot be read in the front matter, in the blocks and in the statements, in the order
  /// of the file.
  public var problems: [LocatedDiagnostic] {
    let faults = reading.header.faults + reading.layout.faults
    let located = faults.map { reading.located($0) } + unreadable().map(\.diagnostic)
    return located.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}
