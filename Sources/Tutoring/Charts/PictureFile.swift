import Charts
import Files

/// A chart's file on disk.
enum PictureFile {
  enum Outcome {
    case written
    /// A file of that name is there which is no chart of ours.
    case taken
    case trouble(FileError)
  }

  private static let mark = Array(SVGChart.mark.utf8)

  /// Writes a picture where there is no file, or one that was written here before; a link is not
  /// followed.
  static func write(_ picture: String, to path: String) -> Outcome {
    do {
      if FileSystem.isTaken(path) {
        guard FileSystem.isPlainFile(path), try FileSystem.head(of: path, count: mark.count) == mark
        else { return .taken }
      }
      try FileSystem.replace(path, with: Array(picture.utf8))
      return .written
    } catch {
      return .trouble(error)
    }
  }
}
