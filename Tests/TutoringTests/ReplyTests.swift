import Foundation
import Grading
import ShippedExercises
import Testing
import TranscriptTesting

@testable import Files
@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// Answers to the open questions of the course: the criteria that each meets (✓) or does not yet
/// (·), and the figures that contradict what was computed.
@Suite struct ReplyTests {
  private static let cases = TranscriptCase.all(in: "Transcripts/Replies", beside: #filePath)

  /// What is said of an answer; the question is chosen by `:goto`.
  private struct Reviewer {
    var question = ""

    mutating func review(_ typed: String) throws -> String {
      if typed.hasPrefix(":goto ") {
        question = String(typed.dropFirst(6))
        return ""
      }
      let report = try ReplyTests.report(on: typed, question: question)
      let criteria = try #require(report.criteria)
      // Of what a person decides nothing is said.
      #expect(criteria.filter { $0.kind == .person }.allSatisfy { $0.met == nil })
      #expect(report.verdict == .unchecked || report.verdict == .partly)
      return criteria.filter { $0.kind != .person }.flatMap { criterion in
        ["\(criterion.id) \(criterion.met == true ? "✓" : "·") \(criterion.message)"]
          + criterion.contradictions.map { "  " + $0 }
      }.joined(separator: "\n")
    }
  }

  private static func report(on text: String, question id: String) throws -> AnswerReport {
    let opened = try ShippedExercises.open(
      id.hasPrefix("1.") ? "chatbot-model-analysis" : "epfl-estimate")
    let question = try #require(opened.exercise.question(id))
    guard case .text(let spec) = question.body else { throw ReplyError.notAText }
    let grader = Grader(
      opened.compiled, sheet: opened.compiled.makeSheet(), written: [id: .text(text)])
    return grader.judge(spec, of: question)
  }

  private enum ReplyError: Error { case notAText }

  @Test(arguments: cases) func meetsTheCriteriaOfTheTranscript(_ item: TranscriptCase) throws {
    var reviewer = Reviewer()
    try item.check { try reviewer.review($0) }
  }

  @Test func thereAreAnswersToEveryOpenQuestion() {
    let questions = Set(Self.cases.compactMap(\.typed.first))
    #expect(questions == Set(["1.3.1", "1.3.2", "1.4.1", "2.4.1", "2.4.2"].map { ":goto " + $0 }))
  }

  @Test func digitsWithoutEndMeetNothing() throws {
    let text =
      String(repeating: "9", count: 5000) + " % and " + String(repeating: "1,", count: 3000)
      + "1 t of CO2e"
    let criteria = try #require(try Self.report(on: text, question: "1.3.1").criteria)
    #expect(criteria.filter { $0.met == true }.map(\.id) == [])
    #expect(criteria.flatMap(\.contradictions) == [])
  }
}
