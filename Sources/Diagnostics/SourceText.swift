/// A text that diagnostics point into, with its name for the reader and its line starts.
public struct SourceText: Sendable {
  /// What the reader calls it: a path, or nil for a line typed at a prompt.
  public let name: String?
  /// UTF-8.
  public let bytes: [UInt8]
  /// Added to line numbers: where this text starts within the file that is named.
  public private(set) var firstLine: Int

  /// The first byte of each line.
  public let lineStarts: [Int]

  public init(_ text: String, name: String? = nil, firstLine: Int = 1) {
    self.init(bytes: Array(text.utf8), name: name, firstLine: firstLine)
  }

  public init(bytes: [UInt8], name: String? = nil, firstLine: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
    lineStarts = bytes.enumerated().reduce(into: [0]) { starts, byte in
      if byte.element == UInt8(ascii: "\n") { starts.append(byte.offset + 1) }
    }
  }

  /// The same text some lines further down in its file.
  public func moved(lines: Int) -> SourceText {
    var copy = self
    copy.firstLine += lines
    return copy
  }

  /// The number of the line that holds the offset, counted from `firstLine`.
  public func line(at offset: Int) -> Int { lineIndex(at: offset) + firstLine }

  /// The span of the whole line that holds `offset`, without its newline.
  public func lineSpan(at offset: Int) -> Span {
    let index = lineIndex(at: offset)
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return Span(start, end)
  }

  /// The text within a span; bytes that are not UTF-8 are replaced by U+FFFD.
  public func text(_ span: Span) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func lineIndex(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
