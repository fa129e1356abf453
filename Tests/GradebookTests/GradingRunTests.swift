import ClassTesting
import Dates
import GRDB
import ShippedExercises
import Submissions
import TerminalTesting
import Testing

@testable import Gradebook

@Suite struct GradingRunTests {
  private let course: TestClass

  init() throws { course = try TestClass() }

  private func expectSame(
    _ found: [String], _ wanted: [String], at place: SourceLocation = #_sourceLocation
  ) {
    #expect(found == wanted, sourceLocation: place)
  }

  private func roster(_ ids: String...) -> Roster {
    Roster(ids.map { Roster.Person(id: $0) })
  }

  @Test func everyFileIsAccountedForWithWhatBecameOfIt() throws {
    try course.write(TestClass.notebook(TestClass.right), to: "ada/a.answers.md")
    try course.write(TestClass.notebook(""), to: "bob/b.md")
    try course.write(TestClass.notebook("x = 1", exercise: "no-such"), to: "carl/c.md")
    try course.write(TestClass.notebook("x = 1", exercise: "../../etc"), to: "dora/d.md")
    try course.write("Dear all, see attached.", to: "eve/e.md")
    try course.write([0x89, 0x50], to: "fay/photo.png")
    try course.write([UInt8](repeating: 48, count: 5 << 20), to: "gus/g.answers.md")
    try course.write(Array("PK damaged".utf8), to: "hal/h.zip")
    try course.write("", to: "ida/chatgpt-footprint.answers.md")
    try course.grade()
    expectSame(
      try course.standings(),
      [
        "ada/a.answers.md | ada | graded", "bob/b.md | bob | empty",
        "carl/c.md | carl | wrong-exercise", "dora/d.md | dora | wrong-exercise",
        "eve/e.md | eve | not-a-notebook", "fay/photo.png | fay | not-a-notebook",
        "gus/g.answers.md | gus | unreadable", "hal/h.zip | hal | unreadable",
        "ida/chatgpt-footprint.answers.md | ida | empty",
      ])
    expectSame(
      try course.rows("SELECT student, standing, score, maximum FROM grade"),
      [
        "ada | graded | 2.0 | 2.0", "bob | empty | 0.0 | 2.0", "ida | empty | 0.0 | 2.0",
      ])
  }

  @Test func anExerciseThatIsNotAskedForIsTold() throws {
    try course.write(TestClass.notebook("x = 1"), to: "a/a.md")
    try course.write(TestClass.notebook("x = 1", exercise: "epfl-estimate"), to: "b/b.md")
    course.wanted = ["epfl-estimate"]
    try course.grade()
    expectSame(try course.standings(), ["a/a.md | a | wrong-exercise", "b/b.md | b | empty"])
    expectSame(
      try course.rows("SELECT remark FROM file WHERE student = 'a'"),
      [
        "It is for `chatgpt-footprint`, and `epfl-estimate` is asked for."
      ])
  }

  @Test func exercisesOfOneStudentAreTakenTogether() throws {
    // Twice the right value, on which the other exercise builds.
    let half = TestClass.right.replacing("1 / (107.5", with: "2 / (107.5")
    let answers = """
      number_students = 0.75 * 10000 student
      token_per_student_per_year = total_token_year
      lower_bound_carbon_emissions_kg_per_token = 0.0008 g CO2e/token
      upper_bound_carbon_emissions_kg_per_token = footprint_per_token
      """
    for student in ["ada", "bob"] {
      try course.write(
        TestClass.notebook(answers, exercise: "epfl-estimate"), to: "\(student)/epfl.md")
    }
    try course.write(TestClass.notebook(half), to: "ada/footprint.md")
    try course.grade()
    let verdicts = try course.rows(
      """
      SELECT student, verdict, value FROM answer
      WHERE name = 'upper_bound_carbon_emissions_kg_per_token' ORDER BY student
      """)
    #expect(verdicts.count == 2)
    #expect(verdicts[0].hasPrefix("ada | follows"))
    #expect(verdicts[1].hasPrefix("bob | correct"))
  }

