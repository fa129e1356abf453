import Diagnostics

#if canImport(Darwin)
  import Darwin
#endif

/// Where the running program lies.
public enum Executable {
  public static var path: String? {
    #if os(Linux)
      return FileSystem.realPath("/proc/self/exe")
    #else
      var size: UInt32 = 4096
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    #endif
  }

  /// What is installed with the program, in `share/reckon` beside its folder; it may not be there.
  public static func shared(_ name: String) -> String? {
    path.map { FileSystem.folder(of: FileSystem.folder(of: $0)) + "/share/reckon/" + name }
  }
}
