import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// A question is judged once for each state of the notebook, and only where it may have changed.
@Suite struct SessionReportTests {
  private func judgements(_ desk: Desk, while work: () -> Void) -> Int {
    _ = desk.session.prompt
    let before = desk.session.replay.grader.cache.markings
    work()
    _ = desk.session.prompt
    return desk.session.replay.grader.cache.markings - before
  }

  /// Choices and texts wait until they are asked for.
  @Test func aStatementJudgesEachProgrammingQuestionOnce() throws {
    let desk = try Desk()
    desk.type(lines: ["power = 6 W", "hours = 1000 h", "energy = power * hours", ":status"])
    #expect(judgements(desk) { desk.type("power = 60 W") } == 5)
  }

  @Test(arguments: ["power", "1 + 1", "mine = 3", "x = oops", "power = 3 kg + 2 m", ":vars"])
  func whatReachesNoAnswerJudgesNothing(_ line: String) throws {
    let desk = try Desk()
    desk.type(lines: ["power = 60 W", ":status"])
    #expect(judgements(desk) { desk.type(line) } == 0)
  }

  @Test func questionsBeforeTheFirstThatIsReachedKeepTheirReports() throws {
    let desk = try Desk()
    desk.type(lines: [
      "power = 60 W", "hours = 1000 h", "mine = 2", "energy = mine * 1 kWh", ":status",
    ])
    // Of seven questions the first asks for neither.
    #expect(
      judgements(desk) {
        desk.type("mine = 30")
        desk.type(":status")
      } == 6)
  }

  @Test(arguments: [
    ["k = 2", "def heat(p, t) = k * p * t", "k = 1"],
    ["unit lamp = 30 W", "power = 2 lamp", "energy = power * 1000 h", "unit lamp = 20 W"],
  ])
  func keptReportsSayWhatNewOnesWould(_ lines: [String]) throws {
    let desk = try Desk()
    for line in lines {
      desk.type(line)
      let kept = desk.session.report().questions.map { $0.answers.map(\.message) }
      let made = desk.session.replay.grader.report().questions.map { $0.answers.map(\.message) }
      #expect(kept == made)
    }
  }
}
