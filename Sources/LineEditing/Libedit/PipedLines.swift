/// Lines of a file or pipe, of any length up to a bound.
public struct PipedLines {
  /// Bytes of a line that are kept; the rest of a longer line is read and dropped.
  static let limit = 16 << 20

  private var input: ByteInput
  private var isFirst = true

  public init(descriptor: Int32) { input = ByteInput(descriptor: descriptor) }

  /// The next line without its LF or CRLF, or nil at the end. Bytes that are not UTF-8 become
  /// U+FFFD; a byte order mark at the start is left out.
  public mutating func next() -> String? {
    let newline = UInt8(ascii: "\n")
    // Most lines were read whole, and nothing of them is copied twice.
    if !isFirst, let text = input.nextText(before: newline) { return text }
    var line: [UInt8] = []
    var hasAny = false
    while let piece = input.next(through: newline) {
      hasAny = true
      let isEnd = piece.last == newline
      line += piece.dropLast(isEnd ? 1 : 0).prefix(Self.limit - line.count)
      if isEnd { break }
    }
    guard hasAny else { return nil }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirst = false
    return String(decoding: line, as: UTF8.self)
  }
}
