#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Short texts that a process leaves behind whatever becomes of it: a file of slots, each written
/// over by one call, that another process reads once this one is gone.
public final class SlotFile: Sendable {
  private static let length = 1024
  private let descriptor: Int32

  /// Nil where the file cannot be opened.
  public init?(path: String) {
    guard let (descriptor, _) = try? FileSystem.openFile(path, O_WRONLY | O_CREAT) else {
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Makes a text the one of a slot; what is longer than a slot is cut.
  public func set(_ text: String, at slot: Int) {
    var bytes = Array(text.utf8.prefix(Self.length))
    bytes += [UInt8](repeating: 0, count: Self.length - bytes.count)
    _ = pwrite(descriptor, bytes, bytes.count, off_t(slot * Self.length))
  }

  /// The texts of all slots; none where there is no such file.
  public static func texts(of path: String) -> [String] {
    guard let bytes = try? FileSystem.read(path, limit: 1 << 20).bytes else { return [] }
    return stride(from: 0, to: bytes.count, by: length).map { start in
      String(
        decoding: bytes[start..<min(start + length, bytes.count)].prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
