import Diagnostics
import TextLayout

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What may be written to a terminal: texts without what could act on it, and codes of ours. There is
/// no way to put anything else into it, and nothing else is ever written.
public struct TerminalText: Equatable, Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public init(_ code: TerminalCode) { append(code) }

  public var isEmpty: Bool { bytes.isEmpty }
  public var count: Int { bytes.count }

  /// The text without controls; tabs and line ends stay.
  public mutating func append(_ text: String) { bytes += withoutControls(text).utf8 }

  public mutating func append(_ text: StyledText, colour: Bool) {
    bytes += text.rendered(colour: colour).utf8
  }

  public mutating func append(_ code: TerminalCode) { bytes += code.text.utf8 }

  public mutating func append(_ other: TerminalText) { bytes += other.bytes }

  /// A number as the program itself writes it, in ASCII. Lines of results are mostly this, and its
  /// bytes are not gone through again.
  public mutating func append(number: String) {
    assert(number.utf8.allSatisfy { 0x20..<0x7F ~= $0 })
    bytes += number.utf8
  }

  /// The codes of a picture: base 64 or sixels between their marks. Anything else is left out.
  public mutating func append(picture sequence: String) {
    let parts = sequence.utf8.split(separator: 0x1B, omittingEmptySubsequences: false)
    let isPicture = parts.enumerated().allSatisfy { place, part in
      (place == 0 ? part.isEmpty : Self.pictureMarks.contains { part.starts(with: $0.utf8) })
        && part.allSatisfy { 0x20..<0x7F ~= $0 || [0x07, 0x0A, 0x0D].contains($0) }
    }
    if isPicture { bytes += sequence.utf8 }
  }

  /// What follows the escapes in it: kitty's, iTerm2's and DEC's codes, and the end of a string.
  private static let pictureMarks = ["_G", "]1337;File=", "P", "\\"]

  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Writes all of it to standard output, standard error or a terminal: the one place that does.
  ///
  /// - Returns: nil when all was written, else the system's error number.
  @discardableResult
  public func write(to descriptor: Int32) -> Int32? {
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { rest in
        #if canImport(Glibc)
          Glibc.write(descriptor, rest.baseAddress, rest.count)
        #else
          Darwin.write(descriptor, rest.baseAddress, rest.count)
        #endif
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          var busy = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&busy, 1, -1)
          continue
        }
        return errno
      }
      start += count
    }
    return nil
  }
}
