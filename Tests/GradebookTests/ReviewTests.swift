import ClassTesting
import Foundation
import GRDB
import Submissions
import Testing

@testable import Gradebook

@Suite struct ReviewTests {
  private let course: TestClass
  private let book: Gradebook

  private static let good = "The resistance of its wire, at 2.3 kW."

  init() throws {
    course = try TestClass.ofEssays(["ada": Self.good, "bob": "It is hot."])
    book = try Gradebook(path: course.bookPath)
  }

  private func work(_ student: String, _ question: String = "1", in book: Gradebook? = nil) throws
    -> ReviewedWork
  {
    try #require(
      try (book ?? self.book).work(exercise: "essay", question: question, student: student))
  }

  /// A decision on a student's work as it is, in place of all that stands.
  private func give(
    _ points: Double?, to part: Review.Part, of student: String, _ question: String = "1",
    by reviewer: String = "Rea", why: String = "", stroke: String = "s", seeing: Bool = true,
    in book: Gradebook? = nil
  ) throws {
    let work = try work(student, question, in: book)
    let replaced = work.current.filter { $0.part == part && !$0.ruling.isComment }.map(\.id)
    try (book ?? self.book).keep([
      Review(
        exercise: "essay", student: student, question: question, part: part,
        ruling: .points(points), why: why, reviewer: reviewer, time: "2024-12-02T10:00:00+01:00",
        work: work.work, stroke: stroke, replaces: seeing ? replaced : [])
    ])
  }

  /// `score, provisional, waiting` of a question and of the whole.
  private func marks(_ student: String, in book: Gradebook? = nil) throws -> [String] {
    try (book ?? self.book).read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT question, score, provisional, waiting FROM mark WHERE student = :s UNION ALL
          SELECT 'all', score, provisional, waiting FROM grade WHERE student = :s ORDER BY 1
          """, arguments: ["s": student]
      ).map { "\($0[0] as String): \($0[1] as Double) \($0[2] as Double) \($0[3] as Double)" }
    }
  }

  @Test func whatTheProgramFoundIsToBeConfirmed() throws {
    #expect(try marks("ada") == ["1: 0.0 1.0 1.0", "2: 1.0 0.0 0.0", "all: 1.0 1.0 1.0"])
    #expect(try marks("bob") == ["1: 0.0 0.0 1.0", "2: 1.0 0.0 0.0", "all: 1.0 0.0 1.0"])
  }

  @Test func aDecisionTakesThePlaceOfWhatWasFoundForItsPart() throws {
    try give(0.25, to: .criterion("cause"), of: "ada")
    #expect(try marks("ada") == ["1: 0.25 0.5 1.0", "2: 1.0 0.0 0.0", "all: 1.25 0.5 1.0"])
    try give(1, to: .criterion("argued"), of: "ada")
    try give(0.5, to: .criterion("figure"), of: "ada")
    #expect(try marks("ada") == ["1: 1.75 0.0 0.0", "2: 1.0 0.0 0.0", "all: 2.75 0.0 0.0"])
    // What the program found stays beside it.
    #expect(
      try course.rows("SELECT machineProvisional, machineWaiting FROM mark WHERE student = 'ada'")
        .first == "1.0 | 1.0")
  }

  @Test func aDecisionOnTheWholeQuestionIsItsScore() throws {
    try give(1, to: .criterion("argued"), of: "ada")
    try give(0.4, to: .question, of: "ada")
    #expect(try marks("ada")[0] == "1: 0.4 0.0 0.0")
    try give(nil, to: .question, of: "ada")
    #expect(try marks("ada")[0] == "1: 1.0 1.0 0.0")
  }

  @Test func anAnswerIsOverruledByItsShareOfThePoints() throws {
    try course.write(TestClass.essay("", power: "230 V * 9 A"), to: "cleo/essay.answers.md")
    try course.grade()
    #expect(try marks("cleo")[1] == "2: 0.25 0.0 0.0")
    try give(0.5, to: .answer("power"), of: "cleo", "2")
    #expect(try marks("cleo")[1] == "2: 0.75 0.0 0.0")
    #expect(
      try course.rows("SELECT name, maximum, given FROM answer WHERE student = 'cleo'") == [
        "1 | 2.0 | -", "power | 0.75 | 0.5", "energy | 0.25 | -",
      ])
  }

  @Test func hintsCostTheSameAfterADecision() throws {
    try course.write(
      TestClass.essay("", power: "1 kW", energy: "1 kJ", hints: 1), to: "cleo/essay.answers.md")
    try course.grade()
    #expect(try marks("cleo")[1] == "2: 0.0 0.0 0.0")
    try give(0.75, to: .answer("power"), of: "cleo", "2")
    #expect(try marks("cleo")[1] == "2: 0.55 0.0 0.0")
  }

  @Test func nothingIsWrittenOver() throws {
    try give(0, to: .criterion("argued"), of: "ada", why: "A leap.")
    try give(1, to: .criterion("argued"), of: "ada", by: "Sam", why: "No leap.")
    let work = try work("ada")
    #expect(work.reviews.map(\.ruling) == [.points(0), .points(1)])
    #expect(work.reviews.map(\.why) == ["A leap.", "No leap."])
    #expect(work.reviews.map(\.reviewer) == ["Rea", "Sam"])
    #expect(work.current.map(\.reviewer) == ["Sam"])
    #expect(work.reviews[1].replaces == [work.reviews[0].id])
  }

  @Test func aDecisionOutlivesARegradeOfTheSameWork() throws {
    try give(1, to: .criterion("argued"), of: "ada")
    course.version = "2"
    try course.grade()
    #expect(try marks("ada")[0] == "1: 1.0 1.0 0.0")
    // Nothing of the marks has changed by that.
    #expect(try course.rows("SELECT * FROM change") == [])
  }

  @Test func aDecisionOnWhatIsNoLongerThereIsKeptAndCountsForNothing() throws {
    try give(1, to: .criterion("argued"), of: "ada")
    let other = TestClass.essay("Some resistor.")
    try course.write(other, to: "ada/essay.answers.md")
    try course.grade()
    #expect(try marks("ada")[0] == "1: 0.0 0.5 1.0")
    #expect(try work("ada").outdated.count == 1)
    let question = try #require(
      try book.reviewedQuestions(of: "essay").first { $0.id == "1" })
    #expect((question.outdated, question.decided) == (1, 0))
    #expect(
      try course.rows("SELECT question, before, after, why FROM change ORDER BY question") == [
        " | 3.0 | 1.5 | notebook", "1 | 2.0 | 0.5 | notebook",
      ])
    // It counts again where the student hands the first one in again.
    try course.write(TestClass.essay(Self.good), to: "ada/essay.answers.md")
    try course.grade()
    #expect(try marks("ada")[0] == "1: 1.0 1.0 0.0")
  }

  @Test func whoDiffersIsToldAndTheMarkWaits() throws {
    try give(1, to: .criterion("argued"), of: "ada")
    try give(0.5, to: .criterion("argued"), of: "ada", by: "Sam", seeing: false)
    let work = try work("ada")
    #expect(work.decision(on: .criterion("argued")) == .disagreement([0.5, 1]))
    #expect(work.isDisputed)
    #expect(try marks("ada")[0] == "1: 0.0 1.0 1.0")
    try give(0.75, to: .criterion("argued"), of: "ada", by: "Sam")
    #expect(try marks("ada")[0] == "1: 0.75 1.0 0.0")
    #expect(try !self.work("ada").isDisputed)
  }

  @Test func whoAgreesUnseenDoesNotDiffer() throws {
    try give(1, to: .criterion("argued"), of: "ada")
    try give(1, to: .criterion("argued"), of: "ada", by: "Sam", seeing: false)
    #expect(try !work("ada").isDisputed)
    #expect(try marks("ada")[0] == "1: 1.0 1.0 0.0")
  }

  @Test func aKeyIsTakenBackToWhatWasBefore() throws {
    try give(0.5, to: .criterion("argued"), of: "ada", stroke: "first")
    try give(1, to: .criterion("argued"), of: "ada", stroke: "second")
    #expect(try book.strokes(of: "Rea", exercise: "essay", limit: 9) == ["second", "first"])
    _ = try book.takeBack(stroke: "second", at: "2024-12-02T11:00:00Z")
    #expect(try marks("ada")[0] == "1: 0.5 1.0 0.0")
    #expect(try book.strokes(of: "Rea", exercise: "essay", limit: 9) == ["first"])
    #expect(try work("ada").reviews.map(\.takenBack) == [nil, "2024-12-02T11:00:00Z"])
  }

  @Test func theFirstKeyIsTakenBackToWhatWasFound() throws {
    try give(0.5, to: .criterion("cause"), of: "ada", stroke: "first")
    let outcome = try book.takeBack(stroke: "first", at: "2024-12-02T11:00:00Z")
    #expect(outcome.places.map(\.student) == ["ada"] && outcome.others == [])
    #expect(try marks("ada")[0] == "1: 0.0 1.0 1.0")
  }

  @Test func whatAnotherHasDecidedSinceStands() throws {
    try give(0.5, to: .criterion("cause"), of: "ada", stroke: "mine")
    try give(0.25, to: .criterion("cause"), of: "ada", by: "Sam", stroke: "theirs")
    let outcome = try book.takeBack(stroke: "mine", at: "2024-12-02T11:00:00Z")
    #expect(outcome.others == ["Sam"])
    #expect(try marks("ada")[0] == "1: 0.25 0.5 1.0")
    #expect(try book.strokes(of: "Rea", exercise: "essay", limit: 9) == [])
    // With that taken back too, nobody has decided anything.
    _ = try book.takeBack(stroke: "theirs", at: "2024-12-02T11:00:00Z")
    #expect(try marks("ada")[0] == "1: 0.0 1.0 1.0")
  }

  // MARK: Two gradebooks

  /// A copy of the gradebook, as a colleague has it.
  private func copy() throws -> Gradebook {
    let path = course.folder.path + "/theirs.sqlite"
    try book.copy(to: path)
    return try Gradebook(path: path)
  }

  @Test func twoGradebooksMergeToTheSameWhicheverWay() throws {
    let theirs = try copy()
    try give(1, to: .criterion("argued"), of: "ada")
    try give(0.5, to: .criterion("cause"), of: "bob")
    try give(0, to: .criterion("argued"), of: "ada", by: "Sam", in: theirs)
    try give(0.5, to: .criterion("figure"), of: "ada", by: "Sam", in: theirs)
    let merge = try book.merge(reviewsOf: theirs.path)
    #expect((merge.added, merge.known, merge.reviewers) == (2, 0, ["Sam"]))
    #expect(merge.disputed.map(\.student) == ["ada"])
    _ = try theirs.merge(reviewsOf: book.path)
    for student in ["ada", "bob"] {
      #expect(try marks(student) == marks(student, in: theirs))
    }
    #expect(try marks("ada")[0] == "1: 0.5 0.5 1.0")
    #expect(try marks("bob")[0] == "1: 0.5 0.0 1.0")
    let again = try book.merge(reviewsOf: theirs.path)
    #expect((again.added, again.known) == (0, 4))
  }

  @Test func whatWasTakenBackInOneStandsInNone() throws {
    try give(1, to: .criterion("argued"), of: "ada", stroke: "ada's")
    let theirs = try copy()
    try give(0, to: .criterion("argued"), of: "ada", by: "Sam", stroke: "sam's", in: theirs)
    _ = try book.takeBack(stroke: "ada's", at: "2024-12-02T11:00:00Z")
    _ = try book.merge(reviewsOf: theirs.path)
    _ = try theirs.merge(reviewsOf: book.path)
    #expect(try marks("ada")[0] == "1: 0.0 1.0 0.0")
    _ = try theirs.takeBack(stroke: "sam's", at: "2024-12-02T11:00:00Z")
    _ = try book.merge(reviewsOf: theirs.path)
    for one in [book, theirs] { #expect(try marks("ada", in: one)[0] == "1: 0.0 1.0 1.0") }
  }

  @Test func sharesOfAWholeAddUpToNoMore() throws {
    let parts = (1...7).map { "x\($0)" }
    let answers = parts.map { "  \($0): {expect: 2 m, unit: m}" }.joined(separator: "\n")
    try course.add(
      exercise:
        "---\nreckon: 1\nid: sevenths\n---\n## 1 Lengths\n```question\npoints: 1\nanswers:\n"
        + "\(answers)\n```\n", as: "sevenths")
    let statements = parts.map { "\($0) = 1 m" }.joined(separator: "\n")
    try course.write(
      TestClass.notebook(statements, exercise: "sevenths"), to: "ada/sevenths.answers.md")
    try course.grade()
    let work = try #require(
      try book.work(exercise: "sevenths", question: "1", student: "ada"))
    try book.keep(
      work.parts.map {
        Review(
          exercise: "sevenths", student: "ada", question: "1", part: $0.part,
          ruling: .points($0.maximum), reviewer: "Rea", time: "", work: work.work, stroke: "s",
          replaces: [])
      })
    #expect(
      try course.rows("SELECT score FROM grade WHERE exercise = 'sevenths'") == ["1.0"])
  }

  @Test func whatWasSettledInOneIsSettledInBoth() throws {
    let theirs = try copy()
    try give(1, to: .criterion("argued"), of: "ada")
    try give(0, to: .criterion("argued"), of: "ada", by: "Sam", in: theirs)
    _ = try book.merge(reviewsOf: theirs.path)
    try give(0.5, to: .criterion("argued"), of: "ada")
    let merge = try theirs.merge(reviewsOf: book.path)
    #expect(merge.disputed == [])
    #expect(try marks("ada", in: theirs)[0] == "1: 0.5 1.0 0.0")
  }

  @Test func strangersAndOtherWorkAreTold() throws {
    let theirs = try copy()
    try give(1, to: .criterion("argued"), of: "ada", by: "Sam", in: theirs)
    try give(1, to: .criterion("argued"), of: "bob", by: "Sam", in: theirs)
    try course.write(TestClass.essay("Another text."), to: "ada/essay.answers.md")
    try course.remove("bob")
    try course.grade()
    let merge = try book.merge(reviewsOf: theirs.path)
    #expect((merge.added, merge.outdated, merge.strangers) == (2, 1, ["bob"]))
    #expect(try marks("ada")[0] == "1: 0.0 0.0 1.0")
  }

  @Test func aRosterThatComesLaterTakesNoDecisionAway() throws {
    try give(1, to: .criterion("argued"), of: "ada")
    let theirs = try copy()
    try give(0.5, to: .criterion("figure"), of: "ada", by: "Sam", in: theirs)
    course.roster = Roster([Roster.Person(id: "345678", name: "ada")])
    try course.grade()
    #expect(try marks("345678")[0] == "1: 1.0 1.0 0.0")
    // A colleague's copy still calls her otherwise.
    #expect(try book.merge(reviewsOf: theirs.path).strangers == [])
    #expect(try marks("345678")[0] == "1: 1.5 0.5 0.0")
  }

  @Test func nobodyGetsWhatTwoMayHaveWritten() throws {
    try give(1, to: .criterion("argued"), of: "ada")
    try course.remove("ada")
    for student in ["eve", "fay"] {
      try course.write(TestClass.essay(Self.good), to: "\(student)/essay.answers.md")
    }
    try course.grade()
    for student in ["eve", "fay"] { #expect(try marks(student)[0] == "1: 0.0 1.0 1.0") }
  }

  @Test func anotherFileIsRefused() throws {
    let path = course.folder.path + "/other.sqlite"
    try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE a (b)") }
    #expect(throws: Gradebook.Failure.notAGradebook) { try book.merge(reviewsOf: path) }
  }

  @Test func aFileOfAnotherProgramIsNotSoMuchAsTouched() throws {
    let path = course.folder.path + "/other.sqlite"
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE a (b)") }
    try other.close()
    let empty = course.folder.path + "/empty.sqlite"
    try Data().write(to: URL(filePath: empty))
    for path in [path, empty] {
      let before = try Data(contentsOf: URL(filePath: path))
      #expect(throws: Gradebook.Failure.notAGradebook) { try Gradebook(path: path, .existing) }
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
    #expect(throws: Gradebook.Failure.notAGradebook) { try Gradebook(path: path) }
    _ = try Gradebook(path: empty)
  }

  @Test func timesOfEarlierRunsAreKept() throws {
    course.times = Roster([
      Roster.Person(id: "ada", submitted: SubmissionTime("2024-12-01T12:00:00Z"))
    ])
    try course.grade()
    course.times = nil
    try course.grade()
    #expect(
      try course.rows("SELECT submitted FROM grade WHERE student = 'ada'")
        == ["2024-12-01T12:00:00Z"])
  }

  @Test func aGradebookOfTheFirstVersionIsBroughtToThisOne() throws {
    let path = course.folder.path + "/old.sqlite"
    let old = try DatabaseQueue(path: path)
    try GradebookSchema.migrator.migrate(old, upTo: "1")
    try old.write { db in
      try db.execute(
        sql: """
          PRAGMA application_id = \(Gradebook.mark);
          INSERT INTO exercise VALUES ('essay', 'Essay', 'd', NULL, 3);
          INSERT INTO question VALUES ('essay', '1', 0, 'Heat', 'text', 2, 0);
          INSERT INTO grade VALUES ('essay', 'ada', 'graded', 1, 0.5, 1, 3, NULL, NULL, 0, NULL, 0,
            'f', 'n', 'd', '1', 'i');
          INSERT INTO mark VALUES ('essay', 'ada', '1', 1, 0.5, 1, 2, 1, 0, 1, 0, 0, 'A text.');
          """)
    }
    try old.close()
    let opened = try Gradebook(path: path)
    let work = try work("ada", in: opened)
    #expect(work.machine.score == 1 && work.machine.provisional == 0.5)
    // All is graded anew by the next run.
    let input = try opened.read { try String.fetchOne($0, sql: "SELECT input FROM grade") }
    #expect(input == "")
  }
}
