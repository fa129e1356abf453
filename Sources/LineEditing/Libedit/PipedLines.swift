#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines of a file or pipe, of any length up to a bound.
public struct PipedLines {
  /// Bytes of a line that are kept; the rest of a longer line is read and dropped.
  static let limit = 16 << 20

  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// The part of `buffer` not yet handed out.
  private var unread = 0..<0
  private var isFirst = true

  public init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// The next line without its LF or CRLF, or nil at the end. Bytes that are not UTF-8 become
  /// U+FFFD; a byte order mark at the start is left out.
  public mutating func next() -> String? {
    var line: [UInt8] = []
    var hasAny = false
    while true {
      if unread.isEmpty, !fill() {
        guard hasAny else { return nil }
        break
      }
      hasAny = true
      let newline = buffer[unread].firstIndex(of: UInt8(ascii: "\n"))
      let end = newline ?? unread.upperBound
      let taken = min(end - unread.lowerBound, Self.limit - line.count)
      line += buffer[unread.lowerBound..<unread.lowerBound + taken]
      unread = (newline.map { $0 + 1 } ?? end)..<unread.upperBound
      if newline != nil { break }
    }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirst = false
    return String(decoding: line, as: UTF8.self)
  }

  private mutating func fill() -> Bool {
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&waiting, 1, -1)
        continue
      }
      guard count > 0 else { return false }
      unread = 0..<count
      return true
    }
  }
}
