import Dates
import Diagnostics
import Files

/// What was done in a notebook and cannot be taken back, as its front matter lists it under `history`:
/// when, what, and the beginning of a digest over the entry before it and itself. So none can be taken
/// out, changed or put in by hand without the chain no longer holding.
///
/// It is no seal: a program can write the whole chain anew, and its last entries can be cut off.
struct NotebookHistory {
  enum Deed: Hashable, Sendable {
    /// A question was given up for its answer.
    case skip(String)
    /// A hint that costs something was shown: so many then of a question's, or towards an answer.
    case hint(of: String, number: Int)
    /// A question was first changed after the due date.
    case late(String)
  }

  struct Entry: Equatable {
    var time: Moment
    var deed: Deed
  }

  /// Those that can be read, with their place in the list, where they follow on from what stands
  /// before them.
  private(set) var entries: [Entry] = []
  /// The number of the first that does not, counted from 1.
  private(set) var firstBroken: Int?

  /// Hexadecimal digits of a digest that are kept: 48 bits, which nobody hits by a slip.
  private static let digits = 12
  /// Bytes of all entries; what comes later is not noted any more, far beyond any exercise.
  private static let byteLimit = 24_000

  /// - Parameter exercise: the id from which the first entry follows on.
  init(_ texts: [String], exercise: String) {
    var before = exercise
    for (index, text) in texts.enumerated() {
      if let entry = Self.read(text, after: before) {
        entries.append(entry)
      } else if firstBroken == nil {
        firstBroken = index + 1
      }
      before = text
    }
  }

  /// The list with one more; the list itself where it is full.
  static func adding(
    _ deed: Deed, at time: Moment, to texts: [String], exercise: String
  ) -> [String] {
    let own = "\(time.text) \(words(for: deed))"
    let text = "\(own) \(digest(of: own, after: texts.last ?? exercise))"
    let length = texts.reduce(text.utf8.count) { $0 + $1.utf8.count }
    return length > byteLimit ? texts : texts + [text]
  }

  private static func digest(of text: String, after before: String) -> String {
    String("\(Digest(of: Array("\(before)\n\(text)".utf8)))".prefix(digits))
  }

  private static func words(for deed: Deed) -> String {
    switch deed {
    case .skip(let question): "skip \(question)"
    case .hint(let name, let number): "hint \(name) \(number)"
    case .late(let question): "late \(question)"
    }
  }

  /// Nil for what was not written here, or not behind what stands before it.
  private static func read(_ text: String, after before: String) -> Entry? {
    guard let end = text.lastIndex(of: " "),
      text[end...].dropFirst() == digest(of: String(text[..<end]), after: before)
    else { return nil }
    let words = text[..<end].split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count == 3, let time = Moment(words[0]), let deed = deed(words[1], words[2]) else {
      return nil
    }
    return Entry(time: time, deed: deed)
  }

  private static func deed(_ kind: Substring, _ rest: Substring) -> Deed? {
    switch kind {
    case "skip": return .skip(String(rest))
    case "late": return .late(String(rest))
    case "hint":
      guard let end = rest.lastIndex(of: " "), let number = Int(rest[end...].dropFirst()),
        1...NotebookHeader.mostCounted ~= number
      else { return nil }
      return .hint(of: String(rest[..<end]), number: number)
    default: return nil
    }
  }
}
