import Diagnostics
import NotebookFiles

/// The name that Moodle gives to a student's folder in a download of all submissions, or puts
/// before the file's name where there are no folders:
/// `Full name_UNIQUEID_assignsubmission_file`, before Moodle 4.1 with a `_` behind. In place of
/// the name stands `Participant` where marking is blind.
///
/// After `assign_submission_plugin` and `download_submissions` of Moodle's mod/assign/locallib.php.
public struct MoodleName: Hashable, Sendable {
  /// The student's full name; Moodle has written a space for a `_` in it.
  public var name: String
  /// Of the submission: the same number as in the worksheet's Identifier, another one in each
  /// assignment, and not the student's.
  public var id: String
  /// What stands behind: the file's own name, where there are no folders.
  public var rest: String

  public init?(_ component: some StringProtocol) {
    let mark = "_assignsubmission_"
    let text = String(component)
    // Looked at first, since going through the bytes of a text for others is slow.
    guard text.holds(bytesOf: mark), let start = text.utf8.firstRange(of: mark.utf8) else {
      return nil
    }
    let before = text[..<start.lowerBound]
    guard let bar = before.lastIndex(of: "_") else { return nil }
    let id = before[before.index(after: bar)...]
    guard !id.isEmpty, id.utf8.count <= 20, id.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let name = before[..<bar].map { $0 == "_" ? " " : $0 }
    self.id = String(id)
    self.name = String(name).trimmingBlank
    let behind = text[start.upperBound...]
    rest = behind.firstIndex(of: "_").map { String(behind[behind.index(after: $0)...]) } ?? ""
  }

  /// Of the first folder or file of a path that has such a name.
  public init?(path: String) {
    guard let found = path.split(separator: "/").lazy.compactMap({ MoodleName($0) }).first else {
      return nil
    }
    self = found
  }
}
