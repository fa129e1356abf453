import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Lines kept from session to session: UTF-8 text, a line each, oldest first, for the owner's
/// eyes only.
///
/// Every line is appended as soon as it comes, so that a killed session loses none and two
/// sessions side by side keep both. What cannot be read or written is done without.
public struct LineLog: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// Lines kept; a file half as long again is shortened when it is read.
  public static let limit = 2000
  /// Bytes read from the end of the file at most.
  private static let sizeLimit = 8 << 20

  /// The lines of the file, the newest `limit` of them.
  public func load() -> [String] {
    guard let (file, info) = try? FileSystem.openFile(path) else { return [] }
    defer { close(file) }
    let start = max(0, info.st_size - off_t(Self.sizeLimit))
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
    if start > 0 || lines.count > Self.limit * 3 / 2 {
      _ = try? FileSystem.replace(path, with: Array(kept.map { $0 + "\n" }.joined().utf8))
    }
    return kept
  }

  /// Adds a line at the end; makes the file and its folders where they are missing.
  public func append(_ line: String) {
    makeFolders()
    let flags = O_RDWR | O_APPEND | O_CREAT
    guard let (file, _) = try? FileSystem.openFile(path, flags) else { return }
    defer { close(file) }
    fchmod(file, 0o600)
    // A line that a crash cut short must not swallow this one.
    var last = UInt8(ascii: "\n")
    if lseek(file, -1, SEEK_END) >= 0 { _ = read(file, &last, 1) }
    let gap = last == UInt8(ascii: "\n") ? "" : "\n"
    try? FileSystem.writeAll(Array((gap + line + "\n").utf8), to: file)
  }

  /// The text without what would break a file of one line each, or act on the terminal where it
  /// is shown again.
  public static func oneLine(of bytes: some Collection<UInt8>) -> String {
    let kept = bytes.lazy.filter { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
    return withoutControls(String(decoding: kept, as: UTF8.self)).replacing("\n", with: " ")
  }

  private func makeFolders() {
    for index in path.indices.dropFirst() where path[index] == "/" {
      mkdir(FileSystem.raw(String(path[..<index])), 0o700)
    }
  }
}
