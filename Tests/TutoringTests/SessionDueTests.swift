import Dates
import Foundation
import Testing

@testable import NotebookFiles

@Suite struct SessionDueTests {
  private static let late = "2030-12-02T08:00:00Z"

  // MARK: What is said

  @Test func theTextOfTheCourseComesWithAllItsDates() throws {
    let shown = try DueHarness().type(":course")
    #expect(shown.hasPrefix("Light & shade\nText.\n"))
    for what in ["Last moment for questions", "Exams"] { #expect(shown.contains(what)) }
    #expect(!shown.contains("First lesson"))
    #expect(
      try DueHarness(hasCourse: false).type(":course") == "This exercise belongs to no course.")
  }

  @Test func theDueDateIsSaidAtTheStartAndInTheStatus() throws {
    let harness = try DueHarness()
    let sentence = "Due Sunday 1 December 2030, 23:59 (in 3 days 4 hours)."
    #expect(harness.welcome.contains("\n\(sentence)\n"))
    #expect(harness.type(":status").contains("\n\(sentence)\n"))
  }

  @Test func whereNothingIsDueNothingIsSaid() throws {
    let harness = try DueHarness(at: Self.late, isDue: false, hasCourse: false)
    #expect(!harness.welcome.contains("ue "))
    let shown = harness.type("power = 60 W") + harness.type(":status") + harness.type(":submit")
    #expect(!shown.contains("late"))
    #expect(!shown.contains("due"))
    #expect(!harness.file.contains("late"))
  }

