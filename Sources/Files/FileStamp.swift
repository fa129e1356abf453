import Diagnostics

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
  /// Device, inode, and when content and state last changed, in nanoseconds.
  private let marks: [Int]
  /// Whether the file was left alone for a while when it was looked at: two changes within one
  /// tick of the clock leave the same times.
  public let isSettled: Bool
  /// Seconds since its content was written, when it was looked at.
  public let age: Int

  /// Seconds after which a file counts as left alone; some disks keep times to two seconds.
  private static let patience = 3

  init(_ info: stat) {
    size = Int(info.st_size)
    #if canImport(Darwin)
      let times = [info.st_mtimespec, info.st_ctimespec]
    #else
      let times = [info.st_mtim, info.st_ctim]
    #endif
    marks =
      [Int(truncatingIfNeeded: info.st_dev), Int(truncatingIfNeeded: info.st_ino)]
      + times.map { Int($0.tv_sec) &* 1_000_000_000 &+ Int($0.tv_nsec) }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    age = Int(now.tv_sec) - Int(times[0].tv_sec)
    isSettled = times.allSatisfy { Int(now.tv_sec) - Int($0.tv_sec) >= Self.patience }
  }

  /// Nil where nothing is there.
  public init?(of path: String) {
    guard let info = FileSystem.info(of: path) else { return nil }
    self.init(info)
  }

  public static func == (left: FileStamp, right: FileStamp) -> Bool {
    left.size == right.size && left.marks == right.marks
  }
}
