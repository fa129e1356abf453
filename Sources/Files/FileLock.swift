#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A lock on a file that its holders agree on, by a hidden file beside it; it ends with the
/// process that holds it.
public struct FileLock {
  /// What came of taking a lock.
  public enum Attempt {
    case locked(FileLock)
    /// By another process, or elsewhere in this one.
    case held
    /// There is no telling, as in a folder that cannot be written to.
    case unavailable
  }

  private let descriptor: Int32
  private let file: String

  /// Never waits.
  ///
  /// - `suffix`: of the hidden file; locks with other ones do not know of each other.
  public static func take(_ path: String, suffix: String = ".lock") -> Attempt {
    guard let target = try? FileSystem.destination(of: path) else { return .unavailable }
    let file = FileSystem.besides(target, suffix: suffix)
    for _ in 0..<10 {
      var descriptor = open(FileSystem.raw(file), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
      if descriptor < 0 {
        descriptor = open(FileSystem.raw(file), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      }
      guard descriptor >= 0 else { return .unavailable }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let isHeld = errno == EWOULDBLOCK
        close(descriptor)
        return isHeld ? .held : .unavailable
      }
      // The session that held it may just have taken the file away.
      var own = stat()
      if fstat(descriptor, &own) == 0, let there = FileSystem.info(of: file), own.isSame(as: there)
      {
        return .locked(FileLock(descriptor: descriptor, file: file))
      }
      close(descriptor)
    }
    return .unavailable
  }

  /// Does nothing a second time.
  public func release() {
    unlink(FileSystem.raw(file))
    close(descriptor)
  }
}
