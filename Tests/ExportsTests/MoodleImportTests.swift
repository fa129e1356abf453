import Gradebook
import Testing

@testable import Exports

/// Moodle's import of marks into a gradebook, after grade/import/csv/classes/load_data.php: one user
/// that is not known, one mark above 100 or one that is no number stops it as a whole; so does a mark
/// that stands there twice for a user only in that the last counts.
private struct MoodleImport {
  enum Stop: Error, Equatable {
    case unknownUser(String)
    case tooBig(String)
    case badGrade(String)
  }

  let users: Set<String>

  func run(_ text: String) throws -> [String: (grade: Double, comment: String)] {
    let rows = parsedCSV(text)
    var grades: [String: (grade: Double, comment: String)] = [:]
    for row in rows.dropFirst() {
      // A row with a blank user is skipped without a word.
      if row[0].isEmpty { continue }
      guard users.contains(row[0]) else { throw Stop.unknownUser(row[0]) }
      guard let grade = Double(row[1].replacing(",", with: ".")) else {
        throw Stop.badGrade(row[1])
      }
      guard grade <= 100 else { throw Stop.tooBig(row[1]) }
      grades[row[0]] = (grade, row[2])
    }
    return grades
  }
}

@Suite struct MoodleImportTests {
  private let ada = SmallClass.student("Ada Lovelace", id: "1", email: "ada@x.org", score: 8)
  private let bob = SmallClass.student("Bob", id: "2", email: "bob@x.org", score: 7.25)
  private let eve = SmallClass.student(
    "Eve", id: "9", score: 3, isExpected: false, key: "Eve")

  private func file(_ text: String) -> GivenFile {
    GivenFile(name: "grades.csv", bytes: Array(text.utf8))
  }

  @Test func theImportTakesTheRosterAndStrangersAreToldAndLeftOut() throws {
    let made = try ExportFormat.moodle.make(SmallClass.order([ada, bob, eve]))
    #expect(made.notices == [.unknown(["Eve (9)"], in: nil)])
    #expect(made.isIncomplete)
    let grades = try MoodleImport(users: ["ada@x.org", "bob@x.org"]).run(made.text)
    #expect(grades.mapValues(\.grade) == ["ada@x.org": 8, "bob@x.org": 7.25])
    #expect(grades["ada@x.org"]?.comment == "1: 8 of 10")
    #expect(parsedCSV(made.text)[0] == ["Email address", "Kettle", "Feedback comments"])
  }

  @Test func withMoodlesOwnListWhoIsNotInItIsToldAndLeftOut() throws {
    let list = """
      "First name",Surname,"ID number","Email address",Username
      Ada,Lovelace,1,Ada@X.org,alovelace
      Carl,Gauss,3,carl@x.org,cgauss

      """
    for (key, user) in [
      (MarkOrder.Key.email, "Ada@X.org"), (.id, "1"), (.username, "alovelace"),
    ] {
      let order = SmallClass.order([ada, bob]) {
        $0.participants = file(list)
        $0.key = key
      }
      let made = try ExportFormat.moodle.make(order)
      #expect(made.notices == [.unknown(["Bob (2)"], in: "grades.csv")])
      #expect(Set(try MoodleImport(users: [user]).run(made.text).keys) == [user])
    }
  }

  @Test func namesakesAreNotGuessed() throws {
    let list = "Full name,Email address\nJean Dupont,j1@x.org\nJean Dupont,j2@x.org\nAda,a@x.org\n"
    let made = try ExportFormat.moodle.make(
      SmallClass.order([
        SmallClass.student("Jean Dupont", id: "5", score: 1), SmallClass.student("Ada", score: 2),
      ]) { $0.participants = file(list) })
    #expect(made.notices == [.unclear(["Jean Dupont (5)"], in: "grades.csv")])
    #expect(parsedCSV(made.text).count == 2)
  }

