import ClassTesting
import Gradebook
import Testing
import TextLayout

@testable import Reviewing

@Suite struct ReviewSessionTests {
  private let course: TestClass
  private let book: Gradebook

  private static let texts = [
    "ada": "The resistance of its wire, at 2.3 kW.",
    "bob": "The  resistance of its wire, at 2.3 kW.",
    "cleo": "It is hot because somebody has put it on.",
    "dora": "A resistor. Nothing else is said of it here, though more is asked.",
  ]

  init() throws {
    course = try TestClass.ofEssays(Self.texts)
    book = try Gradebook(path: course.bookPath)
  }

  private func session(
    as reviewer: String = "Rea", _ change: (inout ReviewSession.Options) -> Void = { _ in }
  ) throws -> ReviewSession {
    var options = ReviewSession.Options()
    change(&options)
    return try ReviewSession(
      book, exercise: "essay", reviewer: reviewer, options: options,
      now: { "2024-12-02T10:00:00+01:00" })
  }

  /// Presses letters, and `.` for Enter; returns what the last of them led to.
  @discardableResult
  private func press(_ keys: String, _ session: ReviewSession) throws -> ReviewSession.Effect {
    var effect = ReviewSession.Effect.redraw
    for key in keys { effect = try session.handle(key == "." ? .enter : .character(key)) }
    return effect
  }

  private func screen(
    _ session: ReviewSession, width: Int = 80, height: Int = 24, unicode: Bool = true
  ) -> [String] {
    ReviewScreen(session, width: width, height: height, unicode: unicode, colour: true).lines()
      .map(\.plain)
  }

