import Diagnostics
import Files

/// The notebook on disk: read, saved so that a kill at any moment loses nothing, watched for
/// changes by others.
public final class NotebookStore {
  /// The path as the reader knows it.
  public let path: String

  /// What was last read or saved here; nil before the first time.
  private var known: Known?
  private var ownLock: FileLock?
  private var turn: FileLock?
  /// Whether another's turn is waited for: not again where one never ended.
  private var waitsForTurn = true
  private var refuge: NotebookStore?

  /// Bytes of a file that are read: a notebook too large to be understood is still shown as it
  /// is, other things are not.
  static let lengthLimit = 32 << 20

  private enum Known {
    case missing
    case file(FileStamp, bytes: [UInt8])
  }

  /// A file that could not be written, and why.
  public struct Failure: Error {
    public var path: String
    public var error: FileError

    public var unsaved: Diagnostic { .unsaved(name: path, error) }
  }

  /// What was found at the path.
  public enum ReadOutcome {
    case missing
    /// `repaired` where bytes that are not UTF-8 were replaced by U+FFFD, or the file was
    /// UTF-16.
    case text(String, repaired: Bool)
    case unreadable(Diagnostic)
  }

  public init(path: String) { self.path = path }

  deinit {
    endTurn()
    unlock()
  }

  // MARK: Beside the notebook

  /// Where what is saved goes: the path, or a file beside it while something stands there that
  /// must not be written over.
  public var place: String { refuge?.path ?? path }

  /// Whether a file was there when it was last read or saved.
  public var isThere: Bool {
    if case .file? = known { return true }
    return false
  }

  /// Where `keepOriginal` keeps what was last read.
  public var copyPath: String {
    if case .file(_, let bytes)? = known, let copy = copyPath(of: bytes, as: "original") {
      return copy
    }
    return path + ".original"
  }

  /// A path that is free or that holds the bytes already; nil where there is none.
  private func copyPath(of bytes: [UInt8], as word: String) -> String? {
    Self.names(path + "." + word).first { copy in
      guard FileSystem.isTaken(copy) else { return true }
      return (try? FileSystem.read(copy, limit: Self.lengthLimit))?.bytes == bytes
    }
  }

  /// Keeps bytes in a file of their own, named after the notebook and a word; a file that holds
  /// them already is taken for it, and others stay as they are. Returns its path.
  public func keep(_ bytes: [UInt8], as word: String) -> Result<String, Failure> {
    guard let copy = copyPath(of: bytes, as: word) else {
      return .failure(Failure(path: path + "." + word, error: .notAFile))
    }
    if FileSystem.isTaken(copy) { return .success(copy) }
    do {
      try FileSystem.replace(copy, with: bytes, like: path)
      return .success(copy)
    } catch {
      return .failure(Failure(path: copy, error: error))
    }
  }

  /// Keeps what was last read as it is, byte for byte.
  public func keepOriginal() -> Result<String, Failure>? {
    guard case .file(_, let bytes)? = known else { return nil }
    return keep(bytes, as: "original")
  }

  /// What is left in the file beside the notebook by a session before this one.
  public var leftBeside: String? { namesBeside.prefix { FileSystem.isTaken($0) }.last }

  /// Saves beside the notebook, in a file that nobody else has made or changed.
  public func saveBeside(_ text: String) -> Result<String, Failure> {
    if let refuge, !refuge.isChanged { return refuge.put(text, like: path) }
    guard let name = namesBeside.first(where: { !FileSystem.isTaken($0) }) else {
      return .failure(Failure(path: path, error: .notAFile))
    }
    let store = NotebookStore(path: name)
    let result = store.put(text, like: path)
    if case .success = result { refuge = store }
    return result
  }

  /// Takes away the file beside the notebook once all of it stands in the notebook. True where
  /// there was one.
  public func leaveRefuge() -> Bool {
    guard let refuge else { return false }
    if !refuge.isChanged { FileSystem.remove(refuge.path) }
    self.refuge = nil
    return true
  }

  private var isChanged: Bool { !isThere || hasChangedOutside() }

  private var namesBeside: some Sequence<String> {
    let suffix = NotebookPath.suffix
    let stem = path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : path
    return Self.names(stem + ".kept", suffix)
  }

