import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes that come from a terminal, a file or a pipe. What was read ahead is kept from line to
/// line.
struct ByteInput {
  enum Event: Equatable {
    case byte(UInt8)
    /// The terminal is gone.
    case end
    /// Nothing came in time.
    case timeout
    /// The wake descriptor became readable.
    case wake
  }

  private let descriptor: Int32
  private let wakeDescriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var unread = 0..<0

  init(descriptor: Int32, wakeDescriptor: Int32 = -1) {
    self.descriptor = descriptor
    self.wakeDescriptor = wakeDescriptor
  }

  /// Whether bytes that were read wait to be taken.
  var hasMore: Bool { !unread.isEmpty }

  /// The next byte, after `milliseconds` at most; forever for -1. Within a sequence, signals
  /// are left for later.
  mutating func next(within milliseconds: Int32 = -1, wakes: Bool = false) -> Event {
    if unread.isEmpty, let event = fill(within: milliseconds, wakes: wakes) { return event }
    defer { unread = unread.dropFirst() }
    return .byte(buffer[unread.lowerBound])
  }

  /// What there is up to a byte and with it; nil at the end.
  mutating func next(through last: UInt8) -> ArraySlice<UInt8>? {
    if unread.isEmpty, fill(within: -1, wakes: false) != nil { return nil }
    let end = buffer[unread].firstIndex(of: last).map { $0 + 1 } ?? unread.upperBound
    defer { unread = end..<unread.upperBound }
    return buffer[unread.lowerBound..<end]
  }

  /// The line that ends with a byte, without it and a carriage return before it, where all of it was
  /// read ahead; nil, and nothing taken, where it was not.
  mutating func nextText(before last: UInt8) -> String? {
    guard let end = buffer[unread].firstIndex(of: last) else { return nil }
    let start = unread.lowerBound
    unread = end + 1..<unread.upperBound
    let isReturned = end > start && buffer[end - 1] == UInt8(ascii: "\r")
    return buffer.withUnsafeBufferPointer {
      String(
        decoding: UnsafeBufferPointer(rebasing: $0[start..<(isReturned ? end - 1 : end)]),
        as: UTF8.self)
    }
  }

  /// The next byte, if one was read ahead or comes in time, without taking it.
  mutating func peek(within milliseconds: Int32) -> UInt8? {
    if unread.isEmpty, fill(within: milliseconds, wakes: false) != nil { return nil }
    return buffer[unread.lowerBound]
  }

  /// The parameters of a terminal's answer to a question, `ESC [ ? … c`, once it is whole; nil where
  /// it does not come in time. What is typed meanwhile stays to be read.
  mutating func deviceAttributes(within milliseconds: Int32) -> [Int]? {
    var typed: [UInt8] = []
    let end = ContinuousClock.now + .milliseconds(milliseconds)
    var answer: [Int]?
    while answer == nil {
      let left = (end - .now) / .milliseconds(1)
      guard left > 0,
        case .byte(let byte) = next(within: Int32(clamping: Int(bounded: left.rounded(.up))))
      else { break }
      typed.append(byte)
      guard byte == UInt8(ascii: "c"), let start = typed.lastIndex(of: 0x1B) else { continue }
      let text = String(decoding: typed[start...], as: UTF8.self)
      guard let match = text.wholeMatch(of: /\x1B\[\?([0-9;]*)c/) else { continue }
      typed.removeSubrange(start...)
      answer = match.1.split(separator: ";").compactMap { Int($0) }
    }
    let rest = typed + buffer[unread]
    if rest.count > buffer.count {
      buffer += [UInt8](repeating: 0, count: rest.count - buffer.count)
    }
    buffer.replaceSubrange(0..<rest.count, with: rest)
    unread = 0..<rest.count
    return answer
  }

  /// Reads what there is; nil when that was something.
  private mutating func fill(within milliseconds: Int32, wakes: Bool) -> Event? {
    while true {
      var waiting = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
      if wakes, wakeDescriptor >= 0 {
        waiting.append(pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0))
      }
      let ready = poll(&waiting, nfds_t(waiting.count), milliseconds)
      if ready < 0, errno == EINTR { continue }
      if ready == 0 { return .timeout }
      if waiting.count > 1, waiting[1].revents != 0 { return .wake }
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return .end }
      unread = 0..<count
      return nil
    }
  }
}
