#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What tells one state of a file from another without reading it.
public struct FileStamp: Equatable, Sendable {
  /// In bytes.
  public let size: Int
  private let inode: UInt64
  private let device: UInt64
  private let modified: Instant
  private let changed: Instant
  /// Whether the file was left alone for a while when it was looked at: two changes within one
  /// tick of the clock leave the same times.
  public let isSettled: Bool
  /// Seconds since its content was written, when it was looked at.
  public let age: Int

  private struct Instant: Hashable {
    var seconds: Int
    var nanoseconds: Int

    init(_ time: timespec) {
      seconds = Int(time.tv_sec)
      nanoseconds = Int(time.tv_nsec)
    }
  }

  /// Seconds after which a file counts as left alone; some disks keep times to two seconds.
  private static let patience = 3

  init(_ info: stat) {
    size = Int(info.st_size)
    inode = UInt64(info.st_ino)
    device = UInt64(truncatingIfNeeded: info.st_dev)
    #if canImport(Darwin)
      modified = Instant(info.st_mtimespec)
      changed = Instant(info.st_ctimespec)
    #else
      modified = Instant(info.st_mtim)
      changed = Instant(info.st_ctim)
    #endif
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    age = Int(now.tv_sec) - modified.seconds
    isSettled = Int(now.tv_sec) - max(modified.seconds, changed.seconds) >= Self.patience
  }

  /// Nil where nothing is there.
  public init?(of path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    self.init(info)
  }

  public static func == (left: FileStamp, right: FileStamp) -> Bool {
    left.size == right.size && left.inode == right.inode && left.device == right.device
      && left.modified == right.modified && left.changed == right.changed
  }
}
