import ArgumentParser
import Dates
import Diagnostics
import Exports
import Files
import Grading
import NotebookFiles
import SeparatedValues
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
      let number = Self.submission(notebook.place)
      let name = student.name.map { "/_".contains($0) ? " " : $0 }
      return "\(String(name))_\(number)_assignsubmission_file/\(notebook.fileName)"
    }
  }

  private static let firstSubmission = 2_450_001

  /// Moodle's number of a submission, which is not the student's.
  static func submission(_ place: Int) -> Int { firstSubmission + place }

  var isOfMoodle: Bool { self == .moodle || self == .moodleZip }
}

/// The folder into which a class is written: its notebooks, a roster, and when each was handed in.
struct ClassFolder {
  let path: String
  let layout: ClassLayout
  /// The command that makes it.
  let command: String
  /// Seconds east of Greenwich of the clock by which the exercise is due.
  let dueOffset: Int
  /// Points of the exercise.
  let maximum: Double
  private var rows: (students: [String], times: [String], worksheet: [String]) = ([], [], [])
  private var packed: [ZipArchive.Entry] = []

  /// By this file, and its first words, the command knows a folder that it has made.
  private static let mark = (file: "simulated.txt", words: "A class that nobody taught")
  private static let parts = (
    notebooks: "submissions", zip: "submissions.zip", roster: "students.csv", times: "times.csv",
    worksheet: "worksheet.csv"
  )

  init(_ path: String, layout: ClassLayout, command: String, dueOffset: Int, maximum: Double) {
    (self.path, self.layout, self.command) = (path, layout, command)
    (self.dueOffset, self.maximum) = (dueOffset, maximum)
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
    FileSystem.remove(path(of: Self.parts.worksheet))
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
    if notebook.trouble != .sameStudentTwice {
      enrol(notebook.student, place: notebook.place, submitted: notebook.submitted)
    }
    rows.times.append("\(notebook.student.id),\(notebook.submitted.text)")
  }

  /// Puts a student on the roster, and on the worksheet.
  mutating func enrol(_ student: NotebookFile.Student, place: Int, submitted: Moment? = nil) {
    let person = "\(CellText.written(student.name)),\(student.id)@students.example"
    rows.students.append("\(student.id),\(person)")
    let (status, time) =
      submitted.map { ("Submitted for grading", CellText.written(worksheetDate($0))) }
      ?? ("No submission", "-")
    // Moodle puts quotes around whatever has a space in it.
    rows.worksheet.append(
      "\"Participant \(ClassLayout.submission(place))\",\(CellText.written(student.name, isQuoted: true)),"
        + "\(student.id)@students.example,\"\(status)\",,\(Points.text(maximum)),Yes,\(time),-,")
  }

  /// As Moodle writes it in English: `Sunday, 1 December 2024, 10:57 PM`.
  private func worksheetDate(_ moment: Moment) -> String {
    let zone = Zone { [dueOffset] _ in dueOffset }
    let (day, wall) = (zone.day(at: moment), zone.wallTime(at: moment))
    // `Sunday 1 December 2024`
    let words = DateWording.day(day).split(separator: " ", maxSplits: 1)
    let minute = wall.minute < 10 ? "0\(wall.minute)" : "\(wall.minute)"
    let hour = "\((wall.hour + 11) % 12 + 1):\(minute) \(wall.hour < 12 ? "AM" : "PM")"
    return "\(words.joined(separator: ", ")), \(hour)"
  }

  /// The first row of a grading worksheet in English (moodle: mod/assign/gradingtable.php).
  private static let worksheetHead =
    "Identifier,\"Full name\",\"Email address\",Status,Grade,\"Maximum Grade\",\"Grade can be changed\","
    + "\"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\""

  /// Writes the roster and the times.
  func finish() throws(FileError) {
    try write(Self.parts.roster, ["id,name,email"] + rows.students)
    try write(Self.parts.times, ["id,submitted"] + rows.times)
    if layout.isOfMoodle { try write(Self.parts.worksheet, [Self.worksheetHead] + rows.worksheet) }
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
}