  @Test func afterTheDueDateTheNotebookSaysSoAndGoesOn() throws {
    let harness = try DueHarness(at: "2030-12-04T23:59:00Z")
    #expect(
      harness.welcome.contains(
        "It was due Sunday 1 December 2030, 23:59, 3 days ago. You can go on; answers\n"
          + "that you change now are marked as late."))
    #expect(harness.type("power = 60 W").contains("✓ power  Right."))
  }

  @Test func aReminderComesOnceInTheLastHourOnceInTheLastMinutesAndOnceAfter() throws {
    let harness = try DueHarness(at: "2030-12-01T22:00:00Z")
    #expect(!harness.type("1 + 1").contains("due"))
    harness.clock.set("2030-12-01T23:14:00Z")
    #expect(
      harness.type("1 + 2").hasSuffix(
        "Due today at 23:59, in 45 minutes. `:submit` says what is missing."))
    #expect(!harness.type("1 + 3").contains("Due"))
    harness.clock.set("2030-12-01T23:50:00Z")
    #expect(harness.type("1 + 4").contains("in 9 minutes"))
    #expect(!harness.type("1 + 5").contains("Due"))
    harness.clock.set("2030-12-01T23:59:00Z")
    #expect(harness.type("1 + 6").contains("The due date has passed just now."))
    #expect(!harness.type("1 + 7").contains("passed"))
  }

  @Test func theStatusHasTheDatesToComeAndNotThoseThatAreOver() throws {
    let harness = try DueHarness()
    let status = harness.type(":status")
    #expect(!status.contains("First lesson"))
    #expect(status.contains("Mon 9 Dec 2030, 10:00"))
    #expect(status.contains("in 11 days"))
    #expect(status.contains("Mon 16 to Fri 20 Dec 2030"))
    harness.clock.set("2030-12-20T23:59:00Z")
    #expect(harness.type(":status").contains("now  Exams"))
    harness.clock.set("2030-12-21T00:00:00Z")
    #expect(harness.type(":status").contains("The dates of the course are over."))
  }

  @Test func aCourseIsNotOverWhileWorkIsDue() throws {
    let course = try DueHarness()
    try course.write(
      "course.md",
      "---\nreckon: 1\ntitle: L\nexercises: [lamp]\ncalendar:\n"
        + "  - {date: 2030-11-20, what: First lesson}\n---\n")
    try course.reopen()
    #expect(!course.type(":status").contains("The dates of the course are over."))
    course.clock.set("2030-12-01T23:59:01Z")
    #expect(course.type(":status").contains("The dates of the course are over."))
  }

  @Test func theDueDatesPassingIsSaidBeforeTheWorkThatItMakesLate() throws {
    let harness = try DueHarness(at: "2030-12-01T23:58:00Z")
    harness.clock.set("2030-12-01T23:59:30Z")
    let shown = harness.type("power = 60 W")
    let passed = try #require(shown.range(of: "The due date has passed just now."))
    let late = try #require(shown.range(of: "1.1 is marked as late."))
    #expect(passed.upperBound <= late.lowerBound)
  }

  // MARK: Late work

  @Test func theFirstChangeAfterTheDueDateIsMarkedPerQuestion() throws {
    let harness = try DueHarness(at: Self.late)
    #expect(harness.type("power = 6 W").contains("1.1 is marked as late."))
    harness.clock.set("2030-12-03T09:00:00Z")
    #expect(!harness.type("power = 60 W").contains("marked"))
    harness.type(":goto 1.3")
    #expect(harness.type("A text.").contains("1.3 is marked as late."))
    #expect(
      harness.file.contains("late: {\"1.1\": 2030-12-02T08:00:00Z, \"1.3\": 2030-12-03T09:00:00Z}"))
    #expect(harness.type(":status").contains("Changed after the due date: 1.1, 1.3."))
    try harness.reopen()
    #expect(harness.type(":status").contains("Changed after the due date: 1.1, 1.3."))
  }

  @Test func workBeforeTheDueDateIsNotLate() throws {
    let harness = try DueHarness(at: "2030-12-01T23:58:59Z")
    harness.type("power = 60 W")
    harness.clock.set(Self.late)
    harness.type("1 + 1")
    #expect(!harness.file.contains("late"))
  }

  @Test(arguments: [
    "1 + 1", "mine = 3", ":hint", ":ask Why?", ":student", "power = 60 W", ":submit",
  ])
  func whatChangesNoAnswerIsNotLate(_ line: String) throws {
    let harness = try DueHarness(at: "2030-11-01T10:00:00Z")
    harness.type("power = 60 W")
    harness.clock.set(Self.late)
    harness.type(line)
    #expect(!harness.file.contains("late"))
  }

  @Test func anAnswerThatTurnsRightThroughAnotherIsLateToo() throws {
    let harness = try DueHarness(at: "2030-11-01T10:00:00Z")
    harness.type("power = 6 W")
    harness.type("energy = 60 W * hours")
    harness.type("energy = power * 10 h + 1 Wh")
    harness.clock.set(Self.late)
    #expect(harness.type("power = 60 W").contains("1.1, 1.2 are marked as late."))
  }

  @Test func takingAChangeBackLeavesTheMark() throws {
    let harness = try DueHarness(at: Self.late)
    harness.type("power = 60 W")
    harness.type(":undo")
    #expect(!harness.file.contains("power"))
    #expect(harness.file.contains("late: {\"1.1\": 2030-12-02T08:00:00Z}"))
  }

  @Test func whatAnEditorChangesAfterTheDueDateIsMarkedAtTheNextLine() throws {
    let harness = try DueHarness(at: Self.late)
    try harness.write("lamp.answers.md", harness.file + "\n## 1.3\n> Words.\n")
    #expect(harness.type("1 + 1").contains("1.3 is marked as late."))
    #expect(harness.file.contains("> Words."))
    #expect(harness.file.contains("late: {\"1.3\":"))
  }

  @Test func aMarkFromBeforeTheDueDateCountsForNothing() throws {
    let harness = try DueHarness(
      at: Self.late,
      notebook:
        "---\nexercise: lamp\nstudent: {id: 1, name: A}\nlate: {'1.1': 2030-11-02T08:00:00Z}\n---\n"
    )
    #expect(!harness.type(":status").contains("Changed after"))
    #expect(harness.type("power = 60 W").contains("1.1 is marked as late."))
    #expect(harness.file.contains("2030-12-02T08:00:00Z"))
  }

  @Test(arguments: [
    "late: soon", "late: {'1.1': tomorrow}", "late: [1.1]", "late: {'1.1': 2030-12-02}",
  ])
  func aMarkThatCannotBeReadIsToldWithItsLine(_ line: String) throws {
    let file = NotebookFile(text: "---\nexercise: lamp\n\(line)\n---\n", name: "a.md")
    #expect(file.problems.map { "\($0.diagnostic.id):\($0.line)" } == ["notebook-moment:3"])
    #expect(file.late.isEmpty)
  }

  @Test(arguments: ["late:", "late: ~", "late: {}"])
  func noMarksAreNoMistake(_ line: String) {
    #expect(NotebookFile(text: "---\n\(line)\n---\n", name: "a.md").problems.isEmpty)
  }
}

