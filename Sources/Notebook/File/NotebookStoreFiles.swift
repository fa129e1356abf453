import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a notebook asks of the file system.
enum NotebookStoreFiles {
  struct Failure: Error {
    var trouble: NotebookFault.FileTrouble

    /// What the last call of the system said.
    static var last: Failure { Failure(trouble: NotebookStoreFiles.trouble(errno)) }
  }

  enum Found {
    case missing
    case bytes([UInt8], NotebookStoreStamp)
    case trouble(NotebookFault.FileTrouble)
  }

  enum Lock {
    /// With the file that holds the lock.
    case locked(Int32, file: String)
    case held
    case unavailable
  }

  // MARK: Reading

  static func read(_ path: String, limit: Int) -> Found {
    // Without blocking, lest a pipe without a writer hold everything up.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT: return .missing
      case EACCES: return .trouble(.forbidden)
      default: return .trouble(trouble(errno))
      }
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return .trouble(trouble(errno)) }
    guard info.st_mode & S_IFMT == S_IFREG else { return .trouble(.notAFile) }
    guard info.st_size <= limit else { return .trouble(.tooLarge(limit: limit)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(info.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = buffer.withUnsafeMutableBytes { readSome(descriptor, $0) }
      if count == 0 { return .bytes(bytes, NotebookStoreStamp(info)) }
      if count < 0 {
        if errno == EINTR { continue }
        return .trouble(trouble(errno))
      }
      bytes += buffer[..<count]
      if bytes.count > limit { return .trouble(.tooLarge(limit: limit)) }
    }
  }

  // MARK: Replacing

  /// Writes beside, flushes and renames, so that either the old or the new text is there at any
  /// moment.
  ///
  /// - Parameter other: a file that lends its permissions where there is none at the path.
  static func replace(
    _ path: String, with bytes: [UInt8], like other: String? = nil
  ) -> Result<NotebookStoreStamp, Failure> {
    do throws(Failure) {
      let target = try destination(of: path)
      var old = stat()
      let exists = stat(target, &old) == 0
      if exists {
        guard old.st_mode & S_IFMT == S_IFREG else { throw Failure(trouble: .notAFile) }
        // Without a mark for anybody it is meant to stay, whoever could write it all the same.
        guard old.st_mode & 0o222 != 0, access(target, W_OK) == 0 || errno != EACCES else {
          throw Failure(trouble: .writeProtected)
        }
      }
      var model = exists ? old : nil
      if !exists, let other, stat(other, &old) == 0, old.st_mode & S_IFMT == S_IFREG {
        old.st_mode |= S_IWUSR
        model = old
      }
      let temporary = besides(target, suffix: ".\(getpid()).\(nextNumber()).tmp")
      let stamp = try write(bytes, to: temporary, like: model, as: target)
      flushFolder(of: target)
      return .success(stamp)
    } catch {
      return .failure(error)
    }
  }

  private static func write(
    _ bytes: [UInt8], to temporary: String, like old: stat?, as target: String
  ) throws(Failure) -> NotebookStoreStamp {
    let descriptor = try create(temporary)
    do throws(Failure) {
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
      // Some disks cannot flush a file by itself.
      guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
        throw Failure.last
      }
      guard rename(temporary, target) == 0 else { throw Failure.last }
      // Renaming changes the times, so the stamp is taken after it.
      var info = stat()
      guard fstat(descriptor, &info) == 0 else { throw Failure.last }
      return NotebookStoreStamp(info)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// A new file for writing. One of that name was left by a process that is gone.
  private static func create(_ path: String) throws(Failure) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    var descriptor = open(path, flags, 0o644)
    if descriptor < 0, errno == EEXIST {
      unlink(path)
      descriptor = open(path, flags, 0o644)
    }
    guard descriptor >= 0 else { throw Failure.last }
    return descriptor
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        writeSome(descriptor, UnsafeRawBufferPointer(rebasing: buffer[done...]))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Failure.last
      }
      done += count
    }
  }

  private static func flushFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  // MARK: Leftovers

  /// Removes what saves that were killed have left beside a notebook. A file that a process still
  /// writes is locked by it; one whose process is gone, or that is old, is left over.
  static func removeLeftovers(of path: String) {
    guard let target = try? destination(of: path) else { return }
    let own = besides(target, suffix: "")
    let start = own.dropFirst(folder(of: own).utf8.count + 1)
    for name in names(in: folder(of: target)) {
      let parts = name.split(whereSeparator: { $0 == "." || $0 == "-" })
      let isZip = name.hasPrefix(".reckon-zip-")
      guard isZip || name.hasPrefix(start) && name.hasSuffix(".tmp"), parts.count >= 4,
        let writer = pid_t(parts[parts.count - (isZip ? 2 : 3)]), writer > 0,
        Int(parts[parts.count - (isZip ? 1 : 2)]) != nil
      else { continue }
      let file = folder(of: target) + "/" + name
      let descriptor = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      var info = stat()
      guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
        flock(descriptor, LOCK_EX | LOCK_NB) == 0
      else { continue }
      let isGone = kill(writer, 0) != 0 && errno == ESRCH
      let isOld = NotebookStoreStamp(info).age > leftoverAge
      // A zip is not locked while it is written.
      if isZip ? isGone && isOld : isGone || isOld { unlink(file) }
    }
  }

  /// Seconds after which a file that nobody has locked is left over, though there is a process of
  /// its writer's number.
  private static let leftoverAge = 60
  /// Entries of a folder that are looked at.
  private static let entryLimit = 5000

  /// Names of what a folder holds, as far as they are text.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    for _ in 0..<entryLimit {
      guard let entry = readdir(directory) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: UInt8.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) {
          String(decodingCString: $0, as: UTF8.self)
        }
      }
      names.append(name)
    }
    return names
  }

  static func remove(_ path: String) { unlink(path) }

  static func pause(milliseconds: Int) { usleep(UInt32(milliseconds * 1000)) }

  /// Whether anything stands at a path, be it a link that leads nowhere.
  static func isTaken(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  // MARK: Locking

  static func lock(_ path: String) -> Lock {
    guard let target = try? destination(of: path) else { return .unavailable }
    let file = besides(target, suffix: ".lock")
    for _ in 0..<10 {
      var descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
      if descriptor < 0 { descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
      guard descriptor >= 0 else { return .unavailable }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        let isHeld = errno == EWOULDBLOCK
        close(descriptor)
        return isHeld ? .held : .unavailable
      }
      // The session that held it may just have taken the file away.
      var own = stat()
      var there = stat()
      if fstat(descriptor, &own) == 0, stat(file, &there) == 0, own.st_ino == there.st_ino,
        own.st_dev == there.st_dev
      {
        return .locked(descriptor, file: file)
      }
      close(descriptor)
    }
    return .unavailable
  }

  static func unlock(_ file: String, _ descriptor: Int32) {
    unlink(file)
    close(descriptor)
  }

  // MARK: Paths

  /// Where the path leads once links are followed, even where nothing is there yet.
  private static func destination(of path: String) throws(Failure) -> String {
    var path = path
    for _ in 0..<40 {
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBytes { bytes in
        bytes.bindMemory(to: CChar.self).baseAddress.map { readlink(path, $0, bytes.count) } ?? 0
      }
      guard count > 0 else { return path }
      let link = String(decoding: buffer[..<count], as: UTF8.self)
      path = link.hasPrefix("/") ? link : folder(of: path) + "/" + link
    }
    throw Failure(trouble: .linkCircle)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A hidden file beside another, named after it.
  private static func besides(_ path: String, suffix: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    // A file's name takes 255 bytes at most.
    var kept = Substring(name)
    while kept.utf8.count > 200 { kept.removeLast() }
    return folder(of: path) + "/.\(kept)\(suffix)"
  }

  private static let number = Mutex(0)

  private static func nextNumber() -> Int {
    number.withLock { number in
      number += 1
      return number
    }
  }

  // MARK: Troubles

  private static func trouble(_ code: Int32) -> NotebookFault.FileTrouble {
    switch code {
    case EACCES, EPERM: .folderForbidden
    case ENOENT, ENOTDIR: .folderMissing
    case ENOSPC, EDQUOT: .full
    case EFBIG: .tooLarge(limit: 0)
    case EISDIR, ENXIO: .notAFile
    case ELOOP: .linkCircle
    case ENAMETOOLONG: .tooLong
    case EROFS: .readOnlyDisk
    default: .other(strerror(code).map { String(cString: $0) } ?? "error \(code)")
    }
  }
}

/// The system's `read`, under a name that a method of that name does not hide.
private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

/// The system's `write`, under a name that a method of that name does not hide.
private func writeSome(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}