  @Test func ofSeveralFilesTheLastHandedInCounts() throws {
    let names = ["Ada_7_assignsubmission_file_/", "Bob_8_assignsubmission_file_/"]
    var early = StoredZip.Entry(names[0] + "z.answers.md", TestClass.notebook(TestClass.right))
    early.time = (2024, 11, 1, 10, 0)
    let entries = [
      early, .init(names[0] + "a.answers.md", TestClass.notebook("x = 1")),
      .init(names[1] + "one.answers.md", TestClass.notebook(TestClass.right)),
      .init(names[1] + "two.answers.md", TestClass.notebook(TestClass.right)),
    ]
    try course.write(StoredZip(entries).bytes, to: "download.zip")
    var run = GradingRun(
      try Gradebook(path: course.bookPath),
      sources: [SubmissionSource(course.root + "/download.zip")], threads: 1, version: "1",
      now: course.now
    ) { try? ShippedExercises.open($0) }
    run.wanted = nil
    _ = try run.run { _ in }
    expectSame(
      try course.rows("SELECT name, standing, remark FROM file ORDER BY student, name"),
      [
        "a.answers.md | empty | Nothing is answered in it.",
        "z.answers.md | duplicate | \(names[0])a.answers.md was handed in later, and counts.",
        "one.answers.md | duplicate | The same as \(names[1])two.answers.md, which counts.",
        "two.answers.md | graded | -",
      ])
  }

  @Test func lateIsWhatThePlatformsClockSaysAndEditedWhatTheNotebookDoes() throws {
    // Due on 1 December 2024, 23:59 in Lausanne.
    try course.add(
      exercise: """
        ---
        reckon: 1
        id: kettle
        title: Kettle
        due: 2024-12-01T23:59:00+01:00
        ---
        ## 1 Power
        Which power does it have?

        ```question
        points: 1
        answers:
          power: {expect: 2 kW}
        ```

        """, as: "kettle")
    func notebook(_ header: String = "") -> String {
      TestClass.notebook("power = 2 kW", exercise: "kettle", header: header)
    }
    try course.write(notebook(), to: "1/a.md")
    try course.write(notebook(), to: "2/a.md")
    try course.write(notebook("late: {1: 2031-01-01T00:00:00Z}"), to: "3/a.md")
    try course.write(notebook(), to: "4/a.md")
    try course.write(notebook(), to: "5/a.md")
    let due = try #require(Moment("2024-12-01T22:59:00Z"))
    course.times =
      RosterReader(
        """
        id,submitted
        1,\(due.text)
        2,\(due.adding(seconds: 1).text)
        3,\(due.adding(seconds: -60).text)
        5,2024-12-01T23:58
        """, name: "times.csv"
      ).roster
    try course.grade()
    expectSame(
      try course.rows("SELECT student, late, editedAfterDue FROM grade ORDER BY student"),
      [
        "1 | 0 | 0", "2 | 1 | 0", "3 | 0 | 1", "4 | - | 0", "5 | 0 | 0",
      ])
  }

  @Test func aRosterNamesWhoIsMissingAndWhoIsStrange() throws {
    try course.write(TestClass.notebook("x = 1", id: "0345"), to: "a.md")
    try course.write(TestClass.notebook("x = 1", id: "999"), to: "b.md")
    course.roster = roster("345", "346")
    try course.grade()
    // Later runs know it without being told.
    course.roster = nil
    try course.grade()
    let overview = try Gradebook(path: course.bookPath).overview()
    #expect(overview.missing.map(\.id) == ["346"])
    #expect(overview.unexpected == ["999"])
    expectSame(try course.rows("SELECT student FROM grade"), ["345", "999"])
  }

  @Test func aNotebookThatClaimsToBeAnothersIsTold() throws {
    try course.write(TestClass.notebook("total_number_queries = 1", id: "346"), to: "345/a.md")
    try course.write(TestClass.notebook("total_number_queries = 2", id: "346"), to: "346/a.md")
    course.roster = roster("345", "346")
    try course.grade()
    expectSame(
      try course.rows("SELECT student, remark FROM file ORDER BY student"),
      [
        "345 | It says that it is of 346, and was handed in by another.", "346 | -",
      ])
  }

  @Test func whatHasNotChangedIsNotGradedAgain() throws {
    for student in 1...20 {
      try course.write(TestClass.notebook(TestClass.right), to: "\(student)/a.md")
    }
    #expect(try course.grade().graded == 20)
    let before = try course.contents()
    var again = try course.grade()
    #expect(again.graded == 0)
    #expect(again.kept == 20)
    #expect(try course.contents() == before)
    try course.write(TestClass.notebook("total_number_queries = 3"), to: "7/a.md")
    again = try course.grade()
    #expect(again.graded == 1)
    #expect(again.changed == 1)
    course.gradesAll = true
    again = try course.grade()
    #expect(again.graded == 20)
    #expect(again.changed == 0)
  }

