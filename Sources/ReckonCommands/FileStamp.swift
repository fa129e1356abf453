#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What tells one state of a file from another by a look at its folder's entry: a save in place
/// changes its times, one that renames another file changes which file it is.
struct FileStamp: Hashable {
  private let inode: UInt64
  private let size: Int
  private let times: [Int]

  /// Nil where nothing is there.
  init?(of path: String) {
    var info = stat()
    guard stat(Arguments.path(of: path), &info) == 0 else { return nil }
    inode = UInt64(info.st_ino)
    size = Int(info.st_size)
    #if os(Linux)
      let (modified, changed) = (info.st_mtim, info.st_ctim)
    #else
      let (modified, changed) = (info.st_mtimespec, info.st_ctimespec)
    #endif
    times = [modified, changed].flatMap { [Int($0.tv_sec), Int($0.tv_nsec)] }
  }

  var isEmpty: Bool { size == 0 }
}
