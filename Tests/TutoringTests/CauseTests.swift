import Foundation
import Grading
import Quantities
import ShippedExercises
import Testing
import TranscriptTesting

@testable import ErrorDiagnosis
@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// Slips that people make after right answers: the verdict and the cause that each gets, and what
/// is said of it.
@Suite struct CauseTests {
  private static let cases = TranscriptCase.all(in: "Transcripts/Slips", beside: #filePath)

  /// A notebook with right answers and what is typed after them.
  private struct SessionHarness {
    var opened: OpenedExercise?
    var statements: [String] = []

    /// The report on the answer that a statement binds, or that is named alone.
    mutating func report(on typed: String) throws -> AnswerReport? {
      if typed.hasPrefix(":open ") {
        opened = try ShippedExercises.open(String(typed.dropFirst(6)))
        return nil
      }
      let opened = try #require(opened)
      let name = String(
        typed.trimmingPrefix("def ").prefix { $0.isLetter || $0.isNumber || $0 == "_" })
      if typed != name { statements.append(typed) }
      return ShippedExercises.reports(on: statements.joined(separator: "\n"), in: opened)[name]
    }
  }

  @Test(arguments: cases) func getsItsVerdictItsCauseAndItsSentence(_ item: TranscriptCase) throws {
    var harness = SessionHarness()
    try item.check { typed in
      guard let report = try harness.report(on: typed) else { return "" }
      let cause = report.cause.map { cause in
        " " + cause.kind.rawValue + cause.names.map { " [\($0)]" }.joined()
      }
      return "\(report.name): \(report.verdict.rawValue)\(cause ?? "")\n\(report.message)"
    }
  }

  @Test(arguments: cases) func theSentenceNeverHoldsTheReference(_ item: TranscriptCase) throws {
    var harness = SessionHarness()
    for typed in item.typed {
      guard let report = try harness.report(on: typed), report.verdict != .correct,
        let answer = harness.opened?.compiled.answerKey.answer(named: report.name)
      else { continue }
      for number in answer.value.numbers ?? [] where NumberFormat.figures(number) > 1 {
        for power in stride(from: -9, through: 9, by: 3) {
          let shown = NumberFormat.standard.string(number * (Double("1e\(power)") ?? 1))
          #expect(
            !report.message.contains(shown)
              || harness.statements.contains { $0.contains(shown) }, "\(typed)")
        }
      }
    }
  }
}
