import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reading and writing of files, each call bounded: the only place that opens any.
public enum FileSystem {
  // MARK: Reading

  /// The bytes of a regular file of at most `limit` bytes, and the state that they are of.
  public static func read(
    _ path: String, limit: Int
  ) throws(FileError) -> (bytes: [UInt8], stamp: FileStamp) {
    let (descriptor, info) = try openFile(path)
    defer { close(descriptor) }
    guard info.st_size <= limit else { throw .tooLarge(limit: limit) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(info.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = buffer.withUnsafeMutableBytes { readSome(descriptor, $0) }
      if count == 0 { return (bytes, FileStamp(info)) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(reading: errno)
      }
      bytes += buffer[..<count]
      if bytes.count > limit { throw .tooLarge(limit: limit) }
    }
  }

  /// The first bytes of a regular file, `count` at most.
  public static func head(of path: String, count: Int) throws(FileError) -> [UInt8] {
    let (descriptor, _) = try openFile(path)
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: count)
    let found = buffer.withUnsafeMutableBytes { readSome(descriptor, $0) }
    guard found >= 0 else { throw FileError(reading: errno) }
    return Array(buffer[..<found])
  }

  /// A regular file, open for reading if nothing else is asked for; a new one is for its owner.
  static func openFile(
    _ path: String, _ flags: Int32 = O_RDONLY
  ) throws(FileError) -> (descriptor: Int32, info: stat) {
    // Without blocking, lest a pipe without a writer hold everything up.
    let descriptor = open(raw(path), flags | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EINTR { return try openFile(path, flags) }
      throw FileError(reading: errno)
    }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      let code = errno
      close(descriptor)
      throw FileError(reading: code)
    }
    guard info.isFile else {
      close(descriptor)
      throw .notAFile
    }
    return (descriptor, info)
  }

  // MARK: Looking

  /// What the system says of a path; nil where nothing is there.
  static func info(of path: String, followingLinks: Bool = true) -> stat? {
    var info = stat()
    return (followingLinks ? stat(raw(path), &info) : lstat(raw(path), &info)) == 0 ? info : nil
  }

  /// Whether anything stands at a path, be it a link that leads nowhere.
  public static func isTaken(_ path: String) -> Bool {
    info(of: path, followingLinks: false) != nil
  }

  /// Whether the path is a link to what is not there, which would be made in its place.
  public static func isLinkToNothing(_ path: String) -> Bool {
    isTaken(path) && info(of: path) == nil
  }

  /// Whether the path itself is a regular file, and no link to one.
  public static func isPlainFile(_ path: String) -> Bool {
    info(of: path, followingLinks: false)?.isFile ?? false
  }

  /// Whether the path is a folder, or a link to one.
  public static func isFolder(_ path: String) -> Bool {
    info(of: path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// Whether two paths lead to one file, through links too.
  public static func isSame(_ first: String, _ second: String) -> Bool {
    guard let one = info(of: first), let other = info(of: second) else { return first == second }
    return one.isSame(as: other)
  }

  /// Entries of a folder that are looked at. Who lists what it holds for others tells where there are
  /// as many.
  public static let entryLimit = 100_000

  /// Names of what a folder holds, of `entryLimit` at most; none where it cannot be read.
  public static func names(in folder: String) -> [String] {
    allNames(in: folder, limit: entryLimit) ?? []
  }

  /// The same of as many as are wanted; nil where the folder cannot be read.
  static func allNames(in folder: String, limit: Int) -> [String]? {
    guard let directory = opendir(raw(folder.isEmpty ? "." : folder)) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while names.count < limit {
      guard let entry = readdir(directory) else { break }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        text(ofPath: bytes.prefix { $0 != 0 })
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// A file that is not there is no error.
  public static func remove(_ path: String) { unlink(raw(path)) }

  /// Lets another program finish what it has begun to write.
  public static func pause(milliseconds: Int) { usleep(UInt32(milliseconds * 1000)) }

  // MARK: Paths

  /// The path with every symbolic link followed; nil where nothing is there.
  public static func realPath(_ path: String) -> String? {
    guard let found = realpath(raw(path), nil) else { return nil }
    defer { free(found) }
    return text(ofPath: UnsafeRawBufferPointer(start: found, count: strlen(found)))
  }

  /// The folder of a file, as the path names it; empty for a file in the current folder.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The name of a file without its folder.
  public static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The path of a file in a folder; an empty folder is the current one.
  public static func path(of name: String, in folder: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The path of a file that a file names, or nil where it lies outside the folder.
  ///
  /// A file that does not exist is within the folder if its name is.
  public static func confinedPath(_ name: String, within folder: String) -> String? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, !name.contains("\0"), !name.hasPrefix("~"), parts.first?.isEmpty == false,
      !parts.contains("..")
    else { return nil }
    let path = path(of: name, in: folder)
    guard let real = realPath(path) else { return path }
    guard let home = realPath(folder.isEmpty ? "." : folder) else { return nil }
    return real.hasPrefix(home == "/" ? home : home + "/") ? path : nil
  }
}

extension stat {
  /// Whether it is of a regular file.
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }

  func isSame(as other: stat) -> Bool { st_dev == other.st_dev && st_ino == other.st_ino }
}

/// The system's `read`, under a name that a method of that name does not hide.
private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
