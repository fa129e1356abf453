import TextLayout

/// The blocks of a notebook's body as `reckon` itself writes it: headings, fenced blocks, quotes and
/// task lists alone, each line of them in the plainest form. So is nearly every notebook, and its
/// blocks need no reader of Markdown.
///
/// Anything that Markdown may read in another way makes it none.
struct PlainBody {
  /// With the lines of the body, counted from 1; of quotes and lists, what is in them is left out.
  private(set) var blocks: [PlacedBlock] = []

  /// Bytes of a body within which no bound on Markdown is reached, whatever it holds.
  private static let lengthLimit = 8000

  private enum Line {
    case blank
    case heading(level: Int, Range<Int>)
    case fence(Range<Int>)
    case quote, task
  }

  private let bytes: [UInt8]
  /// Of the lines, without what ends them.
  private let lines: [Range<Int>]

  /// Nil where the bytes hold anything else.
  init?(_ range: Range<Int>, of bytes: [UInt8], lineStarts: [Int]) {
    guard range.count <= Self.lengthLimit else { return nil }
    self.bytes = bytes
    var lines: [Range<Int>] = []
    lines.reserveCapacity(lineStarts.count)
    for (place, start) in lineStarts.enumerated() {
      let end = place + 1 < lineStarts.count ? lineStarts[place + 1] - 1 : range.upperBound
      lines.append(start..<end)
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    var index = 0
    var endsList = false
    while index < lines.count {
      guard let line = line(index) else { return nil }
      let first = index
      index += 1
      switch line {
      case .blank: continue
      case .heading(let level, let text):
        let inline = Inline.text(String(decoding: bytes[text], as: UTF8.self))
        add(.heading(level: level, [inline]), first, index)
      case .fence(let info):
        while index < lines.count, !isFence(index) {
          guard isContent(index) else { return nil }
          index += 1
        }
        guard index < lines.count else { return nil }
        index += 1
        let info = String(decoding: bytes[info], as: UTF8.self)
        add(.code(info: info, text: "", fenced: true), first, index)
      case .quote:
        guard let end = end(from: index, isSame: { if case .quote = $0 { true } else { false } }),
          isWritten(end - 1)
        else { return nil }
        index = end
        add(.quote([]), first, end)
      case .task:
        // Two lists with nothing else between them are one.
        guard !endsList,
          let end = end(from: index, isSame: { if case .task = $0 { true } else { false } })
        else { return nil }
        index = end
        add(.list(start: nil, tight: true, items: []), first, end)
        endsList = true
        continue
      }
      endsList = false
    }
  }

  private mutating func add(_ block: Block, _ first: Int, _ end: Int) {
    blocks.append(PlacedBlock(block, lines: first + 1...end))
  }

  /// Where lines of one kind end; nil where the next goes on with them, or may.
  private func end(from start: Int, isSame: (Line) -> Bool) -> Int? {
    var end = start
    while end < lines.count {
      guard let line = line(end) else { return nil }
      if !isSame(line) {
        switch line {
        case .blank, .heading, .fence: return end
        case .quote, .task: return nil
        }
      }
      end += 1
    }
    return end
  }

  // MARK: Lines

  private func line(_ index: Int) -> Line? {
    let range = lines[index]
    guard let first = bytes[range].first else { return .blank }
    switch first {
    case UInt8(ascii: "#"): return heading(range)
    case UInt8(ascii: "`"):
      let info = range.dropFirst(3)
      guard range.count > 3, isMark(range), bytes[info].allSatisfy(Self.isInfo),
        Self.isLetter(bytes[info.lowerBound])
      else { return nil }
      return .fence(info)
    case UInt8(ascii: ">"):
      guard range.count < 2 || bytes[range.lowerBound + 1] == Byte.space,
        bytes[range.dropFirst()].allSatisfy(Self.isOfQuote)
      else { return nil }
      return .quote
    case UInt8(ascii: "-"):
      let text = range.dropFirst(6)
      guard text.count > 0, bytes[range].starts(with: "- [".utf8),
        [UInt8(ascii: "x"), Byte.space].contains(bytes[range.lowerBound + 3]),
        bytes[range.lowerBound + 4] == UInt8(ascii: "]"),
        bytes[range.lowerBound + 5] == Byte.space, Self.isLetter(bytes[text.lowerBound]),
        bytes[text].allSatisfy(Self.isOfQuote)
      else { return nil }
      return .task
    default: return nil
    }
  }

  private func heading(_ range: Range<Int>) -> Line? {
    let level = bytes[range].prefix { $0 == UInt8(ascii: "#") }.count
    let text = range.dropFirst(level + 1)
    guard level <= 6, let first = bytes[text].first, let last = bytes[text].last,
      bytes[range.lowerBound + level] == Byte.space, first != Byte.space, last != Byte.space,
      bytes[text].allSatisfy(Self.isOfHeading)
    else { return nil }
    return .heading(level: level, text)
  }

  /// Whether a line opens with three backquotes, and no more of them.
  private func isMark(_ range: Range<Int>) -> Bool {
    bytes[range].starts(with: "```".utf8)
      && (range.count == 3 || bytes[range.lowerBound + 3] != UInt8(ascii: "`"))
  }

  private func isFence(_ index: Int) -> Bool { lines[index].count == 3 && isMark(lines[index]) }

  /// Whether a line within a fenced block is none that might end it.
  private func isContent(_ index: Int) -> Bool {
    var isIndent = true
    for byte in bytes[lines[index]] {
      if byte < 0x20 { return false }
      if isIndent, byte == UInt8(ascii: "`") { return false }
      if byte != Byte.space { isIndent = false }
    }
    return true
  }

  /// Whether a line of a quote has something in it.
  private func isWritten(_ index: Int) -> Bool {
    bytes[lines[index].dropFirst()].contains { $0 != Byte.space }
  }

  // MARK: Bytes

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: false
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isInfo(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || " -:.".utf8.contains(byte)
  }

  /// What no inline mark, link or entity is made of.
  private static func isOfHeading(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isLetterOrDigit(byte) || " .,;()'?-+%".utf8.contains(byte)
  }

  /// What no fence is made of.
  private static func isOfQuote(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "`") && byte != UInt8(ascii: "~")
  }
}

extension Range<Int> {
  /// Without its first numbers.
  fileprivate func dropFirst(_ count: Int = 1) -> Range<Int> {
    Swift.min(lowerBound + count, upperBound)..<upperBound
  }
}