  @Test func aRowIsNotGivenToOneOfTwoNamesakesOfTheClass() throws {
    // The one of them with a mark is not more likely to be meant.
    let list = "Full name,Email address\nJean Dupont,j1@x.org\nAda,a@x.org\n"
    let made = try ExportFormat.moodle.make(
      SmallClass.order([
        SmallClass.student("Jean Dupont", id: "5", score: 1),
        SmallClass.student("Jean Dupont", id: "6"), SmallClass.student("Ada", score: 2),
      ]) { $0.participants = file(list) })
    #expect(made.notices == [.unclear(["Jean Dupont (5)"], in: "grades.csv")])
  }

  @Test func aRowThatTwoStudentsLeadToIsNeithers() throws {
    let list = "Full name,ID number,Email address\nAda Lovelace,1,ada@x.org\nBob,2,bob@x.org\n"
    let twin = SmallClass.student("Countess", email: "ada@x.org", score: 1)
    let made = try ExportFormat.moodle.make(
      SmallClass.order([ada, twin, bob]) { $0.participants = file(list) })
    #expect(made.notices == [.unclear(["Ada Lovelace (1)", "Countess"], in: "grades.csv")])
    #expect(parsedCSV(made.text).map(\.first) == ["Email address", "bob@x.org"])
  }

  @Test func aNotebookThatClaimsAnothersNumberGetsNoRow() throws {
    let list = "Full name,ID number,Email address\nAda Lovelace,1,a@x.org\nBob,2,b@x.org\n"
    let thief = SmallClass.student("", id: "1", score: 10, isExpected: false, key: "thief")
    let made = try ExportFormat.moodle.make(
      SmallClass.order([thief, bob]) { $0.participants = file(list) })
    #expect(made.notices == [.unknown(["1"], in: "grades.csv")])
    #expect(parsedCSV(made.text).count == 2)
  }

  @Test func numberAndAddressOfTwoStudentsAreNobodys() throws {
    let list = "Full name,ID number,Email address\nX,1,x@x.org\nY,2,ada@x.org\nBob,3,bob@x.org\n"
    let made = try ExportFormat.moodle.make(
      SmallClass.order([ada, SmallClass.student("Bob", id: "3", score: 1)]) {
        $0.participants = file(list)
      })
    #expect(made.notices == [.unclear(["Ada Lovelace (1)"], in: "grades.csv")])
  }

  @Test func marksThatStopTheImportAreToldAndLeftOut() throws {
    let made = try ExportFormat.moodle.make(
      SmallClass.order([ada, bob], maximum: 10) { $0.rule.maximum = 130 })
    #expect(made.notices == [.aboveHundred(["Ada Lovelace (1)"])])
    #expect(
      try MoodleImport(users: ["ada@x.org", "bob@x.org"]).run(made.text).keys.sorted() == [
        "bob@x.org"
      ])
  }

  @Test func whoHasNoKeyOrSharesItIsTold() throws {
    let made = try ExportFormat.moodle.make(
      SmallClass.order([
        ada, SmallClass.student("Carl", id: "3", score: 1),
        SmallClass.student("D", id: "4", email: "d@x", score: 1),
        SmallClass.student("E", id: "5", email: "D@X", score: 1),
        SmallClass.student("F", id: "6", email: "=cmd()", score: 1),
      ]))
    #expect(
      made.notices == [
        .withoutKey(["Carl (3)", "F (6)"], .email), .sharedKey(["D (4)", "E (5)"], .email),
      ])
    #expect(parsedCSV(made.text).count == 2)
  }

  @Test func nobodyIsRefusedWithTheReason() {
    #expect(throws: ExportRefusal.nobody([.unknown(["Eve (9)"], in: nil)])) {
      try ExportFormat.moodle.make(SmallClass.order([eve]))
    }
  }

  @Test func rowsOfAnotherLengthAreLeftAndTold() throws {
    let list = "Full name,Email address\nAda Lovelace,ada@x.org,more\nBob,bob@x.org\n"
    let made = try ExportFormat.moodle.make(
      SmallClass.order([ada, bob]) { $0.participants = file(list) })
    #expect(
      made.notices == [
        .unknown(["Ada Lovelace (1)"], in: "grades.csv"), .raggedRows([2], in: "grades.csv"),
      ])
  }
}
