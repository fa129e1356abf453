import Charts

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A chart's file on disk.
enum PictureFile {
  enum Outcome {
    case written
    /// A file of that name is there which is no chart of ours.
    case taken
    case trouble(NotebookFault.FileTrouble)
  }

  private static let lengthLimit = 32 << 20

  /// Writes a picture where there is no file, or one that was written here before; a link is not
  /// followed.
  static func write(_ picture: String, to path: String) -> Outcome {
    var info = stat()
    if lstat(path, &info) == 0 {
      guard info.st_mode & S_IFMT == S_IFREG else { return .taken }
      switch NotebookStoreFiles.read(path, limit: lengthLimit) {
      case .missing: break
      case .bytes(let bytes, _):
        guard bytes.starts(with: SVGChart.mark.utf8) else { return .taken }
      case .trouble: return .taken
      }
    } else if errno != ENOENT {
      return .trouble(.other(String(cString: strerror(errno))))
    }
    switch NotebookStoreFiles.replace(path, with: Array(picture.utf8)) {
    case .success: return .written
    case .failure(let failure): return .trouble(failure.trouble)
    }
  }
}