  private func score(_ student: String) throws -> Double {
    try #require(
      try book.work(exercise: "essay", question: "1", student: student)
    ).score
  }

  /// Goes to a student's answer.
  private func go(to student: String, _ session: ReviewSession) throws {
    let place = try #require(session.queue.items.firstIndex { $0.student == student })
    try session.show(place)
  }

  @Test func oneKeyGivesACriterionItsPointsAndMarksTheNext() throws {
    let session = try session()
    try go(to: "ada", session)
    #expect(session.focus == 0)
    try press("y", session)
    #expect(session.focus == 1)
    try press("n", session)
    #expect(session.focus == 2)
    #expect(try score("ada") == 0.5)
    try press("h", session)
    #expect(try score("ada") == 1)
    #expect(session.message == ReviewWording.allGiven)
  }

  @Test func enterTakesWhatWasFoundAndWaitsForWhatOnlyAPersonKnows() throws {
    let session = try session()
    try go(to: "ada", session)
    try press(".", session)
    #expect(session.work?.student == "ada")
    #expect(session.focus == 2)
    #expect(session.message == "1 criterion still waits for you.")
    try press("y.", session)
    #expect(session.work?.student != "ada")
    #expect(try score("ada") == 2)
  }

  @Test func everyKeyIsKeptBeforeTheNextAndAnotherSessionGoesOnThere() throws {
    let first = try session()
    let student = try #require(first.work?.student)
    try press("1yy3y", first)
    let later = try session()
    #expect(try score(student) == 2)
    #expect(later.work?.student != student)
    #expect(later.queue.items.indices.count { later.isDone($0) } == 1)
  }

  @Test func pointsAreTypedAsPeopleWriteThem() throws {
    for (typed, points) in [("0.25", 0.25), ("0,25", 0.25), ("1/4", 0.25), ("0", 0), ("1", 1)] {
      #expect(ReviewSession.points(typed, maximum: 1) == points)
    }
    for typed in ["", "a", "1/0", "1/2/3", "inf", "nan", "-1", "1.1"] {
      #expect(ReviewSession.points(typed, maximum: 1) == nil)
    }
    // As many as there are, as the prompt shows them.
    #expect(ReviewSession.points("0.17", maximum: 1.0 / 6) == 1.0 / 6)
    let session = try session()
    try go(to: "ada", session)
    #expect(try press("3p", session) == .ask(.points))
    try session.take("1.5", for: .points)
    #expect(session.message == "1.5 is no number from 0 to 1.")
    try session.take("0,75", for: .points)
    #expect(try score("ada") == 0.75)
  }

  @Test func commentsAreOfferedAgain() throws {
    let session = try session()
    try go(to: "cleo", session)
    #expect(try press("c", session) == .ask(.comment))
    try session.take("Name what the current meets.", for: .comment)
    try go(to: "dora", session)
    #expect(try session.earlierComments() == ["Name what the current meets."])
    try session.take("1", for: .comment)
    #expect(screen(session).contains("“Name what the current meets.” (Rea)"))
    try session.take("7", for: .comment)
    #expect(session.message == "There is no earlier comment 7.")
    try session.take("\(Int.min)", for: .comment)
    #expect(session.message == "There is no earlier comment \(Int.min).")
    try press("x", session)
    #expect(session.work?.comments.isEmpty == true)
  }

  @Test func whoHasWrittenTheSameWordsGetsTheSameWithOneKey() throws {
    let session = try session()
    try go(to: "ada", session)
    #expect(screen(session)[0].hasSuffix("2 with these words"))
    try press("a", session)
    #expect(session.message == ReviewWording.decideAllFirst)
    try press("1yyya", session)
    #expect(try score("bob") == 2)
    #expect(try score("cleo") == 0)
    try press("u", session)
    #expect(try score("bob") == 0)
    #expect(try score("ada") == 2)
  }

  @Test func theSameAsForTheLastAnswer() throws {
    let session = try session()
    try go(to: "cleo", session)
    try press("s", session)
    #expect(session.message == ReviewWording.nothingBefore)
    try press("1hnh", session)
    try go(to: "dora", session)
    try press("s", session)
    #expect(try score("cleo") == 0.75)
    // Of the first criterion something else was found, so that it is left to be looked at.
    #expect(try score("dora") == 0.5)
    #expect(session.focus == 0)
    try press("s", session)
    #expect(session.message == ReviewWording.nothingSame)
  }

  @Test func aKeyIsTakenBackAlsoOfAnotherDay() throws {
    let first = try session()
    try go(to: "ada", first)
    try press("1y", first)
    try press("3y", first)
    let later = try session()
    try press("u", later)
    #expect(try score("ada") == 0.5)
    #expect(later.work?.student == "ada")
    try press("u", later)
    #expect(try score("ada") == 0)
    try press("u", later)
    #expect(later.message == ReviewWording.nothingToUndo)
  }

  @Test func severalKeysAreTakenBackOneByOneAlsoThoseThatChangedOne() throws {
    let session = try session()
    try go(to: "ada", session)
    try press("1y1h1n", session)
    for expected in [0.25, 0.5, 0] {
      try press("u", session)
      #expect(try score("ada") == expected)
    }
    try press("u", session)
    #expect(session.message == ReviewWording.nothingToUndo)
  }

  @Test func whatAColleagueGaveStandsAgainWithNameAndReason() throws {
    let (mine, theirs) = (try session(), try session(as: "Sam"))
    try go(to: "ada", mine)
    try press("3y3w", mine)
    try mine.take("A neat step.", for: .why)
    try go(to: "ada", theirs)
    try press("3nu", theirs)
    let current = try #require(theirs.work?.current)
    #expect(current.map(\.reviewer) == ["Rea"])
    #expect(current.map(\.why) == ["A neat step."])
  }

  @Test func theWholeQuestionIsShownAndCountsUntilTheCriteriaAreLetIn() throws {
    let session = try session()
    try go(to: "ada", session)
    try press("1yyy", session)
    #expect(try press("e", session) == .ask(.whole))
    try session.take("0,4", for: .whole)
    #expect(try score("ada") == 0.4)
    #expect(screen(session).contains { $0.contains("whole question") && $0.contains("0.4/2") })
    try press("1n", session)
    #expect(session.message == ReviewWording.wholeCounts(0.4))
    #expect(try score("ada") == 0.4)
    try press("o", session)
    #expect(try score("ada") == 2)
  }

  @Test func whatStoodThereBeforeIsShownBesideTheNewAnswer() throws {
    let session = try session()
    try go(to: "cleo", session)
    try press("3h", session)
    try course.write(TestClass.essay("It is warm because it is on."), to: "cleo/essay.answers.md")
    try course.grade()
    let later = try self.session()
    try go(to: "cleo", later)
    #expect(screen(later).contains { $0.contains("before: 0.5, Rea") })
    #expect(screen(later).contains("Changed since Rea decided on it."))
  }

  @Test func escapeLeavesNothingButWhatIsLaidOver() throws {
    let session = try session()
    #expect(try session.handle(.escape) == .redraw)
    try press("?", session)
    #expect(screen(session, width: 60, height: 20).last?.hasSuffix("more lines: space") == true)
    try press(" ", session)
    #expect(screen(session, width: 60, height: 20).last == ReviewWording.closes)
    _ = try session.handle(.escape)
    #expect(session.overlay == nil)
  }

  @Test func namesAreHiddenUnlessAskedForAndTheirOrderTellsNothing() throws {
    let session = try session()
    let numbers = session.queue.items.map(\.number)
    #expect(Set(numbers) == [1, 2, 3, 4])
    #expect(
      session.queue.items.sorted { $0.number < $1.number }.map(\.student)
        != Self.texts.keys.sorted())
    try go(to: "cleo", session)
    #expect(!screen(session).joined().contains("cleo"))
    try press("N", session)
    #expect(screen(session)[0].contains("cleo"))
  }

  @Test func whatAnotherDecidesMeanwhileIsShownFirst() throws {
    let (mine, theirs) = (try session(), try session(as: "Sam"))
    try go(to: "ada", mine)
    try go(to: "ada", theirs)
    try press("3n", theirs)
    try press("3y", mine)
    #expect(mine.message == ReviewWording.decidedMeanwhile("Sam"))
    #expect(try score("ada") == 0)
    try press("y", mine)
    #expect(try score("ada") == 1)
    #expect(mine.work?.isDisputed == false)
  }

  @Test func aSecondReadingHidesTheFirstAndShowsWhereTheyDiffer() throws {
    let first = try session()
    try go(to: "ada", first)
    try press("1yyy", first)
    try go(to: "cleo", first)
    try press("1nnn", first)
    let second = try session(as: "Sam") { $0.isSecondReading = true }
    #expect(Set(second.queue.items.map(\.student)) == ["ada", "cleo"])
    #expect(!screen(second).joined().contains("Rea"))
    try go(to: "ada", second)
    try press("1yyy.", second)
    try go(to: "cleo", second)
    try press("1nny.", second)
    let third = try session { $0.onlyDisputed = true }
    #expect(third.queue.items.map(\.student) == ["cleo"])
    #expect(third.focus == 2)
    #expect(screen(third).contains { $0.contains("≠") && $0.contains("Rea 0 · Sam 1") })
    try press("h", third)
    #expect(third.work?.isDisputed == false)
    #expect(try score("cleo") == 0.5)
  }

  @Test func formulasAreOverruledWithAReason() throws {
    try course.write(TestClass.essay("", power: "230 V * 9 A"), to: "eve/essay.answers.md")
    try course.grade()
    let session = try session { $0.questions = ["2"] }
    try go(to: "eve", session)
    #expect(screen(session).contains { $0.contains("power = 230 V * 9 A") })
    #expect(try press("h", session) == .ask(.why))
    try session.take("Read off a blurred figure.", for: .why)
    let work = try #require(try book.work(exercise: "essay", question: "2", student: "eve"))
    #expect(work.current.map(\.why) == ["Read off a blurred figure."])
    #expect(work.score == 0.625)
  }

  @Test func nothingIsWiderOrHigherThanTheWindow() throws {
    let long = String(repeating: "The resistance of a wire is what a current meets. ", count: 60)
    try course.write(TestClass.essay(long), to: "zoe/essay.answers.md")
    try course.grade()
    let session = try session()
    try go(to: "zoe", session)
    for (width, height) in [(80, 24), (60, 20), (40, 12), (120, 50)] {
      for unicode in [true, false] {
        let lines = screen(session, width: width, height: height, unicode: unicode)
        #expect(lines.count <= height - 1, "\(width) x \(height)")
        #expect(lines.allSatisfy { displayWidth($0) <= width }, "\(width) x \(height)")
        let isASCII = lines.joined().allSatisfy { $0.isASCII }
        #expect(unicode || isASCII)
      }
    }
    let first = screen(session)
    try press(" ", session)
    #expect(screen(session) != first)
    #expect(first.contains { $0.contains("more lines: space") })
  }

  @Test func everyKeyIsInTheHelpAndDoesWhatItSaysOnAnEmptyQueueToo() throws {
    let session = try session { $0.student = "nobody" }
    #expect(session.isEmpty)
    for action in ReviewAction.all {
      for key in action.keys { _ = try session.handle(key) }
    }
    for action in ReviewAction.all where !action.name.isEmpty { #expect(!action.help.isEmpty) }
    let keys = ReviewAction.all.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func controlCharactersOfAnAnswerReachNoTerminal() throws {
    try course.write(
      TestClass.essay("A resistor \u{1B}[2J and \u{202E}more."), to: "hal/essay.answers.md")
    try course.grade()
    let session = try session()
    try go(to: "hal", session)
    let lines = ReviewScreen(session, width: 80, height: 24, unicode: true, colour: true).lines()
    let drawn = lines.map { $0.rendered(colour: false) }.joined()
    #expect(!drawn.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}
