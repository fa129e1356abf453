#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Whole folders: made, filled with many files, and emptied again.
extension FileSystem {
  /// Makes a folder, and those above it that are missing. One that is there already is no error.
  public static func makeFolder(_ path: String) throws(FileError) {
    guard !path.isEmpty, !isFolder(path) else { return }
    let parent = folder(of: path.hasSuffix("/") ? String(path.dropLast()) : path)
    if parent != path { try makeFolder(parent) }
    guard mkdir(raw(path), 0o755) != 0 else { return }
    let code = errno
    if code == EEXIST, isFolder(path) { return }
    throw code == EEXIST ? .notAFile : FileError(writing: code)
  }

  /// Writes a file where none is, without waiting for the disk: for many that can be made again.
  /// What is left of one that could not be written is taken away.
  ///
  /// - `isProgram`: whether it may be run.
  public static func writeNew(
    _ path: String, _ bytes: [UInt8], isProgram: Bool = false
  ) throws(FileError) {
    let descriptor = open(
      raw(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, isProgram ? 0o755 : 0o644)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? .other("a file of that name is there") : FileError(writing: errno)
    }
    do throws(FileError) {
      try writeAll(bytes, to: descriptor)
    } catch {
      close(descriptor)
      unlink(raw(path))
      throw error
    }
    // A disk over the network may say only now that it is full.
    guard close(descriptor) == 0 else {
      let code = errno
      unlink(raw(path))
      throw FileError(writing: code)
    }
  }

  /// Takes a folder away with all that is in it; links in it go, and what they lead to stays. One
  /// that is not there is no error.
  public static func removeFolder(_ path: String) throws(FileError) {
    guard let found = info(of: path, followingLinks: false) else { return }
    guard found.st_mode & S_IFMT == S_IFDIR else { throw .other("it is not a folder") }
    while true {
      // Names come in portions.
      let names = names(in: path)
      if names.isEmpty { break }
      for name in names {
        let inner = self.path(of: name, in: path)
        if let own = info(of: inner, followingLinks: false), own.st_mode & S_IFMT == S_IFDIR {
          try removeFolder(inner)
        } else if unlink(raw(inner)) != 0 {
          throw FileError(writing: errno)
        }
      }
    }
    guard rmdir(raw(path)) == 0 else { throw FileError(writing: errno) }
  }
}
