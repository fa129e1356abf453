#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why a file could not be read or written; what it is called is known to the caller.
public enum FileError: Error, Hashable, Sendable {
  /// May not be read.
  case forbidden
  /// Nothing is made or replaced in its folder.
  case folderForbidden
  case folderMissing
  /// The disk, or the user's share of it.
  case full
  case linkCircle
  case missing
  /// A folder, a device, a pipe.
  case notAFile
  case readOnlyDisk
  /// In bytes; 0 where the limit is the system's own.
  case tooLarge(limit: Int)
  /// The name.
  case tooLong
  case writeProtected
  /// In the words of the system.
  case other(String)

  /// What `errno` says of an attempt to read.
  init(reading code: Int32) {
    switch code {
    case ENOENT: self = .missing
    case EACCES, EPERM: self = .forbidden
    default: self.init(writing: code)
    }
  }

  /// What `errno` says of an attempt to write.
  public init(writing code: Int32) {
    switch code {
    case EACCES, EPERM: self = .folderForbidden
    case ENOENT, ENOTDIR: self = .folderMissing
    case ENOSPC, EDQUOT: self = .full
    case EFBIG: self = .tooLarge(limit: 0)
    case EISDIR, ENXIO: self = .notAFile
    case ELOOP: self = .linkCircle
    case ENAMETOOLONG: self = .tooLong
    case EROFS: self = .readOnlyDisk
    default: self = .other(strerror(code).map { String(cString: $0) } ?? "error \(code)")
    }
  }
}
