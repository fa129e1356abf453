import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lines kept from session to session: UTF-8 text, a line each, oldest first, for the owner's
/// eyes only.
///
/// Every line is appended as soon as it comes, so that a killed session loses none and two
/// sessions side by side keep both. What cannot be read or written is done without.
public struct LineLog: Sendable {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// Lines kept; a file half as long again is shortened when it is read.
  public static let limit = 2000
  /// Bytes read from the end of the file at most.
  private static let sizeLimit = 8 << 20

  /// The lines of the file, the newest `limit` of them.
  public func load() -> [String] {
    guard let file = open(flags: O_RDONLY) else { return [] }
    defer { close(file) }
    let size = lseek(file, 0, SEEK_END)
    let start = max(0, size - off_t(Self.sizeLimit))
    lseek(file, start, SEEK_SET)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= Self.sizeLimit {
      let count = read(file, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    var lines = bytes.split(separator: UInt8(ascii: "\n")).map { Self.oneLine(of: $0) }
    if start > 0, !lines.isEmpty { lines.removeFirst() }
    lines.removeAll { $0.isEmpty }
    let kept = Array(lines.suffix(Self.limit))
    if start > 0 || lines.count > Self.limit * 3 / 2 { replace(with: kept) }
    return kept
  }

  /// Adds a line at the end; makes the file and its folders where they are missing.
  public func append(_ line: String) {
    makeFolders()
    guard let file = open(flags: O_RDWR | O_APPEND | O_CREAT) else { return }
    defer { close(file) }
    fchmod(file, 0o600)
    // A line that a crash cut short must not swallow this one.
    var last = UInt8(ascii: "\n")
    if lseek(file, -1, SEEK_END) >= 0 { _ = read(file, &last, 1) }
    write(Array(((last == UInt8(ascii: "\n") ? "" : "\n") + line + "\n").utf8), to: file)
  }

  /// The text without what would break a file of one line each, or act on the terminal where it
  /// is shown again.
  public static func oneLine(of bytes: some Collection<UInt8>) -> String {
    let kept = bytes.lazy.filter { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    return withoutControls(String(decoding: kept, as: UTF8.self))
      .replacing("\n", with: " ")
  }

  private func replace(with lines: [String]) {
    guard let whole = realpath(path, nil) else { return }
    let target = String(cString: whole)
    free(whole)
    let temporary = "\(target).\(getpid())"
    let file = Self.openRetrying(temporary, O_WRONLY | O_CREAT | O_EXCL)
    guard file >= 0 else { return }
    let isWhole = write(Array(lines.map { $0 + "\n" }.joined().utf8), to: file)
    close(file)
    if !isWhole || rename(temporary, target) != 0 { unlink(temporary) }
  }

  /// A descriptor of the file, unless it is not an ordinary file.
  private func open(flags: Int32) -> Int32? {
    // Without O_NONBLOCK a named pipe would keep us waiting.
    let file = Self.openRetrying(path, flags | O_NONBLOCK)
    guard file >= 0 else { return nil }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      return nil
    }
    return file
  }

  private static func openRetrying(_ path: String, _ flags: Int32) -> Int32 {
    while true {
      #if canImport(Glibc)
        let file = Glibc.open(path, flags | O_CLOEXEC, 0o600)
      #else
        let file = Darwin.open(path, flags | O_CLOEXEC, 0o600)
      #endif
      if file >= 0 || errno != EINTR { return file }
    }
  }

  @discardableResult
  private func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest)
        #if canImport(Glibc)
          let count = Glibc.write(file, piece.baseAddress, piece.count)
        #else
          let count = Darwin.write(file, piece.baseAddress, piece.count)
        #endif
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  private func makeFolders() {
    for index in path.indices.dropFirst() where path[index] == "/" {
      mkdir(String(path[..<index]), 0o700)
    }
  }
}
