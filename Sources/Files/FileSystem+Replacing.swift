import Diagnostics
import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writing: the old file or the new one is there at any moment.
extension FileSystem {
  /// Writes beside, flushes and renames, so that either the old or the new text is there at any
  /// moment.
  ///
  /// - `other`: a file that lends its permissions where there is none at the path.
  @discardableResult
  public static func replace(
    _ path: String, with bytes: [UInt8], like other: String? = nil
  ) throws(FileError) -> FileStamp {
    let target = try destination(of: path)
    var model = info(of: target)
    if let old = model {
      guard old.isFile else { throw FileError.notAFile }
      // Without a mark for anybody it is meant to stay, whoever could write it all the same.
      guard old.st_mode & 0o222 != 0, access(raw(target), W_OK) == 0 || errno != EACCES else {
        throw FileError.writeProtected
      }
    } else if let lender = other.flatMap({ info(of: $0) }), lender.isFile {
      model = lender
      model?.st_mode |= S_IWUSR
    }
    let temporary = besides(target, suffix: ".\(getpid()).\(nextNumber()).tmp")
    let stamp = try write(bytes, to: temporary, like: model, as: target)
    flushFolder(of: target)
    return stamp
  }

  /// Makes a new file; false where something stands at the path already, which stays as it is.
  public static func make(_ path: String, with bytes: [UInt8]) throws(FileError) -> Bool {
    let descriptor = open(raw(path), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else {
      if errno == EEXIST { return false }
      throw FileError(writing: errno)
    }
    defer { close(descriptor) }
    do throws(FileError) {
      try writeAll(bytes, to: descriptor)
      guard flush(descriptor) else { throw FileError(writing: errno) }
    } catch {
      unlink(raw(path))
      throw error
    }
    return true
  }

  private static func write(
    _ bytes: [UInt8], to temporary: String, like old: stat?, as target: String
  ) throws(FileError) -> FileStamp {
    let descriptor = try create(temporary)
    do throws(FileError) {
      defer { close(descriptor) }
      // By this others know that it is not left over.
      _ = flock(descriptor, LOCK_EX | LOCK_NB)
      try writeAll(bytes, to: descriptor)
      if let old {
        var new = stat()
        if fstat(descriptor, &new) == 0, new.st_uid != old.st_uid || new.st_gid != old.st_gid {
          _ = fchown(descriptor, old.st_uid, old.st_gid)
        }
        _ = fchmod(descriptor, old.st_mode & 0o7777)
      }
      guard flush(descriptor) else { throw FileError(writing: errno) }
      guard rename(raw(temporary), raw(target)) == 0 else { throw FileError(writing: errno) }
      // Renaming changes the times, so the stamp is taken after it.
      var info = stat()
      guard fstat(descriptor, &info) == 0 else { throw FileError(writing: errno) }
      return FileStamp(info)
    } catch {
      unlink(raw(temporary))
      throw error
    }
  }

  /// A new file for writing. One of that name was left by a process that is gone.
  private static func create(_ path: String) throws(FileError) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    var descriptor = open(raw(path), flags, 0o644)
    if descriptor < 0, errno == EEXIST {
      unlink(raw(path))
      descriptor = open(raw(path), flags, 0o644)
    }
    guard descriptor >= 0 else { throw FileError(writing: errno) }
    return descriptor
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(FileError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        writeSome(descriptor, UnsafeRawBufferPointer(rebasing: buffer[done...]))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(writing: errno)
      }
      done += count
    }
  }

  /// False where what was written may be lost; some disks cannot flush a file by itself.
  static func flush(_ descriptor: Int32) -> Bool {
    fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP
  }

  private static func flushFolder(of path: String) {
    let descriptor = open(raw(homeFolder(of: path)), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  // MARK: Leftovers

  /// Removes what saves that were killed have left beside a notebook. A file that a process still
  /// writes is locked by it; one whose process is gone, or that is old, is left over.
  public static func removeLeftovers(of path: String) {
    guard let target = try? destination(of: path) else { return }
    let own = besides(target, suffix: "")
    let start = own.dropFirst(homeFolder(of: own).utf8.count + 1)
    for name in names(in: homeFolder(of: target)) {
      let parts = name.split(whereSeparator: { $0 == "." || $0 == "-" })
      let isZip = name.hasPrefix(".reckon-zip-")
      guard isZip || name.hasPrefix(start) && name.hasSuffix(".tmp"), parts.count >= 4,
        let writer = pid_t(parts[parts.count - (isZip ? 2 : 3)]), writer > 0,
        Int(parts[parts.count - (isZip ? 1 : 2)]) != nil
      else { continue }
      let file = homeFolder(of: target) + "/" + name
      guard let (descriptor, info) = try? openFile(file, O_RDONLY | O_NOFOLLOW) else { continue }
      defer { close(descriptor) }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { continue }
      let isGone = kill(writer, 0) != 0 && errno == ESRCH
      let isOld = FileStamp(info).age > leftoverAge
      // A zip is not locked while it is written.
      if isZip ? isGone && isOld : isGone || isOld { unlink(raw(file)) }
    }
  }

  /// Seconds after which a file that nobody has locked is left over, though there is a process of
  /// its writer's number.
  private static let leftoverAge = 60

  // MARK: Paths

  /// Where the path leads once links are followed, even where nothing is there yet.
  static func destination(of path: String) throws(FileError) -> String {
    var path = path
    for _ in 0..<40 {
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBytes { bytes in
        bytes.bindMemory(to: CChar.self).baseAddress.map { readlink(raw(path), $0, bytes.count) }
          ?? 0
      }
      guard count > 0 else { return path }
      let link = text(ofPath: buffer[..<count])
      path = link.hasPrefix("/") ? link : homeFolder(of: path) + "/" + link
    }
    throw FileError.linkCircle
  }

  /// The folder of a file, as a path that can be opened.
  private static func homeFolder(of path: String) -> String {
    let folder = folder(of: path)
    return folder.isEmpty ? "." : folder
  }

  /// A hidden file beside another, named after it.
  static func besides(_ path: String, suffix: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    // A file's name takes 255 bytes at most.
    var kept = Substring(name)
    while kept.utf8.count > 200 { kept.removeLast() }
    return homeFolder(of: path) + "/.\(kept)\(suffix)"
  }

  private static let number = Mutex(0)

  private static func nextNumber() -> Int {
    number.withLock { number in
      number += 1
      return number
    }
  }
}

/// The system's `write`, under a name that a method of that name does not hide.
private func writeSome(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}
