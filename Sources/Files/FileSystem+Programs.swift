import Synchronization

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a program needs of files that are not its own: streams, arguments, and other programs.
extension FileSystem {
  /// Keeps files that are opened later from taking the place of a standard stream that is
  /// closed, where they would be written into; what goes to such a stream fails.
  public static func holdStandardStreams() {
    for stream: Int32 in 0...2 where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/null", stream == 0 ? O_RDONLY : O_RDONLY | O_CLOEXEC)
    }
  }

  /// A path of plain letters to a file whose name is not UTF-8, which leads to it until another is
  /// asked for; nil where it cannot be opened.
  public static func plainPath(ofName name: [UInt8]) -> String? {
    heldDescriptor.withLock { descriptor in
      if descriptor >= 0 { close(descriptor) }
      descriptor = open(
        (name + [0]).map { CChar(bitPattern: $0) }, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
      return descriptor < 0 ? nil : "/dev/fd/\(descriptor)"
    }
  }

  private static let heldDescriptor = Mutex<Int32>(-1)

  /// Whether there is a program at a path that may be run.
  public static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }

  /// Lends the path of a file to be made in a folder of its own, which is taken away afterwards;
  /// nil where no folder can be made.
  public static func withTemporaryFile<Result>(
    named name: String, in folder: String, _ body: (_ path: String) -> Result
  ) -> Result? {
    var template = Array((folder + "/reckon-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    let own = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = own + "/" + name
    defer {
      unlink(path)
      rmdir(own)
    }
    return body(path)
  }
}
