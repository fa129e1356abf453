import Files
import Foundation
import NotebookFiles
import Submissions

/// Tells of each file that was handed in for whom and for which exercise it is.
struct Intake {
  let people: Roster
  let times: Roster?
  let root: String
  let grader: SubmissionGrader

  private(set) var waiting: [(file: FileRecord, student: StudentRecord?)] = []
  /// Bytes of the texts among them.
  private(set) var waitingBytes = 0

  init(people: Roster, times: Roster?, root: String, grader: SubmissionGrader) {
    self.people = people
    self.times = times
    self.root = root
    self.grader = grader
  }

  /// What has been taken in since the last time.
  mutating func flush() -> [(file: FileRecord, student: StudentRecord?)] {
    defer { (waiting, waitingBytes) = ([], 0) }
    return waiting
  }

  /// - Parameter isFailure: whether the program has broken down at the file before.
  mutating func take(_ file: SubmittedFile, isFailure: Bool = false) {
    var record = FileRecord(
      path: file.path, root: root, name: file.name, standing: .graded,
      submitted: file.submitted?.text)
    switch file.content {
    case _ where isFailure:
      record.standing = .unreadable
      record.remark = GradebookWording.brokeDown
    case .failure(let trouble):
      record.standing = trouble == .otherKind ? .notANotebook : .unreadable
      record.remark = trouble.sentence
    case .success(let bytes):
      switch SubmittedFile.notebookText(of: bytes, name: file.name) {
      case .failure(let fault):
        record.standing = Standing(fault)
        record.remark = fault.sentence
      case .success(let (text, isRepaired)):
        let own = NotebookFile(text: text, name: file.name)
        let identity = NotebookIdentity(own, name: file.name)
        record.claimed = identity.claimed
        if isRepaired { record.remark = GradebookWording.repaired }
        switch identity.exercise {
        case .failure(let fault):
          record.standing = Standing(fault)
          record.remark = fault.sentence
        case .success(let id):
          record.exercise = id
          if let refusal = grader.refusal(of: id) {
            record.standing = .wrongExercise
            record.remark = refusal
          }
        }
        if record.standing == .graded {
          record.text = text
          record.digest = "\(Digest(of: Array(text.utf8)))"
        }
      }
    }
    let person = people.person(of: file.owner, claimed: record.claimed)
    let student = student(of: file, record, person)
    record.student = student?.key
    let timed = times?.person(of: file.owner, claimed: record.claimed) ?? person
    if let submitted = timed?.submitted { record.submitted = submitted.text }
    if let student, !student.id.isEmpty, !record.claimed.id.isEmpty,
      !Roster.isSame(student.id, record.claimed.id)
    {
      record.remark = GradebookWording.claims(record.claimed.id)
    }
    waiting.append((record, student))
    waitingBytes += record.text?.utf8.count ?? 0
  }

  /// Whose a file is: by the roster, else by the learning platform or its folder, else by what it
  /// says itself.
  private func student(
    of file: SubmittedFile, _ record: FileRecord, _ person: Roster.Person?
  ) -> StudentRecord? {
    if let person {
      return StudentRecord(
        key: person.key, id: person.id, name: person.name, email: person.email,
        submission: person.submission, isExpected: true)
    }
    switch file.owner {
    case .platform(let name, let id):
      // Of a file that names nobody its owner may have other files.
      return StudentRecord(key: name, name: name, submission: id)
    case .folder(let folder):
      return StudentRecord(key: folder, id: record.claimed.id, name: record.claimed.name)
    case .unknown:
      let (id, name) = record.claimed
      let key =
        [id, name, Self.owner(byName: file.name, record.exercise)].first { !$0.isEmpty }
        ?? FileSystem.name(of: FileSystem.folder(of: file.path))
      return record.standing == .notANotebook
        ? nil : StudentRecord(key: key, id: id, name: name)
    }
  }

  /// What is left of a file's name without the exercise's id and the ends: `345678` for
  /// `345678.chatgpt-footprint.answers (1).md`; empty where nothing is left.
  private static func owner(byName name: String, _ exercise: String?) -> String {
    var words = name.split { $0 == "." || $0.isWhitespace || $0 == "(" || $0 == ")" }
    words.removeAll { ["answers", "md", "txt", "markdown", "ipynb"].contains($0.lowercased()) }
    if words.count > 1, let last = words.last, last.allSatisfy(\.isNumber), name.contains("(") {
      words.removeLast()
    }
    var rest = words.joined(separator: " ")
    if let exercise, let id = rest.range(of: exercise) { rest.removeSubrange(id) }
    let start = rest.drop { !$0.isLetter && !$0.isNumber }
    return String(start.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
  }
}
