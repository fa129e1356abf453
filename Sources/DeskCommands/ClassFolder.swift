import ArgumentParser
import Dates
import Diagnostics
import Files
import NotebookFiles
import Simulation

/// How the notebooks of a class lie in a folder.
enum ClassLayout: String, CaseIterable, ExpressibleByArgument {
  /// All beside each other, each with its student's id before its name.
  case flat
  /// A folder a student, called by the id.
  case folders
  /// As Moodle packs the submissions of an assignment.
  case moodle
  /// The same in one zip file, as Moodle hands it out, with the times in it.
  case moodleZip = "moodle-zip"

  /// Where a notebook lies, within the folder of all.
  func path(of notebook: SimulatedNotebook) -> String {
    let isSecond = notebook.trouble == .sameStudentTwice
    let student = notebook.student
    switch self {
    case .flat: return "\(student.id)\(isSecond ? "-2" : "").\(notebook.fileName)"
    case .folders: return "\(student.id)\(isSecond ? "-2" : "")/\(notebook.fileName)"
    case .moodle, .moodleZip:
      // Moodle's number is of the submission, and not the student's.
      let number = Self.firstSubmission + notebook.place
      let name = student.name.map { "/_".contains($0) ? " " : $0 }
      return "\(String(name))_\(number)_assignsubmission_file/\(notebook.fileName)"
    }
  }

  private static let firstSubmission = 2_450_001
}

/// The folder into which a class is written: its notebooks, a roster, and when each was handed in.
struct ClassFolder {
  let path: String
  let layout: ClassLayout
  /// The command that makes it.
  let command: String
  /// Seconds east of Greenwich of the clock by which the exercise is due.
  let dueOffset: Int
  private var rows: (students: [String], times: [String]) = ([], [])
  private var packed: [ZipArchive.Entry] = []

  /// By this file, and its first words, the command knows a folder that it has made.
  private static let mark = (file: "simulated.txt", words: "A class that nobody taught")
  private static let parts = (
    notebooks: "submissions", zip: "submissions.zip", roster: "students.csv", times: "times.csv"
  )

  init(_ path: String, layout: ClassLayout, command: String, dueOffset: Int) {
    (self.path, self.layout, self.command) = (path, layout, command)
    self.dueOffset = dueOffset
  }

  private func path(of name: String) -> String { FileSystem.path(of: name, in: path) }

  // MARK: Before

  /// Nil where the folder is empty, is not there, or was made by this command.
  var refusal: Diagnostic? {
    if FileSystem.isTaken(path), !FileSystem.isFolder(path) { return DeskWording.notAFolder(path) }
    if FileSystem.names(in: path).isEmpty || isOurs { return nil }
    return DeskWording.notEmpty(path, mark: Self.mark.file)
  }

  private var isOurs: Bool {
    let head = try? FileSystem.head(of: path(of: Self.mark.file), count: Self.mark.words.utf8.count)
    return head.map { $0 == Array(Self.mark.words.utf8) } ?? false
  }

  /// Makes the folder ready, without the class that was there before.
  func prepare() throws(FileError) {
    try FileSystem.makeFolder(path)
    let text = """
      \(Self.mark.words), made by

          \(command)

      Its students do not exist. Run again, the command takes its notebooks away and writes others.

      """
    try FileSystem.replace(path(of: Self.mark.file), with: Array(text.utf8))
    try FileSystem.removeFolder(path(of: Self.parts.notebooks))
    FileSystem.remove(path(of: Self.parts.zip))
    if layout != .moodleZip { try FileSystem.makeFolder(path(of: Self.parts.notebooks)) }
  }

  // MARK: Writing

  mutating func add(_ notebook: SimulatedNotebook) throws(FileError) {
    let name = layout.path(of: notebook)
    let bytes = Array(notebook.text.utf8)
    if layout == .moodleZip {
      let clock = Zone { [dueOffset] _ in dueOffset }
      packed.append(
        ZipArchive.Entry(
          name: name, bytes: bytes, time: clock.wallTime(at: notebook.submitted)))
    } else {
      let file = FileSystem.path(of: name, in: path(of: Self.parts.notebooks))
      try FileSystem.makeFolder(FileSystem.folder(of: file))
      try FileSystem.writeNew(file, bytes)
    }
    if notebook.trouble != .sameStudentTwice { enrol(notebook.student) }
    rows.times.append("\(notebook.student.id),\(notebook.submitted.text)")
  }

  /// Puts a student on the roster.
  mutating func enrol(_ student: NotebookFile.Student) {
    rows.students.append(
      "\(student.id),\(Self.cell(student.name)),\(student.id)@students.example")
  }

  /// Writes the roster and the times.
  func finish() throws(FileError) {
    try write(Self.parts.roster, ["id,name,email"] + rows.students)
    try write(Self.parts.times, ["id,submitted"] + rows.times)
    guard layout == .moodleZip else { return }
    do throws(ZipArchive.Failure) {
      let archive = ZipArchive(path: path(of: Self.parts.zip), mark: Self.mark.words)
      let time = Zone.utc.wallTime(at: Moment(seconds: 0))
      _ = try archive.write(packed, time: time)
    } catch { throw FileError.other("the zip file cannot be written") }
  }

  private func write(_ name: String, _ lines: [String]) throws(FileError) {
    try FileSystem.replace(path(of: name), with: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// As RFC 4180 has it.
  private static func cell(_ text: String) -> String {
    text.contains { ",\"\n".contains($0) }
      ? "\""
        + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\"" : text
  }
}