  /// A name and what is tried after it where that is taken.
  private static func names(_ start: String, _ end: String = "") -> some Sequence<String> {
    (1...999).lazy.map { start + ($0 == 1 ? "" : "-\($0)") + end }
  }

  // MARK: Reading

  /// Bounded in size; notes the file's stamp, by which changes of others are seen.
  public func read() -> ReadOutcome {
    do {
      let (bytes, stamp) = try FileSystem.read(path, limit: Self.lengthLimit)
      known = .file(stamp, bytes: bytes)
      let (text, repaired) = Self.text(of: bytes)
      return .text(text, repaired: repaired)
    } catch .missing {
      known = .missing
      return .missing
    } catch {
      return .unreadable(.unreadable(name: path, error))
    }
  }

  /// What is on disk where it was last saved, byte for byte; nil where that is no file or cannot
  /// be read.
  public func bytes() -> [UInt8]? { (try? FileSystem.read(place, limit: Self.lengthLimit))?.bytes }

  /// Bytes of a notebook as text: what is not UTF-8 is U+FFFD, and UTF-16 is understood.
  public static func text(of bytes: [UInt8]) -> (text: String, repaired: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    return (repaired(bytes), true)
  }

  private static func repaired(_ bytes: [UInt8]) -> String {
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

  /// Nil where all went well.
  public func save(_ text: String) -> Diagnostic? {
    switch put(text) {
    case .failure(let failure): failure.unsaved
    case .success: nil
    }
  }

  /// A linked notebook is saved where the link leads; permissions are kept, or those of another
  /// file taken where it is new.
  public func put(_ text: String, like other: String? = nil) -> Result<String, Failure> {
    let bytes = Array(text.utf8)
    do {
      known = .file(try FileSystem.replace(path, with: bytes, like: other), bytes: bytes)
      return .success(path)
    } catch {
      return .failure(Failure(path: path, error: error))
    }
  }

  // MARK: Watching

  /// Whether the file holds something else than what was last read or saved here; false before
  /// that.
  public func hasChangedOutside() -> Bool {
    switch known {
    case nil: return false
    case .missing: return FileStamp(of: path) != nil
    case .file(let stamp, let bytes):
      guard let now = FileStamp(of: path) else { return true }
      if stamp.isSettled, now == stamp { return false }
      guard now.size == bytes.count,
        let found = try? FileSystem.read(path, limit: Self.lengthLimit), found.bytes == bytes
      else { return true }
      known = .file(found.stamp, bytes: bytes)
      return false
    }
  }

  /// Lets an editor finish what it has begun to write.
  public func pause() { FileSystem.pause(milliseconds: 20) }

  // MARK: Locking

  /// False where another session holds the notebook; true where there is no telling, as in a
  /// folder that cannot be written to.
  public func lock() -> Bool {
    if ownLock != nil { return true }
    FileSystem.removeLeftovers(of: path)
    switch FileLock.take(path) {
    case .held: return false
    case .unavailable: return true
    case .locked(let lock):
      ownLock = lock
      return true
    }
  }

  /// From here to the end of the turn no other session reads the notebook to change it: what each
  /// accepts is written to what the other has saved. Waits while it is another's turn, up to a limit,
  /// and goes on without where that is of no use, as in a folder that cannot be written to.
  public func takeTurn() {
    guard turn == nil else { return }
    for pause in 0..<(waitsForTurn ? Self.pausesForTurn : 1) {
      switch FileLock.take(path, suffix: ".turn") {
      case .locked(let lock):
        (turn, waitsForTurn) = (lock, true)
        return
      case .unavailable: return
      // At first a line's time, which others take no longer for either.
      case .held: FileSystem.pause(milliseconds: pause < 100 ? 1 : 20)
      }
    }
    waitsForTurn = false
  }

  /// Does nothing where it is not this one's turn.
  public func endTurn() {
    turn?.release()
    turn = nil
  }

  /// About ten seconds.
  private static let pausesForTurn = 600

  /// Lets other sessions have the notebook; does nothing where this one does not hold it.
  public func unlock() {
    ownLock?.release()
    ownLock = nil
  }
}
