import Files
import ReckonCommands

/// A list of comma-separated values that an assistant names.
enum ListFile {
  /// Its text; reports why it cannot be read, and throws.
  ///
  /// - Parameter limit: in bytes.
  static func text(_ path: String, limit: Int, _ console: Console) throws(Status) -> String {
    do throws(FileError) {
      return DecodedText(try FileSystem.read(path, limit: limit).bytes).text
    } catch {
      console.report(DeskWording.listUnreadable(path, error))
      throw .badInput
    }
  }
}
