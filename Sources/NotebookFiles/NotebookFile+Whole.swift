import Dates
import Diagnostics

/// A new notebook written as a whole, for a program that makes many: byte for byte what one change
/// after the other makes of an empty one.
extension NotebookFile {
  /// What stands in the front matter beside the exercise.
  public struct Head: Sendable {
    public var student: Student?
    public var tries: [String: Int] = [:]
    public var hints: [String: Int] = [:]
    public var skipped: [String] = []
    public var late: [String: Moment] = [:]

    public init(student: Student?) { self.student = student }
  }

  /// What stands in a section.
  public enum Entry: Sendable {
    case statements([String])
    case reply(String)
    case ticks([(text: String, isTicked: Bool)])
    case asked(String, at: Moment)
  }

  /// A question with what is answered to it.
  public struct Section: Sendable {
    public var id: String
    public var title: String
    public var entries: [Entry]

    public init(id: String, title: String, entries: [Entry]) {
      (self.id, self.title, self.entries) = (id, title, entries)
    }
  }

  /// - `order`: ids of questions in the exercise's order.
  /// - `sections`: in that order, each once, and none without an entry.
  public init(
    exercise: String, title: String, name: String, order: [String], head: Head,
    sections: [Section]
  ) {
    self.init(exercise: exercise, title: title, name: name)
    self.order = order
    var keys: [String] = []
    if let student = head.student { keys.append("student: \(written(student))") }
    if !head.tries.isEmpty { keys.append("tries: \(mapping(head.tries, \.description))") }
    if !head.hints.isEmpty { keys.append("hints: \(mapping(head.hints, \.description))") }
    if !head.skipped.isEmpty { keys.append("skipped: \(words(head.skipped))") }
    if !head.late.isEmpty { keys.append("late: \(mapping(head.late, \.text))") }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // After the mark, the version and the exercise; the last line is the end of the one before.
    lines.insert(contentsOf: keys, at: 3)
    for section in sections {
      lines.insert("", at: lines.count - 1)
      lines.insert("## \(section.id) \(plainLine(section.title))", at: lines.count - 1)
      for (place, entry) in section.entries.enumerated() {
        let gap = place > 0 ? [""] : []
        lines.insert(contentsOf: gap + Self.lines(of: entry), at: lines.count - 1)
      }
    }
    change(to: lines.joined(separator: "\n"))
  }

  private static func lines(of entry: Entry) -> [String] {
    switch entry {
    case .statements(let statements):
      FencedBlock.lines(around: statements.joined(separator: "\n"), info: "reckon")
    case .reply(let text): quoted(text)
    case .ticks(let items): items.map(task)
    case .asked(let text, let time): FencedBlock.lines(around: text, info: "ask \(time.text)")
    }
  }
}
