import CMinizip
import Dates
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads zip files of others, each entry bounded. Nothing is unpacked to the disk, so that a name
/// that leads out of the archive leads nowhere.
public final class ZipReader {
  /// What a zip file says of one of its entries.
  public struct Entry: Hashable, Sendable {
    /// With its folders, as written there; what is no UTF-8 is read as code page 437, as old
    /// programs write it.
    public var name: String
    /// Bytes once unpacked, by what the archive claims.
    public var size: Int
    /// As clocks showed it where it was packed; nil where that is no time. Zip files know no zone.
    public var time: WallTime?
    public var isFolder: Bool
    public var isLink: Bool
    public var isEncrypted: Bool
    fileprivate var place: unz64_file_pos
    /// Bytes in the archive.
    fileprivate var packedSize: Int
    public static func == (left: Entry, right: Entry) -> Bool {
      left.name == right.name && left.size == right.size
        && left.place.pos_in_zip_directory == right.place.pos_in_zip_directory
    }
    public func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      hasher.combine(size)
    }
  }

  /// Why an archive or an entry cannot be read.
  public enum Failure: Error, Hashable, Sendable {
    /// It is no zip file, or a broken one.
    case notAnArchive
    case encrypted
    /// By a method that is not known here, or broken.
    case unreadable
    /// In bytes.
    case tooLarge(limit: Int)
    /// More entries than are looked at.
    case tooMany(limit: Int)
  }

  private let file: unzFile
  /// What the archive is read from where it does not lie on the disk.
  private let memory: MemoryFile?
  /// Bytes of the archive.
  private let archiveSize: Int

  /// Entries that are looked at.
  public static let entryLimit = 1_000_000

  public init(path: String) throws(Failure) {
    guard let file = unzOpen64(FileSystem.raw(path)) else { throw .notAnArchive }
    self.file = file
    memory = nil
    archiveSize = FileSystem.info(of: path).map { Int(clamping: $0.st_size) } ?? 0
  }

  /// An archive that lies within another.
  public init(bytes: [UInt8]) throws(Failure) {
    let memory = MemoryFile(bytes)
    var functions = memory.functions
    guard let file = unzOpen2_64("", &functions) else { throw .notAnArchive }
    self.file = file
    self.memory = memory
    archiveSize = bytes.count
  }

  deinit { unzClose(file) }

  /// Calls `body` with each entry, in the order of the archive.
  ///
  /// Entries that share their bytes, so that a few of these stand for any number of files, are the mark of a
  /// bomb: no more are gone through than the archive has bytes for.
  public func forEachEntry<E: Error>(_ body: (Entry) throws(E) -> Void) throws(E) -> Failure? {
    try forEachEntry(upTo: Self.entryLimit, body)
  }

  func forEachEntry<E: Error>(
    upTo limit: Int, _ body: (Entry) throws(E) -> Void
  ) throws(E) -> Failure? {
    var code = unzGoToFirstFile(file)
    var count = 0
    var packed = 0
    while code == UNZ_OK {
      guard count < limit else { return .tooMany(limit: limit) }
      guard let entry = currentEntry() else { return .notAnArchive }
      let (sum, overflows) = packed.addingReportingOverflow(entry.packedSize)
      guard !overflows, sum <= archiveSize else { return .notAnArchive }
      packed = sum
      try body(entry)
      count += 1
      // `body` may have read another.
      var place = entry.place
      guard unzGoToFilePos64(file, &place) == UNZ_OK else { return .notAnArchive }
      code = unzGoToNextFile(file)
    }
    return code == UNZ_END_OF_LIST_OF_FILE || count == 0 ? nil : .notAnArchive
  }

  /// The bytes of an entry, unpacked; `limit` of them at most.
  public func read(_ entry: Entry, limit: Int) throws(Failure) -> [UInt8] {
    guard !entry.isEncrypted else { throw .encrypted }
    guard entry.size <= limit else { throw .tooLarge(limit: limit) }
    var place = entry.place
    guard unzGoToFilePos64(file, &place) == UNZ_OK, unzOpenCurrentFile(file) == UNZ_OK else {
      throw .unreadable
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entry.size)
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = unzReadCurrentFile(file, &buffer, UInt32(buffer.count))
      if count == 0 { break }
      guard count > 0, bytes.count + Int(count) <= limit else {
        unzCloseCurrentFile(file)
        // What unpacks to more than the archive claims is a bomb.
        throw count < 0 ? .unreadable : .tooLarge(limit: limit)
      }
      bytes += buffer[..<Int(count)]
    }
    // Closing compares the checksum.
    guard unzCloseCurrentFile(file) == UNZ_OK else { throw .unreadable }
    return bytes
  }

  private func currentEntry() -> Entry? {
    var info = unz_file_info64()
    var name = [CChar](repeating: 0, count: 4096)
    var place = unz64_file_pos()
    guard
      unzGetCurrentFileInfo64(file, &info, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK,
      unzGetFilePos64(file, &place) == UNZ_OK
    else { return nil }
    let bytes = name.prefix(min(Int(info.size_filename), name.count - 1)).map {
      UInt8(bitPattern: $0)
    }
    let text = String(validating: bytes, as: UTF8.self) ?? CodePage437.text(bytes)
    // Who packed it on a Unix says of what kind it was.
    let isUnix = info.version >> 8 == 3 || info.version >> 8 == 19
    let mode = mode_t(truncatingIfNeeded: info.external_fa >> 16)
    return Entry(
      name: text, size: Int(clamping: info.uncompressed_size), time: Self.time(info.tmu_date),
      isFolder: text.hasSuffix("/") || text.hasSuffix("\\"),
      isLink: isUnix && mode & S_IFMT == S_IFLNK, isEncrypted: info.flag & 1 != 0, place: place,
      packedSize: Int(clamping: info.compressed_size))
  }

  private static func time(_ date: tm_unz) -> WallTime? {
    guard
      let day = Day(year: Int(date.tm_year), month: Int(date.tm_mon) + 1, day: Int(date.tm_mday)),
      (0..<24).contains(date.tm_hour), (0..<60).contains(date.tm_min), date.tm_sec >= 0,
      // What has no time is said to be of the first day that there is.
      date.tm_year > 1980
    else { return nil }
    return WallTime(
      day: day, hour: Int(date.tm_hour), minute: Int(date.tm_min), second: min(Int(date.tm_sec), 59)
    )
  }
}

