import CMinizip
import Dates
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Zip files with a mark of who made them, written so that at any moment the old one or the new
/// one is there.
public struct ZipArchive: Sendable {
  /// A file of the archive, unpacked.
  public struct Entry: Hashable, Sendable {
    public var name: String
    public var bytes: [UInt8]
    /// When it was written, as clocks show it; nil for the time of the archive.
    public var time: WallTime?
    /// Whether it may be run, once unpacked on a Unix.
    public var isProgram: Bool

    public init(name: String, bytes: [UInt8], time: WallTime? = nil, isProgram: Bool = false) {
      self.name = name
      self.bytes = bytes
      self.time = time
      self.isProgram = isProgram
    }
  }

  /// Why an archive cannot be read.
  public enum Failure: Error, Hashable, Sendable {
    /// Something without the mark is at the path, and stays.
    case taken
    /// The system's error number.
    case system(Int32)
    /// minizip's error number.
    case archive(Int32)
  }

  public let path: String
  /// Kept as the comment of the zip file.
  public let mark: String

  public init(path: String, mark: String) {
    self.path = path
    self.mark = mark
  }

  /// Writes a new file, or puts one in the place of an earlier one with the mark.
  ///
  /// - `time`: given to every entry that has none; zip files know no zone.
  /// - `isForced`: whether a file without the mark is replaced too.
  /// - Returns: whether there was an earlier one.
  public func write(
    _ entries: [Entry], time: WallTime, replacingAnything isForced: Bool = false
  ) throws(Failure) -> Bool {
    let isThere = FileSystem.isTaken(path)
    if isThere, !isForced, !isMarked { throw .taken }
    let temporary = try makeTemporary()
    do throws(Failure) {
      try fill(temporary, entries, time)
      try flush(temporary)
      guard rename(FileSystem.raw(temporary), FileSystem.raw(path)) == 0 else {
        throw .system(errno)
      }
    } catch {
      unlink(FileSystem.raw(temporary))
      throw error
    }
    return isThere
  }

  /// Whether the file ends with the mark as the comment of a zip file, right after the record
  /// that closes one (APPNOTE.TXT, 4.3.16).
  private var isMarked: Bool {
    guard let (descriptor, info) = try? FileSystem.openFile(path, O_RDONLY | O_NOFOLLOW) else {
      return false
    }
    defer { close(descriptor) }
    let comment = Array(mark.utf8)
    let count = 22 + comment.count
    var bytes = [UInt8](repeating: 0, count: count)
    guard info.st_size >= count,
      pread(descriptor, &bytes, count, info.st_size - off_t(count)) == count
    else { return false }
    return bytes.starts(with: [0x50, 0x4B, 5, 6]) && bytes[22...].elementsEqual(comment)
      && Int(bytes[20]) + Int(bytes[21]) << 8 == comment.count
  }

  /// An empty file of its own name beside the path.
  private func makeTemporary() throws(Failure) -> String {
    for number in 0..<100 {
      let name = ".reckon-zip-\(getpid())-\(number)"
      let temporary = FileSystem.path(of: name, in: FileSystem.folder(of: path))
      let descriptor = open(
        FileSystem.raw(temporary), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
      if descriptor >= 0 {
        close(descriptor)
        return temporary
      }
      guard errno == EEXIST else { throw .system(errno) }
    }
    throw .system(EEXIST)
  }

  private func fill(_ temporary: String, _ entries: [Entry], _ time: WallTime) throws(Failure) {
    guard let zip = zipOpen64(FileSystem.raw(temporary), APPEND_STATUS_CREATE) else {
      throw .system(errno)
    }
    var code = ZIP_OK
    for entry in entries where code == ZIP_OK { code = add(entry, to: zip, entry.time ?? time) }
    let closing = zipClose(zip, mark)
    guard code == ZIP_OK else { throw .archive(code) }
    guard closing == ZIP_OK else { throw .archive(closing) }
  }

  private func add(_ entry: Entry, to zip: zipFile, _ time: WallTime) -> Int32 {
    var info = zip_fileinfo()
    info.tmz_date.tm_year = UInt32(min(max(time.day.year, 1980), 2107))
    info.tmz_date.tm_mon = UInt32(time.day.month - 1)
    info.tmz_date.tm_mday = UInt32(time.day.day)
    info.tmz_date.tm_hour = UInt32(time.hour)
    info.tmz_date.tm_min = UInt32(time.minute)
    info.tmz_date.tm_sec = UInt32(time.second)
    // A regular file that all may read, for those that unpack it on a Unix.
    info.external_fa = UInt(entry.isProgram ? 0o100755 : 0o100644) << 16
    let made: UInt = 3 << 8 | 20  // a Unix, version 2.0
    let utf8: UInt = 1 << 11
    let opened = zipOpenNewFileInZip4_64(
      zip, entry.name, &info, nil, 0, nil, 0, nil, Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0,
      -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nil, 0, made, utf8, 0)
    guard opened == ZIP_OK else { return opened }
    var start = 0
    while start < entry.bytes.count {
      let piece = entry.bytes[start..<min(start + 1 << 20, entry.bytes.count)]
      let code = piece.withUnsafeBytes {
        zipWriteInFileInZip(zip, $0.baseAddress, UInt32($0.count))
      }
      guard code == ZIP_OK else { return code }
      start = piece.endIndex
    }
    return zipCloseFileInZip(zip)
  }

  private func flush(_ temporary: String) throws(Failure) {
    let descriptor = open(FileSystem.raw(temporary), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    guard FileSystem.flush(descriptor) else { throw .system(errno) }
  }
}
