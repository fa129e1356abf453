import Diagnostics

/// A text that is edited line by line at the prompt, its lines counted from 1.
struct NumberedLines: Equatable {
  /// What becomes of the text.
  enum Purpose: Equatable {
    case reply
    /// A statement of several lines.
    case statement
  }

  /// What the next line is taken for.
  enum Awaited: Equatable {
    case order
    /// The text that takes a line's place.
    case line(Int)
    /// Lines that are put in before this one, until an empty one.
    case linesBefore(Int)
  }

  private(set) var lines: [String]
  let purpose: Purpose
  /// The text as it was.
  let original: String
  private(set) var awaited = Awaited.order
  private var earlier: [[String]] = []

  /// Steps back that are kept.
  private static let undoLimit = 100

  init(_ text: String, for purpose: Purpose) {
    original = text
    self.purpose = purpose
    lines =
      text.isEmpty
      ? []
      : text.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
    if lines.isEmpty { awaited = .linesBefore(1) }
  }

  var prompt: Prompt {
    switch awaited {
    case .order: .lines
    case .line(let number), .linesBefore(let number): .line(number)
    }
  }

  var text: String { lines.joined(separator: "\n") }

  // MARK: Changes

  private mutating func change(_ edit: (inout [String]) -> Void) {
    earlier.append(lines)
    if earlier.count > Self.undoLimit { earlier.removeFirst() }
    edit(&lines)
  }

  mutating func undo() -> Bool {
    guard let last = earlier.popLast() else { return false }
    lines = last
    return true
  }

  mutating func delete(_ range: ClosedRange<Int>) {
    change { $0.removeSubrange(range.lowerBound - 1...range.upperBound - 1) }
  }

  /// Takes a line out, and puts it in so that it is the one of the other number.
  mutating func move(_ line: Int, to place: Int) {
    change { $0.insert($0.remove(at: line - 1), at: place - 1) }
  }

  mutating func expect(_ next: Awaited) { awaited = next }

  /// Takes a line of the text, where one is awaited.
  mutating func take(_ line: String) -> LinesMessage {
    let line = withoutControls(line).replacing("\n", with: " ")
    switch awaited {
    case .order: return .notUnderstood(line, of: lines.count)
    case .line(let number):
      change { $0[number - 1] = line }
      awaited = .order
      return .now(number, line)
    case .linesBefore(let number):
      change { $0.insert(line, at: number - 1) }
      awaited = .linesBefore(number + 1)
      return .now(number, line)
    }
  }
}
