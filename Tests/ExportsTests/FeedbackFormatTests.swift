import Gradebook
import Testing

@testable import Exports

@Suite struct FeedbackFormatTests {
  /// Whose a file of a zip is for Moodle, and what it is called there, after
  /// mod/assign/feedback/file/importziplib.php: the first part of the path that has at least four
  /// pieces between underscores, the second of which is the number of a submission.
  private func taken(_ path: String, participants: Set<String>) -> (number: String, name: String)? {
    var parts = path.split(separator: "/").map(String.init)
    guard let file = parts.last, !file.hasPrefix("."), !file.hasPrefix("~") else { return nil }
    while !parts.isEmpty {
      let part = parts.removeFirst()
      let pieces = part.split(separator: "_", maxSplits: 4, omittingEmptySubsequences: false)
      guard pieces.count >= 4, participants.contains(String(pieces[1])),
        pieces[2] == "assignsubmission", pieces[3] == "file"
      else { continue }
      return (String(pieces[1]), parts.joined(separator: "/"))
    }
    return nil
  }

  @Test func moodleGivesEachPageToItsStudentWhateverTheName() throws {
    let students = SmallClass.hostile
    let made = try ExportFormat.moodleFeedback.make(SmallClass.order(students))
    #expect(made.count == students.count)
    #expect(made.notices.isEmpty)
    let numbers = Set(students.map(\.submission))
    for (student, file) in zip(students, made.files) {
      let found = try #require(taken(file.path, participants: numbers), "\(file.path)")
      #expect(found.number == student.submission)
      #expect(found.name == "feedback.html")
      #expect(!file.path.contains("..") && !file.path.hasPrefix("/"))
      #expect(file.path.utf8.count < 200)
      #expect(String(decoding: file.bytes, as: UTF8.self) == "<p>feedback for \(student.key)</p>")
    }
  }

  @Test func numbersComeFromTheWorksheetWhereOneIsGiven() throws {
    let sheet = """
      Identifier,"Full name",Grade,"Maximum Grade","Last modified (grade)"
      "Participant 55","Ada Lovelace",,10.00,-
      """
    let made = try ExportFormat.moodleFeedback.make(
      SmallClass.order([
        SmallClass.student("Ada Lovelace", id: "1", score: 1),
        SmallClass.student("Bob", id: "2", score: 1),
      ]) { $0.worksheet = GivenFile(name: "sheet.csv", bytes: Array(sheet.utf8)) })
    #expect(made.files.map(\.path) == ["Ada Lovelace_55_assignsubmission_file/feedback.html"])
    #expect(made.notices == [.unknown(["Bob (2)"], in: "sheet.csv")])
  }

  @Test func whoHasNoNumberIsTold() throws {
    let made = try ExportFormat.moodleFeedback.make(
      SmallClass.order([
        SmallClass.student("Ada", id: "1", submission: "5", score: 1),
        SmallClass.student("Bob", id: "2", score: 1),
        SmallClass.student("Carl", id: "3", submission: "5", score: 1),
      ]))
    #expect(made.notices == [.withoutSubmission(["Bob (2)", "Carl (3)"])])
    #expect(made.count == 1)
  }

  @Test func aFolderHasTwoFilesAStudentUnderNamesThatAnySystemTakes() throws {
    let students =
      SmallClass.hostile + [
        SmallClass.student("Ada", score: 1), SmallClass.student("ADA", score: 1, key: "other"),
        SmallClass.student("Nobody"),
      ]
    let made = try ExportFormat.feedback.make(SmallClass.order(students))
    #expect(made.count == students.count - 1)
    #expect(made.files.count == 2 * made.count)
    #expect(Set(made.files.map { $0.path.lowercased() }).count == made.files.count)
    for file in made.files {
      let name = file.path.split(separator: ".").first.map(String.init) ?? ""
      #expect(name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }, "\(file.path)")
      #expect(!name.isEmpty && file.path.utf8.count < 130)
    }
  }
}
