import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// A question is marked once for each state of the notebook, and only where it may have changed.
@Suite struct SessionReportTests {
  private func marked(_ harness: SessionHarness, while work: () -> Void) -> Int {
    _ = harness.terminal.prompt
    let before = harness.session.graded.grader.cache.markings
    work()
    _ = harness.terminal.prompt
    return harness.session.graded.grader.cache.markings - before
  }

  /// That of the answer, and the two whose model answers build on it.
  @Test func aStatementMarksOnceTheQuestionsThatItReaches() throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 6 W", "hours = 1000 h", "energy = power * hours", ":status"])
    #expect(
      marked(harness) {
        harness.type("power = 60 W")
        harness.type(":status")
      } == 3)
  }

  @Test(arguments: ["power", "1 + 1", "mine = 3", "x = oops", "power = 3 kg + 2 m", ":vars"])
  func whatReachesNoAnswerMarksNothing(_ line: String) throws {
    let harness = try SessionHarness()
    harness.type(lines: ["power = 60 W", ":status"])
    #expect(marked(harness) { harness.type(line) } == 0)
  }

  @Test func aNameOfTheStudentsOwnReachesWhatIsBuiltOnIt() throws {
    let harness = try SessionHarness()
    harness.type(lines: [
      "power = 60 W", "hours = 1000 h", "mine = 2", "energy = mine * 1 kWh", ":status",
    ])
    #expect(
      marked(harness) {
        harness.type("mine = 30")
        harness.type(":status")
      } == 1)
  }

  @Test(arguments: [
    ["k = 2", "def heat(p, t) = k * p * t", "k = 1"],
    ["unit lamp = 30 W", "power = 2 lamp", "energy = power * 1000 h", "unit lamp = 20 W"],
    ["energy = powr * 2 h", "power = 60 W", ":undo", "hours = 10 h", ":reset"],
  ])
  func keptReportsSayWhatNewOnesWould(_ lines: [String]) throws {
    let harness = try SessionHarness()
    for line in lines {
      harness.type(line)
      let made = harness.session.compiled.grade(harness.session.file).report()
      #expect(
        harness.session.report().questions.map { $0.answers.map(\.message) }
          == made.questions.map { $0.answers.map(\.message) })
    }
  }
}