@Suite struct SessionAskTests {
  @Test func aQuestionIsKeptInTheSectionOfTheOneItIsAbout() throws {
    let harness = try DueHarness()
    harness.type("power = 60 W")
    let shown = harness.type(":ask  Why is the *mean*   not weighted? ")
    #expect(shown.contains("Noted, about 1.1."))
    #expect(
      shown.contains(
        "To be posted before Monday 9 December 2030, 10:00 (in 11 days), one question a\nmessage."))
    #expect(
      harness.file.contains(
        "```\n\n```ask 2030-11-28T19:59:00Z\nWhy is the *mean* not weighted?\n```\n"))
    harness.type(":goto 1.3")
    harness.type(":ask And ```this```?")
    let file = NotebookFile(text: harness.file, name: "a.md")
    #expect(
      file.askedQuestions == [
        AskedQuestion(
          question: "1.1", time: Moment("2030-11-28T19:59:00Z"),
          text: "Why is the *mean* not weighted?"),
        AskedQuestion(
          question: "1.3", time: Moment("2030-11-28T19:59:00Z"), text: "And ```this```?"),
      ])
    let list = harness.type(":ask")
    #expect(list.contains("1.1  Thursday 28 November 2030, 19:59  Why is the *mean* not weighted?"))
    #expect(list.contains("1.3  Thursday 28 November 2030, 19:59  And ```this```?"))
  }

  @Test func aQuestionIsNoAnswerAndLaterLinesLeaveItAsItIs() throws {
    let harness = try DueHarness()
    harness.type(":goto 1.3")
    harness.type(":ask ```reckon power = 60 W")
    #expect(harness.session.report().questions.allSatisfy { !$0.isStarted })
    let block = "````ask 2030-11-28T19:59:00Z\n```reckon power = 60 W\n````\n"
    #expect(harness.file.contains(block))
    for line in ["A text.", "= power = 60 W", ":reset", ":undo", "energy = 1 kWh"] {
      harness.type(line)
      #expect(harness.file.contains(block))
    }
    #expect(harness.session.graded.problems.isEmpty)
  }

  @Test func aQuestionCanBeTakenBack() throws {
    let harness = try DueHarness()
    harness.type(":ask Why?")
    #expect(harness.type(":undo").contains("your question about 1.1"))
    #expect(!harness.file.contains("ask"))
    #expect(harness.type(":ask").contains("No question is noted yet."))
  }

  @Test func aBlockWrittenByHandMayLackItsTimeAndItsEnd() {
    let file = NotebookFile(
      text: "```ask\nFirst?\n```\n## 1.1\n~~~Ask soon\n  Second,\r\nin two lines?\r\n", name: "a.md"
    )
    #expect(
      file.askedQuestions == [
        AskedQuestion(question: nil, time: nil, text: "First?"),
        AskedQuestion(question: "1.1", time: nil, text: "Second,\nin two lines?"),
      ])
  }

  @Test func controlCharactersDoNotReachTheTerminalAndLengthIsBounded() throws {
    let harness = try DueHarness()
    harness.type(":ask a\u{1B}[31mb")
    #expect(harness.file.contains("a[31mb"))
    #expect(harness.type(":ask " + String(repeating: "a", count: 2001)).contains("2000 characters"))
  }

  @Test func whereTheDateHasPassedOrThereIsNoneThatIsSaidOrNot() throws {
    let harness = try DueHarness(at: "2030-12-09T10:00:00Z")
    #expect(harness.type(":ask Why?").contains("The date for questions has passed"))
    let other = try DueHarness(hasCourse: false)
    #expect(other.type(":ask Why?") == "Noted, about 1.1. `:ask` alone lists your questions.")
  }
}
