import Exercises

/// The part of a notebook from one question's heading to the next.
struct NotebookSection: Sendable {
  /// Number of the question; nil for what stands before the first.
  var id: String?
  /// Level of the heading.
  var level: Int
  /// Offsets in the file: from the heading up to that of the next section.
  public var bytes: Range<Int>
  /// What follows the heading.
  var blocks: [Block] = []

  /// A block at the top level of the Markdown, and its lines in bytes of the file.
  struct Block: Sendable {
    enum Kind: Sendable {
      /// A fenced block, ours or another's.
      case fence(FencedBlock)
      case quote
      case list
      case html
      case other
    }

    var kind: Kind
    public var bytes: Range<Int>
  }

  /// The fenced blocks that hold statements.
  var fences: [FencedBlock] {
    blocks.compactMap {
      if case .fence(let fence) = $0.kind, fence.holdsStatements { fence } else { nil }
    }
  }

  var quotes: [Range<Int>] {
    blocks.compactMap { if case .quote = $0.kind { $0.bytes } else { nil } }
  }

  var lists: [Range<Int>] {
    blocks.compactMap { if case .list = $0.kind { $0.bytes } else { nil } }
  }
}

/// The id in a line that begins with `#`, as a heading does.
func questionID(ofHeadingLine line: ArraySlice<UInt8>) -> String? {
  guard line.first == UInt8(ascii: "#") else { return nil }
  let heading = line.prefix(200).drop { $0 == UInt8(ascii: "#") }
  return questionID(ofHeading: String(decoding: heading, as: UTF8.self))
}

/// The id of a question that a heading opens with, such as `1.3.2a`.
func questionID(ofHeading text: String) -> String? {
  guard let start = text.firstIndex(where: { !$0.isWhitespace }) else { return nil }
  // A word longer than an id and its marks is none, whatever follows.
  var number = text[start...].prefix(80).prefix { !$0.isWhitespace }
  if let first = number.first, "(§[".contains(first) { number.removeFirst() }
  while let last = number.last, ".:),;]-–—".contains(last) { number.removeLast() }
  return Question.isNumber(number) ? String(number) : nil
}
