import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The notebook on disk: read, saved so that a kill at any moment loses nothing, watched for
/// changes by others.
public final class NotebookStore {
  /// The path as the reader knows it.
  public let path: String

  /// What was last read or saved here; nil before the first time.
  private var known: Known?
  private var lockDescriptor: Int32?

  /// Bytes of a file that are read: a notebook too large to be understood is still shown as it
  /// is, other things are not.
  static let lengthLimit = 32 << 20

  private enum Known {
    case missing
    case file(NotebookStoreStamp, bytes: [UInt8])
  }

  public enum ReadOutcome {
    case missing
    /// `repaired` where bytes that are not UTF-8 were replaced by U+FFFD, or the file was
    /// UTF-16.
    case text(String, repaired: Bool)
    case unreadable(Diagnostic)
  }

  public init(path: String) {
    self.path = path
  }

  deinit { unlock() }

  // MARK: Keeping a copy

  /// Where `keepCopy` puts the file as it is.
  public var copyPath: String { path + ".original" }

  /// Keeps what was read under another name as well; a copy that is there already stays.
  /// Returns what went wrong.
  public func keepCopy() -> Diagnostic? {
    guard case .file(_, let bytes)? = known, NotebookStoreStamp(of: copyPath) == nil else {
      return nil
    }
    switch NotebookStoreFiles.replace(copyPath, with: bytes) {
    case .failure(let failure):
      return NotebookFault.unsaved(name: copyPath, failure.trouble).diagnostic
    case .success: return nil
    }
  }

  // MARK: Reading

  public func read() -> ReadOutcome {
    switch NotebookStoreFiles.read(path, limit: Self.lengthLimit) {
    case .missing:
      known = .missing
      return .missing
    case .trouble(let trouble):
      return .unreadable(NotebookFault.unreadable(name: path, trouble).diagnostic)
    case .bytes(let bytes, let stamp):
      known = .file(stamp, bytes: bytes)
      if let text = String(validating: bytes, as: UTF8.self) {
        return .text(text, repaired: false)
      }
      return .text(repaired(bytes), repaired: true)
    }
  }

  /// What is on disk, byte for byte; nil where that is no file or cannot be read.
  func bytes() -> [UInt8]? {
    guard case .bytes(let bytes, _) = NotebookStoreFiles.read(path, limit: Self.lengthLimit) else {
      return nil
    }
    return bytes
  }

  private func repaired(_ bytes: [UInt8]) -> String {
    let isLittleEndian = bytes.starts(with: [0xFF, 0xFE])
    guard isLittleEndian || bytes.starts(with: [0xFE, 0xFF]) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    return String(decoding: units, as: UTF16.self)
  }

  // MARK: Saving

  /// Nil where all went well. A linked notebook is saved where the link leads; permissions are
  /// kept.
  public func save(_ text: String) -> Diagnostic? {
    let bytes = Array(text.utf8)
    switch NotebookStoreFiles.replace(path, with: bytes) {
    case .failure(let failure):
      return NotebookFault.unsaved(name: path, failure.trouble).diagnostic
    case .success(let stamp):
      known = .file(stamp, bytes: bytes)
      return nil
    }
  }

  /// Writes what is made from a notebook as a whole, or leaves what was there. Nil where all went
  /// well.
  public static func write(_ text: String, to path: String) -> Diagnostic? {
    switch NotebookStoreFiles.replace(path, with: Array(text.utf8)) {
    case .failure(let failure):
      NotebookFault.unwritten(name: path, failure.trouble).diagnostic
    case .success: nil
    }
  }

  // MARK: Watching

  /// Whether the file holds something else than what was last read or saved here; false before
  /// that.
  public func hasChangedOutside() -> Bool {
    switch known {
    case nil: return false
    case .missing: return NotebookStoreStamp(of: path) != nil
    case .file(let stamp, let bytes):
      guard let now = NotebookStoreStamp(of: path) else { return true }
      if stamp.isSettled, now == stamp { return false }
      guard now.size == bytes.count,
        case .bytes(let found, let stamp) = NotebookStoreFiles.read(
          path, limit: Self.lengthLimit),
        found == bytes
      else { return true }
      known = .file(stamp, bytes: bytes)
      return false
    }
  }

  // MARK: Locking

  /// False where another session holds the notebook; true where there is no telling, as in a
  /// folder that cannot be written to.
  public func lock() -> Bool {
    if lockDescriptor != nil { return true }
    switch NotebookStoreFiles.lock(path) {
    case .held: return false
    case .unavailable: return true
    case .locked(let descriptor):
      lockDescriptor = descriptor
      return true
    }
  }

  public func unlock() {
    guard let descriptor = lockDescriptor else { return }
    lockDescriptor = nil
    NotebookStoreFiles.unlock(path, descriptor)
  }
}
