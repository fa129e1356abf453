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

  /// Whether there is a program at a path that may be run.
  public static func isExecutable(_ path: String) -> Bool { access(raw(path), X_OK) == 0 }

  /// Paths of the shared libraries that this program has loaded; none where the system is not
  /// Linux.
  public static func loadedLibraries() -> [String] {
    // The kernel lists what is mapped, a part of a file a line, with its path at the end.
    guard let maps = try? read("/proc/self/maps", limit: 1 << 24).bytes else { return [] }
    let paths = maps.split(separator: UInt8(ascii: "\n")).compactMap { line in
      line.firstIndex(of: UInt8(ascii: "/")).map { text(ofPath: line[$0...]) }
    }
    return Set(paths).filter { name(of: $0).contains(".so") }.sorted()
  }

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
