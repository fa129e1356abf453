import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Whether a folder takes files, and how much.
extension FileSystem {
  /// Bytes that can be written in a folder; nil where the system does not say.
  public static func freeBytes(in folder: String) -> Int? {
    var info = statvfs()
    guard statvfs(raw(folder.isEmpty ? "." : folder), &info) == 0 else { return nil }
    return Int(
      clamping: UInt64(info.f_bavail).multipliedReportingOverflow(by: UInt64(info.f_frsize))
        .partialValue)
  }

  /// Why no file can be made in a folder; nil where one was made, and taken away again.
  public static func refusal(in folder: String) -> FileError? {
    let path = besides(self.path(of: "reckon-trial", in: folder), suffix: ".\(getpid())")
    do throws(FileError) {
      if try make(path, with: Array("trial\n".utf8)) { remove(path) }
      return nil
    } catch {
      return error
    }
  }

  /// Whether the folder, or what is there of the way to it, may be written into.
  public static func canBeMade(_ folder: String) -> Bool {
    if isTaken(folder) || folder.isEmpty {
      return isFolder(folder) && access(raw(folder), W_OK) == 0
    }
    return canBeMade(self.folder(of: folder))
  }
}
