#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Lines of standard input as bytes, each bounded.
public final class StandardInput {
  /// A line without its end, or one too long to be kept.
  public enum Line {
    case bytes([UInt8])
    case tooLong
  }

  private let limit: Int
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0

  /// - Parameter limit: bytes of the longest line.
  public init(limit: Int) { self.limit = limit }

  /// The next line, nil at the end. Before it waits for input, it calls `idle`, so that whoever
  /// waits for an answer gets it.
  public func nextLine(idle: () -> Void) -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if start == end {
        idle()
        var count = -1
        repeat { count = read(0, &buffer, buffer.count) } while count < 0 && errno == EINTR
        (start, end) = (0, max(count, 0))
        if end == 0 {
          if isTooLong { return .tooLong }
          return line.isEmpty ? nil : .bytes(line)
        }
      }
      let rest = buffer[start..<end]
      let stop = rest.firstIndex(of: 0x0A) ?? end
      if isTooLong || line.count + (stop - start) > limit {
        isTooLong = true
        line = []
      } else {
        line += buffer[start..<stop]
      }
      start = min(stop + 1, end)
      if stop < end { return isTooLong ? .tooLong : .bytes(line) }
    }
  }
}
