import Files
import ReckonCommands

/// A list of comma-separated values that an assistant names.
enum ListFile {
  /// Bytes of a list that are read: a million people.
  static let limit = 64 << 20

  /// Its text; reports why it cannot be read, and throws.
  ///
  static func text(_ path: String, _ console: Console) throws(Status) -> String {
    do throws(FileError) {
      return DecodedText(try FileSystem.read(path, limit: limit).bytes).text
    } catch {
      console.report(DeskWording.listUnreadable(path, error))
      throw .badInput
    }
  }
}
