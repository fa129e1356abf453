import Diagnostics
import Gradebook

/// Names of files and folders made of students' names, which may be anything.
struct FileNames {
  private var taken: Set<String> = []

  /// Bytes of a name, of which a file system takes 255.
  private static let longest = 100
  /// Names that some systems have given to devices.
  private static let devices: Set<String> = ["con", "prn", "aux", "nul", "com1", "lpt1"]

  /// A name that no other student of the class has, in whatever case: `Ada-Lovelace-345678`.
  mutating func name(for student: ClassMarks.Student) -> String {
    let id = student.id.isEmpty ? student.key : student.id
    let name = Self.plain("\(student.name) \(id == student.name ? "" : id)")
    let base = name.isEmpty || Self.devices.contains(name.lowercased()) ? "student" : name
    var result = base
    var number = 2
    while !taken.insert(result.lowercased()).inserted {
      result = "\(base)-\(number)"
      number += 1
    }
    return result
  }

  /// Letters, digits and dashes.
  private static func plain(_ text: String) -> String {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    return bounded(words.joined(separator: "-"))
  }

  /// A full name as Moodle has it in a path: without what parts its pieces, and without what it
  /// takes out of a path itself.
  static func moodle(_ name: String) -> String {
    let kept = plainLine(name).map { "_/\\:*?\"'`<>|&~.".contains($0) ? " " : $0 }
    let clean = bounded(singleSpaced(String(kept)))
    return clean.isEmpty ? "Participant" : clean
  }

  private static func bounded(_ text: String) -> String {
    guard text.utf8.count > longest else { return text }
    var kept = text.prefix(longest)
    while kept.utf8.count > longest { kept.removeLast() }
    return String(kept).trimmingBlank
  }
}
