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
  if let plain = text.utf8.withContiguousStorageIfAvailable(plainQuestionID(ofHeading:)),
    let found = plain
  {
    return found.isEmpty ? nil : found
  }
  guard let start = text.firstIndex(where: { !$0.isWhitespace }) else { return nil }
  // A word longer than an id and its marks is none, whatever follows.
  var number = text[start...].prefix(80).prefix { !$0.isWhitespace }
  if let first = number.first, "(§[".contains(first) { number.removeFirst() }
  while let last = number.last, ".:),;]-–—".contains(last) { number.removeLast() }
  return Question.isNumber(number) ? String(number) : nil
}

/// The id that a heading opens with, empty where it opens with another word; nil where its beginning
/// has anything but letters, digits and points of ASCII.
private func plainQuestionID(ofHeading text: UnsafeBufferPointer<UInt8>) -> String? {
  let start = text.firstIndex { $0 != Byte.space } ?? text.count
  var end = start
  var isNumber = true
  // In the part since the last point.
  var (digits, letters) = (0, 0)
  while end < text.count, text[end] != Byte.space {
    switch text[end] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      if letters > 0 { isNumber = false }
      digits += 1
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      if digits == 0 { isNumber = false }
      letters += 1
    case UInt8(ascii: "."):
      // A point at the end is none of the number's.
      guard end + 1 < text.count, text[end + 1] != Byte.space, text[end + 1] != UInt8(ascii: ".")
      else { return nil }
      if digits == 0 || letters > 0 { isNumber = false }
      (digits, letters) = (0, 0)
    default: return nil
    }
    end += 1
  }
  // A mark that is set on the space makes another character of it.
  guard end - start <= 40, end + 1 >= text.count || text[end + 1] < 0x80 else { return nil }
  guard isNumber, digits > 0 else { return "" }
  return String(decoding: UnsafeBufferPointer(rebasing: text[start..<end]), as: UTF8.self)
}