  @Test func aChangedMarkIsKeptWithItsReason() throws {
    try course.write(TestClass.notebook(TestClass.right), to: "1/a.md")
    try course.write(TestClass.notebook(TestClass.right), to: "2/a.md")
    try course.grade()
    try course.write(
      TestClass.notebook(TestClass.right.replacing("365 day", with: "366 h")), to: "1/a.md")
    course.version = "2"
    try course.grade()
    expectSame(
      try course.rows(
        "SELECT student, question, before, after, why, time FROM change ORDER BY number"),
      [
        "1 | 2.1.1 | 1.0 | 0.8 | notebook, version | 2024-12-02T00:40:00Z",
        "1 |  | 2.0 | 1.8 | notebook, version | 2024-12-02T00:40:00Z",
      ])
    try course.remove("1/a.md")
    try course.write(TestClass.notebook(TestClass.right), to: "3/a.md")
    #expect(try course.grade().removed == 1)
    expectSame(try course.rows("SELECT student FROM grade"), ["2", "3"])
    expectSame(
      try course.rows("SELECT before, after, why FROM change ORDER BY number DESC LIMIT 1"),
      [
        "1.8 | - | no notebook"
      ])
  }

  @Test func whatARequiredNotebookSaysCounts() throws {
    let answers = "upper_bound_carbon_emissions_kg_per_token = footprint_per_token"
    let names = ["epfl-estimate.answers.md", "chatgpt-footprint.answers.md"]
    try course.write(TestClass.notebook(answers, exercise: "epfl-estimate"), to: names[0])
    try course.write(TestClass.notebook(TestClass.right), to: names[1])
    try course.grade()
    try course.write(TestClass.notebook("footprint_per_token = 1 g CO2e/token"), to: names[1])
    // Both are graded again: one is another, and the other builds on it.
    #expect(try course.grade().graded == 2)
  }

  @Test func whatTheProgramBrokeDownAtIsToldAndLeftOut() throws {
    for student in 1...6 {
      try course.write(TestClass.notebook(TestClass.right), to: "\(student)/a.md")
    }
    course.suspects = ["3", "4"]
    course.failures = ["3", course.root + "/5/a.md"]
    try course.grade()
    expectSame(try course.rows("SELECT student FROM grade"), ["1", "2", "4", "6"])
    expectSame(
      try course.rows("SELECT student, standing FROM file WHERE remark IS NOT NULL"),
      ["3 | unreadable", "5 | unreadable"])
    // Whoever repairs the program gets them back.
    course.suspects = []
    course.failures = []
    #expect(try course.grade().graded == 2)
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    for student in 1...30 {
      try course.write(
        TestClass.notebook("total_number_queries = \(student)"), to: "\(student)/a.md")
    }
    try course.grade(threads: 1)
    let one = try course.contents()
    let other = try TestClass()
    for student in 1...30 {
      try other.write(
        TestClass.notebook("total_number_queries = \(student)"), to: "\(student)/a.md")
    }
    try other.grade(threads: 4)
    let many = try other.contents().map { $0.replacing(other.root, with: course.root) }
    #expect(one == many)
  }

  @Test(arguments: [
    ("345678.chatgpt-footprint.answers.md", "345678"), ("ada.answers.md", "ada"),
    ("Ada Lovelace - chatgpt-footprint.answers (1).md", "Ada Lovelace"),
    ("chatgpt-footprint.answers.md", "class"), ("hand-in 3.md", "hand-in 3"),
  ]) func aFileWithoutAnIDIsOfWhomItsNameSays(name: String, student: String) throws {
    let course = try TestClass()
    try course.write(TestClass.notebook("x = 1"), to: name)
    try course.grade()
    expectSame(try course.rows("SELECT student FROM grade"), [student])
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
    let path = course.bookPath
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE mine (x)") }
    #expect(throws: Gradebook.Failure.notAGradebook) { _ = try Gradebook(path: path) }
    expectSame(
      try queue.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema") }, ["mine"])
  }

  @Test func aRunThatWasKilledBeforeItsFirstTableIsGoneOnWith() throws {
    // What is on the disk between the first page and the number of a gradebook in it.
    let queue = try DatabaseQueue(path: course.bookPath)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.close()
    try course.write(TestClass.notebook("x = 1"), to: "ada/a.answers.md")
    #expect(try course.grade().graded == 1)
  }
}