/// Bytes that minizip reads as if they were a file.
private final class MemoryFile {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What minizip calls; the receiver has to live as long as they are used.
  var functions: zlib_filefunc64_def {
    var functions = zlib_filefunc64_def()
    functions.opaque = Unmanaged.passUnretained(self).toOpaque()
    functions.zopen64_file = { own, _, _ in own }
    functions.zread_file = { own, _, buffer, count in
      MemoryFile.of(own).read(into: buffer, count: Int(clamping: count))
    }
    functions.zwrite_file = { _, _, _, _ in 0 }
    functions.ztell64_file = { own, _ in ZPOS64_T(MemoryFile.of(own).offset) }
    functions.zseek64_file = { own, _, offset, origin in
      MemoryFile.of(own).seek(Int(truncatingIfNeeded: offset), from: origin)
    }
    functions.zclose_file = { _, _ in 0 }
    functions.zerror_file = { _, _ in 0 }
    return functions
  }

  private static func of(_ pointer: UnsafeMutableRawPointer?) -> MemoryFile {
    guard let pointer else { preconditionFailure("minizip hands its own pointer back.") }
    return Unmanaged<MemoryFile>.fromOpaque(pointer).takeUnretainedValue()
  }

  private func read(into buffer: UnsafeMutableRawPointer?, count: Int) -> UInt {
    let count = min(count, bytes.count - offset)
    guard let buffer, count > 0 else { return 0 }
    bytes[offset..<offset + count].withUnsafeBytes {
      buffer.copyMemory(from: $0.baseAddress!, byteCount: count)
    }
    offset += count
    return UInt(count)
  }

  private func seek(_ distance: Int, from origin: Int32) -> Int {
    let start =
      switch origin {
      case ZLIB_FILEFUNC_SEEK_SET: 0
      case ZLIB_FILEFUNC_SEEK_CUR: offset
      default: bytes.count
      }
    let (sum, overflows) = start.addingReportingOverflow(distance)
    guard !overflows, (0...bytes.count).contains(sum) else { return -1 }
    offset = sum
    return 0
  }
}

/// The character set of the first PCs, in which zip files without a mark have their names
/// (APPNOTE.TXT, D.1).
private enum CodePage437 {
  private static let upper = Array(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ "
  )

  static func text(_ bytes: [UInt8]) -> String {
    String(bytes.map { $0 < 0x80 ? Character(Unicode.Scalar($0)) : upper[Int($0) - 0x80] })
  }
}
