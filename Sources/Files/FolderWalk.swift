import Dates
import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// All files below a folder, in the order of their names. Links are told and not followed.
public struct FolderWalk {
  /// What was found.
  public enum Found: Hashable, Sendable {
    case file(path: String)
    case link(path: String)
    /// A device, a pipe, a socket.
    case special(path: String)
    /// A folder that cannot be read, or that lies too deep.
    case closed(path: String)
  }

  /// Levels of folders that are gone into.
  public static let depthLimit = 12
  /// Entries of one folder that are looked at.
  static let entryLimit = 2_000_000

  /// Calls `body` with each file below a folder; a name that begins with a point is passed over.
  public static func forEach(in folder: String, _ body: (Found) -> Void) {
    walk(folder, level: 0, body)
  }

  private static func walk(_ folder: String, level: Int, _ body: (Found) -> Void) {
    guard level < depthLimit, let names = FileSystem.allNames(in: folder, limit: entryLimit) else {
      return body(.closed(path: folder))
    }
    for name in names.filter({ !$0.hasPrefix(".") }).sorted() {
      let path = FileSystem.path(of: name, in: folder)
      guard let info = FileSystem.info(of: path, followingLinks: false) else { continue }
      switch info.st_mode & S_IFMT {
      case S_IFREG: body(.file(path: path))
      case S_IFDIR: walk(path, level: level + 1, body)
      case S_IFLNK: body(.link(path: path))
      default: body(.special(path: path))
      }
    }
  }
}

extension FileSystem {
  /// When a file's content was last written, by what the disk says; nil where nothing is there.
  public static func modificationTime(of path: String) -> Moment? {
    guard let info = info(of: path) else { return nil }
    #if canImport(Darwin)
      return Moment(seconds: Int(info.st_mtimespec.tv_sec))
    #else
      return Moment(seconds: Int(info.st_mtim.tv_sec))
    #endif
  }
}
